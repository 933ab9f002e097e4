// title: Evidence between two
// question: Which claims, of which articles, tie X to Y? Denied, possible and open ones too.
// parameter: entity name = null | any of its names; when null, the edge told by most publishers is shown
// parameter: other name = null | any of its names; when null, whoever else
// parameter: limit integer = 60 | claims at most
// columns: p, q
OPTIONAL MATCH (s:Entity)-[r]->(o:Entity)
WHERE $entity IS NULL AND $other IS NULL AND r.claims IS NOT NULL
WITH r
ORDER BY r.publishers DESC, r.articles DESC, r.id
WITH collect(r.id)[0] AS edge
MATCH p = (art:Article)-[:STATES]->(c:Claim)-[:SUBJECT|OBJECT]->(a:Entity), q = (c)-[:SUBJECT|OBJECT]->(b:Entity)
WHERE a.id <> b.id AND (c.edge = edge OR edge IS NULL)
  AND ($entity IS NULL OR toLower($entity) IN a.search)
  AND ($other IS NULL OR toLower($other) IN b.search)
RETURN p, q
ORDER BY art.published, c.id
LIMIT $limit
