"""The report for machines: report.json, described by docs/report.schema.json.

Two audits of the same evidence differ in nothing but the fields that `without_times` removes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.audit import Audit, AuditedService
from model.evidence import LedgerLine, Target
from model.finding import Coverage, Finding, ServiceFinding, Verdict
from model.instrument import Criterion, Instrument
from model.reading import Exhibit
from model.score import Points
from reports.figures import half_up, score_value
from reports.mask import mask, mask_address

FORMAT_VERSION = 1

TIMES = frozenset({"run", "period", "started", "finished", "at"})
"""Names of the fields that hold a time or the run's id, at any depth; nothing else does."""


def report_data(audit: Audit, instrument: Instrument) -> dict[str, Any]:
    """The audit as JSON-ready data, keys in a fixed order. Personal data in quotes is masked."""
    findings = {finding.check: finding for finding in audit.findings}
    points = {p.indicator: p for p in audit.scorecard.points}
    return {
        "format_version": FORMAT_VERSION,
        "agency": audit.target.id,
        "target": _target(audit.target),
        "run": audit.run,
        "period": audit.period,
        "started": _time(audit.started),
        "finished": _time(audit.finished),
        "reach": {"home": audit.home.value, "detail": audit.home_detail},
        "not_audited": None if audit.scorecard.audited else {"reach": audit.scorecard.reach.value},
        "instrument": {"id": instrument.id, "version": instrument.version, "title": instrument.title},
        "score": _score(audit),
        "indicators": {
            c.id: _indicator(c, findings.get(c.check), points.get(c.id), audit.scorecard.audited)
            for c in instrument.criteria
        },
        "services": [_service(service) for service in audit.services],
        "pages": [
            {
                "url": mask_address(p.url),
                "kind": p.kind.value,
                "title": mask(p.title),
                "media": p.media,
                "digest": p.digest,
            }
            for p in audit.pages
        ],
        "ledger": [_line(line) for line in audit.ledger],
        "rules": dict(audit.rules),
        "notes": list(audit.notes),
    }


def without_times(data: Any) -> Any:
    """The same data without run ids and times, so that two runs can be compared."""
    if isinstance(data, dict):
        return {key: without_times(value) for key, value in data.items() if key not in TIMES}
    if isinstance(data, list):
        return [without_times(value) for value in data]
    return data


def _number(value: Fraction) -> int | float:
    return _plain(half_up(value))


def _plain(rounded: Decimal) -> int | float:
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def _time(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def _target(target: Target) -> dict[str, Any]:
    return {
        "id": target.id,
        "name": target.name,
        "level": target.level.value,
        "province": target.province,
        "url": target.url,
        "parent": target.parent,
        "unit_type": target.unit_type,
    }


def _score(audit: Audit) -> dict[str, Any]:
    card = audit.scorecard
    return {
        "low": None if card.low is None else _plain(score_value(card.low)),
        "high": None if card.high is None else _plain(score_value(card.high)),
        "zone": card.zone,
        "category": card.category,
        "label": card.zone_label,
        "scale": card.scale,
        "audited": card.audited,
        "says": str(card.why),
    }


def _indicator(criterion: Criterion, finding: Finding | None, points: Points | None, audited: bool) -> dict[str, Any]:
    verdict = points.verdict if points else finding.verdict if finding else Verdict.UNKNOWN
    scored = points if audited else None
    return {
        "verdict": verdict.value,
        "points": _number(scored.low) if scored else None,
        "points_high": _number(scored.high) if scored else None,
        "max": _number(points.maximum if points else criterion.weight),
        "title": criterion.title,
        "group": criterion.group,
        "legal_basis": criterion.legal_basis,
        "check": criterion.check,
        "check_version": finding.version if finding else None,
        "says": mask(str(finding.says)) if finding else "",
        "exhibits": [_exhibit(e) for e in finding.exhibits] if finding else [],
        "coverage": _coverage(finding.coverage) if finding else None,
        "by_service": [_service_finding(s) for s in finding.by_service] if finding else [],
    }


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    return {
        "url": mask_address(exhibit.url),
        "quote": mask(exhibit.quote),
        "where": exhibit.where,
        "digest": exhibit.digest,
        "at": _time(exhibit.at),
        "medium": exhibit.medium,
        "confidence": round(exhibit.confidence, 4),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "planned": coverage.planned,
        "looked_at": coverage.looked_at,
        "enough": coverage.enough,
        "unread": [{"url": mask_address(u.url), "reach": u.reach.value, "text": mask(u.text)} for u in coverage.unread],
    }


def _service_finding(answer: ServiceFinding) -> dict[str, Any]:
    return {
        "service": answer.key,
        "verdict": answer.verdict.value,
        "says": mask(str(answer.says)),
        "exhibits": [_exhibit(e) for e in answer.exhibits],
    }


def _service(service: AuditedService) -> dict[str, Any]:
    return {
        "name": mask(service.name),
        "url": mask_address(service.url),
        "components": {topic.value: verdict.value for topic, verdict in service.components},
        "key": service.key,
        "also_at": [mask_address(url) for url in service.also_at],
        "owner": service.owner,
        "same_text_as": service.same_text_as,
    }


def _line(line: LedgerLine) -> dict[str, Any]:
    return {
        "url": mask_address(line.url),
        "resource": line.resource.value,
        "visited": line.visited,
        "why": line.why.value,
        "reach": line.reach.value,
        "detail": line.detail,
        "status": line.status,
        "depth": line.depth,
        "parent": mask_address(line.parent),
        "text": mask(line.text),
        "promises": list(line.promises),
        "digest": line.digest,
        "size": line.size,
        "at": _time(line.at),
    }
