// title: Who opposes whom
// question: Whom or whose plans does X oppose, and whom does it threaten?
// parameter: opponent name = null | who opposes; any of its names
// parameter: opposed name = null | who is opposed
// columns: opponent, relation, opposed, planned, topics, told_by, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['OPPOSES', 'THREATENS'] AND c.modality IN ['actual', 'planned']
  AND ($opponent IS NULL OR toLower($opponent) IN a.search)
  AND ($opposed IS NULL OR toLower($opposed) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.topic) AS topics, collect(c.modality) AS modalities,
     collect(c.attributed_to) AS told,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS opponent, relation, b.name AS opposed,
       all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       reduce(seen = [], value IN reduce(joined = [], said IN told | joined + said)
              | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS told_by,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY opponent, opposed, relation, a.id, b.id
