// title: Give a batch of imported nodes the empty list that an import leaves out
MATCH (n:__LABEL__:Kg)
WHERE n.__PROPERTY__ IS NULL
WITH n LIMIT $batch
SET n.__PROPERTY__ = []
