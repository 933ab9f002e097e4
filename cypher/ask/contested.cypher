// title: What claims on one question differ on
// question: On which edges do claims deny each other or give different lengths or amounts?
// columns: edge, claims
MATCH (c:Claim:Kg)
WHERE c.relation <> 'RELATED_TO'
WITH c.edge AS edge, collect(c.id) AS claims, collect(DISTINCT c.polarity) AS polarities,
     collect(DISTINCT c.duration) AS durations, collect(DISTINCT c.amount_text) AS amounts
WHERE size(polarities) > 1 OR size(durations) > 1 OR size(amounts) > 1
RETURN edge, claims
ORDER BY edge
