// title: Who met whom
// question: Who met X, where and when?
// parameter: person name = null | one side of the meetings; any of its names
// parameter: other name = null | the other side
// parameter: place string = null | a word of the place where they met
// parameter: from date = null | meetings on or after this day
// parameter: to date = null | meetings on or before this day
// columns: party, other, planned, first_day, last_day, places, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT|OBJECT]-(c:Claim {relation: 'MET', polarity: 'affirmed'})-[:SUBJECT|OBJECT]->(b:Entity)
WHERE c.modality IN ['actual', 'planned']
  AND ($person IS NULL OR toLower($person) IN a.search)
  AND ($other IS NULL OR toLower($other) IN b.search)
  AND CASE WHEN $person IS NULL AND $other IS NULL THEN a.id < b.id ELSE a.id <> b.id END
  AND ($place IS NULL OR c.place_search CONTAINS toLower($place))
  AND ($from IS NULL OR c.last_day >= $from)
  AND ($to IS NULL OR c.first_day <= $to OR c.first_day STARTS WITH $to)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, collect(c.modality) AS modalities, min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     collect(c.place) AS places, count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS party, b.name AS other, all(modality IN modalities WHERE modality = 'planned') AS planned,
       first_day, last_day,
       reduce(seen = [], place IN places | CASE WHEN place IN seen THEN seen ELSE seen + place END) AS places,
       articles, publishers, quote, claim_ids
ORDER BY party, other, first_day, a.id, b.id
