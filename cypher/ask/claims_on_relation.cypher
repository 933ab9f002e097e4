// title: Claims on a relation
// question: Which claims, affirmed or denied, say that X stands in a relation to Y?
// parameter: relation string | name of the relation, such as MET
// parameter: subjects strings = null | ids of the entities at the subject's end; any when not given
// parameter: objects strings = null | ids of the entities at the object's end; any when not given
// parameter: symmetric boolean = false | whether either order counts
// columns: id
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim {relation: $relation})-[:OBJECT]->(o:Entity)
WHERE (($subjects IS NULL OR s.id IN $subjects) AND ($objects IS NULL OR o.id IN $objects))
   OR ($symmetric AND ($subjects IS NULL OR o.id IN $subjects) AND ($objects IS NULL OR s.id IN $objects))
RETURN DISTINCT c.id AS id
ORDER BY id
