"""The agency report: what stands in it, read back from the HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from model.audit import Audit
from model.evidence import Reach
from model.finding import ServiceFinding, Verdict
from model.instrument import ZoneScale
from model.sentence import say
from reports.agency import MOST_BYTES, render_agency
from reports.reach_words import REACHES
from tests.reports.sample import (
    AUDIT,
    BLOCKED,
    FINDINGS,
    HISTORY,
    INSTRUMENT,
    LEDGER,
    SCALE,
    SERVICES,
    SITE,
    UNREACHABLE,
    UNSURE,
    exhibit,
    not_audited,
)


def page(audit: Audit = AUDIT, scale: ZoneScale = SCALE, history: tuple[Audit, ...] = ()) -> LexborHTMLParser:
    return LexborHTMLParser(render_agency(audit, INSTRUMENT, scale, history))


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def words(node: LexborNode | LexborHTMLParser | None) -> str:
    assert node is not None
    text = node.text() or ""
    return " ".join(text.split())


def test_the_head_names_agency_period_and_local_time() -> None:
    head = words(one(page(), "header"))
    assert AUDIT.target.name in head
    assert "November 2026" in head
    assert "22 November 2026 pukul 10.05 WIT" in head


def test_the_score_is_an_interval_with_commas() -> None:
    assert words(one(page(), ".figure")) == "59,65–66,85 dari 100"


def test_a_zone_is_named_with_its_class() -> None:
    assert words(one(page(), ".badge")) == "Zona kuningC · kualitas sedang"


def test_an_uncertain_zone_says_so_with_the_reason() -> None:
    tree = page(UNSURE)
    assert words(one(tree, ".badge")) == "Zona belum dapat ditetapkan"
    assert words(one(tree, ".why")) == str(UNSURE.scorecard.why)


@pytest.mark.parametrize("reach", [Reach.BLOCKED, Reach.UNREACHABLE, Reach.MISSING, Reach.TIMED_OUT, Reach.TLS_FAILED])
def test_an_unread_home_is_not_audited_in_words(reach: Reach) -> None:
    score = words(one(page(not_audited(AUDIT, reach, "")), ".score"))
    assert "Belum diaudit" in score
    assert REACHES[reach].short in score
    assert REACHES[reach].sentence in score


def test_not_audited_shows_no_figure_at_all() -> None:
    tree = page(BLOCKED)
    assert not any(letter.isdigit() for letter in words(one(tree, ".figure")))
    assert tree.css(".indicator, .scale, .gaps") == []


def test_unreachable_blocked_and_missing_are_worded_apart() -> None:
    three = (Reach.UNREACHABLE, Reach.BLOCKED, Reach.MISSING)
    assert len({REACHES[reach].short for reach in three}) == 3
    assert len({REACHES[reach].sentence for reach in three}) == 3


def test_every_indicator_has_verdict_word_points_and_basis() -> None:
    tree = page()
    for finding in FINDINGS:
        block = one(tree, f"#ind-{finding.check}")
        assert words(one(block, "summary > .tag"))
        assert words(one(block, "summary > .points"))
        assert "Dasar hukum" in words(one(block, ".basis"))


def test_an_indicator_without_an_answer_is_unknown_and_not_left_out() -> None:
    block = one(page(replace(AUDIT, findings=FINDINGS[1:])), "#ind-requirements")
    assert "tidak dijalankan" in words(one(block, ".says"))


def test_points_show_their_interval_and_maximum() -> None:
    assert words(one(page(), "#ind-fee > summary > .points")) == "7,5–10,5 / 12"


def test_an_indicator_without_weight_is_not_scored() -> None:
    assert words(one(page(), "#ind-site_health > summary > .points")) == "tidak dinilai"


def test_indicators_that_lack_are_open() -> None:
    opened = {node.attributes["id"] for node in page().css("details.indicator[open]")}
    assert "ind-complaint_officer" in opened
    assert "ind-service_pledge" not in opened


def test_proof_quotes_and_jumps_to_the_words() -> None:
    proof = one(page(), "#ind-complaint_channels .proof")
    link = one(proof, "a")
    assert words(one(proof, "blockquote")) == "Layanan pengaduan: WA 0812-3456-7890, surel dukcapil@kabcontoh.test"
    assert (link.attributes["href"] or "").startswith(f"{SITE}/kontak#:~:text=")
    assert link.attributes["rel"] == "noopener noreferrer nofollow"
    assert "kaki halaman" in words(proof)


def test_services_of_which_the_same_is_said_are_gathered() -> None:
    answers = page().css("#ind-completion_time > .inside > .answers > li")
    assert [words(name) for name in answers[0].css(".names li")] == ["Kartu keluarga", "Akta kelahiran", "Surat pindah"]
    assert words(answers[0]).count("Tidak disebut pada halaman layanan ini.") == 1


def test_sentences_that_differ_only_in_the_name_are_gathered_too() -> None:
    fee = replace(
        FINDINGS[3],
        by_service=tuple(
            replace(a, verdict=Verdict.NOT_MET, exhibits=(), says=say("Belum ada biaya untuk “{name}”.", name=a.name))
            for a in FINDINGS[3].by_service
        ),
    )
    answers = page(replace(AUDIT, findings=(fee,))).css("#ind-fee .answers > li")
    assert [words(name) for name in answers[0].css(".names li")] == list(SERVICES)
    assert "Belum ada biaya untuk" not in words(answers[0])


def test_a_pdf_proof_opens_at_its_page() -> None:
    assert one(page(), "#ind-service_pledge .proof a").attributes["href"] == f"{SITE}/maklumat.pdf#page=2"


def test_unread_promises_are_listed_with_their_reach() -> None:
    listed = words(one(page(), "#ind-satisfaction_survey .unread-list"))
    assert "diblokir" in listed
    assert "tidak dapat dijangkau" in listed


def test_the_first_gap_has_gain_remedy_and_link() -> None:
    first = page().css(".gaps > li")[0]
    assert "+5 poin" in words(first)
    assert one(first, "h3 a").attributes["href"] == "#ind-complaint_officer"
    assert "Tulis pejabat pengelola pengaduan" in words(first)


def test_services_stand_against_six_components() -> None:
    table = one(page(), "table.matrix")
    rows = table.css("tbody tr")
    assert len(table.css("thead th")) == 7
    assert [words(cell) for cell in rows[3].css("td")] == [
        "Belum ada", "Belum ada", "Belum ada", "Belum pasti", "Ada", "Belum ada",
    ]  # fmt: skip


def test_every_ledger_line_is_printed_with_its_reason() -> None:
    tree = page()
    assert len(tree.css(".ledger tbody tr")) == len(LEDGER)
    assert "alamat berulang tanpa akhir" in words(tree.body)


def test_the_ledger_names_the_kind_of_a_page_and_the_cause_of_trouble() -> None:
    ledger = page().css(".ledger tbody tr")
    assert "halaman layanan" in words(ledger[1])
    assert "sambungan diputus" in words(ledger[9])


def test_every_indicator_says_how_much_was_looked_at() -> None:
    assert "13 dari 14 alamat" in words(one(page(), "#ind-fee .basis"))


def test_the_trend_has_a_title_a_description_and_a_table() -> None:
    tree = page(history=HISTORY)
    chart = one(tree, "svg.trend")
    assert chart.attributes["role"] == "img"
    assert words(one(chart, "title"))
    assert words(one(chart, "desc"))
    assert len(tree.css("[aria-labelledby=perkembangan] tbody tr")) == len(HISTORY) + 1


def test_a_month_that_was_not_audited_says_why_in_the_trend() -> None:
    september = page(history=HISTORY).css("[aria-labelledby=perkembangan] tbody tr")[2]
    assert words(september) == "September 2026 belum diaudit diblokir"


def test_a_single_audit_has_no_trend() -> None:
    assert page().css("svg.trend") == []


def test_it_says_what_it_is_not() -> None:
    text = words(page().body)
    assert "bukan nilai kepatuhan dan bukan opini Ombudsman" in text
    assert "nilai Ombudsman" not in text.replace("bukan nilai atau opini Ombudsman", "")


def test_versions_and_run_are_printed() -> None:
    text = words(one(page(), ".versions"))
    assert AUDIT.run in text
    assert "check:fee" in text
    assert "web 1.0" in text


def test_a_year_without_zones_still_renders() -> None:
    assert page(scale=replace(SCALE, zones=())).css("svg.scale")


def test_ids_are_unique() -> None:
    ids = [node.attributes["id"] for node in page(history=HISTORY).css("[id]")]
    assert len(ids) == len(set(ids))


def test_every_inner_link_leads_somewhere() -> None:
    tree = page(history=HISTORY)
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    targets = {node.attributes["href"] or "" for node in tree.css("a[href^='#'], use[href^='#']")}
    assert {target[1:] for target in targets} <= ids


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY) == render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY)


def test_a_huge_site_stays_under_the_limit_and_says_what_is_left_out() -> None:
    quote = "Biaya pengurusan " + "sesuai peraturan daerah " * 11
    answers = tuple(
        ServiceFinding(str(n), f"Layanan nomor {n}", SITE, Verdict.MET, say("Ada."), (exhibit(quote),) * 3)
        for n in range(400)
    )
    findings = tuple(replace(f, by_service=answers) if f.by_service else f for f in FINDINGS)
    huge = replace(AUDIT, findings=findings, services=AUDIT.services * 200, ledger=LEDGER * 300)
    html = render_agency(huge, INSTRUMENT, SCALE, HISTORY)
    assert len(html.encode()) < MOST_BYTES
    assert "layanan lain di berkas report.json" in html
    assert "alamat lain di berkas report.json" in html


def test_trouble_is_kept_when_the_ledger_is_cut() -> None:
    huge = replace(UNREACHABLE, ledger=LEDGER[:7] * 400 + LEDGER[7:])
    assert "standar-pelayanan-2019" in render_agency(huge, INSTRUMENT, SCALE)
