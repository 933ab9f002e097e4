// title: The claims behind a typed edge, or on the same question, are found by its id
CREATE INDEX kg_claim_edge IF NOT EXISTS FOR (c:Claim) ON (c.edge)
