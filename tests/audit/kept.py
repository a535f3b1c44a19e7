"""Sites of our own writing as evidence that is kept: pages by path, read and judged without a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audit.over_time.replay import Kept
from audit.pipeline import Yardstick, audit_evidence, rule_versions
from crawler.vault import Vault
from model.audit import Audit
from model.evidence import Capture, Evidence, LedgerLine, Reach, Resource, Target, Why
from store.archive import Archive
from store.runs import Plan
from tests.audit.audits import YARDSTICK
from tests.checks.build import SITE, TARGET

JULY = datetime(2026, 7, 5, 2, tzinfo=UTC)
SERVICE = """<h1>Penerbitan Kartu Pencari Kerja</h1>
<h2>Persyaratan</h2><ol><li>Fotokopi KTP pemohon</li><li>Pas foto terbaru</li></ol>
<h2>Prosedur</h2><ol><li>Pemohon menyerahkan berkas di loket</li><li>Petugas memeriksa berkas</li></ol>
<h2>Jangka Waktu Penyelesaian</h2><p>1 (satu) hari kerja</p>
<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>
<h2>Produk Pelayanan</h2><p>Kartu Pencari Kerja (AK/1)</p>"""
PLEDGE = """<h1>Maklumat Pelayanan</h1><p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar
pelayanan yang telah ditetapkan, melakukan perbaikan terus-menerus, dan apabila tidak menepati janji ini kami siap
menerima sanksi sesuai peraturan perundang-undangan.</p><p>Kepala Dinas Contoh</p><p>Budi Santoso, S.Sos.</p>"""
HOME = "<h1>Dinas Contoh</h1><p>Selamat datang di situs resmi Dinas Contoh Kabupaten Rekaan.</p>"
PAGES = {"": HOME, "layanan": SERVICE, "maklumat": PLEDGE}
PROMISES = {"layanan": ("service",), "maklumat": ("pledge",), "biaya": ("fee",)}


def html(body: str) -> bytes:
    return f"<!doctype html><html lang='id'><title>Dinas</title><body><main>{body}</main></body></html>".encode()


def evidence_of(
    vault: Vault,
    pages: Mapping[str, str] = PAGES,
    failed: Mapping[str, Reach] | None = None,
    at: datetime = JULY,
    target: Target = TARGET,
) -> Evidence:
    """pages: path to body. failed: path to what happened there."""
    captures, lines = [], []
    for path, body in pages.items():
        kept = html(body)
        digest, url = vault.put(kept), SITE + path
        captures.append(Capture(url, url, "text/html", digest, len(kept), at, "browser", status=200))
        why = Why.LINK if path else Why.HOME
        lines.append(LedgerLine(url, Resource.PAGE, True, why, Reach.READ, status=200, digest=digest, at=at,
                                parent=SITE if path else "", promises=PROMISES.get(path, ())))  # fmt: skip
    for path, reach in (failed or {}).items():
        visited = reach is not Reach.NOT_TRIED
        lines.append(LedgerLine(SITE + path, Resource.PAGE, visited, Why.PROMISE if visited else Why.BUDGET, reach,
                                at=at if visited else None, parent=SITE, text=path.title(),
                                promises=PROMISES.get(path, ("service",))))  # fmt: skip
    home = Reach.READ if "" in pages else (failed or {}).get("", Reach.UNREACHABLE)
    return Evidence(target, at, at + timedelta(minutes=2), home, "", tuple(captures), tuple(lines))


def open_kept(folder: Path) -> tuple[Kept, Vault]:
    vault = Vault(folder / "vault")
    return Kept(Archive.open(str(folder / "patuh.db")), vault.get), vault


def save(kept: Kept, evidence: Evidence, period: str = "2026-07", yardstick: Yardstick = YARDSTICK) -> Audit:
    """Judge the evidence and keep it as a run of its own."""
    measure = yardstick.instrument
    plan = Plan(measure.id, measure.version, yardstick.scale.id, rule_versions(measure))
    run = kept.archive.start_run(plan, [evidence.target]).id
    audit = audit_evidence(evidence, kept.load, yardstick, run, period)
    kept.archive.save_audit(audit, evidence)
    kept.archive.finish_run(run)
    return audit


def older_rule(audit: Audit, check: str) -> Audit:
    """The audit as an older version of one check would have made it: met turned into not met."""
    from model.finding import Verdict

    findings = tuple(
        replace(f, version=0, verdict=Verdict.NOT_MET, exhibits=(), by_service=()) if f.check == check else f
        for f in audit.findings
    )
    points = tuple(
        replace(p, verdict=Verdict.NOT_MET, low=p.low * 0, high=p.high * 0) if p.indicator == check else p
        for p in audit.scorecard.points
    )
    low = sum(p.low for p in points) * 100 / sum(p.maximum for p in points)
    high = sum(p.high for p in points) * 100 / sum(p.maximum for p in points)
    card = replace(audit.scorecard, points=points, low=low, high=high)
    rules = tuple((k, "0") if k == f"check:{check}" else (k, v) for k, v in audit.rules)
    return replace(audit, findings=findings, scorecard=card, rules=rules)
