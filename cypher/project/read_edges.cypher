// title: The typed edges that kg wrote, whole
MATCH (a:Entity:Kg)-[r]->(b:Entity:Kg)
WHERE r.id IS NOT NULL AND r.hash IS NOT NULL AND r.claims IS NOT NULL
RETURN a.id AS source, b.id AS target, r
