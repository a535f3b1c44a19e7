"""The history of the schema, one file per revision in versions/, run by `store.schema` when an archive is opened."""
