// title: Every node that kg writes has an id of its own
// Only the label Kg is constrained, so that other data may use the labels Entity, Claim or Article as it likes.
CREATE CONSTRAINT kg_node_id IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE
