// title: Who supports whom
// question: Whom does X support, praise or help?
// parameter: supporter name = null | who supports; any of its names
// parameter: supported name = null | who is supported
// columns: supporter, relation, supported, planned, topics, told_by, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['SUPPORTS', 'PRAISES', 'AIDS'] AND c.modality IN ['actual', 'planned']
  AND ($supporter IS NULL OR toLower($supporter) IN a.search)
  AND ($supported IS NULL OR toLower($supported) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.topic) AS topics, collect(c.modality) AS modalities,
     collect(c.attributed_to) AS told,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS supporter, relation, b.name AS supported,
       all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       reduce(seen = [], value IN reduce(joined = [], said IN told | joined + said)
              | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS told_by,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY supporter, supported, relation, a.id, b.id
