"""The whole main job on the sample province: a real browser, three months, and what a right audit must find."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.inputs import read_targets
from audit.run import begin, carry_out
from audit.settings import Places, RunOptions, yardstick
from demo.comparison import Key, compare
from demo.expected import load_expected
from demo.province import FOLDER, MONTHS, load_province
from demo.server import serve
from model.audit import Audit
from reading.ocr import find_ocr
from store.archive import Archive


@pytest.mark.browser
async def test_three_months_of_the_sample_province_are_found_as_expected(tmp_path: Path) -> None:
    targets = read_targets(FOLDER / "targets.csv").targets
    places, measure = Places(tmp_path / "data", tmp_path / "out"), yardstick()
    places.data.mkdir()
    audits: dict[Key, Audit] = {}
    with Archive.open(places.database) as archive:
        for month, period in zip(MONTHS, load_province().periods, strict=True):
            async with serve(month) as hosts:
                options = RunOptions(sites_at_once=2, delay_seconds=0.0, period=period, hosts=hosts)
                run = begin(archive, targets, measure, options, "audit")
                result = await carry_out(run, archive, measure, places, options, lambda _: None)
            assert result.failed == ()
            audits |= {(audit.target.id, month): audit for audit in result.audits}
    assert audits.keys() == load_expected().keys()
    assert compare(load_expected(), audits, ocr=find_ocr() is not None) == ()
