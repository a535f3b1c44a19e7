"""The scheduler puts audits into a queue: it can reach neither the crawler nor any other room."""

from __future__ import annotations

import ast
from pathlib import Path

import scheduler


def test_it_knows_nouns_and_its_clockwork_only() -> None:
    tree = ast.parse(Path(scheduler.__file__).read_text(encoding="utf-8"))
    froms = {
        node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert froms | names == {"__future__", "collections", "datetime", "typing", "apscheduler", "model"}
