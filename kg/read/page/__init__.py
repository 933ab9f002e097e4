"""The text of one page or record, line by line: wraps undone, headline found, furniture left out, facts read."""
