"""The reader over the project's own labelled pages: every label, every quote, every reason.

known.toml lists what the reader gets wrong today. A fault that is mended must leave the list, else the test fails.
"""

from __future__ import annotations

import functools
import json
import re
import tomllib
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from audit.inspect import inspect_file, open_draft
from tests.labelled.make import HERE, every_page, labels_text, made_from_text

LABELS: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "labels.jsonl").read_text(encoding="utf-8").splitlines()
]
PATHS = [label["path"] for label in LABELS]
KNOWN: list[dict[str, str]] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))["fault"]
ALIKE = (
    {"service", "standard", "document"},
    {"other", "menu", "profile", "placeholder", "document", "service", "standard"},
)
"""Page kinds that a careful person may take for each other: a full standard of one service; a page without values."""
REASONS = [(made.path, topic, gist) for made in made_from_text() for topic, gist in made.says.items()]


@functools.cache
def inspected(path: str) -> dict[str, Any]:
    return inspect_file(open_draft(HERE / path, HERE / "pages"))


def label_of(path: str) -> dict[str, Any]:
    return LABELS[PATHS.index(path)]


def disagreements(path: str) -> dict[str, str]:
    """Component: what was said and what the label says. "partial" labels may be answered either way."""
    label, answer = label_of(path), inspected(path)
    wrong = {}
    for component, truth in label["components"].items():
        said = answer["components"][component]
        if truth != "partial" and (said["verdict"] == "met") != truth:
            quotes = [e["quote"][:120] for e in said["exhibits"]]
            wrong[component] = f"said {said['verdict']} ({said['says']}) {quotes}; the label says {truth}"
    if not same_kind(answer["page_kind"], label["page_kind"]):
        wrong["page_kind"] = f"said {answer['page_kind']}; the label says {label['page_kind']}"
    return wrong


def same_kind(said: str, labelled: str) -> bool:
    return said == labelled or any({said, labelled} <= kinds for kinds in ALIKE)


def known_of(path: str) -> set[str]:
    return {fault["component"] for fault in KNOWN if fault["path"] == path}


@pytest.mark.parametrize("path", PATHS)
def test_the_reader_says_what_the_label_says(path: str) -> None:
    wrong = disagreements(path)
    unexpected = {component: told for component, told in wrong.items() if component not in known_of(path)}
    assert unexpected == {}


@pytest.mark.parametrize("fault", KNOWN, ids=lambda fault: f"{fault['path']}-{fault['component']}")
def test_a_known_fault_is_still_there(fault: dict[str, str]) -> None:
    assert fault["component"] in disagreements(fault["path"]), "mended: take it out of known.toml"


@pytest.mark.parametrize(("path", "component", "gist"), REASONS)
def test_the_sentence_says_why_it_does_not_count(path: str, component: str, gist: str) -> None:
    said = inspected(path)["components"][component]
    assert (said["verdict"] != "met", bool(re.search(gist, said["says"], re.I))) == (True, True), said["says"]


@pytest.mark.parametrize("path", [path for path in PATHS if path.endswith((".html", ".txt"))])
def test_every_quote_of_the_reader_stands_on_the_page(path: str) -> None:
    ground = letters(re.sub(r"<[^>]+>", " ", (HERE / path).read_text(encoding="utf-8")))
    quotes = [
        exhibit["quote"]
        for said in inspected(path)["components"].values()
        for exhibit in said["exhibits"]
        if not exhibit["where"].startswith("gambar") and "confidence" not in exhibit
    ]
    assert [quote for quote in quotes if letters(quote) not in ground] == []


def letters(text: str) -> str:
    return "".join(c for c in unescape(text).lower() if c.isalnum())


def test_the_pages_are_those_that_the_facts_make() -> None:
    pages = every_page()
    text = [made for made in pages if Path(made.path).suffix in (".html", ".txt", ".json", ".odt")]
    stale = [made.path for made in text if (HERE / made.path).read_bytes() != made.body]
    assert stale == [], "run python -m tests.labelled.make"
    assert (HERE / "labels.jsonl").read_text(encoding="utf-8") == labels_text(pages)


def test_every_quote_of_a_label_stands_on_its_page() -> None:
    missing = []
    for label in LABELS:
        file = HERE / label["path"]
        if file.suffix not in (".html", ".txt"):
            continue
        ground = letters(re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8")))
        missing += [
            (label["path"], component)
            for component, quote in label["quotes"].items()
            if component not in label["in_image_only"] and letters(quote) not in ground
        ]
    assert missing == []


def test_the_set_is_large_and_half_of_it_holds_nothing() -> None:
    nothing = [label for label in LABELS if True not in label["components"].values()]
    kinds = {label["page_kind"] for label in LABELS}
    assert len(LABELS) >= 120
    assert 0.4 <= len(nothing) / len(LABELS) <= 0.6
    assert len({label["agency_type"] for label in LABELS}) >= 15
    assert kinds == {
        *("service", "standard", "pledge", "complaints", "tariff", "faq", "news", "menu", "placeholder", "profile"),
        *("document", "login", "error", "parked", "hacked", "challenge", "other"),
    }
