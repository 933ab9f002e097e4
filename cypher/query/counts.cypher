// title: What the graph holds
// question: How many articles, entities, claims and typed edges are there?
// columns: articles, copies, entities, claims, edges
OPTIONAL MATCH (art:Article:Kg)
WITH count(art) AS articles, count(art.copy_of) AS copies
OPTIONAL MATCH (e:Entity:Kg)
WITH articles, copies, count(e) AS entities
OPTIONAL MATCH (c:Claim:Kg)
WITH articles, copies, entities, count(c) AS claims
OPTIONAL MATCH (:Entity:Kg)-[r]->(:Entity:Kg)
WHERE r.claims IS NOT NULL
RETURN articles, copies, entities, claims, count(r) AS edges
