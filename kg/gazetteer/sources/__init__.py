"""Scripts that build and check the gazetteer's files from open sources; the program itself never runs them."""
