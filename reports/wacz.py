"""The kept pages of one audit as a web archive (WACZ 1.1.1), for replay tools such as ReplayWeb.page or pywb.

Each kept file is a WARC "resource" record: what the browser had made of a page, or the bytes as they were sent. They
bear the time at which they were taken and the SHA-256 under which they are kept.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from model.evidence import Capture, Evidence, Resource

SOFTWARE = "Patuh"
_WARC, _INDEX, _PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One record: its capture, and where it lies in the WARC file, in bytes."""

    capture: Capture
    offset: int
    length: int


def write_wacz(out: IO[bytes], evidence: Evidence, load: Load) -> int:
    """Write the archive; gives the number of records. load: digest -> bytes, raises KeyError when they are gone.

    The same evidence gives the same bytes.
    """
    warc = io.BytesIO()
    entries = tuple(_records(warc, evidence, load))
    files = {
        _WARC: warc.getvalue(),
        _INDEX: "".join(sorted(map(_cdx_line, entries))).encode(),
        _PAGES: _pages(evidence, entries).encode(),
    }
    package = _as_json(_package(evidence, files))
    digest = {"path": "datapackage.json", "hash": _sha256(package)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        at = evidence.finished.astimezone(UTC).timetuple()[:6]
        for name, content in (*files.items(), ("datapackage.json", package)):
            archive.writestr(zipfile.ZipInfo(name, at), content)
        archive.writestr(zipfile.ZipInfo("datapackage-digest.json", at), _as_json(digest))
    return len(entries)


def _records(warc: io.BytesIO, evidence: Evidence, load: Load) -> Iterator[_Entry]:
    writer = WARCWriter(warc, gzip=True, warc_version="1.1")
    info = {"software": SOFTWARE, "format": "WARC File Format 1.1"}
    _write(writer, writer.create_warcinfo_record("data.warc.gz", info), evidence.finished, "warcinfo")
    seen: set[tuple[str, str]] = set()
    for capture in evidence.captures:
        if not capture.digest or (capture.final_url, capture.digest) in seen:
            continue
        seen.add((capture.final_url, capture.digest))
        try:
            body = load(capture.digest)
        except KeyError:
            continue
        record = writer.create_warc_record(
            capture.final_url,
            "resource",
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=capture.media or "application/octet-stream",
            warc_headers_dict={"WARC-Payload-Digest": f"sha256:{capture.digest}"},
        )
        offset = warc.tell()
        _write(writer, record, capture.at, f"{capture.final_url} {capture.digest}")
        yield _Entry(capture, offset, warc.tell() - offset)


def _write(writer: WARCWriter, record: Any, at: datetime, name: str) -> None:
    """Without chance and clock: the id comes from the content, the time from the audit."""
    headers: StatusAndHeaders = record.rec_headers
    headers.replace_header("WARC-Record-ID", f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>")
    headers.replace_header("WARC-Date", _time(at))
    writer.write_record(record)


def _cdx_line(entry: _Entry) -> str:
    capture = entry.capture
    stamp = capture.at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    told = {
        "url": capture.final_url,
        "mime": capture.media,
        "status": str(capture.status or 200),
        "digest": f"sha256:{capture.digest}",
        "length": str(entry.length),
        "offset": str(entry.offset),
        "filename": "data.warc.gz",
    }
    return f"{surt(capture.final_url)} {stamp} {json.dumps(told, ensure_ascii=True)}\n"


def surt(url: str) -> str:
    """The address in sorting order, as replay tools look it up: "id,go,contoh)/layanan?a=1"."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    path = parts.path if parts.path == "/" else parts.path.rstrip("/") or "/"
    return ",".join(reversed(host.split("."))) + f"{port}){path}" + (f"?{query}" if query else "")


def _pages(evidence: Evidence, entries: tuple[_Entry, ...]) -> str:
    lines: list[dict[str, Any]] = [{"format": "json-pages-1.0", "id": "pages", "title": evidence.target.name}]
    for entry in entries:
        capture = entry.capture
        if capture.resource is Resource.PAGE:
            name = str(uuid5(NAMESPACE_URL, capture.final_url))
            lines.append({"id": name, "url": capture.final_url, "ts": _time(capture.at), "title": capture.title})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _package(evidence: Evidence, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": evidence.target.name,
        "software": SOFTWARE,
        "created": _time(evidence.finished),
        "mainPageUrl": evidence.target.url,
        "resources": [
            {"name": name.rpartition("/")[2], "path": name, "hash": _sha256(content), "bytes": len(content)}
            for name, content in files.items()
        ],
    }


def _as_json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _sha256(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _time(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
