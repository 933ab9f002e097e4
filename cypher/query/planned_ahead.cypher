// title: Planned events ahead
// question: What is announced or planned, for when, and by whom is it told?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: after date = null | still ahead on this day; plans without a date count from their publication
// columns: first_day, last_day, precision, subject, relation, object, place, attributed_to, quote, publisher, published, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {modality: 'planned', polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO'
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
  AND ($after IS NULL OR c.last_day >= $after)
MATCH (art:Article)-[:STATES]->(c)
WHERE art.copy_of IS NULL
RETURN c.first_day AS first_day, c.last_day AS last_day, coalesce(c.date_precision, 'published') AS precision,
       a.name AS subject, c.relation AS relation, b.name AS object, c.place AS place,
       c.attributed_to AS attributed_to, c.quote AS quote, art.publisher AS publisher, art.published AS published,
       [c.id] AS claim_ids
ORDER BY first_day, last_day, published, c.id
