// title: Whether there is a node that kg wrote
MATCH (n:Kg)
RETURN true AS left
LIMIT 1
