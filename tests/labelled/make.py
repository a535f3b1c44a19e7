"""Makes the labelled pages and labels.jsonl from the facts and the written pages: python -m tests.labelled.make.

The labels come from what was put on a page, never from what the reader says of it.
"""

from __future__ import annotations

import hashlib
import io
import json
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.labelled.documents import DOCUMENTS, LINES
from tests.labelled.layouts import LAYOUTS, Rows
from tests.labelled.shells import SHELLS

HERE = Path(__file__).parent
COMPONENTS = (
    "requirements",
    "procedure",
    "completion_time",
    "fee",
    "product",
    "complaint_handling",
    "pledge",
    "legal_basis",
)
WORDS = {
    "legal_basis": ("Dasar Hukum",),
    "requirements": ("Persyaratan", "Persyaratan Pelayanan", "Syarat-syarat", "Kelengkapan Berkas"),
    "procedure": ("Sistem, Mekanisme, dan Prosedur", "Prosedur", "Alur Pelayanan", "Mekanisme dan Prosedur"),
    "completion_time": ("Jangka Waktu Penyelesaian", "Waktu Penyelesaian", "Jangka Waktu Pelayanan"),
    "fee": ("Biaya/Tarif", "Biaya", "Tarif"),
    "product": ("Produk Pelayanan", "Produk Layanan"),
    "complaint_handling": ("Penanganan Pengaduan, Saran, dan Masukan", "Pengaduan Layanan", "Kontak Pengaduan"),
}
"""What agencies call the components, in the order in which pages give them."""


@dataclass
class Made:
    """One page: its bytes and its label. says: words that the sentence of a component must hold (a pattern)."""

    path: str
    body: bytes
    label: dict[str, Any]
    says: dict[str, str] = field(default_factory=dict)


def facts(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def every_page() -> list[Made]:
    return sorted([*made_from_facts(), *made_from_text()], key=lambda made: made.path)


def rows_of(service: dict[str, Any], seed: str) -> Rows:
    """The service's components under names that the seed chooses."""
    chance = Random(seed)
    rows = []
    for component, words in WORDS.items():
        label = chance.choice(words)
        if component in service:
            told = service[component]
            rows.append((label, told if isinstance(told, list) else [told]))
    return rows


def made_from_facts() -> Iterator[Made]:
    agencies = facts("facts/agencies.toml")
    for service in facts("facts/services.toml")["service"]:
        agency = agencies[service["agency"]]
        for form in service["forms"]:
            layout, _, shell = form.partition("/")
            rows = rows_of(service, f"{service['slug']} {form}")
            if shell:
                suffix, kind = f"-{layout.replace('_', '-')}.html", "html"
                title = service["name"]
                body = SHELLS[shell](agency, title, LAYOUTS[layout](title, rows)).encode()
            else:
                suffix, kind, make = DOCUMENTS[form]
                suffix = f".{suffix}"
                body = settled(make(service["name"], rows))
            path = f"pages/{service['agency']}/{service['slug']}{suffix}"
            yield Made(path, body, label_of_facts(service, agency, path, kind, form))


def label_of_facts(service: dict[str, Any], agency: dict[str, str], path: str, kind: str, form: str) -> dict[str, Any]:
    partly = {*service.get("partly", ()), *(() if "product" in service else ("product",))}
    if form == "pdf":
        partly |= set() if "legal_basis" in service else {"legal_basis"}
    components = {c: "partial" if c in partly else c in service for c in COMPONENTS}
    quotes = {c: service[c][0] if isinstance(service[c], list) else service[c] for c in COMPONENTS if c in service}
    return {
        "path": path,
        "kind": kind,
        "agency_type": agency["type"],
        "authenticity": "own",
        "title": service["name"],
        "components": components,
        "in_image_only": [],
        "quotes": quotes,
        "trap": "",
        "page_kind": "standard",
    }


def made_from_text() -> Iterator[Made]:
    agencies = facts("facts/agencies.toml")
    for file in sorted((HERE / "written").glob("*.toml")):
        for page in facts(f"written/{file.name}")["page"]:
            agency = agencies[page["path"].split("/")[0]]
            suffix = page["path"].rpartition(".")[2]
            if suffix == "html":
                kind, body = "html", SHELLS[page["shell"]](agency, page["title"], page["body"]).encode()
            else:
                kind, make = LINES[suffix]
                body = settled(make(page["lines"]))
            path = f"pages/{page['path']}"
            yield Made(path, body, label_of_text(page, agency, path, kind), page.get("says", {}))


def label_of_text(page: dict[str, Any], agency: dict[str, str], path: str, kind: str) -> dict[str, Any]:
    quotes = {**page.get("true", {}), **page.get("image", {})}
    partial = page.get("partial", ())
    return {
        "path": path,
        "kind": kind,
        "agency_type": agency["type"],
        "authenticity": "own",
        "title": page["title"],
        "components": {c: "partial" if c in partial else c in quotes for c in COMPONENTS},
        "in_image_only": list(page.get("image", {})),
        "quotes": quotes,
        "trap": page["trap"],
        "page_kind": page["page_kind"],
    }


def settled(body: bytes) -> bytes:
    """An Office file without the time at which it was packed."""
    if not body.startswith(b"PK"):
        return body
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():  # what was stored stays stored: ODF wants its first member so
            plain = zipfile.ZipInfo(member.filename, (2024, 1, 1, 0, 0, 0))
            new.writestr(plain, old.read(member), member.compress_type)
    return buffer.getvalue()


def labels_text(pages: list[Made]) -> str:
    return "".join(json.dumps(made.label, ensure_ascii=False) + "\n" for made in pages)


def main() -> None:
    pages = every_page()
    for made in pages:
        file = HERE / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.body)
    (HERE / "labels.jsonl").write_text(labels_text(pages), encoding="utf-8")
    nothing = sum(1 for made in pages if not any(v is True for v in made.label["components"].values()))
    digest = hashlib.sha256(b"".join(made.body for made in pages)).hexdigest()[:12]
    print(f"{len(pages)} pages, {nothing} of them hold nothing; {digest}")


if __name__ == "__main__":
    main()
