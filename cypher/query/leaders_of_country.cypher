// title: Leaders of a country
// question: Who leads or led which country, under which title, seen when?
// parameter: country name = null | any of its names
// parameter: title string = null | a word of the title, such as president
// columns: country, person, titles, status, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Person)<-[:SUBJECT]-(c:Claim {relation: 'HEADS', polarity: 'affirmed', modality: 'actual'})
      -[:OBJECT]->(b:Country)
WHERE ($country IS NULL OR toLower($country) IN b.search)
  AND ($title IS NULL OR toLower(c.title_text) CONTAINS toLower($title))
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH a, b, coalesce(c.status, 'current') AS status, collect(c.title_text) AS titles,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN b.name AS country, a.name AS person,
       reduce(seen = [], value IN titles | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS titles,
       status, first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY country, CASE status WHEN 'current' THEN 0 WHEN 'future' THEN 1 ELSE 2 END, last_day DESC, person, a.id, b.id
