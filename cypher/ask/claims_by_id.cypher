// title: Claims by the start of an id
// question: Which claims have an id that starts so, or stand behind an edge whose id does?
// parameter: start string | the first digits of a claim's or edge's id
// columns: id, edge
MATCH (c:Claim:Kg)
WHERE c.id STARTS WITH $start OR c.edge STARTS WITH $start
RETURN c.id AS id, c.edge AS edge
ORDER BY id
