// title: Only possible or asked for
// question: What may happen or is asked for, and is nowhere said to have happened or to be planned?
// parameter: entity name = null | only what concerns this one; any of its names
// columns: subject, relation, object, modalities, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO'
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH c.edge AS edge, c.relation AS relation, collect(a.name)[0] AS subject, collect(b.name)[0] AS object,
     collect(c.modality) AS modalities, min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
WHERE none(modality IN modalities WHERE modality IN ['actual', 'planned'])
RETURN subject, relation, object,
       reduce(seen = [], value IN modalities | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS modalities,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY subject, relation, object, edge
