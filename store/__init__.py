"""The archive: runs, targets and audits in SQLite or PostgreSQL. The only room that knows SQLAlchemy."""
