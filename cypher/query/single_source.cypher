// title: Told by one source alone
// question: Which relations rest on a single publisher?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: relation string = null | only this relation, such as MET
// columns: subject, relation, object, told_by, articles, planned, first_seen, quote, claim_ids
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.publishers = 1
  AND ($relation IS NULL OR type(r) = toUpper($relation))
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
// From the entity on, since a claim's id that comes from an edge is looked up in no index by the embedded engine.
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)<-[:STATES]-(art:Article)
WHERE c.id = r.claims[0]
RETURN a.name AS subject, type(r) AS relation, b.name AS object, art.source AS told_by, r.articles AS articles,
       r.planned AS planned, r.first_seen AS first_seen, r.quote AS quote, r.claims AS claim_ids
ORDER BY subject, relation, object, r.id
