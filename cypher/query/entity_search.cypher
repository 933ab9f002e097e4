// title: Find entities
// question: Which entities have a name like this?
// parameter: text name | a name or a part of one
// parameter: limit integer = 20 | entities at most
// columns: id, name, type, aliases, wikidata, articles, claims
MATCH (e:Entity)
WHERE any(name IN e.search WHERE name CONTAINS toLower($text))
OPTIONAL MATCH (art:Article)-[:MENTIONS]->(e)
WITH e, count(art) AS articles
OPTIONAL MATCH (c:Claim)-[:SUBJECT|OBJECT]->(e)
WITH e, articles, count(DISTINCT c) AS claims
RETURN e.id AS id, e.name AS name, [label IN labels(e) WHERE NOT label IN ['Entity', 'Kg']][0] AS type,
       e.aliases AS aliases, e.wikidata AS wikidata, articles, claims
ORDER BY CASE WHEN toLower($text) IN e.search THEN 0 ELSE 1 END, articles DESC, name, id
LIMIT $limit
