// title: Quarrels
// question: Who attacks, sanctions, sues, threatens, opposes, accuses or criticizes whom?
// parameter: entity name = null | only quarrels of this one; any of its names
// parameter: limit integer = 150 | edges at most
// columns: p
MATCH p = (a:Entity)-[r:ATTACKS|KILLED|SANCTIONS|THREATENS|OPPOSES|ACCUSES|CRITICIZES|ARRESTED|LEGAL_ACTION_AGAINST]->(b:Entity)
WHERE r.claims IS NOT NULL AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
RETURN p
ORDER BY r.publishers DESC, r.articles DESC, r.id
LIMIT $limit
