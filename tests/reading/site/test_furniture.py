"""What stands on every page of a site is not the content of a page."""

from __future__ import annotations

from model.reading import Block, BlockKind, Document, Section, Zone
from reading.furniture import LEAST_PAGES, without_furniture


def section(heading: str, *lines: str) -> Section:
    blocks = tuple(Block(BlockKind.TEXT, line) for line in lines)
    return Section(heading, 2, (), Zone.MAIN, blocks)


QUICK = section("Tautan Cepat", "Alur", "Berkas unduhan")


def site(*common: Section, pages: int = LEAST_PAGES) -> list[Document]:
    own = [section(f"Judul {n}", f"Isi halaman nomor {n}.") for n in range(pages)]
    return [Document(f"http://a.test/{n}", "html", "", (own[n], *common)) for n in range(pages)]


def left(documents: tuple[Document, ...], heading: str) -> int:
    return sum(1 for d in documents for s in d.sections if s.heading == heading and s.zone is Zone.MAIN)


def test_a_section_on_every_page_is_furniture():
    found = without_furniture(site(QUICK))
    assert left(found, "Tautan Cepat") == 0
    assert left(found, "Judul 3") == 1


def test_words_are_kept_in_the_footers_zone():
    (_, second) = without_furniture(site(QUICK))[0].sections
    assert second.zone is Zone.FOOTER
    assert second.blocks == QUICK.blocks


def test_a_few_pages_prove_nothing():
    assert left(without_furniture(site(QUICK, pages=LEAST_PAGES - 1)), "Tautan Cepat") == LEAST_PAGES - 1


def test_what_the_start_page_does_not_have_is_no_furniture():
    home, *others = site(QUICK, pages=LEAST_PAGES + 2)
    bare = Document(home.url, "html", "", home.sections[:1])
    assert left(without_furniture([bare, *others]), "Tautan Cepat") == LEAST_PAGES + 1


def test_what_stands_on_half_of_the_pages_is_no_furniture():
    with_it, without_it = site(QUICK, pages=12)[:6], site(pages=12)[6:]
    assert left(without_furniture([*with_it, *without_it]), "Tautan Cepat") == 6


def test_a_component_that_is_the_same_for_every_service_stays():
    assert left(without_furniture(site(section("Biaya", "Gratis"))), "Biaya") == LEAST_PAGES


def test_one_page_under_many_addresses_has_no_furniture():
    same = [Document(f"http://a.test/{n}", "html", "", (QUICK,)) for n in range(9)]
    assert left(without_furniture(same), "Tautan Cepat") == 9


def test_pages_that_all_hold_the_whole_start_page_have_no_furniture():
    home = Document("http://a.test/", "html", "", (QUICK,))
    assert left(without_furniture([home, *site(QUICK, pages=8)[1:]]), "Tautan Cepat") == 8


def test_documents_are_left_as_they_are():
    paper = Document("http://a.test/a.pdf", "pdf", "", (QUICK,))
    assert without_furniture([*site(QUICK), paper])[-1] is paper
