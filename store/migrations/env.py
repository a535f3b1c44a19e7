"""Alembic's door: it runs the revisions on the connection, and in the transaction, of `store.schema`."""

from __future__ import annotations

from alembic import context

from store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by rebuilding it
    transactional_ddl=True,  # both databases roll a failed upgrade back whole
)
with context.begin_transaction():
    context.run_migrations()
