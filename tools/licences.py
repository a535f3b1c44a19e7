"""Licence gate: no GPL or AGPL in what the core installs. LGPL and MPL are allowed where a library is unchanged."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements" / "run.txt"
FORBIDDEN = re.compile(r"(?<![A-Za-z])A?GPL|GNU (Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"Lesser|LGPL", re.IGNORECASE)


def licence_of(package: Distribution) -> str:
    """What the package itself says: the SPDX expression, else the classifiers, else the first line of the licence."""
    if expression := package.metadata.get("License-Expression"):
        return expression
    classifiers = [c for c in package.metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    return "; ".join(classifiers) or (package.metadata.get("License") or "").strip().split("\n")[0]


def main() -> int:
    bad: list[str] = []
    silent: list[str] = []
    for name in sorted(set(re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(), flags=re.MULTILINE))):
        try:
            licence = licence_of(distribution(name))
        except PackageNotFoundError:
            continue  # a package for another system or Python
        if not licence:
            silent.append(name)
        elif FORBIDDEN.search(licence) and not LESSER.search(licence):
            bad.append(f"{name}: {licence}")
    for line in bad:
        print(f"licence not allowed in the core: {line}", file=sys.stderr)
    for name in silent:
        print(f"licence gate: {name} names no licence in its metadata; look at it by hand")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
