// title: Disputed
// question: What do some articles affirm and others deny, whenever it was?
// parameter: entity name = null | only what concerns this one; any of its names
// columns: subject, relation, object, affirmed_by, denied_by, quote, denial, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {modality: 'actual'})-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO'
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH c.edge AS edge, c.relation AS relation, collect(a.name)[0] AS subject, collect(b.name)[0] AS object,
     collect(CASE c.polarity WHEN 'affirmed' THEN art.source END) AS affirming,
     collect(CASE c.polarity WHEN 'negated' THEN art.source END) AS denying,
     collect(CASE c.polarity WHEN 'affirmed' THEN c.quote END) AS quotes,
     collect(CASE c.polarity WHEN 'negated' THEN c.quote END) AS denials, collect(c.id) AS claim_ids
WHERE size(quotes) > 0 AND size(denials) > 0
RETURN subject, relation, object,
       reduce(seen = [], value IN affirming | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS affirmed_by,
       reduce(seen = [], value IN denying | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS denied_by,
       quotes[0] AS quote, denials[0] AS denial, claim_ids
ORDER BY subject, relation, object, edge
