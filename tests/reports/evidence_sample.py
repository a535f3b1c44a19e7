"""The sample audit's evidence: kept pages written by hand, one of them hostile, and the pack that is made of them."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from datetime import timedelta

from model.evidence import Capture, Evidence, Reach, Resource
from reports.agency import render_agency
from reports.evidence_pack import PackSource, write_pack
from tests.reports.sample import AUDIT, FINDINGS, INSTRUMENT, LEDGER, SCALE, SITE, START, TARGET

PLEDGE = "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan"
PAGE = b"""<!doctype html><title>Maklumat</title><h1>Maklumat</h1><p>Dengan ini kami <b>menyatakan</b>
sanggup   menyelenggarakan pelayanan</p><p>Baris lain</p>"""
HOSTILE = b"""<!doctype html><title><script>alert(1)</script></title><script>alert(2)</script>
<img src=http://canary.test/x onerror=alert(3)><iframe src=http://canary.test/></iframe>
<meta http-equiv=refresh content="0;url=http://canary.test/"><p>Biaya: Rp0,00 (gratis)</p><svg onload=alert(4)>"""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf50"
    "0f0003860180a5315c7f0000000049454e44ae426082"
)
GONE = b"this file was let go"
BODIES = {hashlib.sha256(body).hexdigest(): body for body in (PAGE, HOSTILE, PICTURE)}


def capture(path: str, body: bytes, media: str, title: str = "") -> Capture:
    return Capture(
        SITE + path,
        SITE + path,
        media,
        hashlib.sha256(body).hexdigest(),
        len(body),
        START + timedelta(seconds=5),
        "browser",
        Resource.PAGE if media == "text/html" else Resource.IMAGE,
        200,
        title,
    )


CAPTURES = (
    capture("/maklumat", PAGE, "text/html", "Maklumat"),
    capture("/jahat", HOSTILE, "text/html", "<script>alert(5)</script>"),
    capture("/bagan.png", PICTURE, "image/png"),
    capture("/hilang.pdf", GONE, "application/pdf"),
    capture("/maklumat?lagi=1", PAGE, "text/html", "Maklumat"),
)
EVIDENCE = Evidence(TARGET, START, START + timedelta(minutes=3), Reach.READ, "", CAPTURES, LEDGER)


AUDIT_WITH_PROOF = replace(
    AUDIT,
    findings=tuple(
        replace(
            finding,
            exhibits=(
                replace(finding.exhibits[0], quote=PLEDGE, digest=CAPTURES[0].digest),
                replace(finding.exhibits[0], quote="Biaya: Rp0,00 (gratis)", digest=CAPTURES[1].digest),
                replace(finding.exhibits[0], quote="Alur layanan", digest=CAPTURES[2].digest, medium="image"),
            ),
        )
        if finding.check == "service_pledge"
        else finding
        for finding in FINDINGS
    ),
)


def words(capture: Capture, body: bytes) -> str:
    """A small stand-in for the reader: tags away, lines kept."""
    return re.sub(r"<[^>]*>", "", body.decode("utf-8", "replace"))


def source(**more: object) -> PackSource:
    made = PackSource(
        audit=AUDIT_WITH_PROOF,
        evidence=EVIDENCE,
        instrument=INSTRUMENT,
        scale=SCALE,
        load=BODIES.__getitem__,
        words=words,
        report_html=render_agency(AUDIT_WITH_PROOF, INSTRUMENT, SCALE),
        report_json="{}\n",
    )
    return replace(made, **more)  # type: ignore[arg-type]  # a test's own short-hand


def packed(**more: object) -> bytes:
    out = io.BytesIO()
    write_pack(out, source(**more))
    return out.getvalue()
