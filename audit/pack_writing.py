"""Make an evidence pack from the store and the vault, and check one that came back."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

from audit.proofs import document_words
from audit.publish import write_bytes
from audit.report_beside import beside_of
from audit.report_desk import Dossier, ReportOrder
from audit.report_writing import as_json
from audit.unfit import Unfit
from crawler.vault import Vault, VaultDamaged
from model.evidence import Capture
from model.reading import Source
from reading.charset import decode
from reading.documents import read_document
from reports.agency import render_agency
from reports.evidence_pack import PackSource, write_pack
from reports.machine import report_data
from reports.wacz import write_wacz
from store.archive import Archive

_BLOCKS = (
    "p",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "dt",
    "dd",
    "br",
    "summary",
)


@dataclass(frozen=True, slots=True)
class PackMade:
    """path: of the ZIP. digest: of its manifest, for the minutes."""

    path: Path
    digest: str


def write_evidence_pack(archive: Archive, dossier: Dossier, order: ReportOrder, *, wacz: bool) -> PackMade:
    """`<agency>-<period>-evidence.zip` in the agency's folder. Raises Unfit when the evidence is not kept."""
    audit, measure, language = dossier.audit, dossier.yardstick, order.language
    evidence = archive.evidence(audit.run, audit.target.id)
    if evidence is None:
        raise Unfit(f"Bukti audit {audit.run} untuk “{audit.target.id}” tidak tersimpan lagi.")
    vault = Vault(order.places.vault)
    extra: dict[str, bytes] = {}
    if wacz:
        archived = io.BytesIO()
        write_wacz(archived, evidence, vault.get)
        extra["site.wacz"] = archived.getvalue()
    beside = beside_of(archive, dossier, order, pictures=True)
    page = render_agency(audit, measure.instrument, measure.scale, dossier.history, dossier.path(), language, beside)
    source = PackSource(
        audit=audit,
        evidence=evidence,
        instrument=measure.instrument,
        scale=measure.scale,
        load=vault.get,
        words=words_of,
        report_html=page,
        report_json=as_json(report_data(audit, measure.instrument)),
        pictures=beside.pictures,
        extra=extra,
    )
    out = io.BytesIO()
    try:
        digest = write_pack(out, source, language)
    except VaultDamaged as error:
        raise Unfit(f"Salinan {error} di gudang bukti sudah berubah; berkas bukti tidak dibuat.") from error
    name = order.name(f"{audit.target.id}-{audit.period}-evidence", "zip")
    return PackMade(write_bytes(order.out / audit.target.id / name, out.getvalue()), digest)


def words_of(capture: Capture, body: bytes) -> str:
    """The text of a kept file, line by line; scripts and styles left out."""
    if "html" in capture.media:
        return html_lines(body)
    return document_words(read_document(Source(capture, body)))


def html_lines(body: bytes) -> str:
    tree = BeautifulSoup(decode(body), "lxml")
    for tag in tree(["script", "style", "noscript", "template"]):
        tag.decompose()
    for tag in tree(_BLOCKS):
        tag.insert_before("\n")
        tag.append("\n")
    return tree.get_text(" ")
