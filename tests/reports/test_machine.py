"""report.json: as its schema says, stable, and without citizens' numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from model.audit import Audit
from model.finding import Verdict
from reports.machine import report_data, without_times
from tests.reports.sample import AUDIT, BLOCKED, FINDINGS, INSTRUMENT, LEDGER, UNREACHABLE, UNSURE, exhibit

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text())


def validate(data: Any) -> None:
    kind = jsonschema.Draft202012Validator
    kind.check_schema(SCHEMA)
    kind(SCHEMA, format_checker=kind.FORMAT_CHECKER).validate(data)


@pytest.mark.parametrize("audit", [AUDIT, UNSURE, BLOCKED, UNREACHABLE], ids=["audited", "unsure", "blocked", "down"])
def test_it_is_as_its_schema_says(audit: Audit) -> None:
    validate(json.loads(json.dumps(report_data(audit, INSTRUMENT))))


def test_the_schema_refuses_a_score_for_what_was_not_audited() -> None:
    data = report_data(BLOCKED, INSTRUMENT)
    data["score"]["low"] = 0
    with pytest.raises(jsonschema.ValidationError):
        validate(data)


def test_scores_are_rounded_half_up() -> None:
    score = report_data(AUDIT, INSTRUMENT)["score"]
    assert (score["low"], score["high"], score["zone"], score["scale"]) == (59.65, 66.85, "kuning", "2022-2024")


def test_a_score_just_below_a_limit_stays_below_it() -> None:
    audit = replace(AUDIT, scorecard=replace(AUDIT.scorecard, high=Fraction(77996, 1000)))
    assert report_data(audit, INSTRUMENT)["score"]["high"] == 77.99


def test_not_audited_is_null_and_never_zero() -> None:
    data = report_data(UNREACHABLE, INSTRUMENT)
    assert (data["score"]["low"], data["score"]["high"], data["score"]["zone"]) == (None, None, None)
    assert data["not_audited"] == {"reach": "unreachable"}
    assert {i["points"] for i in data["indicators"].values()} == {None}


def test_every_indicator_of_the_instrument_is_there_in_order() -> None:
    assert list(report_data(AUDIT, INSTRUMENT)["indicators"]) == [c.id for c in INSTRUMENT.criteria]


def test_an_indicator_carries_its_proof() -> None:
    fee = report_data(AUDIT, INSTRUMENT)["indicators"]["fee"]
    assert fee["verdict"] == Verdict.PARTLY_MET
    assert (fee["points"], fee["points_high"], fee["max"]) == (7.5, 10.5, 12)
    assert fee["exhibits"][0]["quote"] == "Biaya: Rp0,00 (gratis)"
    assert set(fee["exhibits"][0]) >= {"url", "quote", "where", "digest", "at"}


def test_two_runs_differ_only_in_times_and_run_id() -> None:
    later = replace(
        AUDIT,
        run="another",
        period="2026-12",
        started=AUDIT.started + timedelta(days=30),
        finished=AUDIT.finished + timedelta(days=31),
        ledger=tuple(replace(line, at=line.at and line.at + timedelta(days=30)) for line in LEDGER),
    )
    one, two = report_data(AUDIT, INSTRUMENT), report_data(later, INSTRUMENT)
    assert one != two
    assert json.dumps(without_times(one)) == json.dumps(without_times(two))


def test_citizens_numbers_are_hidden() -> None:
    nik = "8171012505900003"
    loud = replace(FINDINGS[8], exhibits=(exhibit(f"Pelapor {nik} HP 081234567890", f"/cek?nik={nik}"),))
    text = json.dumps(report_data(replace(AUDIT, findings=(*FINDINGS[:8], loud)), INSTRUMENT))
    assert nik not in text
    assert "081234567890" not in text
