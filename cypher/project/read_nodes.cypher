// title: Some nodes of one kind, whole
UNWIND $ids AS id
MATCH (n:__LABEL__:Kg {id: id})
RETURN n
