// title: What is denied
// question: What is said not to be so, and who says that?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: relation string = null | only this relation, such as MET
// columns: subject, relation, object, modality, attributed_to, first_day, last_day, quote, title, publisher, published, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'negated'})-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO'
  AND ($relation IS NULL OR c.relation = toUpper($relation))
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WHERE art.copy_of IS NULL
RETURN a.name AS subject, c.relation AS relation, b.name AS object, c.modality AS modality,
       c.attributed_to AS attributed_to, c.first_day AS first_day, c.last_day AS last_day, c.quote AS quote,
       art.title AS title, art.publisher AS publisher, art.published AS published, [c.id] AS claim_ids
ORDER BY first_day, subject, relation, object, c.id
