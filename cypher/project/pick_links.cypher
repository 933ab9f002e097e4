// title: The ties of one kind that start at some nodes
UNWIND $ids AS id
MATCH (a:__START__:Kg {id: id})-[r:__TYPE__]->(b:Kg)
RETURN a.id AS source, b.id AS target, r.hash AS hash
