"""A page is known by its content: at its address, at another one, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.over_time.pages import alike, page_fates
from model.change import PageFate
from model.evidence import Reach
from tests.audit.over_time.build import SITE, STANDARD, outline, page

OTHER = "Profil dinas kami beserta visi dan misi kepala dinas yang sekarang menjabat sejak tahun lalu di kabupaten ini."


def fate(before, after, path="layanan/1"):
    return page_fates(before, after).of_before[SITE + path]


def test_other_bytes_with_the_same_words_are_the_same_page():
    old, new = page("layanan/1", digest="a" * 64), page("layanan/1", digest="b" * 64)
    assert fate(outline(pages=[old]), outline(pages=[new])).fate is PageFate.SAME


def test_an_edited_page_stays_itself():
    told = fate(outline(pages=[page("layanan/1")]), outline(pages=[page("layanan/1", STANDARD + " Baru ditambah.")]))
    assert told.fate is PageFate.EDITED
    assert 0.5 < told.alike < 1


def test_an_encrypted_id_that_changes_with_each_visit_is_no_new_page():
    old, new = page("detail?id=eyJpdiI6Ik5oQ1"), page("detail?id=eyJpdiI6IlpXdU")
    told = page_fates(outline(pages=[old]), outline(pages=[new]))
    assert [(c.fate, c.alike) for c in told.changes if c.before == old.url] == [(PageFate.MOVED, 1.0)]
    assert not any(c.fate in (PageFate.NEW, PageFate.GONE) for c in told.changes)


def test_a_page_that_moved_and_was_edited_a_little_is_known():
    old, new = page("layanan/1"), page("standar/kartu", STANDARD + " Diperbarui Agustus.")
    told = fate(outline(pages=[old]), outline(pages=[new]))
    assert (told.fate, told.after) == (PageFate.MOVED, new.url)
    assert told.alike < 1


def test_two_pages_that_change_their_addresses_are_told_apart():
    old = [page("a"), page("b", OTHER)]
    new = [page("a", OTHER), page("b")]
    told = page_fates(outline(pages=old), outline(pages=new))
    assert {c.before: c.after for c in told.changes if c.fate is PageFate.MOVED} == {
        SITE + "a": SITE + "b",
        SITE + "b": SITE + "a",
    }


def test_an_address_that_was_given_to_another_page_keeps_its_line():
    told = fate(outline(pages=[page("layanan/1")]), outline(pages=[page("layanan/1", OTHER)]))
    assert told.fate is PageFate.EDITED


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (Reach.MISSING, PageFate.GONE),
        (Reach.BLOCKED, PageFate.UNREACHED),
        (Reach.TIMED_OUT, PageFate.UNREACHED),
        (Reach.SERVER_ERROR, PageFate.UNREACHED),
        (Reach.NOT_TRIED, PageFate.UNCHOSEN),
        (Reach.DISALLOWED, PageFate.UNCHOSEN),
    ],
)
def test_a_page_that_was_not_read_is_gone_only_when_the_site_says_so(reach, expected):
    told = fate(outline(pages=[page("layanan/1")]), outline(unseen={"layanan/1": reach}))
    assert (told.fate, told.reach) == (expected, reach)


def test_a_page_that_nothing_links_any_more_is_gone():
    assert fate(outline(pages=[page("layanan/1")]), outline()).fate is PageFate.GONE


def test_but_not_when_the_page_that_links_it_could_not_be_read():
    old = page("layanan/1", parent=SITE + "layanan")
    told = fate(outline(pages=[old]), outline(unseen={"layanan": Reach.TIMED_OUT}))
    assert told.fate is PageFate.UNREACHED


def test_and_not_when_the_crawl_was_cut_off():
    assert fate(outline(pages=[page("layanan/1")]), outline(cut_off=True)).fate is PageFate.UNREACHED


def test_of_a_site_that_was_not_audited_nothing_is_gone():
    told = page_fates(outline(pages=[page("layanan/1")]), outline(home=Reach.BLOCKED))
    assert {c.fate for c in told.changes} == {PageFate.UNREACHED}


def test_a_page_that_was_known_and_not_read_before_is_not_new():
    told = page_fates(outline(unseen={"layanan/1": Reach.TIMED_OUT}), outline(pages=[page("layanan/1")]))
    assert told.of_after[SITE + "layanan/1"].fate is PageFate.UNREACHED
    told = page_fates(outline(), outline(pages=[page("layanan/1")]))
    assert told.of_after[SITE + "layanan/1"].fate is PageFate.NEW


texts = st.lists(st.sampled_from(STANDARD.split()), min_size=8, max_size=40).map(" ".join)


@given(st.lists(texts, max_size=6, unique=True), st.lists(texts, max_size=6, unique=True), st.randoms())
def test_every_page_has_one_fate_in_whatever_order_they_come(first, second, chance):
    old = [page(f"a/{n}", text) for n, text in enumerate(first)]
    new = [page(f"b/{n}", text) for n, text in enumerate(second)]
    told = page_fates(outline(pages=old), outline(pages=new))
    assert sorted(c.before for c in told.changes if c.before) == sorted([SITE, *(p.url for p in old)])
    assert sorted(c.after for c in told.changes if c.after) == sorted([SITE, *(p.url for p in new)])
    chance.shuffle(new)
    again = page_fates(outline(pages=old), outline(pages=new))
    assert {(c.before, c.after) for c in told.changes} == {(c.before, c.after) for c in again.changes}


@given(st.lists(st.integers(0, 60), max_size=24, unique=True), st.lists(st.integers(0, 60), max_size=24, unique=True))
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    a, b = tuple(sorted(one)), tuple(sorted(other))
    assert 0 <= alike(a, b) <= 1
    assert alike(a, b) == alike(b, a)
    assert alike(a, a) == (1 if a else 0)
