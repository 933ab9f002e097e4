// title: Courts and arrests
// question: Who sued, charged, convicted or arrested whom?
// parameter: actor name = null | who acts; any of its names
// parameter: target name = null | against whom
// columns: actor, relation, target, planned, topics, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['LEGAL_ACTION_AGAINST', 'ARRESTED'] AND c.modality IN ['actual', 'planned']
  AND ($actor IS NULL OR toLower($actor) IN a.search)
  AND ($target IS NULL OR toLower($target) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.modality) AS modalities, collect(c.topic) AS topics,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS actor, relation, b.name AS target, all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY first_day, actor, target, relation, a.id, b.id
