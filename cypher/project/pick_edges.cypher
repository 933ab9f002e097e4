// title: Some typed edges of one relation, found by their ends
UNWIND $rows AS row
MATCH (a:__START__:Kg {id: row.source})-[r:__TYPE__]->(b:__END__:Kg {id: row.target})
WHERE r.id = row.id AND r.hash IS NOT NULL AND r.claims IS NOT NULL
RETURN r.id AS id, a.id AS source, b.id AS target, r.hash AS hash
