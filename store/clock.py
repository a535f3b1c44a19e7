"""The clock of the database, because the clocks of several workers differ."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class database_seconds(GenericFunction[int]):
    """Whole seconds since 1970. In lower case, because SQLAlchemy names the function after the class."""

    type = Integer()
    inherit_cache = True


@compiles(database_seconds, "sqlite")
def _on_sqlite(_element: Any, _compiler: Any, **_options: Any) -> str:
    return "CAST(strftime('%s', 'now') AS INTEGER)"


@compiles(database_seconds, "postgresql")
def _on_postgresql(_element: Any, _compiler: Any, **_options: Any) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) AS INTEGER)"
