// title: Tie articles to claims and entities, and claims to their ends
UNWIND $rows AS row
MATCH (a:__START__:Kg {id: row.source})
MATCH (b:__END__:Kg {id: row.target})
MERGE (a)-[r:__TYPE__]->(b)
SET r = row.properties
