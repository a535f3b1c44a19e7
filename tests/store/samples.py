"""Audits and evidence to keep."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from model.audit import Audit, AuditedService, ReadPage
from model.evidence import Capture, Evidence, LedgerLine, Level, Reach, Resource, Target, Why
from model.finding import Coverage, Finding, ServiceFinding, Unread, Verdict
from model.reading import Exhibit, PageKind, Topic
from model.score import Points, Scorecard
from model.sentence import say

AT = datetime(2026, 1, 5, 3, 4, 5, 678901, tzinfo=UTC)
HOME, STANDARD, CITED = "1" * 64, "2" * 64, "3" * 64


def make_target(name: str = "dinas-contoh") -> Target:
    return Target(
        name, "Dinas Contoh", Level.KABUPATEN, "Maluku", f"https://{name}.test/", "kab-contoh", "dinas", ("a", "b")
    )


def make_evidence(target: Target) -> Evidence:
    page = Capture(
        target.url, target.url, "text/html", HOME, 1234, AT, "browser", status=200, title="Beranda", screenshot=STANDARD
    )
    lines = (
        LedgerLine(target.url, Resource.PAGE, True, Why.HOME, Reach.READ, status=200, digest=HOME, at=AT),
        LedgerLine(target.url + "x", Resource.PAGE, False, Why.BUDGET, Reach.NOT_TRIED, promises=("fee", "service")),
    )
    return Evidence(target, AT, AT, Reach.READ, "", (page,), lines, ("insecure_tls",))


def make_audit(target: Target, run: str, period: str = "2026-01", verdict: Verdict = Verdict.MET) -> Audit:
    exhibit = Exhibit(target.url, "Biaya: Rp10.000 😀", "tabel 1, baris 2", CITED, AT, "image", 0.93)
    says = say("{n} dari {m} layanan memuat biaya.", n=1, m=2)
    served = ServiceFinding("ktp", "KTP-el", target.url, verdict, say("Biaya tercantum."), (exhibit,))
    unread = Unread(target.url + "y", Reach.TIMED_OUT, "Standar Pelayanan")
    finding = Finding("service_fee", 3, verdict, says, (exhibit,), Coverage(4, 3, (unread,), False), (served,))
    low, high = Fraction(100, 3), Fraction(200, 3)
    card = Scorecard(
        "publikasi-web", "2026.1", "2022-2024", True, Reach.READ, low, high, None, None, "belum dapat ditetapkan",
        say("Rentang nilai melintasi batas zona."), (Points("fee", verdict, low / 10, high / 10, Fraction(12)),),
    )  # fmt: skip
    service = AuditedService("ktp", "KTP-el", target.url, ((Topic.FEE, verdict), (Topic.PRODUCT, Verdict.UNKNOWN)))
    page = ReadPage(target.url, PageKind.STANDARD, "Standar Pelayanan", "text/html", HOME)
    return Audit(
        run, period, target, AT, AT, Reach.READ, "", card, (finding,), (service,), (page,),
        make_evidence(target).ledger, (("reading", "1"), ("service_fee", "3")), ("insecure_tls",),
    )  # fmt: skip
