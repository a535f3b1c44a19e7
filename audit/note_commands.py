"""What `patuh note` does: add, list and withdraw the notes of mentors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from audit.address import AddressRefused, read_address
from audit.cli import Exit, write_json
from audit.commands import tell_lack
from audit.mentoring.bearing import verdict_of
from audit.mentoring.noted_score import noted_score
from audit.over_time.behind import instrument_behind
from audit.over_time.replay import Kept
from audit.picking import audits_of, open_kept
from audit.pipeline import Yardstick
from audit.screen import out, say_line
from audit.settings import yardstick
from audit.unfit import Unfit
from model.audit import Audit
from model.finding import Finding, Verdict
from model.note import Bearing, MentorNote, NoteBeside, NotedScore, Stance
from reports.figures import date_words, interval, score_value
from reports.words import VERDICTS
from reports.zone_time import zone_time
from store.errors import StoreError

STANCES: dict[Stance, str] = {
    Stance.CONFIRM: "membenarkan",
    Stance.DISPUTE: "membantah",
    Stance.NOT_APPLICABLE: "tidak berlaku",
}
BEARINGS: dict[Bearing, str] = {
    Bearing.COUNTS: "dihitung dalam rentang kedua",
    Bearing.AGREES: "sejalan dengan hasil audit",
    Bearing.OUTDATED: "hasil audit sudah berubah; tidak dihitung",
}
MOST = 2000  # characters of a reason
DISPUTED = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)


@dataclass(frozen=True, slots=True)
class NoteOrder:
    """The options of `patuh note add`, as given."""

    agency: str
    indicator: str
    stance: str
    author: str
    reason: str
    address: str
    verdict: str
    service: str
    period: str
    data: Path


def run_note_add(order: NoteOrder) -> int:
    """`patuh note add`. Raises Unfit."""
    try:
        with open_kept(order.data) as kept:
            audit = audits_of(order.period, kept.archive, (order.agency,))[order.agency]
            note = kept.archive.add_note(note_of(order, audit, datetime.now(UTC)))
            say_line(f"Catatan {note.number} disimpan: {STANCES[note.stance]} hasil “{order.indicator}”.")
            tell_second(kept, audit)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    return Exit.FINE


def note_of(order: NoteOrder, audit: Audit, now: datetime) -> MentorNote:
    """The note that an order makes of the verdict in an audit. Raises Unfit with the remedy."""
    if order.stance not in tuple(Stance):
        raise Unfit(f"Sikap “{order.stance}” tidak dikenal. Pilihan: {', '.join(Stance)}.")
    stance = Stance(order.stance)
    author, reason = order.author.strip(), order.reason.strip()
    if not author or not reason or len(reason) > MOST:
        raise Unfit("Isi --author dan --reason. Alasan cukup satu atau dua kalimat.")
    finding = finding_of(audit, order.indicator)
    service = service_of(finding, order.service)
    seen = verdict_of(finding, service)
    assert seen is not None  # noqa: S101 - the finding and the service were just found
    return MentorNote(
        number=0,
        agency=audit.target.id,
        indicator=order.indicator,
        service=service,
        stance=stance,
        seen=seen,
        verdict=right_verdict(stance, seen, order.verdict),
        author=author,
        reason=reason,
        address=address_of(order.address),
        run=audit.run,
        period=audit.period,
        written=now,
    )


def finding_of(audit: Audit, indicator: str) -> Finding:
    """Raises Unfit."""
    checks = {c.id: c.check for c in instrument_behind(audit).criteria}
    found = next((f for f in audit.findings if f.check == checks.get(indicator)), None)
    if found is None:
        raise Unfit(f"Indikator “{indicator}” tidak ada. Pilihan: {', '.join(checks)}.")
    return found


def service_of(finding: Finding, wanted: str) -> str:
    """The key of a service that is named by its key or its name. Raises Unfit."""
    if not wanted:
        return ""
    for service in finding.by_service:
        if wanted.casefold() in (service.key.casefold(), service.name.casefold()):
            return service.key
    names = "; ".join(s.name for s in finding.by_service) or "indikator ini tidak ditanyakan per layanan"
    raise Unfit(f"Layanan “{wanted}” tidak ada pada indikator ini. Yang ada: {names}.")


def right_verdict(stance: Stance, seen: Verdict, given: str) -> Verdict:
    """What the mentor holds to be right. Raises Unfit for a dispute that says nothing else than the audit."""
    if stance is Stance.CONFIRM:
        return seen
    if stance is Stance.NOT_APPLICABLE:
        return Verdict.NOT_APPLICABLE
    if not given:
        return Verdict.NOT_MET if seen is Verdict.MET else Verdict.MET
    if given not in DISPUTED:
        raise Unfit(f"Hasil “{given}” tidak dikenal. Pilihan: {', '.join(DISPUTED)}.")
    if given == seen:
        raise Unfit(f"Hasil audit sudah “{given}”. Pakai confirm untuk membenarkannya.")
    return Verdict(given)


def address_of(given: str) -> str:
    """Raises Unfit for what is no address."""
    if not given.strip():
        return ""
    try:
        return read_address(given)
    except AddressRefused as error:
        raise Unfit(f"Alamat “{given}” tidak dapat dipakai. {error.says} {error.remedy}") from error


def run_note_list(agency: str, data: Path, *, as_json: bool) -> int:
    """`patuh note list`. Raises Unfit."""
    try:
        with open_kept(data) as kept:
            notes = kept.archive.notes(agency)
            if as_json:
                write_json(list_data(kept, agency, notes))
                return Exit.FINE
            out.print(note_table(kept, notes))
            for name in dict.fromkeys(n.agency for n in notes):
                audit = latest(kept, name)
                if audit is not None:
                    tell_second(kept, audit)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    return Exit.FINE


def run_note_withdraw(number: int, data: Path) -> int:
    """`patuh note withdraw`. Raises Unfit."""
    try:
        with open_kept(data) as kept:
            note = kept.archive.withdraw_note(number, datetime.now(UTC))
    except (StoreError, OSError) as error:
        return tell_lack(error)
    say_line(f"Catatan {note.number} ditarik kembali. Catatannya tetap tersimpan.")
    return Exit.FINE


def latest(kept: Kept, agency: str) -> Audit | None:
    """The last audit of an agency, or None."""
    history = kept.archive.history(agency)
    return history[-1] if history else None


def second(kept: Kept, audit: Audit) -> NotedScore:
    """The interval with the mentor's notes."""
    measure = Yardstick(instrument_behind(audit), yardstick(scale=audit.scorecard.scale).scale)
    return noted_score(audit, measure, kept.archive.notes(audit.target.id))


def tell_second(kept: Kept, audit: Audit) -> None:
    card, noted = audit.scorecard, second(kept, audit)
    if card.low is None or card.high is None or noted.low is None or noted.high is None:
        say_line(f"{audit.target.name}: situs belum dapat dinilai, sehingga tidak ada rentang.")
        return
    say_line(f"{audit.target.name}, {audit.period}: indeks {interval(card.low, card.high)} (tetap).")
    say_line(f"  Dengan catatan pendamping: {interval(noted.low, noted.high)} ({noted.zone_label}).")


def note_table(kept: Kept, notes: tuple[MentorNote, ...]) -> Table:
    table = Table(title="Catatan pendamping", title_justify="left")
    for heading in ("No.", "Instansi", "Indikator", "Sikap", "Hasil saat itu", "Menurut pendamping", "Pendamping",
                    "Alasan", "Keadaan"):  # fmt: skip
        table.add_column(heading, overflow="fold")
    beside = standing_beside(kept, notes)
    clock = zone_time("")
    for note in notes:
        place = f"{note.indicator}, {note.service}" if note.service else note.indicator
        state = "ditarik kembali" if note.withdrawn else BEARINGS[beside[note.number].bearing]
        reason = f"{note.reason} {note.address}".strip()
        table.add_row(str(note.number), note.agency, escape(place), STANCES[note.stance],
                      VERDICTS[note.seen], VERDICTS[note.verdict],
                      escape(f"{note.author}, {date_words(note.written, clock)}"), escape(reason), state)  # fmt: skip
    return table


def standing_beside(kept: Kept, notes: tuple[MentorNote, ...]) -> dict[int, NoteBeside]:
    """Each open note with the verdict of the last audit of its agency."""
    found: dict[int, NoteBeside] = {}
    for agency in dict.fromkeys(n.agency for n in notes):
        audit = latest(kept, agency)
        if audit is not None:
            found |= {b.note.number: b for b in second(kept, audit).notes}
    outdated = {n.number: NoteBeside(n, Verdict.UNKNOWN, Bearing.OUTDATED) for n in notes}
    return outdated | found


def list_data(kept: Kept, agency: str, notes: tuple[MentorNote, ...]) -> dict[str, Any]:
    beside = standing_beside(kept, notes)
    names = [agency] if agency else list(dict.fromkeys(n.agency for n in notes))
    audits = {name: audit for name in names if (audit := latest(kept, name)) is not None}
    return {
        "notes": [
            {
                "number": n.number,
                "agency": n.agency,
                "indicator": n.indicator,
                "service": n.service or None,
                "stance": n.stance.value,
                "seen": n.seen.value,
                "verdict": n.verdict.value,
                "now": beside[n.number].now.value,
                "bearing": "withdrawn" if n.withdrawn else beside[n.number].bearing.value,
                "author": n.author,
                "reason": n.reason,
                "address": n.address or None,
                "period": n.period,
                "written": n.written.isoformat(),
            }
            for n in notes
        ],
        "scores": {name: score_data(audit, second(kept, audit)) for name, audit in audits.items()},
    }


def score_data(audit: Audit, noted: NotedScore) -> dict[str, Any]:
    def span(low: Any, high: Any) -> dict[str, float] | None:
        return None if low is None else {"low": float(score_value(low)), "high": float(score_value(high))}

    card = audit.scorecard
    with_notes = span(noted.low, noted.high)
    return {
        "period": audit.period,
        "index": span(card.low, card.high),
        "with_notes": with_notes and {**with_notes, "zone": noted.zone, "category": noted.category},
    }
