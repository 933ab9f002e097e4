// title: Entities
// question: What is the graph about?
// columns: id, name, type, aliases
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, [l IN labels(e) WHERE NOT l IN ['Entity', 'Kg']][0] AS type, e.aliases AS aliases
ORDER BY name, id
