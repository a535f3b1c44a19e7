"""Any text at all goes through every reader of values, and what they quote stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reading import Block, BlockKind
from reading.contacts import find_contacts, has_invented_contact
from reading.dates import find_dates, find_periods
from reading.durations import find_durations, norm_of_time
from reading.fees import find_fee
from reading.hours import find_hours
from reading.legal import find_decree, find_regulations
from reading.mission import find_mission, find_motto
from reading.money import find_amounts
from reading.officers import find_officer
from reading.pledge import find_pledge
from reading.procedures import find_procedure
from reading.products import find_product
from reading.requirements import find_requirements
from reading.survey import find_survey_result
from reading.vocabulary import components_of_label, split_label

READERS = [
    find_contacts, has_invented_contact, find_dates, find_periods, find_durations, norm_of_time, find_fee,
    find_hours, find_decree,
    find_regulations, find_mission, find_motto, find_amounts, find_officer, find_pledge, find_product,
    find_survey_result,
    components_of_label, split_label,
    lambda t: norm_of_time(t, field=False),
    lambda t: find_fee(t, field=True),
    lambda t: find_product(t, field=False),
    lambda t: find_requirements([Block(BlockKind.TEXT, t)]),
    lambda t: find_procedure([Block(BlockKind.TEXT, t)]),
]  # fmt: skip
PIECES = st.sampled_from(
    ["3", "(tiga)", "hari", "kerja", "Rp", ".", ",-", "1.000", "gratis", "-", "\n", "0812", "@", "Jl.", "UU",
     "Nomor", "Tahun 2020", "tentang",
     "IKM", "85,5", "kami sanggup", "1)", "a.", ";", "setengah", "24", "x", "jam", "Visi", ":", "“", "(", ")",
     "08.00", "\u00a0", "pejabat pengaduan"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
    )
)
def test_no_text_breaks_a_reader(text):
    for read in READERS:
        read(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "a", " ", "\n", "(", "satu dua ", "3 (tiga) ", "Peraturan Daerah ", "Rp. ", "1.000.", "a@",
     "nama.a-b+", "Jl. ", "0812 ", "Visi:\n",
     "pejabat pengelola pengaduan ", "kami sanggup ", "UU Nomor 1 tentang ", "IKM ", "Abc Def. ", "- ", "(1 "],
)  # fmt: skip
def test_a_long_run_of_one_thing_is_read_to_its_end(piece):
    text = (piece * 20_000)[:20_000]
    for read in READERS:
        read(text)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_quotes_stand_in_the_text(text):
    for duration in find_durations(text):
        assert duration.text in text
    fee = find_fee(text, field=True)
    assert fee is None or fee.text in text
    for amount in find_amounts(text, bare=True):
        assert amount.text == text[amount.start : amount.end]
