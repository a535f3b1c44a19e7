"""Reads labelled pages and compares: python -m tests.accuracy [LABELS.jsonl] [--only TEXT] [--component ID].

CLEAR counts as a claim; PARTIAL and NAMED do not; "partial" labels are never scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.codec import from_json, to_json
from model.evidence import Capture
from model.reading import COMPONENTS, Document, Grade, Page, Source, Statement, Topic, best
from reading.documents import read_document
from reading.page import read_page
from reading.read import witness_of

DEFAULT = Path(__file__).parents[2] / "shared" / "corpus" / "labels.jsonl"
AT = datetime(2026, 1, 1, tzinfo=UTC)
MEDIA = {
    "html": "text/html",
    "pdf": "application/pdf",
    "image": "image/jpeg",
    "text": "text/plain",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass
class Tally:
    hit: int = 0
    false: int = 0
    missed: int = 0

    def row(self, name: str) -> str:
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else 1.0
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = f"({self.hit} hit, {self.false} false, {self.missed} missed)"
        return f"{name:22} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   {counts}"


@dataclass
class Score:
    parts: dict[str, dict[Topic, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    hard_pages: int = 0
    hard_false: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)


def read_labelled(root: Path, label: dict[str, Any], memory: Path | None, pictures: bool) -> Page:
    path = root / label["path"]
    body = path.read_bytes()
    media = MEDIA[label["kind"]]
    if path.suffix == ".json":
        media = "application/json"
    url = f"https://{'/'.join(label['path'].split('/')[1:])}"
    capture = Capture(url, url, media, "0" * 64, len(body), AT, "file")
    source = Source(capture, body)
    read = read_document if memory is None else lambda shown: remembered(memory, shown)
    document = read_document(source) if label["kind"] == "html" else read(source)
    shown = (lambda address: picture(path, url, address)) if pictures else (lambda address: None)
    return read_page(document, witness_of(source, document), media, shown, read)


def remembered(memory: Path, source: Source) -> Document:
    """Recognising a picture takes seconds: what was read once is kept in a folder, by the digest of the picture."""
    file = memory / f"{hashlib.sha256(source.body).hexdigest()}.json"
    if file.is_file():
        return replace(from_json(Document, file.read_text(encoding="utf-8")), url=source.capture.url)
    document = read_document(source)
    memory.mkdir(parents=True, exist_ok=True)
    file.write_text(to_json(document), encoding="utf-8")
    return document


def picture(path: Path, url: str, address: str) -> Source | None:
    """A picture of the page, from the folder beside it."""
    from urllib.parse import unquote, urlsplit

    site = path.parents[len([p for p in urlsplit(url).path.split("/") if p]) - 1]
    file = site / unquote(urlsplit(address).path).lstrip("/")
    if urlsplit(address).netloc != urlsplit(url).netloc or not file.is_file():
        return None
    body = file.read_bytes()
    return Source(Capture(address, address, "image/jpeg", "1" * 64, len(body), AT, "file"), body)


def claims(page: Page) -> dict[Topic, Statement]:
    found: dict[Topic, Statement] = {}
    statements = [*page.statements, *(s for v in page.services for s in v.statements)]
    for topic in COMPONENTS:
        strongest = best(s for s in statements if s.topic is topic)
        if strongest is not None:
            found[topic] = strongest
    return found


def compare(score: Score, label: dict[str, Any], page: Page) -> None:
    found = claims(page)
    truth = label["components"]
    hard = not any(truth.values())
    score.hard_pages += hard
    wrong = 0
    for topic in COMPONENTS:
        said = found.get(topic)
        claimed = said is not None and said.grade is Grade.CLEAR
        value = truth[topic.value]
        if value == "partial":
            continue
        medium = "image" if label["kind"] == "image" or topic.value in label["in_image_only"] else "text"
        tally = score.parts[medium][topic]
        tally.hit += bool(claimed and value)
        tally.false += bool(claimed and not value)
        tally.missed += bool(not claimed and value)
        if claimed != bool(value):
            wrong += claimed
            what = "FALSE " if claimed else "MISSED"
            quote = said.exhibits[0].quote[:110] if said and said.exhibits else ""
            expected = label["quotes"].get(topic.value, "")[:80]
            note = f"{said.grade}:{said.trap}" if said else "nothing"
            score.disagreements.append(
                f"{what} {topic.value:18} {medium} {label['path']}\n        [{note}] {quote!r} | label {expected!r}"
            )
    score.hard_false += wrong if hard else 0
    score.kinds[(label["page_kind"], page.kind.value)] += 1


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("labels", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--only", default="")
    options.add_argument("--component", default="")
    options.add_argument("--no-images", action="store_true")
    options.add_argument("--no-pictures", action="store_true", help="do not read the pictures that pages show")
    options.add_argument("--memory", type=Path, help="folder that keeps what was read from pictures")
    options.add_argument("--kinds", action="store_true")
    chosen = options.parse_args()
    score = Score()
    for line in chosen.labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if chosen.only not in label["path"] or (chosen.no_images and label["kind"] == "image"):
            continue
        page = read_labelled(chosen.labels.parent, label, chosen.memory, not chosen.no_pictures)
        compare(score, label, page)
    for text in score.disagreements:
        if chosen.component in text:
            print(text)
    for medium, topics in sorted(score.parts.items()):
        total = Tally()
        print(f"--- {medium}")
        for topic in COMPONENTS:
            tally = topics[topic]
            print(tally.row(topic.value))
            total.hit, total.false, total.missed = (
                total.hit + tally.hit,
                total.false + tally.false,
                total.missed + tally.missed,
            )
        print(total.row("all (micro)"))
    print(f"hard negatives: {score.hard_false} false claims on {score.hard_pages} pages")
    right = sum(n for (a, b), n in score.kinds.items() if a == b)
    print(f"page kind: {right} of {sum(score.kinds.values())} as labelled")
    if chosen.kinds:
        for (a, b), n in sorted(score.kinds.items()):
            if a != b:
                print(f"  {a:12} read as {b:12} {n}")


if __name__ == "__main__":
    main()
