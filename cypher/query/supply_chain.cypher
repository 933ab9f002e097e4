// title: Supply chains
// question: Over whom do goods reach X, or where do those of X go, in several steps?
// parameter: supplier name = null | where the chain starts; any of its names
// parameter: recipient name = null | where it ends
// parameter: steps integer = 2 | supplies in a row at least; up to four are followed, and in a large graph one end should be named
// parameter: limit integer = 50 | chains at most
// columns: steps, names, products, planned, quotes, claim_ids
MATCH p = (a:Entity)-[:SUPPLIES*1..4]->(b:Entity)
WHERE a.id <> b.id AND length(p) >= $steps
  AND ($supplier IS NULL OR toLower($supplier) IN a.search)
  AND ($recipient IS NULL OR toLower($recipient) IN b.search)
WITH [n IN nodes(p) | n.id] AS ids, [n IN nodes(p) | n.name] AS names, relationships(p) AS edges
WHERE all(id IN ids WHERE size([same IN ids WHERE same = id]) = 1)
WITH ids, names, [r IN edges | r.quote] AS quotes, any(r IN edges WHERE r.planned) AS planned,
     reduce(claims = [], r IN edges | claims + r.claims) AS claim_ids
ORDER BY size(names), names, ids
LIMIT $limit
OPTIONAL MATCH (c:Claim {relation: 'SUPPLIES'})
WHERE c.id IN claim_ids AND c.product IS NOT NULL
WITH ids, names, quotes, planned, claim_ids, c
ORDER BY c.product
WITH ids, names, quotes, planned, claim_ids, collect(c.product) AS products
RETURN size(names) - 1 AS steps, names,
       reduce(seen = [], value IN products | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS products,
       planned, quotes, claim_ids
ORDER BY steps, names, ids
