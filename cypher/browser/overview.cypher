// title: Overview
// question: Which typed edges are told by most publishers?
// parameter: limit integer = 100 | edges at most
// columns: p
MATCH p = (a:Entity)-[r]->(b:Entity)
WHERE r.claims IS NOT NULL
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
