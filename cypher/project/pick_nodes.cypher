// title: What the graph holds of some nodes of one kind, with the hash of their content
UNWIND $ids AS id
MATCH (n:__LABEL__:Kg {id: id})
RETURN n.id AS id, n.hash AS hash
