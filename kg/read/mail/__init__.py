"""What a message says of the article in it: its headers and its body, without quoting, signatures and forwarding."""
