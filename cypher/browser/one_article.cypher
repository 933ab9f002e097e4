// title: One article
// question: What does an article claim, and whom does it name?
// parameter: title string = null | a word of its title; when null, the article with most claims
// columns: p
MATCH (art:Article)-[:STATES]->(c:Claim)
WHERE $title IS NULL OR toLower(art.title) CONTAINS toLower($title)
WITH art, count(c) AS claims
ORDER BY claims DESC, art.id
LIMIT 1
MATCH p = (art)-[:STATES]->(:Claim)-[:SUBJECT|OBJECT]->(:Entity)
RETURN p
