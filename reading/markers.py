"""The numbers and bullets that authors type before a line: "1.", "a)", "(2)", "-"."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"(\(?\d{1,2}[.)](?!\d)\)?|\(?[a-hA-H][.)]|\([ivxIVX]{1,4}\)|[ivx]{1,4}[.)](?=\s)|[-–—•*·●○▪■✓✔➢►❖][ \t])\s*(?=\S)"
)


def split_marker(text: str) -> tuple[str, str]:
    """("1.", "Fotokopi KTP") of "1. Fotokopi KTP"; ("", text) when there is none."""
    found = _MARKER.match(text)
    if found is None:
        return "", text
    return found.group(1).strip(), text[found.end() :].strip()
