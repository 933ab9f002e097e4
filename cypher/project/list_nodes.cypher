// title: What the graph holds of one kind, with the hash of its content
MATCH (n:__LABEL__:Kg)
RETURN n.id AS id, n.hash AS hash
