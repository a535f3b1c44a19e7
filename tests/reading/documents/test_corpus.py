"""Every quote of the development corpus is in the text that the readers give; skipped where there is no corpus."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reading.readers import read_here
from tests.reading.documents.files import source, words

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
KINDS = ("pdf", "docx", "xlsx", "text")

# A quote made of words of several cells of one table, in the order of another program: no reader can give it back.
LEAST_FOUND = {"pdf": 0.93, "docx": 0.9, "xlsx": 1.0, "text": 0.9}

pytestmark = pytest.mark.skipif(not (CORPUS / "labels.jsonl").exists(), reason="the corpus is not here")


def labels(kind: str) -> list[dict[str, Any]]:
    lines = (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [label for label in map(json.loads, lines) if label["kind"] == kind]


def bare(text: str) -> str:
    """Letters and digits only: quotes of JSON files carry its punctuation."""
    return re.sub(r"\W+", "", text).lower()


@pytest.mark.parametrize("kind", KINDS)
def test_quotes_are_in_the_text(kind: str) -> None:
    asked, missed = 0, []
    for label in labels(kind):
        text = bare(words(read_here(source((CORPUS / label["path"]).read_bytes()))))
        asked += len(label["quotes"])
        missed += [(label["path"], quote) for quote in label["quotes"].values() if bare(quote) not in text]
    assert 1 - len(missed) / asked >= LEAST_FOUND[kind], missed


def test_labels_and_values_of_standards_come_out_paired() -> None:
    standards = [
        x for x in labels("pdf") if x["page_kind"] == "standard" and x["components"]["completion_time"] is True
    ]
    unpaired = []
    for label in standards:
        document = read_here(source((CORPUS / label["path"]).read_bytes()))
        rows = [b.cells for s in document.sections for b in s.blocks if b.cells]
        quote = bare(label["quotes"]["completion_time"])
        beside = [cells for cells in rows if any(quote in bare(c) for c in cells[1:])]
        if not any("waktu" in bare(" ".join(cells)) or len(cells) > 3 for cells in beside):
            unpaired.append(label["path"])
    assert len(unpaired) <= 0.1 * len(standards), unpaired
