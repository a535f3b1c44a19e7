"""Strangers' text made fit for print: no control characters, no half characters, no turning of the writing, no end."""

from __future__ import annotations

import re

LONGEST = 1200
"""Characters of one string that a report prints; quotes and sentences are far shorter."""

# C0 and C1 controls but tab and line ends; lone surrogates; marks that reverse the direction of the text after them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with what cannot be printed replaced by U+FFFD, cut with an ellipsis at LONGEST."""
    shortened = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return _UNPRINTABLE.sub("\ufffd", shortened)
