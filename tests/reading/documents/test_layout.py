"""Words with places become lines, columns, rows and cells."""

from __future__ import annotations

from reading.columns import reading_order
from reading.flow import cell_text, heading_level, passages_of
from reading.grids import Rule, fill, grids_of
from reading.layout import Line, Word, body_size, lines_of, segments_of
from reading.unruled import TableRow


def at(x: float, y: float, text: str, size: float = 10, width: float | None = None, bold: bool = False) -> Word:
    return Word(text, x, y, x + (width if width is not None else 5 * len(text)), y + size, size, bold)


def sentence(x: float, y: float, text: str, size: float = 10, bold: bool = False) -> list[Word]:
    words = []
    for part in text.split():
        words.append(at(x, y, part, size, bold=bold))
        x += 5 * len(part) + 3
    return words


def told(flow: list[Line | TableRow]) -> list[object]:
    return [
        item.text if isinstance(item, Line) else tuple(" / ".join(x.text for x in cell) for cell in item.cells)
        for item in flow
    ]


def test_words_on_slightly_different_heights_are_one_line() -> None:
    lines = lines_of([at(60, 11, "KTP"), at(10, 10, "Fotokopi"), at(10, 24, "Asli")])
    assert [line.text for line in lines] == ["Fotokopi KTP", "Asli"]


def test_lines_printed_over_each_other_stay_two() -> None:
    lines = lines_of([at(10, 10, "Persyaratan"), at(10, 13, "Prosedurnya")])
    assert [line.text for line in lines] == ["Persyaratan", "Prosedurnya"]


def test_marker_and_colon_stay_with_their_text() -> None:
    marked = Line((at(10, 10, "1."), at(50, 10, "Fotokopi")))
    named = Line((at(10, 10, "Biaya"), at(120, 10, ":"), at(130, 10, "Gratis")))
    apart = Line((at(10, 10, "Biaya"), at(120, 10, "Gratis")))
    assert [len(segments_of(line)) for line in (marked, named, apart)] == [1, 1, 2]


def test_body_size_is_that_of_most_text() -> None:
    lines = lines_of(sentence(10, 10, "JUDUL", 20) + sentence(10, 50, "kalimat yang panjang sekali", 9))
    assert body_size(lines) == 9


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    words = []
    for i in range(4):
        words += sentence(10, 10 + 14 * i, f"kolom kiri baris nomor {i}")
        words += sentence(250, 10 + 14 * i, f"kolom kanan baris nomor {i}")
    read = told(reading_order(lines_of(words)))
    assert read == [f"kolom {side} baris nomor {i}" for side in ("kiri", "kanan") for i in range(4)]


def test_two_lists_side_by_side_are_read_down() -> None:
    words = []
    for i in range(3):
        words += sentence(10, 10 + 14 * i, f"{i + 1}. Meja") + sentence(200, 10 + 14 * i, f"{i + 4}. Kursi")
    assert told(reading_order(lines_of(words)))[:4] == ["1. Meja", "2. Meja", "3. Meja", "4. Kursi"]


def test_unruled_table_pairs_labels_at_the_top_with_longer_values() -> None:
    words = sentence(10, 10, "Persyaratan") + sentence(150, 10, "Fotokopi kartu tanda penduduk")
    words += sentence(150, 24, "Surat pengantar dari kelurahan")
    words += sentence(10, 38, "Biaya") + sentence(150, 38, "Gratis")
    words += sentence(10, 52, "Waktu") + sentence(150, 52, "3 hari kerja")
    assert told(reading_order(lines_of(words))) == [
        ("Persyaratan", "Fotokopi kartu tanda penduduk / Surat pengantar dari kelurahan"),
        ("Biaya", "Gratis"),
        ("Waktu", "3 hari kerja"),
    ]


def test_labels_in_the_middle_of_their_values_are_paired_by_the_blank_between() -> None:
    words = sentence(10, 24, "Persyaratan") + sentence(10, 91, "Prosedur")
    for i, text in enumerate(["Fotokopi KTP pemohon", "Surat pengantar kelurahan", "Pas foto berwarna terbaru"]):
        words += sentence(150, 10 + 14 * i, text)
    for i, text in enumerate(["Pemohon datang ke loket", "Petugas memeriksa berkas", "Pemohon menerima surat"]):
        words += sentence(150, 77 + 14 * i, text)
    read = told(reading_order(lines_of(words)))
    assert read == [
        ("Persyaratan", "Fotokopi KTP pemohon / Surat pengantar kelurahan / Pas foto berwarna terbaru"),
        ("Prosedur", "Pemohon datang ke loket / Petugas memeriksa berkas / Pemohon menerima surat"),
    ]


def test_a_table_ends_where_its_value_column_ends() -> None:
    words = (
        sentence(10, 10, "Biaya")
        + sentence(200, 10, "Gratis")
        + sentence(10, 24, "Waktu")
        + sentence(200, 24, "1 hari")
    )
    for i in range(6):
        words += sentence(10, 38 + 14 * i, f"catatan {i}")
    assert told(reading_order(lines_of(words)))[-1] == "catatan 5"
    assert told(reading_order(lines_of(words)))[:2] == [("Biaya", "Gratis"), ("Waktu", "1 hari")]


def test_cards_of_a_poster_are_not_mixed() -> None:
    words = [at(10, 10, "PERSYARATAN", 14), at(400, 10, "BIAYA", 14), at(10, 40, "Fotokopi KTP"), at(400, 40, "Gratis")]
    words += [at(10, 60, "Kartu keluarga"), at(400, 60, "Tanpa pungutan"), at(10, 80, "Pas foto")]
    assert told(reading_order(lines_of(words), rough=True)) == [
        *("PERSYARATAN", "Fotokopi KTP", "Kartu keluarga", "Pas foto"),
        *("BIAYA", "Gratis", "Tanpa pungutan"),
    ]


def test_wrapped_lines_join_and_list_items_do_not() -> None:
    words = sentence(10, 10, "1. Surat permohonan yang ditandatangani di atas") + sentence(22, 22, "meterai secukupnya")
    words += sentence(10, 34, "2. Fotokopi KTP")
    assert [p.text for p in passages_of(lines_of(words))] == [
        "1. Surat permohonan yang ditandatangani di atas meterai secukupnya",
        "2. Fotokopi KTP",
    ]


def test_label_lines_do_not_join() -> None:
    words = sentence(10, 10, "Unit Kerja : Bidang Perizinan") + sentence(10, 22, "Produk Layanan : Izin")
    assert len(passages_of(lines_of(words))) == 2


def test_heading_by_size_weight_and_capitals() -> None:
    def level(text: str, size: float = 10, bold: bool = False) -> int:
        return heading_level(passages_of(lines_of(sentence(10, 10, text, size, bold)))[0], 10)

    assert level("Standar Pelayanan", 18) == 1
    assert level("Standar Pelayanan", 13) == 2
    assert level("STANDAR PELAYANAN") == 3
    assert level("Persyaratan", bold=True) == 4
    assert level("Persyaratan") == 0
    assert level("NIP. 19680424 198903 2 020", bold=True) == 0
    assert level("Biaya: gratis", bold=True) == 0


def frame(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    return [
        Rule(left, top, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, left, bottom),
        Rule(right, top, right, bottom),
    ]


def test_grid_with_a_cell_that_spans_rows() -> None:
    rules = [*frame(0, 0, 300, 60), Rule(100, 0, 100, 60), Rule(100, 30, 300, 30)]
    (grid,) = grids_of(rules)
    outside = fill([grid], [at(10, 25, "Biaya"), at(110, 10, "Umum"), at(110, 40, "Khusus"), at(400, 10, "catatan")])
    assert [(c.rows, c.columns, cell_text(c.words)) for c in grid.cells] == [
        ((0, 2), (0, 1), "Biaya"),
        ((0, 1), (1, 2), "Umum"),
        ((1, 2), (1, 2), "Khusus"),
    ]
    assert [w.text for w in outside] == ["catatan"]


def test_lines_that_miss_each_other_slightly_still_make_a_table() -> None:
    rules = [Rule(0, y, 299, y + 0) for y in (0, 30, 60)] + [Rule(x, 1, x, 61) for x in (1, 100, 300)]
    assert len(grids_of(rules)[0].cells) == 4


def test_a_single_box_is_no_table() -> None:
    assert grids_of(frame(0, 0, 100, 100)) == []


def test_a_plan_of_thousands_of_lines_is_no_table() -> None:
    assert grids_of([Rule(0, y, 500, y) for y in range(4, 20_000, 4)]) == []
