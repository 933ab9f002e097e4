// title: Visits
// question: Who visited whom or where, was invited or received, between two dates?
// parameter: visitor name = null | who travels; any of its names
// parameter: visited name = null | the place, country or host
// parameter: from date = null | on or after this day
// parameter: to date = null | on or before this day
// columns: visitor, relation, visited, planned, places, first_day, last_day, articles, publishers, quote, claim_ids
// Hosts and inviters are the subjects of their claims; here they stand where the visited do.
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(o:Entity)
WHERE c.relation IN ['VISITED', 'HOSTED', 'INVITED'] AND c.modality IN ['actual', 'planned']
  AND ($from IS NULL OR c.last_day >= $from)
  AND ($to IS NULL OR c.first_day <= $to OR c.first_day STARTS WITH $to)
WITH c, CASE c.relation WHEN 'VISITED' THEN s ELSE o END AS a, CASE c.relation WHEN 'VISITED' THEN o ELSE s END AS b
WHERE ($visitor IS NULL OR toLower($visitor) IN a.search)
  AND ($visited IS NULL OR toLower($visited) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.modality) AS modalities, collect(c.place) AS places,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS visitor, relation, b.name AS visited,
       all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN places | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS places,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY first_day, visitor, visited, relation, a.id, b.id
