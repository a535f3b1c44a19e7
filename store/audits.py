"""An audit and its evidence, written whole in one go and read back as the very same nouns."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select

from model.audit import Audit
from model.codec import from_json, plain, to_json
from model.evidence import Evidence
from model.finding import Finding
from store.clean import clean
from store.outlines import write_outline
from store.runs import keep_target, run_number
from store.tables import audits, documents, findings, kept, pages, points, run_targets, service_verdicts, services

_LEVEL = 6  # of zlib; a fixed one, so that the same audit always gives the same bytes


def write_audit(db: Connection, audit: Audit, evidence: Evidence) -> None:
    """Write the rows and the documents of one audit, in place of an earlier one of the same run and target."""
    audit, audit_json = clean(Audit, audit)
    evidence, evidence_json = clean(Evidence, evidence)
    run = run_number(audit.run)
    db.execute(delete(audits).where(audits.c.run == run, audits.c.target_id == audit.target.id))
    row = _audit_row(audit) | {"run": run, "target": keep_target(db, audit.target)}
    number = db.execute(insert(audits).values(row).returning(audits.c.number)).scalar_one()
    _insert(db, documents, number, [{"audit_json": _pack(audit_json), "evidence_json": _pack(evidence_json)}])
    _insert(db, findings, number, [_finding_row(f) for f in audit.findings])
    _insert(db, service_verdicts, number, _service_verdict_rows(audit.findings))
    _insert(db, points, number, [plain(p) for p in audit.scorecard.points])
    _insert(
        db, services, number, [{"ordinal": i, **_pick(s, "key", "name", "url")} for i, s in enumerate(audit.services)]
    )
    _insert(
        db,
        pages,
        number,
        [{"ordinal": i, **_pick(p, "url", "kind", "title", "media", "digest")} for i, p in enumerate(audit.pages)],
    )
    _insert(db, kept, number, _kept_rows(audit, evidence))
    write_outline(db, number, audit)


def _insert(db: Connection, table: Table, audit: int, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.execute(insert(table), [{"audit": audit, **row} for row in rows])


def _audit_row(audit: Audit) -> dict[str, Any]:
    card = audit.scorecard
    return {
        "target_id": audit.target.id,
        "audited": int(card.audited),
        "low": plain(card.low),
        "high": plain(card.high),
        "low_sort": _for_sorting(card.low),
        "high_sort": _for_sorting(card.high),
        **_pick(audit, "period", "started", "finished", "home"),
        **_pick(card, "instrument", "instrument_version", "zone", "category"),
    }


def _for_sorting(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _pick(noun: Any, *names: str) -> dict[str, Any]:
    return {name: plain(getattr(noun, name)) for name in names}


def _finding_row(finding: Finding) -> dict[str, Any]:
    return {
        "check_id": finding.check,
        "says": to_json(finding.says),
        **_pick(finding, "version", "verdict"),
        **_pick(finding.coverage, "planned", "looked_at"),
    }


def _service_verdict_rows(found: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {"check_id": finding.check, "ordinal": ordinal, "service_key": service.key, "verdict": service.verdict.value}
        for finding in found
        for ordinal, service in enumerate(finding.by_service)
    ]


def _kept_rows(audit: Audit, evidence: Evidence) -> list[dict[str, Any]]:
    """Digests of bytes in the vault that belong to the audit, and whether an exhibit rests on them."""
    shown = [finding.exhibits for finding in audit.findings]
    shown += [service.exhibits for finding in audit.findings for service in finding.by_service]
    cited = {exhibit.digest for exhibits in shown for exhibit in exhibits}
    seen = {digest for capture in evidence.captures for digest in (capture.digest, capture.screenshot)}
    seen |= {line.digest for line in evidence.ledger}
    return [{"digest": d, "cited": int(d in cited)} for d in sorted(cited | seen) if d]


def read_audits(db: Connection, run: str) -> Iterator[Audit]:
    """The audits of a run in the order of its queue, one at a time: a large run does not fit into memory."""
    queue = (run_targets.c.run == audits.c.run) & (run_targets.c.target_id == audits.c.target_id)
    wanted = (
        select(documents.c.audit_json)
        .join(audits, audits.c.number == documents.c.audit)
        .outerjoin(run_targets, queue)
        .where(audits.c.run == run_number(run))
        .order_by(run_targets.c.ordinal.is_(None), run_targets.c.ordinal, audits.c.target_id)
    )
    for packed in db.execute(wanted.execution_options(yield_per=16)).scalars():
        yield from_json(Audit, _unpack(packed))


def read_audit(db: Connection, run: str, target_id: str) -> Audit | None:
    packed = db.execute(_document(documents.c.audit_json, run, target_id)).scalar()
    return None if packed is None else from_json(Audit, _unpack(packed))


def read_evidence(db: Connection, run: str, target_id: str) -> Evidence | None:
    packed = db.execute(_document(documents.c.evidence_json, run, target_id)).scalar()
    return None if packed is None else from_json(Evidence, _unpack(packed))


def read_history(db: Connection, target_id: str) -> tuple[Audit, ...]:
    wanted = (
        select(documents.c.audit_json)
        .join(audits, audits.c.number == documents.c.audit)
        .where(audits.c.target_id == target_id)
        .order_by(audits.c.period, audits.c.run)
    )
    return tuple(from_json(Audit, _unpack(packed)) for packed in db.execute(wanted).scalars())


def _document(column: Any, run: str, target_id: str) -> Select[Any]:
    joined = select(column).join(audits, audits.c.number == documents.c.audit)
    return joined.where(audits.c.run == run_number(run), audits.c.target_id == target_id)


def _pack(text: str) -> bytes:
    return zlib.compress(text.encode(), _LEVEL)


def _unpack(packed: bytes) -> str:
    return zlib.decompress(packed).decode()
