"""The reports of the sample audit say what they said at the last review; golden_files.py tells how to rewrite them."""

from __future__ import annotations

import pytest

from tests.reports.golden_files import FILES, FOLDER


@pytest.mark.parametrize("name", FILES)
def test_the_report_is_as_it_was_reviewed(name: str) -> None:
    assert FILES[name]() == (FOLDER / name).read_text(encoding="utf-8")


def test_no_reviewed_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)
