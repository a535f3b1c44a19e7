"""Databases to keep audits in: a SQLite file, and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from store.archive import Archive
from tests.store.postgres import running_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with running_postgres() as address:
        yield address


@pytest.fixture
def empty_postgres(postgres: str) -> str:
    engine = create_engine(postgres)
    with engine.begin() as db:
        db.execute(text("DROP SCHEMA public CASCADE"))
        db.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return postgres


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind: what holds for one must hold for the other."""
    if request.param == "sqlite":
        return str(tmp_path / "patuh.sqlite")
    return str(request.getfixturevalue("empty_postgres"))


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with Archive.open(address) as opened:
        yield opened
