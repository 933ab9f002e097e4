// title: The claims that are about some typed edges
UNWIND $ids AS id
MATCH (c:Claim:Kg {edge: id})
RETURN c.id AS id
