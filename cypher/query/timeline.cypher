// title: Timeline of one
// question: What happened to X, in order?
// parameter: entity name | any of its names
// parameter: from date = null | on or after this day
// parameter: to date = null | on or before this day
// columns: first_day, last_day, precision, subject, relation, object, polarity, modality, quote, publisher, published, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity)
WHERE (toLower($entity) IN a.search OR toLower($entity) IN b.search)
  AND c.relation <> 'RELATED_TO'
  AND c.first_day IS NOT NULL
  AND ($from IS NULL OR c.last_day >= $from)
  AND ($to IS NULL OR c.first_day <= $to OR c.first_day STARTS WITH $to)
MATCH (art:Article)-[:STATES]->(c)
WHERE art.copy_of IS NULL
RETURN c.first_day AS first_day, c.last_day AS last_day, coalesce(c.date_precision, 'published') AS precision,
       a.name AS subject, c.relation AS relation, b.name AS object, c.polarity AS polarity, c.modality AS modality,
       c.quote AS quote, art.publisher AS publisher, art.published AS published, [c.id] AS claim_ids
ORDER BY first_day, last_day, published, c.id
