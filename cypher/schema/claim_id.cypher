// title: Claim nodes are found by id without naming the label Kg, as people write it
CREATE INDEX kg_claim_id IF NOT EXISTS FOR (n:Claim) ON (n.id)
