// title: Posts
// question: Who holds or held which post at X, such as foreign minister or director?
// parameter: person name = null | who holds it
// parameter: organization name = null | the country, organization or place it belongs to
// parameter: title string = null | a word of the title
// columns: person, relation, organization, title, status, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['HEADS', 'WORKS_FOR'] AND c.modality IN ['actual', 'planned']
  AND ($person IS NULL OR toLower($person) IN a.search)
  AND ($organization IS NULL OR toLower($organization) IN b.search)
  AND ($title IS NULL OR toLower(c.title_text) CONTAINS toLower($title))
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, c.title_text AS title, coalesce(c.status, 'current') AS status,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS person, relation, b.name AS organization, title, status,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY person, organization, relation, title, status, a.id, b.id
