// title: Named together
// question: Which entities are named in the same articles, copies aside?
// parameter: entity name = null | one of them; any of its names
// parameter: least integer = 2 | in at least so many articles
// parameter: limit integer = 50 | pairs at most
// columns: entity, other, articles, publishers, first_published, last_published, article_ids
MATCH (a:Entity)<-[:MENTIONS]-(art:Article)-[:MENTIONS]->(b:Entity)
WHERE art.copy_of IS NULL
  AND ($entity IS NULL OR toLower($entity) IN a.search)
  AND CASE WHEN $entity IS NULL THEN a.id < b.id ELSE a.id <> b.id END
WITH a, b, art
ORDER BY art.published, art.id
WITH a, b, count(art) AS articles, count(DISTINCT art.source) AS publishers,
     min(art.published) AS first_published, max(art.published) AS last_published, collect(art.id) AS article_ids
WHERE articles >= $least
RETURN a.name AS entity, b.name AS other, articles, publishers, first_published, last_published, article_ids
ORDER BY articles DESC, publishers DESC, entity, other, a.id, b.id
LIMIT $limit
