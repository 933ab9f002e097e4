// title: Around one
// question: What ties X to others, and those to each other?
// parameter: entity name = null | any of its names; when null, whoever has most neighbours
// parameter: limit integer = 150 | edges at most
// columns: p
MATCH (x:Entity)-[near]-(n:Entity)
WHERE near.claims IS NOT NULL AND ($entity IS NULL OR toLower($entity) IN x.search)
WITH x, collect(DISTINCT n.id) AS ids
ORDER BY size(ids) DESC, x.id
WITH collect(ids + [x.id])[0] AS ids
MATCH p = (a:Entity)-[r]->(b:Entity)
WHERE a.id IN ids AND b.id IN ids AND r.claims IS NOT NULL
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
