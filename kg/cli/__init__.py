"""The `kg` command: what it is told, what it shows, and nothing that another program could not do without it."""
