"""Graph engines: one contract, Neo4j and the embedded engine behind it, and the projection of the ledger into either."""
