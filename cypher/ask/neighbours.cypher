// title: Typed edges of some entities
// question: What do typed edges tie these entities to?
// parameter: entities strings | ids of the entities
// columns: here, there, edge, relation, claims, publishers, planned
MATCH (a:Entity)-[r]-(b:Entity)
WHERE a.id IN $entities AND r.claims IS NOT NULL
RETURN a.id AS here, b.id AS there, r.id AS edge, type(r) AS relation, r.claims AS claims,
       r.publishers AS publishers, r.planned AS planned
ORDER BY here, there, edge
