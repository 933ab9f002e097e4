// title: Attacks
// question: Who attacked or killed whom, where, when, and with what toll?
// parameter: attacker name = null | who attacks; any of its names
// parameter: target name = null | who or what is attacked
// parameter: place string = null | a word of the place
// parameter: from date = null | on or after this day
// parameter: to date = null | on or before this day
// columns: attacker, relation, target, planned, places, amounts, first_day, last_day, articles, publishers, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(b:Entity)
WHERE c.relation IN ['ATTACKS', 'KILLED'] AND c.modality IN ['actual', 'planned']
  AND ($attacker IS NULL OR toLower($attacker) IN a.search)
  AND ($target IS NULL OR toLower($target) IN b.search)
  AND ($place IS NULL OR c.place_search CONTAINS toLower($place))
  AND ($from IS NULL OR c.last_day >= $from)
  AND ($to IS NULL OR c.first_day <= $to OR c.first_day STARTS WITH $to)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, collect(c.modality) AS modalities, collect(c.place) AS places,
     collect(c.amount_text) AS amounts, min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS attacker, relation, b.name AS target,
       all(modality IN modalities WHERE modality = 'planned') AS planned,
       reduce(seen = [], value IN places | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS places,
       reduce(seen = [], value IN amounts | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS amounts,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY first_day, attacker, target, relation, a.id, b.id
