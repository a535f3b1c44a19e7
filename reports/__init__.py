"""Reports: an audit, and its past, as something to read. No database, no network."""
