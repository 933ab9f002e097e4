// title: Business
// question: Who supplies, owns, buys, funds or competes with whom?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: limit integer = 150 | edges at most
// columns: p
MATCH p = (a:Entity)-[r:SUPPLIES|ACQUIRED|OWNS|INVESTS_IN|MERGED_WITH|PRODUCES|COMPETES_WITH|COOPERATES_WITH|SIGNED_AGREEMENT_WITH]->(b:Entity)
WHERE r.claims IS NOT NULL AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
