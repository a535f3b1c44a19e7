"""`make fuzz`: a seeded mutator over the reader of documents, for a bounded time."""
