"""Every value parser and every guard of the reader, switched off one at a time: some test must notice."""
