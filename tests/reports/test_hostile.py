"""Strangers' words in every field of an audit stay words: in a real browser nothing runs and nothing is fetched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from model.audit import Audit
from model.finding import Unread
from model.sentence import say
from reports.agency import MOST_BYTES, render_agency
from reports.index import RunOverview, render_index
from tests.reports.browsing import Watch
from tests.reports.sample import AUDIT, FINDINGS, HISTORY, INSTRUMENT, LEDGER, OVERVIEW, SCALE, exhibit

NIK, PHONE = "8171012505900003", "081234567890"

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<img src=http://canary.test/x.png>",
    "<link rel=stylesheet href=http://canary.test/x.css>",
    "<meta http-equiv=refresh content='0;url=http://canary.test/'>",
    "<base href=http://canary.test/>",
    "<form action=http://canary.test/><button autofocus>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "--><!-- --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "{{ 7*7 }}{% raw %}{{ ''.__class__ }}",
    "${alert(1)}#{alert(1)}",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "java\tscript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "https://a.test/\"onmouseover=alert(1)//",
    "https://a.test/'><script>alert(1)</script>",
    "http://canary.test/`onfocus=alert(1)`",
    "x\u2028alert(1)\u2029",
    "\u202eevil",
    "\ud800 half a character \x00\x1b[31m",
    "https://a.test/\ud800",
    "<a href=javascript:alert(1)>x</a>",
    "<style>@import 'http://canary.test/x.css';body{display:none}</style>",
    "<object data=http://canary.test/></object><embed src=http://canary.test/>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)  # fmt: skip


def hostile(payload: str) -> Audit:
    """The sample audit with the payload in every field that strangers can fill."""
    braced = payload.replace("{", "{{").replace("}", "}}")
    proof = replace(exhibit(payload), url=payload, where=payload)
    findings = tuple(
        replace(
            finding,
            says=say(braced),
            exhibits=(proof,),
            by_service=tuple(
                replace(a, name=payload, url=payload, says=say(braced), exhibits=(proof,)) for a in finding.by_service
            ),
            coverage=replace(finding.coverage, unread=(Unread(payload, LEDGER[-4].reach, payload),)),
        )
        for finding in FINDINGS[5:]
    )
    return replace(
        AUDIT,
        target=replace(AUDIT.target, name=payload, url=payload, province=payload),
        home_detail=payload,
        findings=findings,
        services=tuple(replace(s, name=payload, url=payload, owner=payload) for s in AUDIT.services),
        ledger=tuple(replace(line, url=payload, text=payload, detail=payload, status=None) for line in LEDGER),
        notes=(payload,),
        rules=((payload, payload),),
    )


@pytest.mark.parametrize("endless", ["a" * 100_000, "<" * 100_000, "https://a.test/" + "ä" * 100_000])
def test_endless_words_do_not_make_an_endless_report(endless: str) -> None:
    assert len(render_agency(hostile(endless), INSTRUMENT, SCALE, HISTORY).encode()) < MOST_BYTES


def test_words_that_turn_the_writing_around_are_defused() -> None:
    assert "\u202e" not in render_agency(hostile("\u202etxt.exe"), INSTRUMENT, SCALE)


@pytest.mark.parametrize("written", [f"NIK {NIK}", f"https://a.test/cek?nik={NIK}", f"Pemohon HP {PHONE}"])
def test_citizens_numbers_are_hidden_wherever_they_stand(written: str) -> None:
    html = render_agency(hostile(written), INSTRUMENT, SCALE)
    assert NIK not in html
    assert PHONE not in html


@pytest.mark.browser
@pytest.mark.parametrize(
    "bait", ["<script>alert(1)</script>", "<img src=http://canary.test/>", "<a href=javascript:alert(1)>x</a>"]
)
def test_the_watch_notices_what_it_watches_for(watch: Watch, tmp_path: Path, bait: str) -> None:
    path = tmp_path / "bait.html"
    path.write_text(bait)
    assert watch.open(path)


@pytest.mark.browser
def test_a_clean_report_opens_without_a_word_or_a_request(watch: Watch, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY), encoding="utf-8")
    assert watch.open(path) == []


@pytest.mark.browser
def test_payloads_in_every_field_stay_words(watch: Watch, tmp_path: Path) -> None:
    for number, payload in enumerate(PAYLOADS):
        path = tmp_path / f"{number}.html"
        path.write_text(render_agency(hostile(payload), INSTRUMENT, SCALE, HISTORY), encoding="utf-8")
        assert watch.open(path) == [], payload


@pytest.mark.browser
def test_payloads_on_the_index_stay_words(watch: Watch, tmp_path: Path) -> None:
    audits = tuple(hostile(payload) for payload in PAYLOADS)
    path = tmp_path / "index.html"
    overview = RunOverview(PAYLOADS[0], OVERVIEW.started, None, audits, HISTORY, tuple(a.target for a in audits))
    path.write_text(render_index(overview, INSTRUMENT, SCALE), encoding="utf-8")
    assert watch.open(path) == []


@pytest.mark.browser
def test_the_style_sheet_applies_under_the_policy(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_agency(AUDIT, INSTRUMENT, SCALE), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.close()


@pytest.mark.browser
def test_the_longest_words_do_not_scroll_a_phone_sideways(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_agency(hostile("Pelayanan" * 30), INSTRUMENT, SCALE, HISTORY), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
