// title: Write articles or claims
UNWIND $rows AS row
MERGE (n:__LABEL__:Kg {id: row.id})
SET n = row.properties
