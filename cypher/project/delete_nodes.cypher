// title: Remove nodes that the ledger no longer has
UNWIND $rows AS row
MATCH (n:__LABEL__:Kg {id: row.id})
DETACH DELETE n
