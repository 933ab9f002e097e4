// title: Write entities of one type; a type that was corrected replaces the former one
UNWIND $rows AS row
MERGE (e:Entity:Kg {id: row.id})
SET e = row.properties
REMOVE e:Person:Organization:Country:Place:Facility:Event:Product:Work:Group
SET e:__TYPE__
