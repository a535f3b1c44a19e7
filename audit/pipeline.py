"""From evidence to an audit: read, judge, score. No network, no clock: the same evidence gives the same audit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.score import score
from checks._check import Check
from checks._run import judge, versions
from model.audit import Audit, AuditedService, ReadPage, TakenOver
from model.evidence import Evidence
from model.finding import Finding, Verdict
from model.instrument import Instrument, ZoneScale
from model.reading import PRODUCT_COMPONENTS, Reading
from reading.read import RULES, read

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What an audit is measured with: an instrument and a zone scale. checks: in place of the package's, or none."""

    instrument: Instrument
    scale: ZoneScale
    checks: tuple[Check, ...] = ()

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The version of every rule that it judges with."""
        return rule_versions(self.instrument, self.checks)


def audit_evidence(evidence: Evidence, load: Load, yardstick: Yardstick, run: str, period: str) -> Audit:
    """Judge one crawl. load: digest -> kept bytes; raises KeyError or OSError when they are gone."""
    reading = read(evidence, load)
    findings = judge(reading, yardstick.checks or None)
    scorecard = score(findings, yardstick.instrument, yardstick.scale, reading)
    return Audit(
        run=run,
        period=period,
        target=evidence.target,
        started=evidence.started,
        finished=evidence.finished,
        home=reading.home,
        home_detail=evidence.home_detail,
        scorecard=scorecard,
        findings=findings,
        services=audited_services(reading, findings),
        pages=tuple(ReadPage(p.url, p.kind, p.title, p.media, p.digest, p.words, p.sketch) for p in reading.pages),
        ledger=evidence.ledger,
        rules=yardstick.rules,
        notes=evidence.notes,
        base=evidence.base,
        taken_over=tuple(TakenOver(c.url, c.digest, c.at) for c in evidence.captures if c.url in evidence.taken_over),
    )


def rule_versions(instrument: Instrument, checks: tuple[Check, ...] = ()) -> tuple[tuple[str, str], ...]:
    """The version of every rule that judged, so that a change of score can name its cause."""
    named = {"reading": str(RULES), f"instrument:{instrument.id}": instrument.version}
    asked = {check.id: check.version for check in checks} if checks else versions()
    named.update({f"check:{name}": str(version) for name, version in asked.items()})
    return tuple(sorted(named.items()))


def audited_services(reading: Reading, findings: tuple[Finding, ...]) -> tuple[AuditedService, ...]:
    """The services with the verdict of each of the six published components (komponen service delivery)."""
    answers = {(finding.check, answer.key): answer.verdict for finding in findings for answer in finding.by_service}
    return tuple(
        AuditedService(
            key=service.key,
            name=service.name,
            url=service.url,
            components=tuple((t, answers.get((t.value, service.key), Verdict.UNKNOWN)) for t in PRODUCT_COMPONENTS),
            also_at=service.also_at,
            owner=service.owner,
            same_text_as=service.same_text_as,
        )
        for service in reading.services
        if any((t.value, service.key) in answers for t in PRODUCT_COMPONENTS)
    )
