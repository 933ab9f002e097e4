// title: Who supplies whom
// question: Who supplies what to whom, how much and for how long?
// parameter: supplier name = null | who supplies; any of its names
// parameter: recipient name = null | who is supplied
// parameter: product string = null | a word of the product
// columns: supplier, recipient, products, amounts, durations, planned, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {relation: 'SUPPLIES', polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.modality IN ['actual', 'planned']
  AND ($supplier IS NULL OR toLower($supplier) IN a.search)
  AND ($recipient IS NULL OR toLower($recipient) IN b.search)
  AND ($product IS NULL OR toLower(coalesce(c.product, c.quote)) CONTAINS toLower($product))
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, collect(c.product) AS products, collect(c.amount_text) AS amounts, collect(c.duration) AS durations,
     collect(c.modality) AS modalities, min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS supplier, b.name AS recipient,
       reduce(seen = [], value IN products | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS products,
       reduce(seen = [], value IN amounts | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS amounts,
       reduce(seen = [], value IN durations | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS durations,
       all(modality IN modalities WHERE modality = 'planned') AS planned,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY supplier, recipient, a.id, b.id
