"""Keep the catalogues of reports/locale in step with the code: `python tools/catalogue.py`, or `--check`.

Gathers the words of the templates, of reports/, of the instruments and zone scales, and every sentence that an audit
can hold; writes the .po with what is still to be translated, and the .mo that the reports read. `--check` writes
nothing and fails when a text has no translation, when one is no longer used, or when the .mo has drifted.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from audit.instruments import load_instrument, load_scales
from reports import reach_words, words
from tools.sentences import patterns

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "reports" / "templates"
INSTRUMENTS = ROOT / "instruments"
ENGLISH = ROOT / "reports" / "locale" / "en" / "LC_MESSAGES" / "patuh.po"
PLACES = (
    *("halaman", "tabel", "baris", "bagian", "lembar", "salindia", "paragraf", "formulir", "judul", "tautan"),
    *("teks halaman", "daftar keterangan", "gambar"),
)
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SIGNS = ("VERDICT_MARKS",)
FIELD = re.compile(r"\{(\w*)\}|%\((\w+)\)s")


def texts() -> list[str]:
    """Every msgid, sorted."""
    return sorted({*template_texts(), *word_texts(), *instrument_texts(), *patterns(), *PLACES} - {""})


def template_texts() -> Iterator[str]:
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    for path in sorted(TEMPLATES.rglob("*.html")):
        for _, _, message, _ in babel_extract(io.BytesIO(path.read_bytes()), ("_", "gettext"), (), options):
            yield from (message,) if isinstance(message, str) else (part for part in message if part)


def word_texts() -> Iterator[str]:
    for module in (words, reach_words):
        for name, table in vars(module).items():
            if isinstance(table, dict) and name.isupper() and name not in SIGNS:
                for word in table.values():
                    yield from (word,) if isinstance(word, str) else (word.short, word.sentence, word.remedy)
    for path in sorted((ROOT / "reports").rglob("*.py")):
        yield from spoken_words(path)


def spoken_words(path: Path) -> Iterator[str]:
    """Literals that the code of reports/ hands to `word(...)` or `language.word(...)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and node.args
            and "word" in (getattr(node.func, key, "") for key in ("id", "attr"))
        ):
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def instrument_texts() -> Iterator[str]:
    for path in sorted(INSTRUMENTS.glob("*.toml")):
        if path.name == "zones.toml":
            for scale in load_scales(path):
                yield scale.title
                yield from (zone.label for zone in scale.zones)
        elif "criteria" in path.read_text(encoding="utf-8"):
            instrument = load_instrument(path)
            yield from (instrument.title, instrument.note)
            for c in instrument.criteria:
                yield from (c.title, c.group, c.legal_basis, c.counts_when, c.remedy)


def load(path: Path) -> Catalog:
    if not path.is_file():
        return Catalog("en")
    return read_po(io.BytesIO(path.read_bytes()), "en")


def merged(old: Catalog, wanted: list[str]) -> Catalog:
    """The catalogue with exactly the wanted texts, sorted, and the translations that there are."""
    made = Catalog("en", project="Patuh", copyright_holder="", fuzzy=False)
    for text in wanted:
        known = old.get(text)
        made.add(text, known.string if known else "", flags=())
    return made


def as_po(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, sort_output=True)
    header = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: en\\n"\n\n'
    return header + out.getvalue().lstrip()


def as_mo(catalogue: Catalog) -> bytes:
    """Compiled; with one date for ever in the headers, so that equal texts give equal bytes."""
    bare = Catalog("en", project="Patuh", creation_date=EPOCH, revision_date=EPOCH, fuzzy=False)
    for message in catalogue:
        if message.id and message.string:
            bare.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, bare)
    return out.getvalue()


def faults(catalogue: Catalog, wanted: list[str]) -> list[str]:
    """What keeps the catalogue from being complete, one line each."""
    there = {str(m.id): str(m.string) for m in catalogue if m.id}
    lacking = [f"no translation: {text}" for text in wanted if not there.get(text)]
    unused = [f"no longer used: {text}" for text in there if text not in set(wanted)]
    torn = [f"unknown fields: {text}" for text in wanted if not fields(there.get(text, "")) <= fields(text)]
    return lacking + unused + torn


def fields(text: str) -> set[str]:
    return {"".join(found) for found in FIELD.findall(text)}


def main() -> int:
    wanted, old = texts(), load(ENGLISH)
    mo = ENGLISH.with_suffix(".mo")
    if "--check" not in sys.argv:
        made = merged(old, wanted)
        ENGLISH.parent.mkdir(parents=True, exist_ok=True)
        ENGLISH.write_bytes(as_po(made))
        mo.write_bytes(as_mo(made))
        old = made
    found = faults(old, wanted)
    if not mo.is_file() or mo.read_bytes() != as_mo(old):
        found.append(f"{mo.name} has drifted: run `make docs`")
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
