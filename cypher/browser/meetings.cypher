// title: Meetings
// question: Who met, spoke with, visited or hosted whom?
// parameter: entity name = null | only meetings of this one; any of its names
// parameter: limit integer = 150 | edges at most
// columns: p
MATCH p = (a:Entity)-[r:MET|SPOKE_WITH|VISITED|HOSTED|INVITED]->(b:Entity)
WHERE r.claims IS NOT NULL AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
