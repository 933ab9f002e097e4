// title: How many nodes kg wrote
MATCH (n:Kg)
RETURN count(n) AS nodes
