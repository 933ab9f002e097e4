// title: Entities
// question: What is the graph about?
// columns: id, name, type, aliases, search
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, [l IN labels(e) WHERE NOT l IN ['Entity', 'Kg']][0] AS type, e.aliases AS aliases,
       e.search AS search
ORDER BY name, id
