// title: Entity nodes are found by id without naming the label Kg, as people write it
CREATE INDEX kg_entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id)
