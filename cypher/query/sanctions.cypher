// title: Sanctions
// question: Who imposes sanctions, tariffs or bans on whom, is about to, may, or is asked to?
// parameter: actor name = null | who imposes them; any of its names
// parameter: target name = null | whom they hit
// columns: actor, target, modality, topics, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {relation: 'SANCTIONS', polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE ($actor IS NULL OR toLower($actor) IN a.search)
  AND ($target IS NULL OR toLower($target) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.modality AS modality, collect(c.topic) AS topics,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS actor, b.name AS target, modality,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY actor, target, modality, a.id, b.id
