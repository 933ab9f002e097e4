// title: Claims are found by relation
CREATE INDEX kg_claim_relation IF NOT EXISTS FOR (c:Claim) ON (c.relation)
