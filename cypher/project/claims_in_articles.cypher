// title: The claims of some articles, with the typed edge that each is about
UNWIND $ids AS id
MATCH (a:__LABEL__:Kg {id: id})-[:STATES]->(c:Claim:Kg)
RETURN c.id AS id, c.edge AS edge, c.relation AS relation
