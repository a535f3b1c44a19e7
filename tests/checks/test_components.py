"""One page by itself: the eight components that `patuh inspect` prints."""

import pytest

from checks._components import component_verdicts, service_verdicts
from model.finding import Verdict
from model.reading import COMPONENTS, Grade, PageKind, Topic
from model.sentence import say
from tests.checks.build import SITE, clear, page, service, statement

SCAN = SITE + "sp.pdf"


def test_all_eight_are_answered_in_order():
    assert tuple(component_verdicts(page())) == COMPONENTS


@pytest.mark.parametrize(
    ("grade", "verdict"),
    [(Grade.CLEAR, Verdict.MET), (Grade.PARTIAL, Verdict.PARTLY_MET), (Grade.NAMED, Verdict.NOT_MET)],
)
def test_the_grade_decides(grade, verdict):
    fee = component_verdicts(page(statements=(statement(Topic.FEE, grade, value=7),)))[Topic.FEE]
    assert fee.verdict is verdict


def test_a_page_is_the_union_of_its_services():
    akta, ktp = service("Akta", *clear(Topic.FEE)), service("KTP", *clear(Topic.PRODUCT))
    both = page(kind=PageKind.SERVICE, services=(akta, ktp))
    verdicts = component_verdicts(both)
    assert (verdicts[Topic.FEE].verdict, verdicts[Topic.PRODUCT].verdict) == (Verdict.MET, Verdict.MET)
    assert service_verdicts(both, akta)[Topic.PRODUCT].verdict is Verdict.NOT_MET


def test_the_value_is_that_of_the_strongest_statement():
    two = (statement(Topic.FEE, Grade.PARTIAL, value=1), statement(Topic.FEE, Grade.CLEAR, value=2))
    assert component_verdicts(page(statements=two))[Topic.FEE].value == 2


@pytest.mark.parametrize("unseen", [{"unread_images": (SITE + "sp.jpg",)}, {"problems": ("no_text_layer",)}])
def test_what_could_not_be_read_is_unknown(unseen):
    verdicts = component_verdicts(page(SCAN, PageKind.DOCUMENT, statements=clear(Topic.FEE), **unseen))
    assert verdicts[Topic.FEE].verdict is Verdict.MET
    assert verdicts[Topic.PRODUCT].verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (PageKind.CHALLENGE, Verdict.UNKNOWN),
        (PageKind.HACKED, Verdict.NOT_MET),
        (PageKind.PARKED, Verdict.NOT_MET),
        (PageKind.ERROR, Verdict.NOT_MET),
    ],
)
def test_a_page_that_is_not_the_agency_speaking_claims_nothing(kind, verdict):
    verdicts = component_verdicts(page(kind=kind, statements=clear(*COMPONENTS)))
    assert {v.verdict for v in verdicts.values()} == {verdict}


def test_the_reason_for_a_kind_is_told():
    news = page(kind=PageKind.NEWS, kind_says=say("Halaman ini adalah berita."))
    assert str(component_verdicts(news)[Topic.FEE].says) == "Halaman ini adalah berita."


def test_a_page_behind_a_login_says_so():
    fee = component_verdicts(page(kind=PageKind.LOGIN))[Topic.FEE]
    assert (fee.verdict, "login" in str(fee.says)) == (Verdict.NOT_MET, True)
