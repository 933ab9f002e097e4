// title: Write typed edges of one relation
UNWIND $rows AS row
MATCH (a:__START__:Kg {id: row.source})
MATCH (b:__END__:Kg {id: row.target})
MERGE (a)-[r:__TYPE__ {id: row.id}]->(b)
SET r = row.properties
