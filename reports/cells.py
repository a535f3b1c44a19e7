"""The one guard of all table cells (CSV and XLSX): personal data masked, controls removed, no formula of a stranger."""

from __future__ import annotations

import re

from reports.mask import mask
from reports.printable import clean

_FORMULA = re.compile(r"\s*[=+\-@\t\r\n|%＝＋－＠]")
"""What spreadsheets take for the start of a formula or of a command, also in its full-width forms."""


def cell(text: str) -> str:
    """The text as a table may hold it: at most 1,200 characters, with a ' before what could be run as a formula."""
    shown = mask(clean(text))
    return f"'{shown}" if _FORMULA.match(shown) and len(shown.strip()) > 1 else shown
