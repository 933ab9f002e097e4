// title: The ties of one kind, whole
MATCH (a:__START__:Kg)-[r:__TYPE__]->(b:__END__:Kg)
RETURN a.id AS source, b.id AS target, r
