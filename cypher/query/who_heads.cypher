// title: Who heads
// question: Who is president, leader, director of X, and who was?
// parameter: organization name = null | the country, organization or place; any of its names
// parameter: title string = null | a word of the title
// columns: person, organization, status, titles, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {relation: 'HEADS', polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.modality IN ['actual', 'planned']
  AND ($organization IS NULL OR toLower($organization) IN b.search)
  AND ($title IS NULL OR toLower(c.title_text) CONTAINS toLower($title))
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH a, b, coalesce(c.status, 'current') AS status, collect(c.title_text) AS titles,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS person, b.name AS organization, status,
       reduce(seen = [], value IN titles | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS titles,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY organization, status, last_day DESC, person, a.id, b.id
