// title: Agreements
// question: Who signed or is to sign what with whom, between two dates?
// parameter: party name = null | one side; any of its names
// parameter: other name = null | the other side
// parameter: about string = null | a word of the topic, the product or the sentence
// parameter: from date = null | on or after this day
// parameter: to date = null | on or before this day
// columns: party, other, planned, topics, amounts, durations, places, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT|OBJECT]-
      (c:Claim {relation: 'SIGNED_AGREEMENT_WITH', polarity: 'affirmed'})-[:SUBJECT|OBJECT]->(b:Entity)
WHERE c.modality IN ['actual', 'planned']
  AND ($party IS NULL OR toLower($party) IN a.search)
  AND ($other IS NULL OR toLower($other) IN b.search)
  AND CASE WHEN $party IS NULL AND $other IS NULL THEN a.id < b.id ELSE a.id <> b.id END
  AND ($about IS NULL OR toLower(coalesce(c.topic, '') + ' ' + coalesce(c.product, '') + ' ' + c.quote)
      CONTAINS toLower($about))
  AND ($from IS NULL OR c.last_day >= $from)
  AND ($to IS NULL OR c.first_day <= $to OR c.first_day STARTS WITH $to)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, collect(c.modality) AS modalities, collect(coalesce(c.topic, c.product)) AS topics,
     collect(c.amount_text) AS amounts, collect(c.duration) AS durations, collect(c.place) AS places,
     min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS party, b.name AS other, all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN topics | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS topics,
       reduce(seen = [], value IN amounts | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS amounts,
       reduce(seen = [], value IN durations | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS durations,
       reduce(seen = [], value IN places | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS places,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY first_day, party, other, a.id, b.id
