"""A pledge as pages show it: a line that opens, and its promises as a list."""

from __future__ import annotations

from model.reading import Grade, Topic
from tests.reading.pages import grade, page_of, said

PROMISES = (
    "<h1>Maklumat Pelayanan</h1><p>Kami, seluruh pegawai Dinas Perdagangan, dengan ini berjanji:</p>"
    "<ol><li>sanggup memberikan pelayanan sesuai standar pelayanan;</li><li>siap menerima sanksi.</li></ol>"
)


def test_a_pledge_may_begin_at_the_end_of_a_line():
    page = page_of(PROMISES)
    assert grade(page, Topic.PLEDGE) is Grade.CLEAR
    statement = said(page, Topic.PLEDGE)
    assert statement is not None
    assert "dengan ini berjanji" in statement.exhibits[0].quote
