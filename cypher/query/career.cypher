// title: Career
// question: Which posts and memberships did X hold, in order of time?
// parameter: person name | any of their names
// columns: first_day, last_day, status, title, relation, organization, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['HEADS', 'WORKS_FOR', 'MEMBER_OF', 'FOUNDED'] AND c.modality IN ['actual', 'planned']
  AND toLower($person) IN a.search
MATCH (art:Article)-[:STATES]->(c)
WITH b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH b, c.relation AS relation, c.title_text AS title, coalesce(c.status, 'current') AS status,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN first_day, last_day, status, title, relation, b.name AS organization, articles, publishers, quote, claim_ids
ORDER BY first_day, last_day, organization, relation, title, status, b.id
