"""The month an audit counts for (periode), by the calendar of Jakarta unless told otherwise."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from audit.unfit import Unfit

SHAPE = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
JAKARTA = ZoneInfo("Asia/Jakarta")


def period_now() -> str:
    """ "YYYY-MM" of this moment in Jakarta, where national campaigns are planned."""
    return datetime.now(JAKARTA).strftime("%Y-%m")


def period_of(text: str) -> str:
    """A period as given by the user. Raises Unfit."""
    if not SHAPE.fullmatch(text):
        raise Unfit(f"Periode “{text}” tidak dikenal. Tuliskan sebagai tahun dan bulan, misalnya 2026-11.")
    return text
