"""The plan of a site: order, reasons, traps. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from crawler.address import parse
from crawler.frontier import Frontier
from crawler.links import Frame, PageImage, PageLink
from crawler.plan import worth_of
from crawler.promises import promise_of
from crawler.reach import Outcome
from crawler.scope import scope_of
from crawler.settings import CrawlSettings
from crawler.traps import template
from model.evidence import LedgerLine, Reach, Resource, Why
from model.reading import Topic

HOME = "http://dinas.go.id/"


def frontier(links: Iterable[tuple[str, str]] = (), home: str = HOME, **changes: int) -> Frontier:
    made = Frontier(scope_of(parse(home)), CrawlSettings(**changes))  # type: ignore[arg-type] # only counts here
    made.begin(made.add(parse(home), Resource.PAGE, Why.HOME))
    for url, text in links:
        made.offer_link(PageLink(url, text), home, 1)
    return made


def visits(plan: Frontier, most: int = 100) -> list[str]:
    return [p.address.href.removeprefix(HOME) for p in plan.next_pages(most, lambda _a: True)]


def line(plan: Frontier, url: str) -> LedgerLine:
    return next(x for x in plan.ledger() if x.url == url)


def test_promises_come_first_and_news_last() -> None:
    links = [
        (HOME + "berita/2023/kunjungan-ombudsman", "Kunjungan Ombudsman soal standar pelayanan publik"),
        (HOME + "galeri-kita", "Galeri"),
        (HOME + "hal/3", "Maklumat Pelayanan"),
        (HOME + "profil", "Profil"),
    ]
    assert visits(frontier(links)) == ["hal/3", "profil", "berita/2023/kunjungan-ombudsman", "galeri-kita"]


def test_the_same_links_give_the_same_plan() -> None:
    links = [(f"{HOME}a/{n}", f"Layanan {n % 5}") for n in range(90)]
    assert visits(frontier(links)) == visits(frontier(links))
    assert frontier(links).ledger() == frontier(links).ledger()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://lain.go.id/layanan", Why.OFF_SITE),
        ("https://docs.google.com/document/d/1", Why.EXTERNAL_DOCUMENT),
        ("https://s.id/sp-dinas", Why.EXTERNAL_DOCUMENT),
        ("https://maps.app.goo.gl/x1", Why.OFF_SITE),
        (HOME + "arsip.zip", Why.KIND),
        (HOME + "a/a/a/a/layanan", Why.TRAP),
        (HOME + "/".join("abcdefghijklmnopq"), Why.TRAP),
    ],
)
def test_reasons_not_to_visit(url: str, why: Why) -> None:
    plan = frontier([(url, "Standar pelayanan")])
    assert visits(plan) == []
    assert line(plan, url).why is why
    assert "service" in line(plan, url).promises


def test_depth_is_bounded() -> None:
    plan = frontier(max_depth=2)
    plan.offer_link(PageLink(HOME + "jauh", "Layanan"), HOME, 3)
    assert line(plan, HOME + "jauh").why is Why.DEPTH
    plan.offer_link(PageLink(HOME + "jauh", "Layanan"), HOME, 1)  # found nearer later
    assert visits(plan) == ["jauh"]


def test_a_calendar_does_not_eat_the_budget() -> None:
    days = [(f"{HOME}kegiatan?bulan={m}&tahun={y}", "bulan") for y in range(2000, 2030) for m in range(1, 13)]
    found = visits(frontier([*days, (HOME + "kontak", "Kontak")]))
    assert "kontak" in found
    assert len(found) <= 3


def test_sorted_and_signed_queries_are_one_page() -> None:
    spellings = ("l?a=1&b=2", "l?b=2&a=1", "l?a=1&b=2&PHPSESSID=x1", "l?a=1&b=2&utm_source=fb", "l?a=1&b=2#atas")
    assert visits(frontier([(HOME + s, "Layanan") for s in spellings])) == ["l?a=1&b=2"]


def test_a_list_without_end_leaves_room_for_others() -> None:
    pages = [(f"{HOME}berita?page={n}", str(n)) for n in range(200)]
    assert len(visits(frontier(pages))) <= 5


def test_many_services_of_one_pattern_are_all_wanted() -> None:
    services = [(f"{HOME}layanan/detail/{n}", f"Layanan {n}") for n in range(30)]
    assert len(visits(frontier(services))) == 30


def test_hosts_below_get_a_share_and_only_for_promises() -> None:
    links = [(f"http://opd{n}.dinas.go.id/layanan", "Standar pelayanan") for n in range(50)]
    plan = frontier([*links, ("http://lpse.dinas.go.id/", "LPSE")], max_pages=20)
    assert len(visits(plan)) == 5
    assert line(plan, "http://lpse.dinas.go.id/").why is Why.OFF_SITE
    assert line(plan, "http://opd49.dinas.go.id/layanan").why is Why.BUDGET


def test_robots_is_a_reason_of_its_own() -> None:
    plan = frontier([(HOME + "admin", "Layanan")])
    assert plan.next_pages(5, lambda _a: False) == []
    assert (line(plan, HOME + "admin").why, line(plan, HOME + "admin").visited) == (Why.ROBOTS, False)


def test_viewers_give_the_document_they_show() -> None:
    plan = frontier()
    plan.offer_frame(
        Frame("https://docs.google.com/viewer?embedded=true&url=http%3A%2F%2Fdinas.go.id%2Fsp.pdf"), HOME, 0
    )
    found = [(x.url, x.resource) for x in plan.ledger() if x.parent]
    assert found == [(HOME + "sp.pdf", Resource.DOCUMENT)]


def test_small_pictures_are_written_down_and_left() -> None:
    plan = frontier()
    plan.offer_image(PageImage(HOME, "tanpa alamat", "main", 0, 0), HOME, 0)  # <img src="">
    plan.offer_image(PageImage(HOME + "ikon.png", "ikon", "main", 32, 32), HOME, 0)
    plan.offer_image(PageImage(HOME + "alur.jpg", "Alur pelayanan", "main", 900, 1200), HOME, 0)
    taken = plan.next_files(Resource.IMAGE, 10, lambda _a: True)
    assert [p.address.href for p in taken] == [HOME + "alur.jpg"]
    assert line(plan, HOME + "ikon.png").why is Why.KIND


def test_a_full_ledger_counts_what_it_drops() -> None:
    plan = frontier([(f"{HOME}x{n}", "x") for n in range(30)], max_ledger=10)
    assert (len(plan.ledger()), plan.dropped) == (10, 21)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Maklumat Pelayanan", "pledge"),
        ("STANDART PELAYANAN", "service"),
        ("Biaya/Tarif", "fee"),
        ("Hasil SKM 2025", "survey"),
        ("Visi & Misi", "vision_mission"),
        ("Syarat-syarat", "requirements"),
        ("Jam Layanan", "office_hours"),
        ("Layanan Aduan", "complaint_handling"),
        ("tata_cara-pengurusan", "procedure"),
    ],
)
def test_words_promise_topics(text: str, topic: str) -> None:
    assert topic in promise_of(text).topics


def test_the_vocabulary_speaks_of_known_topics_only() -> None:
    import tomllib
    from pathlib import Path

    import crawler.promises

    data = tomllib.loads(Path(crawler.promises.__file__).with_name("promises.toml").read_text("utf-8"))
    assert {t for p in data["promise"] for t in p["topics"]} <= {t.value for t in Topic} | {"service"}


def test_a_headline_promises_nothing_by_its_folder() -> None:
    worth = worth_of(parse(HOME + "berita/layanan/9"), "Bupati membuka layanan baru", "", "main", outlying=False)
    assert worth.promises == ()


def test_templates_fold_numbers_and_ids() -> None:
    first, second = parse(HOME + "d/12?q=1"), parse(HOME + "d/977?q=2")
    assert template(first) == template(second) != template(parse(HOME + "e/12?q=1"))


def test_what_is_known_from_an_earlier_crawl_is_written_down_and_not_visited() -> None:
    known = frozenset((HOME, HOME + "maklumat", HOME + "poster.jpg"))
    plan = Frontier(scope_of(parse(HOME)), CrawlSettings(), known)
    plan.begin(plan.add(parse(HOME), Resource.PAGE, Why.HOME))
    plan.offer_link(PageLink(HOME + "maklumat", "Maklumat Pelayanan"), HOME, 1)
    plan.offer_link(PageLink(HOME + "layanan", "Standar Pelayanan"), HOME, 1)
    plan.offer_image(PageImage(HOME + "poster.jpg", "Standar Pelayanan", "main", 900, 1200), HOME, 0)
    assert visits(plan) == ["layanan"]
    assert plan.next_files(Resource.IMAGE, 9, lambda _a: True) == []
    assert {line(plan, HOME + name).why for name in ("maklumat", "poster.jpg")} == {Why.TAKEN_OVER}
    assert line(plan, HOME).visited


def test_a_given_address_is_visited_though_nothing_links_it() -> None:
    plan = frontier()
    plan.offer_link(PageLink(HOME + "biaya", "Biaya/Tarif"), "", 1, Why.GIVEN)
    assert visits(plan) == ["biaya"]
    assert (line(plan, HOME + "biaya").why, line(plan, HOME + "biaya").promises) == (Why.GIVEN, (Topic.FEE.value,))


SIGNS = ("Biaya dan Tarif", "Bahasa Indonesia", "biaya  DAN tarif")


def test_what_only_a_script_opens_is_written_down_once_with_its_promise_and_is_not_visited() -> None:
    plan = frontier()
    for words in SIGNS:
        plan.offer_sign(words, HOME, 1)
    (found,) = [x for x in plan.ledger() if x.why is Why.SCRIPT]
    assert found.url == HOME + "#:~:text=Biaya%20dan%20Tarif"
    assert (found.text, found.visited, Topic.FEE in found.promises) == (SIGNS[0], False, True)
    assert visits(plan) == []


def test_an_entry_that_a_script_opens_needs_no_line_where_a_link_with_its_words_was_read() -> None:
    plan = frontier([(HOME + "tarif", "Biaya dan Tarif")])
    plan.offer_sign(SIGNS[0], HOME, 1)
    assert [x.url for x in plan.ledger() if x.why is Why.SCRIPT] != []
    (page,) = plan.next_pages(1, lambda _a: True)
    page.outcome = Outcome(Reach.READ)
    assert [x.url for x in plan.ledger() if x.why is Why.SCRIPT] == []
