// title: Remove a batch of the nodes that kg wrote
MATCH (n:Kg)
WITH n LIMIT $batch
DETACH DELETE n
