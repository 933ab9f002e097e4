"""What only a web page has: elements, metadata, posts of a live blog, cards that lead to other stories."""
