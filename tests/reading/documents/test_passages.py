"""Headings and blocks become sections with trails; markers come off."""

from __future__ import annotations

import pytest

from model.reading import BlockKind
from reading.passages import MAX_TRAIL, Heading, clean, paragraph, row, sections_of, split_marker


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1. Fotokopi KTP", "1.", "Fotokopi KTP"),
        ("a) Asli", "a)", "Asli"),
        ("(2) Salinan", "(2)", "Salinan"),
        ("iv. Pas foto", "iv.", "Pas foto"),
        ("1.2.3 Ruang lingkup", "1.2.3", "Ruang lingkup"),
        ("• Materai", "•", "Materai"),
        ("- Materai", "-", "Materai"),
        ("1.Fotokopi", "1.", "Fotokopi"),
        ("Jl. Merdeka 1", "", "Jl. Merdeka 1"),
        ("3 hari kerja", "", "3 hari kerja"),
        ("10.000 rupiah", "", "10.000 rupiah"),
        ("-", "", "-"),
    ],
)
def test_markers(text: str, marker: str, rest: str) -> None:
    assert split_marker(text) == (marker, rest)


def test_paragraph_with_a_marker_is_an_item() -> None:
    assert paragraph("1. KTP").kind is BlockKind.ITEM
    assert paragraph("KTP").kind is BlockKind.TEXT


def test_row_text_leaves_empty_cells_out_but_cells_keep_their_columns() -> None:
    block = row(["1", "", "Gratis"])
    assert (block.text, block.cells) == ("1 | Gratis", ("1", "", "Gratis"))


def test_clean_folds_blanks_and_drops_controls() -> None:
    assert clean(" Bi\u00adaya\x00 \u00a0gratis \n\n  bagi\tsemua ") == "Biaya gratis\nbagi semua"


def test_trails_follow_levels() -> None:
    pieces = [Heading("Izin", 1), Heading("Syarat", 2), paragraph("KTP"), Heading("Biaya", 2), paragraph("Gratis")]
    assert [(s.heading, s.trail, len(s.blocks)) for s in sections_of(pieces)] == [
        ("Izin", (), 0),
        ("Syarat", ("Izin",), 1),
        ("Biaya", ("Izin",), 1),
    ]


def test_first_lines_of_a_title_stand_above_the_last() -> None:
    pieces = [Heading("STANDAR PELAYANAN", 3), Heading("AKTA KELAHIRAN", 3), paragraph("KTP")]
    assert [(s.heading, s.trail) for s in sections_of(pieces)] == [
        ("STANDAR PELAYANAN", ()),
        ("AKTA KELAHIRAN", ("STANDAR PELAYANAN",)),
    ]


def test_trails_of_headings_without_end_stay_short() -> None:
    sections = sections_of([Heading(f"JUDUL {i}", 3) for i in range(500)])
    assert max(len(s.trail) for s in sections) < MAX_TRAIL


def test_text_before_any_heading_has_level_zero() -> None:
    (section,) = sections_of([paragraph("Selamat datang")])
    assert (section.heading, section.level) == ("", 0)
