// title: Remove a batch of what kg wrote
MATCH (n:Kg)
WITH n LIMIT $batch
DETACH DELETE n
