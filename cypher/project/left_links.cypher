// title: Whether a relationship starts at a node that kg wrote
MATCH (:Kg)-[r]->()
RETURN true AS left
LIMIT 1
