"""Records: articles as objects and rows with named fields, whatever the file they come in.

`shapes.toml` says which fields are usual and which tools write which; `fields` finds them in a record; `values` makes
plain text of what they hold; `containers` finds the records in the answer of a service; `record` makes the article.
"""
