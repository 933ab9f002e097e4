// title: New since a date
// question: Which relations were first told on or after a day?
// parameter: since date | the first day of publication that counts
// parameter: entity name = null | only what concerns this one; any of its names
// columns: first_seen, subject, relation, object, planned, articles, publishers, quote, claim_ids
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.claims IS NOT NULL AND r.first_seen >= $since
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
RETURN r.first_seen AS first_seen, a.name AS subject, type(r) AS relation, b.name AS object, r.planned AS planned,
       r.articles AS articles, r.publishers AS publishers, r.quote AS quote, r.claims AS claim_ids
ORDER BY first_seen, subject, relation, object, r.id
