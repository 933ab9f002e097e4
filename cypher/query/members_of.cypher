// title: Members of an organization
// question: Who or what is, was or is to become a member of X?
// parameter: organization name = null | any of its names
// parameter: member name = null | of what this one is a member
// columns: organization, member, type, status, planned, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {relation: 'MEMBER_OF', polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.modality IN ['actual', 'planned']
  AND ($organization IS NULL OR toLower($organization) IN b.search)
  AND ($member IS NULL OR toLower($member) IN a.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, coalesce(c.status, 'current') AS status, collect(c.modality) AS modalities,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN b.name AS organization, a.name AS member, [label IN labels(a) WHERE NOT label IN ['Entity', 'Kg']][0] AS type,
       status, all(modality IN modalities WHERE modality = 'planned') AS planned,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY organization, status, member, a.id, b.id
