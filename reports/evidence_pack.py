"""The evidence pack (berkas bukti): all that one audit rests on, in one ZIP that opens offline and can be checked.

index.html            what is in here, and which proof stands where
report.html, .json    the agency report
evidence.json         ledger, captures, times (canonical)
audit.json            the audit as it is stored (canonical)
kept/                 the kept bytes, under their SHA-256; pages with the ending .txt, so that nothing runs
view/                 each kept page as text, the quoted words marked
screenshots/, marks/  pictures taken by the crawl; the marked places
manifest-sha256.txt   the digest of every file
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from model.audit import Audit
from model.codec import to_json
from model.evidence import Capture, Evidence
from model.instrument import Instrument, ZoneScale
from model.reading import Exhibit
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.pack_files import kept_name, mark_name, screenshot_name, view_name
from reports.pack_view import View, view_of
from reports.pack_zip import PackWriter
from reports.pictures import Pictures
from reports.zone_time import zone_time

_MOST_PICTURE = 3_000_000  # bytes of a picture that is shown within its view
_PACKED = ("application/pdf", "image/", "application/vnd.openxmlformats", "application/zip")

Load = Callable[[str], bytes]
Words = Callable[[Capture, bytes], str]


@dataclass(frozen=True, slots=True)
class PackSource:
    """What a pack is made of.

    load: digest -> kept bytes, raises KeyError when they are gone. words: the text of a kept file, "" for a picture.
    report_html, report_json: the agency report. pictures: the marked places.
    """

    audit: Audit
    evidence: Evidence
    instrument: Instrument
    scale: ZoneScale
    load: Load
    words: Words
    report_html: str
    report_json: str
    pictures: Pictures = field(default_factory=dict)
    extra: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept file, as the index lists it. file, view: names in the pack, "" when the bytes are gone."""

    capture: Capture
    file: str
    view: str
    screenshot: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One proof: what it stands under, the view that shows it, and the picture of its marked place, "" without one."""

    title: str
    service: str
    exhibit: Exhibit
    view: str
    mark: str


def write_pack(out: IO[bytes], source: PackSource, language: Language = INDONESIAN) -> str:
    """Write the ZIP; gives the SHA-256 of its manifest. One kept file at a time is in memory."""
    audit = source.audit
    pack = PackWriter.open(out, audit.finished)
    quotes = _quotes(audit)
    kept = tuple(_keep(pack, source, capture, quotes, language) for capture in source.evidence.captures)
    files = {one.capture.digest: one.view for one in kept}
    for (digest, quote), picture in sorted(source.pictures.items()):
        pack.add(mark_name(digest, quote), picture.jpeg, stored=True)
    pack.add("report.html", source.report_html.encode("utf-8", "replace"))
    pack.add("report.json", source.report_json.encode("utf-8", "replace"))
    pack.add("audit.json", to_json(audit).encode("utf-8", "replace"))
    pack.add("evidence.json", to_json(source.evidence).encode("utf-8", "replace"))
    for name, content in sorted(source.extra.items()):
        pack.add(name, content, stored=True)
    pack.add("index.html", _index(source, kept, files, language).encode("utf-8", "replace"))
    return pack.close()


def _keep(
    pack: PackWriter, source: PackSource, capture: Capture, quotes: Mapping[str, tuple[str, ...]], language: Language
) -> Kept:
    shot = _screenshot(pack, source, capture)
    try:
        body = source.load(capture.digest)
    except KeyError:
        return Kept(capture, "", "", shot)
    file, view = kept_name(capture), view_name(capture.digest)
    if file not in pack.digests:
        pack.add(file, body, stored=capture.media.startswith(_PACKED))
        shown = _view(source, capture, body, quotes.get(capture.digest, ()))
        html = render(
            "pack_view.html",
            language,
            pictures=bool(shown.picture),
            capture=capture,
            view=shown,
            clock=zone_time(source.audit.target.province),
            file=file,
        )
        pack.add(view, html.encode("utf-8", "replace"))
    return Kept(capture, file, view, shot)


def _screenshot(pack: PackWriter, source: PackSource, capture: Capture) -> str:
    if not capture.screenshot:
        return ""
    try:
        pack.add(name := screenshot_name(capture.screenshot), source.load(capture.screenshot), stored=True)
    except KeyError:
        return ""
    return name


def _view(source: PackSource, capture: Capture, body: bytes, quotes: tuple[str, ...]) -> View:
    if capture.media.startswith("image/") and "svg" not in capture.media:
        small = len(body) <= _MOST_PICTURE
        data = f"data:{capture.media};base64,{base64.b64encode(body).decode()}" if small else ""
        return View((), quotes, data)
    return view_of(source.words(capture, body), quotes)


def _index(source: PackSource, kept: tuple[Kept, ...], files: Mapping[str, str], language: Language) -> str:
    audit = source.audit
    return render(
        "pack_index.html",
        language,
        audit=audit,
        card=audit.scorecard,
        instrument=language.instrument(source.instrument),
        scale=language.scale(source.scale),
        clock=zone_time(audit.target.province),
        kept=kept,
        proofs=tuple(_proofs(source, language.instrument(source.instrument), files)),
        extra=tuple(sorted(source.extra)),
    )


def _proofs(source: PackSource, instrument: Instrument, files: Mapping[str, str]) -> Iterator[Shown]:
    titles = {criterion.check: criterion.title for criterion in instrument.criteria}
    for finding in source.audit.findings:
        named = (
            [("", finding.exhibits)] if not finding.by_service else [(a.name, a.exhibits) for a in finding.by_service]
        )
        for name, exhibits in named:
            for exhibit in exhibits:
                marked = (exhibit.digest, exhibit.quote) in source.pictures
                mark = mark_name(exhibit.digest, exhibit.quote) if marked else ""
                title = titles.get(finding.check, finding.check)
                yield Shown(title, name, exhibit, files.get(exhibit.digest, ""), mark)


def _quotes(audit: Audit) -> dict[str, tuple[str, ...]]:
    """The quoted words by the digest of the bytes that hold them, each once."""
    found: dict[str, dict[str, None]] = {}
    for finding in audit.findings:
        for exhibit in (*finding.exhibits, *(e for a in finding.by_service for e in a.exhibits)):
            found.setdefault(exhibit.digest, {})[exhibit.quote] = None
    return {digest: tuple(quotes) for digest, quotes in found.items()}
