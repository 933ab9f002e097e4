// title: Claims about an entity
// question: Which claims of the closed list name one of these entities?
// parameter: entities strings = null | ids of the entities; any when not given
// columns: id
MATCH (e:Entity)<-[:SUBJECT|OBJECT]-(c:Claim:Kg)
WHERE ($entities IS NULL OR e.id IN $entities) AND c.relation <> 'RELATED_TO'
RETURN DISTINCT c.id AS id
ORDER BY id
