"""Outlines made by hand: the smallest pair of audits that differs in what a test is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from audit.score import SHARES
from model.evidence import Reach
from model.finding import Verdict
from model.instrument import Criterion, Instrument
from model.outline import CheckAnswer, Outline, OutlinePage, ServiceAnswer, mark_of
from model.score import Points
from reading.sketch import fingerprint, sketch

SITE = "https://dinas.contoh.test/"
WEIGHTS = {"fee": 12, "service_pledge": 8, "lapor_link": 2, "site_health": 0}
STANDARD = (
    "Standar pelayanan penerbitan kartu pencari kerja. Persyaratan: fotokopi KTP pemohon, ijazah terakhir, pas foto "
    "terbaru dua lembar. Prosedur: pemohon menyerahkan berkas di loket, petugas memeriksa, pemohon menerima kartu. "
    "Jangka waktu penyelesaian satu hari kerja sejak berkas lengkap. Biaya tidak dipungut biaya sama sekali."
)


def instrument(version: str = "1", **weights: int) -> Instrument:
    given = WEIGHTS | weights
    rows = tuple(
        Criterion(name, name, Fraction(weight), name.replace("_", " ").title(), "UU", "ada", "isi", "contoh", 1)
        for name, weight in given.items()
    )
    return Instrument("contoh", version, "Contoh", rows)


def page(path: str, text: str = STANDARD, title: str = "Standar", parent: str = "", digest: str = "") -> OutlinePage:
    return OutlinePage(
        SITE + path, digest or f"{path}:{fingerprint(text)}", title, fingerprint(text), sketch(text), parent
    )


def answer(check: str, verdict: Verdict, *paths: str, **more: Any) -> CheckAnswer:
    return CheckAnswer(check, more.pop("version", 1), verdict, tuple(SITE + p for p in paths), **more)


def served(check: str, verdict: Verdict, services: Mapping[str, tuple[Verdict, str]], version: int = 1) -> CheckAnswer:
    """An answer for each service: {key: (verdict, path of its proof)}."""
    rows = tuple(ServiceAnswer(key, v, (SITE + path,) if path else ()) for key, (v, path) in services.items())
    return CheckAnswer(check, version, verdict, (), (), rows)


def outline(
    *answers: CheckAnswer,
    pages: Sequence[OutlinePage] = (),
    unseen: Mapping[str, Reach] | None = None,
    services: Sequence[tuple[str, str]] = (),
    rule: Instrument | None = None,
    period: str = "2026-07",
    reading: str = "1",
    home: Reach = Reach.READ,
    cut_off: bool = False,
) -> Outline:
    """Checks that are not named are met, and their proof is the home page. services: (name, path)."""
    used = rule or instrument()
    named = {a.check: a for a in answers}
    every = tuple(named.get(c.check) or answer(c.check, Verdict.MET, "") for c in used.criteria)
    points = tuple(_points(c, a) for c, a in zip(used.criteria, every, strict=True))
    total = sum((p.maximum for p in points), Fraction(0))
    audited = home is Reach.READ
    low = sum((p.low for p in points), Fraction(0)) * 100 / total
    high = sum((p.high for p in points), Fraction(0)) * 100 / total
    return Outline(
        "dinas-contoh", "Dinas Contoh", "000001", period, audited, home,
        low if audited else None, high if audited else None, None, None, used.id, used.version, reading,
        points, every, tuple((name.casefold(), name, SITE + path) for name, path in services),
        (page("", "Selamat datang di situs resmi dinas contoh kabupaten rekaan kami", "Beranda"), *pages)
        if audited else (),
        tuple((mark_of(SITE + path), reach) for path, reach in (unseen or {}).items()), cut_off,
    )  # fmt: skip


def _points(criterion: Criterion, given: CheckAnswer) -> Points:
    verdicts = [s.verdict for s in given.services] or [given.verdict]
    shares = [SHARES[v] for v in verdicts if v is not Verdict.NOT_APPLICABLE]
    if not shares:
        return Points(criterion.id, Verdict.NOT_APPLICABLE, Fraction(0), Fraction(0), Fraction(0))
    low, high = (sum((s[n] for s in shares), Fraction(0)) / len(shares) * criterion.weight for n in (0, 1))
    return Points(criterion.id, given.verdict, low, high, criterion.weight)
