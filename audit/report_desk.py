"""Where reports get their audits: the store, asked for one agency or for all of a period, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from audit.next_zone import Fix, ZonePath, fixes_of, next_zone
from audit.pipeline import Yardstick
from audit.settings import Places, yardstick
from audit.unfit import Unfit
from model.audit import Audit
from reports.language import LANGUAGES, Language
from store.archive import Archive


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The options that all reports share, as given. instrument, scale: "" for those that the audit was made with."""

    out: Path
    data: Path
    lang: str = "id"
    period: str = ""
    instrument: str = ""
    scale: str = ""

    @property
    def places(self) -> Places:
        return Places(self.data, self.out)

    @property
    def language(self) -> Language:
        """Raises Unfit."""
        if self.lang not in LANGUAGES:
            raise Unfit(f"Bahasa “{self.lang}” belum tersedia. Pilihan: {', '.join(LANGUAGES)}.")
        return LANGUAGES[self.lang]

    def name(self, stem: str, suffix: str) -> str:
        """ "gap.pdf", in another language "gap.en.pdf"."""
        middle = f".{self.lang}" if self.language.english else ""
        return f"{stem}{middle}.{suffix}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """One agency's audit with its past and what it was measured with. history: all its audits, oldest first."""

    audit: Audit
    history: tuple[Audit, ...]
    yardstick: Yardstick

    def in_language(self, language: Language) -> Yardstick:
        return Yardstick(language.instrument(self.yardstick.instrument), language.scale(self.yardstick.scale))

    def path(self) -> ZonePath | None:
        return next_zone(self.audit.scorecard, self.audit.findings, self.yardstick.instrument, self.yardstick.scale)

    def fixes(self) -> tuple[Fix, ...]:
        """Everything that can be mended; none for an agency that was not audited."""
        card = self.audit.scorecard
        if not card.audited:
            return ()
        by_check = {finding.check: finding for finding in self.audit.findings}
        total = sum((p.maximum for p in card.points), Fraction(0))
        criteria = self.yardstick.instrument.criteria
        return tuple(fix for c in criteria for fix in fixes_of(c, by_check.get(c.check), total))


@contextmanager
def open_archive(order: ReportOrder) -> Iterator[Archive]:
    """Raises Unfit when nothing was audited here yet."""
    places = order.places
    if "://" not in places.database and not Path(places.database).exists():
        raise Unfit(f"Belum ada audit di {order.data}. Jalankan dahulu patuh audit atau patuh check, atau isi --data.")
    with Archive.open(places.database) as archive:
        yield archive


def find_dossier(archive: Archive, agency: str, order: ReportOrder) -> Dossier:
    """The latest audit of an agency, or that of a period. Raises Unfit."""
    history = archive.history(agency)
    if not history:
        raise Unfit(f"Instansi “{agency}” belum pernah diaudit di sini. Periksa ID-nya pada daftar sasaran.")
    of_period = [past for past in history if not order.period or past.period == order.period]
    if not of_period:
        known = ", ".join(dict.fromkeys(past.period for past in history))
        raise Unfit(f"Tidak ada audit “{agency}” untuk periode {order.period}. Yang ada: {known}.")
    audit = of_period[-1]
    return Dossier(audit, history, measured_with(audit, order))


def measured_with(audit: Audit, order: ReportOrder) -> Yardstick:
    card = audit.scorecard
    return yardstick(order.instrument or card.instrument, order.scale or card.scale)
