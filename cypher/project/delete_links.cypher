// title: Remove ties that the ledger no longer has
UNWIND $rows AS row
MATCH (a:__START__:Kg {id: row.source})-[r:__TYPE__]->(b:__END__:Kg {id: row.target})
DELETE r
