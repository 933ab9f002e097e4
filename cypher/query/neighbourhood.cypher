// title: Neighbourhood for a picture
// question: Which typed edges hold X and its neighbours together?
// parameter: entity name | any of its names
// columns: source_id, source, source_type, relation, target_id, target, target_type, planned, articles, publishers, quote, claim_ids
MATCH (x:Entity)-[near]-(n:Entity)
WHERE toLower($entity) IN x.search AND near.claims IS NOT NULL
WITH collect(x.id) + collect(n.id) AS ids
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.id IN ids AND b.id IN ids AND r.claims IS NOT NULL
RETURN a.id AS source_id, a.name AS source, [label IN labels(a) WHERE NOT label IN ['Entity', 'Kg']][0] AS source_type,
       type(r) AS relation, b.id AS target_id, b.name AS target,
       [label IN labels(b) WHERE NOT label IN ['Entity', 'Kg']][0] AS target_type, r.planned AS planned,
       r.articles AS articles, r.publishers AS publishers, r.quote AS quote, r.claims AS claim_ids
ORDER BY source, relation, target, r.id
