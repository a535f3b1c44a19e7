from tests.store.conftest import address, archive, empty_postgres, postgres

__all__ = ["address", "archive", "empty_postgres", "postgres"]
