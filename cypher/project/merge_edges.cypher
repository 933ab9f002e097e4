// title: Write typed edges of one relation
UNWIND $rows AS row
MATCH (a:Entity:Kg {id: row.source})
MATCH (b:Entity:Kg {id: row.target})
MERGE (a)-[r:__TYPE__ {id: row.id}]->(b)
SET r = row.properties
