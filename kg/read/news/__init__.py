"""What newsrooms and papers send each other: feeds and the standards of the press (NITF, NewsML, ninjs)."""
