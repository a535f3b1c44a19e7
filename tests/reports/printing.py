"""A browser that prints, for the tests of PDFs; they are passed over where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from crawler.chromium import BrowserMissing, find_chromium
from reports.pdf import Printer, open_printer


@contextmanager
def printer() -> Iterator[Printer]:
    try:
        found = find_chromium()
    except BrowserMissing as error:
        pytest.skip(str(error))
    with open_printer(found.executable, found.sandbox) as made:
        yield made
