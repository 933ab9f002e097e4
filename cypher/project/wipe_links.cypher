// title: Remove a batch of the relationships of nodes that kg wrote
MATCH (:Kg)-[r]->()
WITH r LIMIT $batch
DELETE r
