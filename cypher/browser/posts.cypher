// title: Posts and memberships
// question: Who heads, works for or belongs to what?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: limit integer = 150 | edges at most
// columns: p
MATCH p = (a:Entity)-[r:HEADS|WORKS_FOR|MEMBER_OF|PART_OF|FOUNDED|APPOINTED|DISMISSED|SUCCEEDS]->(b:Entity)
WHERE r.claims IS NOT NULL AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
