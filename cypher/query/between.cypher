// title: Everything between two
// question: What do the articles say of X and Y together?
// parameter: entity name | one of the two; any of its names
// parameter: other name | the other
// columns: subject, relation, object, polarity, modality, status, attributed_to, first_day, last_day, quote, title, publisher, published, copy_of, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity)
WHERE (toLower($entity) IN a.search AND toLower($other) IN b.search)
   OR (toLower($other) IN a.search AND toLower($entity) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
RETURN a.name AS subject, c.relation AS relation, b.name AS object, c.polarity AS polarity, c.modality AS modality,
       c.status AS status, c.attributed_to AS attributed_to, c.first_day AS first_day, c.last_day AS last_day,
       c.quote AS quote, art.title AS title, art.publisher AS publisher, art.published AS published,
       art.copy_of AS copy_of, [c.id] AS claim_ids
ORDER BY first_day, published, c.id
