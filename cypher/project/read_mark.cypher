// title: Which state of the ledger the graph shows
MATCH (p:KgProjection:Kg {id: 'projection'})
RETURN p.state AS state, p.shape AS shape
