// title: The typed edges that kg wrote, of whatever relation, told by their id, hash and claims
MATCH (a:Entity:Kg)-[r]->(b:Entity:Kg)
WHERE r.id IS NOT NULL AND r.hash IS NOT NULL AND r.claims IS NOT NULL
RETURN r.id AS id, a.id AS source, b.id AS target, r.hash AS hash
