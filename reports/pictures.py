"""Marked places: small pictures that show where quoted words stand in an image or on a rendered page."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """jpeg: encoded by us, never a stranger's bytes. width, height: pixels."""

    jpeg: bytes
    width: int
    height: int

    @property
    def data(self) -> str:
        """As a data: address, which the policy of a report with pictures allows."""
        return "data:image/jpeg;base64," + base64.b64encode(self.jpeg).decode()


Pictures = Mapping[tuple[str, str], Picture]
"""By the digest of the kept bytes and the quoted words."""

NO_PICTURES: Pictures = {}
