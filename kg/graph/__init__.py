"""Graph engines behind one contract, and the projection of the ledger into them."""
