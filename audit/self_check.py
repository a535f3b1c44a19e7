"""A target made from an address that somebody typed (pemeriksaan mandiri)."""

from __future__ import annotations

import re

from audit.address import AddressRefused, read_address
from audit.unfit import Unfit
from model.evidence import Level, Target


def target_of(url: str, name: str, province: str) -> Target:
    """Raises Unfit with the reason when the address cannot be asked for."""
    try:
        address = read_address(url)
    except AddressRefused as error:
        raise Unfit(f"Alamat “{url}” tidak dapat diperiksa. {error.says} {error.remedy}") from error
    host = address.split("/")[2].split(":")[0].removeprefix("www.")
    key = re.sub(r"[^a-z0-9]+", "-", address.split("//", 1)[1].removeprefix("www.").lower()).strip("-")[:60].strip("-")
    return Target(key, name or host, Level.KABUPATEN, province, address, tags=("pemeriksaan-mandiri",))
