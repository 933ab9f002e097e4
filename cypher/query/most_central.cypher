// title: Most central
// question: Which entities have typed edges to most others?
// parameter: type string = null | only entities of this type, such as Person
// parameter: limit integer = 20 | entities at most
// columns: id, name, type, neighbours, edges, articles
MATCH (e:Entity)-[r]-(other:Entity)
WHERE r.claims IS NOT NULL
  AND ($type IS NULL OR any(label IN labels(e) WHERE toLower(label) = toLower($type)))
WITH e, count(DISTINCT other) AS neighbours, count(r) AS edges
OPTIONAL MATCH (art:Article)-[:MENTIONS]->(e)
WITH e, neighbours, edges, count(art) AS articles
RETURN e.id AS id, e.name AS name, [label IN labels(e) WHERE NOT label IN ['Entity', 'Kg']][0] AS type,
       neighbours, edges, articles
ORDER BY neighbours DESC, edges DESC, articles DESC, name, id
LIMIT $limit
