"""What judging, scoring and the report of a site of 60 pages cost, once it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.pipeline import audit_evidence
from audit.score import score
from audit.settings import yardstick
from checks._run import judge
from model.evidence import LedgerLine, Reach, Why
from reading.documents import close
from reading.read import read
from reports.agency import render_agency
from reports.machine import report_data
from tests.bench import material
from tests.bench.measured import Figure, cpu_ms
from tests.bench.reading import alone

PAGES = 60


def figures() -> Iterator[Figure]:
    rule = yardstick()
    bodies = {}
    captures = []
    for n in range(PAGES):
        name = f"{material.SERVICES[n % len(material.SERVICES)]} {n}"
        body = material.shell(name, material.service(name)).encode()
        captures.append(material.source(f"layanan/{n}", body).capture)
        bodies[captures[-1].digest] = body
    ledger = tuple(LedgerLine(c.url, c.resource, True, Why.LINK, Reach.READ, promises=("service",)) for c in captures)
    one = alone(material.source("", b"<h1>x</h1>"))
    evidence = replace(one, captures=tuple(captures), ledger=ledger)
    reading = read(evidence, bodies.__getitem__)
    findings = judge(reading)
    audit = audit_evidence(evidence, bodies.__getitem__, rule, "bench", "2026-01")
    close()
    yield Figure(f"Judge {PAGES} pages, CPU", cpu_ms(lambda: judge(reading), 10), "ms")
    yield Figure("Score, CPU", cpu_ms(lambda: score(findings, rule.instrument, rule.scale, reading), 10), "ms")
    yield Figure("report.html, CPU", cpu_ms(lambda: render_agency(audit, rule.instrument, rule.scale), 5), "ms")
    yield Figure("report.json, CPU", cpu_ms(lambda: report_data(audit, rule.instrument), 10), "ms")
