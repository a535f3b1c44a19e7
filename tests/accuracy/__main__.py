"""`make accuracy`: our own labelled pages and, where it is at hand, the development corpus beside the project.

While working on the reader: `python -m tests.accuracy --only PART-OF-PATH --memory FOLDER` shows a part of it, fast,
and writes nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from audit.accuracy import measure
from audit.accuracy_table import show_measures
from audit.labels import read_labels
from audit.measures import Measures
from reading.documents import close, read_document
from tests.accuracy.doubts import read_doubts
from tests.accuracy.memory import remember
from tests.accuracy.page import kept, page, part

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "accuracy.md"
SETS = (
    ("own", "Our own labelled pages", ROOT / "tests" / "labelled" / "labels.jsonl"),
    ("corpus", "Development corpus of real pages", ROOT.parent / "shared" / "corpus" / "labels.jsonl"),
)


def main() -> int:
    """Measure what is at hand; 1 when a claim has no proof in its page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="only labels with this in their path; docs are left alone")
    options.add_argument("--memory", type=Path, help="folder that keeps what was read from pictures")
    chosen = options.parse_args()
    look = remember(chosen.memory) if chosen.memory else read_document
    found: dict[str, Measures] = {}
    for name, title, labels in SETS:
        wanted = tuple(label for label in read_labels(labels) if chosen.only in label.path) if labels.is_file() else ()
        if wanted:
            found[name] = measure(wanted, labels.parent.resolve(), look)
            show_measures(found[name], title)
    close()
    if not chosen.only:
        write(found)
    return 1 if any(measures.unproven for measures in found.values()) else 0


def write(found: dict[str, Measures]) -> None:
    """docs/accuracy.md anew; the part of a set that is not at hand stays as it was."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    doubts = read_doubts()
    parts = [part(name, title, found[name], doubts) if name in found else kept(name, before) for name, title, _ in SETS]
    PAGE.write_text(page([text for text in parts if text]), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
