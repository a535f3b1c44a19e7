"""Marks by which sites of one maker are known."""

from __future__ import annotations

import pytest

from audit.site_maker import Maker, groups, maker_of


@pytest.mark.parametrize(
    ("page", "maker"),
    [
        (
            "<footer>Dikembangkan oleh <a href='https://x.test'>CV Situs Daerah</a></footer>",
            Maker("vendor", "CV Situs Daerah"),
        ),
        ("<p>Powered by WordPress</p><link href='/wp-content/themes/Astra/style.css'>", Maker("theme", "astra")),
        ("<p>&copy; Dinas Kominfo</p>", None),
        ("<script src='/js/jquery.min.js'></script><link href='/css/bootstrap.css'>", None),
    ],
)
def test_the_strongest_mark_tells(page: str, maker: Maker | None) -> None:
    assert maker_of(page.encode()) == maker


def test_the_same_files_of_its_own_make_the_same_template() -> None:
    one = maker_of(b"<link href=/assets/situs/dinas.css><script src=https://a.test/assets/situs/dinas.js>")
    two = maker_of(b"<script src='/assets/situs/dinas.js?v=2'></script><link href='/assets/situs/dinas.css'>")
    assert one == two
    assert one is not None
    assert one.kind == "template"


def test_only_makers_of_several_agencies_make_a_group() -> None:
    made = {"b": Maker("vendor", "X"), "a": Maker("vendor", "X"), "c": Maker("vendor", "Y"), "d": None}
    assert [(g.name, g.agencies) for g in groups(made)] == [("X", ("a", "b"))]
