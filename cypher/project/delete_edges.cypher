// title: Remove typed edges that no claim supports any longer
UNWIND $rows AS row
MATCH (a:__START__:Kg {id: row.source})-[r]->(b:__END__:Kg {id: row.target})
WHERE r.id = row.id AND r.claims IS NOT NULL
DELETE r
