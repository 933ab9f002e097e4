// title: Note which state of the ledger the graph shows
MERGE (p:KgProjection:Kg {id: 'projection'})
SET p.state = $state, p.shape = $shape
