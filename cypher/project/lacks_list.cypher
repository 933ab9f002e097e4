// title: Whether an import left a list out because it was empty
MATCH (n:__LABEL__:Kg)
WHERE n.__PROPERTY__ IS NULL
RETURN true AS lacks
LIMIT 1
