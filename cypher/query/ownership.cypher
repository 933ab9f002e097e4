// title: Ownership
// question: Who owns, bought, funds or founded what, and of what is it a part?
// parameter: owner name = null | who owns; any of its names
// parameter: owned name = null | what is owned
// columns: owner, relation, owned, planned, status, amounts, first_day, last_day, articles, publishers, quote, claim_ids
// "X is part of Y" is told from the owner's side, as the others are.
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim {polarity: 'affirmed'})-[:OBJECT]->(o:Entity)
WHERE c.relation IN ['OWNS', 'ACQUIRED', 'INVESTS_IN', 'FOUNDED', 'PART_OF'] AND c.modality IN ['actual', 'planned']
WITH c, CASE c.relation WHEN 'PART_OF' THEN o ELSE s END AS a, CASE c.relation WHEN 'PART_OF' THEN s ELSE o END AS b
WHERE ($owner IS NULL OR toLower($owner) IN a.search)
  AND ($owned IS NULL OR toLower($owned) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.modality, c.confidence DESC, c.first_day, c.id
WITH a, b, c.relation AS relation, c.status AS status, collect(c.modality) AS modalities,
     collect(c.amount_text) AS amounts, min(c.first_day) AS first_day, max(c.last_day) AS last_day,
     count(DISTINCT art) AS articles, count(DISTINCT art.source) AS publishers,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
RETURN a.name AS owner, relation, b.name AS owned,
       all(modality IN modalities WHERE modality = 'planned') AS planned, status,
       reduce(seen = [], value IN amounts | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS amounts,
       first_day, last_day, articles, publishers, quote, claim_ids
ORDER BY owner, owned, relation, status, a.id, b.id
