// title: Forget which state of the ledger the graph shows
MATCH (p:KgProjection:Kg)
DETACH DELETE p
