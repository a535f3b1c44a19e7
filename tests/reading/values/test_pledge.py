"""A pledge is the agency's own word; a text about pledges is none."""

import pytest

from reading.pledge import find_pledge

FULL = """MAKLUMAT PELAYANAN
Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan,
melakukan perbaikan secara terus-menerus, dan apabila tidak menepati janji ini kami siap menerima sanksi.
Wangga, 5 Januari 2024
Kepala Dinas Contoh
Drs. Rahmat Hidayat, M.Si"""


def test_a_full_pledge_has_its_three_parts_and_who_signs():
    pledge = find_pledge(FULL)
    assert pledge is not None
    assert (pledge.willing, pledge.improvement, pledge.sanction, pledge.trap) == (True, True, True, "")
    assert "Rahmat Hidayat" in pledge.signer
    assert pledge.place_date == "Wangga, 5 Januari 2024"
    assert pledge.text in " ".join(FULL.split())


@pytest.mark.parametrize(
    "text",
    [
        "KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN",
        "Kami menyatakan sanggub menyelenggarakan pelayanan sesuai standar pelayanan",
        "KAMl MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN",
        "MAKLUMAT PELAYANAN BERJANJI DAN SANGGUP UNTUK MELAKSANAKAN PELAYANAN SESUAI STANDAR PELAYANAN",
        "Kami, pimpinan dan karyawan, berjanji dan sanggup melaksanakan pelayanan sesuai standar pelayanan",
        "Maklumat adalah janji. Dengan ini kami menyatakan siap memberikan pelayanan sesuai standar pelayanan.",
    ],
)
def test_a_commitment_to_the_standard_is_a_pledge(text):
    pledge = find_pledge(text)
    assert pledge is not None
    assert pledge.clear


@pytest.mark.parametrize(
    ("text", "trap"),
    [
        ("Maklumat Pelayanan adalah pernyataan tertulis yang berisi kewajiban dan janji.", "definition"),
        (
            "Penyelenggara wajib menyusun maklumat yang berisi pernyataan kesanggupan dan siap menerima sanksi.",
            "definition",
        ),
        ("Kami siap melayani", "slogan"),
        ("Kami berkomitmen memberikan pelayanan terbaik", "slogan"),
    ],
)
def test_what_only_looks_like_a_pledge_says_why(text, trap):
    pledge = find_pledge(text)
    assert pledge is not None
    assert (pledge.trap, pledge.clear) == (trap, False)


@pytest.mark.parametrize(
    "text",
    [
        "Jaminan pelayanan: sesuai SOP",
        "Bupati mengatakan pihaknya siap memberikan pelayanan",
        "Maklumat Pelayanan",
        "",
        "Dengan ini saya menyatakan sanggup menaati tata tertib lomba",
        "Pemohon menyatakan sanggup membayar retribusi",
    ],
)
def test_no_pledge_at_all(text):
    assert find_pledge(text) is None


@pytest.mark.parametrize(
    "promise",
    [
        "memenuhi kewajiban dan memperbaiki pelayanan secara terus-menerus",
        "terus-menerus memperbaiki mutu pelayanan",
        "senantiasa meningkatkan kinerja",
    ],
)
def test_to_mend_is_told_as_a_verb_too(promise):
    pledge = find_pledge(
        f"Dengan ini kami menyatakan sanggup memberikan pelayanan sesuai standar pelayanan, {promise}."
    )
    assert pledge is not None
    assert pledge.improvement


def test_a_pledge_without_mending_is_told_so():
    pledge = find_pledge("Dengan ini kami menyatakan sanggup memberikan pelayanan sesuai standar pelayanan.")
    assert pledge is not None
    assert not pledge.improvement
