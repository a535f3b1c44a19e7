"""The whole main job on the sample province: a real browser, three months, and what a right audit must find."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import pytest

from audit.inputs import read_targets
from audit.over_time.compare import compare as differ
from audit.over_time.replay import Kept
from audit.run import begin, carry_out
from audit.sample import checks_of
from audit.settings import Places, RunOptions, yardstick
from crawler.vault import Vault
from demo.comparison import Key, compare
from demo.expected import load_expected
from demo.province import FOLDER, MONTHS, load_province
from demo.server import serve
from model.audit import Audit
from model.change import Cause, Difference, PageFate
from model.evidence import Reach
from reading.ocr import find_ocr
from store.archive import Archive

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Sample:
    audits: dict[Key, Audit]
    kept: Kept

    def between(self, agency: str, first: int, second: int) -> Difference:
        return differ(self.audits[agency, first], self.audits[agency, second], self.kept)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """The three months, audited once."""
    places = Places(tmp_path_factory.mktemp("sample"), tmp_path_factory.mktemp("out"))
    with Archive.open(places.database) as archive:
        audits = asyncio.run(three_months(archive, places))
        yield Sample(audits, Kept(archive, Vault(places.vault).get))


async def three_months(archive: Archive, places: Places) -> dict[Key, Audit]:
    targets = read_targets(FOLDER / "targets.csv").targets
    audits: dict[Key, Audit] = {}
    for month, period in zip(MONTHS, load_province().periods, strict=True):
        measure = replace(yardstick(), checks=checks_of(month))
        async with serve(month) as hosts:
            options = RunOptions(sites_at_once=2, delay_seconds=0.0, period=period, hosts=hosts)
            run = begin(archive, targets, measure, options, "audit")
            result = await carry_out(run, archive, measure, places, options, lambda _: None)
        assert result.failed == ()
        audits |= {(audit.target.id, month): audit for audit in result.audits}
    return audits


def test_three_months_of_the_sample_province_are_found_as_expected(sample: Sample) -> None:
    assert sample.audits.keys() == load_expected().keys()
    assert compare(load_expected(), sample.audits, ocr=find_ocr() is not None) == ()


@pytest.mark.parametrize("months", [(1, 2), (2, 3)])
def test_a_rise_names_its_causes_and_they_sum_to_it(sample: Sample, months: tuple[int, int]) -> None:
    told = sample.between("disnaker-selasih", *months)
    assert told.after.low is not None
    assert told.before.low is not None
    assert told.after.low - told.before.low > 30
    assert sum((c.low for c in told.changes), Fraction(0)) == told.after.low - told.before.low
    assert {c.cause for c in told.changes} == {Cause.SITE}
    assert all(c.addresses for c in told.changes)
    assert told.regressions == ()


def test_a_fall_names_the_page_that_was_lost(sample: Sample) -> None:
    told = sample.between("kecamatan-sekar-arum", 2, 3)
    gone = [page.before for page in told.pages if page.fate is PageFate.GONE]
    assert len(gone) == 1
    assert "surat-keterangan-tidak-mampu" in gone[0]
    fallen = [c for c in told.changes if c.low < 0]
    assert fallen
    assert all((c.cause, c.addresses) == (Cause.SITE, tuple(gone)) for c in fallen)
    lost = next(r for r in told.regressions if r.service)
    assert (lost.service, lost.after) == ("Penerbitan Surat Keterangan Tidak Mampu", None)


def test_a_month_behind_a_challenge_has_no_zone_and_is_no_fall(sample: Sample) -> None:
    card = sample.audits["disdik-kemuning", 2].scorecard
    assert (card.audited, card.reach, card.low, card.zone) == (False, Reach.BLOCKED, None, None)
    for months in ((1, 2), (2, 3)):
        told = sample.between("disdik-kemuning", *months)
        assert (told.comparable, told.changes, told.regressions) == (False, (), ())
        assert "bukan penurunan" in str(told.says)
    whole = sample.between("disdik-kemuning", 1, 3)
    assert (whole.comparable, [c for c in whole.changes if c.cause is Cause.SITE]) == (True, [])


def test_a_change_of_rule_is_not_laid_to_the_agency(sample: Sample) -> None:
    told = sample.between("rsud-nusa-melati", 1, 2)
    (change,) = told.changes
    assert (change.indicator, change.cause, change.low) == ("standard_decree", Cause.RULE, -2)
    assert "bukan karena instansi" in str(change.says)
    assert not change.cause.of_the_agency
    assert told.regressions == ()


def test_a_document_that_moved_is_the_same_document(sample: Sample) -> None:
    told = sample.between("dpmptsp-kemuning", 2, 3)
    assert {c.cause for c in told.changes} == {Cause.MOVED}
    assert (told.before.low, told.regressions) == (told.after.low, ())
