"""Plain text and JSON records become sections."""

from __future__ import annotations

import json

import pytest

from model.reading import BlockKind
from reading.text import decode, read_json, read_text
from tests.reading.documents.files import blocks, words


def test_lines_that_stand_alone_are_headings() -> None:
    document = read_text(b"KTP Rusak\n\nPersyaratan\n1. KTP lama\n2. Kartu keluarga\n\nBiaya: gratis\n", "")
    assert [(s.heading, len(s.blocks)) for s in document.sections] == [("KTP Rusak", 0), ("Persyaratan", 3)]
    assert [b.marker for b in document.sections[1].blocks] == ["1.", "2.", ""]
    assert document.title == "KTP Rusak"


def test_table_copied_cell_by_cell_keeps_its_labels() -> None:
    document = read_text(b"NO Komponen Uraian\n1\nPersyaratan\n  1. KTP lama\n2\nBiaya/tarif\nGratis\n", "")
    assert [(s.heading, [b.text for b in s.blocks]) for s in document.sections[-2:]] == [
        ("Persyaratan", ["KTP lama", "2"]),
        ("Biaya/tarif", ["Gratis"]),
    ]


def test_tabs_make_rows() -> None:
    (block,) = blocks(read_text(b"Biaya\tGratis", ""))
    assert (block.kind, block.cells, block.where) == (BlockKind.ROW, ("Biaya", "Gratis"), "baris 1")


def test_decodes_what_editors_write() -> None:
    assert decode(b"\xef\xbb\xbfBiaya") == "Biaya"
    assert decode("Biaya – gratis".encode("utf-16")) == "Biaya – gratis"
    assert decode(b"Biaya \x96 gratis") == "Biaya – gratis"


def test_records_become_sections_titled_by_their_name() -> None:
    records = [
        {"id": 7, "nama": "Kartu Keluarga", "syarat": ["Surat pengantar", "Fotokopi KTP"], "lama_proses": "3 hari"},
        {"id": 8, "nama": "Akta Kematian", "biaya": "Gratis", "aktif": True, "catatan": None},
    ]
    document = read_json(json.dumps(records).encode(), "")
    assert [(s.heading, s.trail) for s in document.sections] == [
        ("Kartu Keluarga", ()),
        ("syarat", ("Kartu Keluarga",)),
        ("Akta Kematian", ()),
    ]
    assert document.sections[0].blocks[0].cells == ("lama proses", "3 hari")
    assert [(b.marker, b.text) for b in document.sections[1].blocks] == [
        ("1.", "Surat pengantar"),
        ("2.", "Fotokopi KTP"),
    ]
    assert document.sections[2].blocks[0].cells == ("biaya", "Gratis")


def test_markup_in_records_is_taken_off() -> None:
    assert words(read_json(b'{"judul": "KTP", "isi": "<p>Biaya <b>gratis</b></p>"}', "")) == "KTP isi | Biaya gratis"


def test_deep_nesting_ends() -> None:
    document = read_json(b'{"a":' * 60 + b'"dasar"' + b"}" * 60, "")
    assert "dasar" not in words(document)


def test_more_records_than_are_kept_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reading.text.MAX_PIECES", 3)
    for document in (read_json(b'["a", "b", "c", "d", "e"]', ""), read_text(b"a.\nb.\nc.\nd.\n", "")):
        assert document.problems == ("too_large",)
        assert len(blocks(document)) == 3


def test_a_short_line_below_a_label_is_its_value_and_no_heading() -> None:
    lines = (
        "Produk Pelayanan",
        "Jasa Penebangan Pohon",
        "Biaya",
        "GRATIS",
        "Persyaratan",
        "Perorangan",
        "1. KTP asli\n",
    )
    text = "\n\n".join(lines).encode()
    headings = [section.heading for section in read_text(text, "").sections]
    assert headings == ["Produk Pelayanan", "Biaya", "Persyaratan", "Perorangan"]
