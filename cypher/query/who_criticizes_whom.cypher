// title: Who criticizes whom
// question: Whom does X criticize or accuse, and of what?
// parameter: critic name = null | who criticizes; any of its names
// parameter: target name = null | who is criticized
// columns: critic, relation, target, planned, topics, told_by, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['CRITICIZES', 'ACCUSES'] AND c.modality IN ['actual', 'planned']
  AND ($critic IS NULL OR toLower($critic) IN a.search)
  AND ($target IS NULL OR toLower($target) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.topic) AS topics, collect(c.modality) AS modalities,
     collect(c.attributed_to) AS told,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS critic, relation, b.name AS target, all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       reduce(seen = [], value IN reduce(joined = [], said IN told | joined + said)
              | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS told_by,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY critic, target, relation, a.id, b.id
