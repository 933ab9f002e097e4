// title: Claims about an entity
// question: Which claims of the closed list name one of these entities?
// parameter: entities strings | ids of the entities
// columns: id
MATCH (e:Entity)<-[:SUBJECT|OBJECT]-(c:Claim:Kg)
WHERE e.id IN $entities AND c.relation <> 'RELATED_TO'
RETURN DISTINCT c.id AS id
ORDER BY id
