from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.address import read_address
from audit.inputs import Problem, TargetList, read_targets
from audit.target_row import ID_LENGTH, make_id
from model.evidence import Level, Target

ROOT = Path(__file__).parent.parent.parent
FULL = Target(
    "dinkes-contoh", "Dinas Kesehatan", Level.KABUPATEN, "Maluku", "https://dinkes.contohkab.go.id/", "", "dinas",
    ("lokus", "2024"), "tinggi", "Catatan é",
)  # fmt: skip


def _read(tmp_path: Path, body: bytes | str) -> TargetList:
    path = tmp_path / "targets.csv"
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return read_targets(path)


def _one(found: TargetList) -> Problem:
    assert len(found.problems) == 1, [str(p) for p in found.problems]
    return found.problems[0]


def _table(separator: str, end: str = "\r\n") -> str:
    rows = [
        ["id", "name", "level", "province", "parent", "unit_type", "url", "tags", "confidence", "note"],
        ["dinkes-contoh", "Dinas Kesehatan", "kabupaten", "Maluku", "", "dinas", "dinkes.contohkab.go.id",
         '"lokus,2024"', "tinggi", "Catatan é"],
    ]  # fmt: skip
    return end.join(separator.join(row) for row in rows) + end


# --- the list that comes with the project ---


def test_the_list_of_the_project_has_no_problem() -> None:
    found = read_targets(ROOT / "targets.csv")
    assert found.problems == ()
    governments = {t.id for t in found.targets if not t.unit_type}
    assert {"kab-kepulauan-aru", "kab-muna-barat", "kota-ambon", "kab-buru-selatan", "kab-gunung-mas"} <= governments
    assert {t.level for t in found.targets if not t.parent} == {Level.PROVINSI}
    assert all(t.confidence for t in found.targets)


# --- shapes of files ---


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators_and_line_ends(tmp_path: Path, separator: str, end: str) -> None:
    found = _read(tmp_path, _table(separator, end))
    assert (found.targets, found.problems, found.separator) == ((FULL,), (), separator)


@pytest.mark.parametrize(
    ("encoding", "mark", "told"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes, told: str) -> None:
    found = _read(tmp_path, mark + _table(";").encode(encoding))
    assert (found.targets, found.problems, found.encoding) == ((FULL,), (), told)


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;;;;", "sep=;\t"])
def test_the_separator_line_of_excel_is_obeyed_and_counted(tmp_path: Path, line: str) -> None:
    found = _read(tmp_path, f"{line}\r\nnama;tingkat;situs\r\n;kota;a.go.id\r\n")
    assert found.separator == ";"
    assert _one(found).line == 3


def test_the_separator_line_may_name_a_sign_that_nobody_would_guess(tmp_path: Path) -> None:
    found = _read(tmp_path, "sep=~\nnama~tingkat~situs\nDinas A, B~kota~a.go.id\n")
    assert [t.name for t in found.targets] == ["Dinas A, B"]


def test_line_numbers_are_those_of_the_file_though_cells_hold_line_breaks(tmp_path: Path) -> None:
    text = 'nama;tingkat;situs;catatan\r\nA;kota;a.go.id;"satu\r\ndua\r\n\r\ntiga"\r\n\r\nB;kota;b go id;\r\n'
    found = _read(tmp_path, text)
    assert found.targets[0].note == "satu dua tiga"
    assert _one(found).line == 7


def test_titles_and_empty_rows_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    text = "DAFTAR SITUS;;;\n;;;\nTahun 2026;;;\nNo;Nama Instansi;Tingkat;Website\n1;Kota A;;a.go.id\n;;;\n;;;\n"
    found = _read(tmp_path, text)
    assert [(t.id, t.level) for t in found.targets] == [("kota-a", Level.KOTA)]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Nama Instansi;Tingkat;Provinsi;Alamat Situs", "Dinas A;Kab.;Maluku;a.go.id"),
        ("NAMA OPD;TINGKATAN;PROPINSI;WEBSITE", "Dinas A;KABUPATEN;Maluku;a.go.id"),
        ("agency;level;province;url", "Dinas A;regency;Maluku;a.go.id"),
        ("website;prov;tingkat;unit_kerja", "a.go.id;Maluku;pemkab;Dinas A"),
        (" Nama_Unit ;Level;Nama Provinsi;Link Website", "Dinas A;kab;Maluku;a.go.id"),
    ],
)
def test_columns_under_many_names_and_in_any_order(tmp_path: Path, headings: str, row: str) -> None:
    found = _read(tmp_path, f"{headings}\n{row}\n")
    target = Target("dinas-a", "Dinas A", Level.KABUPATEN, "Maluku", "https://a.go.id/")
    assert (found.targets, found.problems) == ((target,), ())


def test_a_list_of_governments_by_name_alone(tmp_path: Path) -> None:
    found = _read(tmp_path, "No,Provinsi,Kabupaten/Kota,Domain\n1,Maluku,Kota Ambon,ambon.go.id\n")
    assert found.targets == (Target("kota-ambon", "Kota Ambon", Level.KOTA, "Maluku", "https://ambon.go.id/"),)


def test_invisible_signs_and_odd_spaces_are_removed(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs\n\u200bDinas\u00a0 A\u0000\t;kota\u200e;\ufeffa.go.id\u00a0\n")
    assert [(t.name, t.url) for t in found.targets] == [("Dinas A", "https://a.go.id/")]


# --- files that are no list ---


def _xlsx() -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    return body.getvalue()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (_xlsx(), r"\.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"\.xls"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\n <!DOCTYPE html><html><table><tr><td>nama</td></tr></table>", "HTML"),
        ("\ufeff<table><tr><td>nama".encode("utf-16"), "HTML"),
        (b"<?xml version='1.0'?><Workbook/>", "XML"),
        (b"", "kosong"),
        (b"\r\n\r\n", "judul kolom"),
        (b"apa saja\ntanpa judul\n", "judul kolom"),
        (b"Dinas A;kota;a.go.id\n", "judul kolom"),
        (b"nama;tingkat\nDinas A;kota\n", "alamat situs tidak ada"),
        (b"situs\na.go.id\n", "nama instansi tidak ada"),
        (b";" * (21 * 1024 * 1024), "terlalu besar"),
    ],
)
def test_a_file_that_is_no_list_is_told_and_nothing_is_half_imported(tmp_path: Path, body: bytes, why: str) -> None:
    found = _read(tmp_path, body)
    assert found.targets == ()
    problem = _one(found)
    assert problem.rejected
    assert str(problem.remedy)
    assert re.search(why, str(problem.says))


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert "tidak ditemukan" in str(_one(read_targets(tmp_path / "tidak-ada.csv")))
    assert "tidak dapat dibuka" in str(_one(read_targets(tmp_path)))


# --- mistakes in rows ---


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("Dinas B;kota;javascript:alert(1);", "Situs", "bukan alamat situs web"),
        ("Dinas B;kota;http://127.0.0.1/;", "Situs", "jaringan dalam"),
        ("Dinas B;kota;;", "Situs", "Alamat situs kosong"),
        ("Dinas B;desa;b.go.id;", "Tingkat", "Tingkat desa tidak dikenal"),
        ("Dinas B;;b.go.id;", "Tingkat", "belum diisi"),
        (";kota;b.go.id;", "Nama", "Nama instansi belum diisi"),
        ("Dinas B;kota;https://www.a.go.id/;", "Situs", r"Alamat https://www\.a\.go\.id/ sudah ada di baris 2"),
        ("Dinas A;kota;b.go.id;", "Nama", "Id dinas-a sudah dipakai di baris 2"),
        ("Dinas B;kota;b.go.id;Dinas A!", "Id", "tidak dapat dipakai sebagai nama folder"),
        ("Dinas B;kota;b.go.id;../../etc", "Id", "tidak dapat dipakai sebagai nama folder"),
        ("Dinas B;kota;b.go.id;;;lebih", "", "memuat 6 kolom, padahal judulnya 4"),
        ('"Dinas B;kota;b.go.id;', "", "tidak pernah ditutup"),
        ('"Dinas" B;kota;b.go.id;', "", "tidak berpasangan"),
        ("N" * 201 + ";kota;b.go.id;", "Nama", "terlalu panjang"),
        ("N" * 131_073 + ";kota;b.go.id;", "", "lebih panjang dari 131072"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_good_rows_go_on(
    tmp_path: Path, row: str, column: str, why: str
) -> None:
    found = _read(tmp_path, f"Nama;Tingkat;Situs;Id\nDinas A;kota;a.go.id;\n{row}\nDinas C;kota;c.go.id;\n")
    assert [t.id for t in found.targets] == ["dinas-a", "dinas-c"]
    problem = _one(found)
    assert (problem.file, problem.line, problem.column, problem.rejected) == ("targets.csv", 3, column, True)
    assert str(problem.remedy)
    assert re.search(why, str(problem.says))


def test_all_mistakes_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs\n;desa;b go id\n")
    assert [p.column for p in found.problems] == ["nama", "tingkat", "situs"]


def test_problems_are_in_the_order_of_the_lines(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs;induk;aneh\nA;kota;a.go.id;Kab. X;\nB;kota;;;\n")
    assert [(p.line, p.rejected) for p in found.problems] == [(1, False), (2, False), (3, True)]


def test_a_mistake_reads_as_a_sentence_with_its_place(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs\nDinas B;desa;b.go.id\n")
    assert str(_one(found)) == (
        "targets.csv, baris 2, kolom tingkat: Tingkat desa tidak dikenal. "
        "Isi dengan salah satu dari: kementerian, lembaga, provinsi, kabupaten, kota."
    )


def test_values_with_braces_do_no_harm(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs\nDinas B;{0.__class__};b.go.id\n")
    assert "{0.__class__}" in str(_one(found))


# --- columns ---


def test_an_unknown_column_is_told_and_passed_over(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs;telepon\nDinas A;kota;a.go.id;021\n")
    assert len(found.targets) == 1
    assert (_one(found).column, _one(found).rejected) == ("telepon", False)


def test_of_two_columns_for_the_same_the_first_is_read(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;tingkat;situs;website\nDinas A;kota;a.go.id;b.go.id\n")
    assert found.targets[0].url == "https://a.go.id/"
    assert "sama dengan kolom situs" in str(_one(found))


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;situs;tingkat;catatan\nKota A;a.go.id\n")
    assert (len(found.targets), found.problems) == (1, ())


# --- ids and parents ---


def test_a_missing_id_is_made_of_name_and_parent(tmp_path: Path) -> None:
    text = "nama;induk;situs\nKota A;;a.go.id\nKota B;;b.go.id\nDinas;kota-a;c.go.id\nDinas;kota-b;d.go.id\n"
    found = _read(tmp_path, text)
    assert [t.id for t in found.targets] == ["kota-a", "kota-b", "dinas-kota-a", "dinas-kota-b"]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=120), st.text(max_size=80))
def test_a_made_id_is_always_a_safe_folder_name(name: str, parent: str) -> None:
    made = make_id(name, parent)
    assert made == make_id(name, parent)
    assert 0 < len(made) <= ID_LENGTH
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")


def test_long_names_that_begin_alike_get_different_ids() -> None:
    common = "Unit Pelaksana Teknis Daerah Balai Pengujian dan Sertifikasi "
    assert make_id(common + "Mutu Barang") != make_id(common + "Mutu Benih")


@pytest.mark.parametrize(
    "parent", ["kab-muna-barat", "Kabupaten Muna Barat", "Kab. Muna Barat", "pemkab muna barat", "MUNA BARAT"]
)
def test_a_parent_is_found_by_id_or_by_name(tmp_path: Path, parent: str) -> None:
    text = f"id;nama;induk;situs\nkab-muna-barat;Pemerintah Kabupaten Muna Barat;;a.go.id\nd;Dinas;{parent};kab.go.id\n"
    found = _read(tmp_path, text.replace("induk;situs", "induk;situs;tingkat").replace("kab.go.id", "kab.go.id;kab"))
    assert (found.targets[1].parent, found.problems) == ("kab-muna-barat", ())


def test_a_place_that_two_governments_share_is_not_guessed(tmp_path: Path) -> None:
    text = "nama;induk;situs;tingkat\nKota X;;a.go.id;\nKabupaten X;;b.go.id;\nDinas;X;c.go.id;kota\n"
    found = _read(tmp_path, text)
    assert found.targets[2].parent == "x"
    assert "Induk X tidak ada" in str(_one(found))


def test_a_parent_that_is_not_in_the_list_is_told_once_and_kept(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;induk;situs\nDinas A;Kab. X;a.go.id\nDinas B;Kab. X;b.go.id\n")
    assert [t.parent for t in found.targets] == ["kab-x", "kab-x"]
    assert (_one(found).line, _one(found).rejected) == (2, False)


def test_a_government_that_names_itself_has_no_parent(tmp_path: Path) -> None:
    found = _read(tmp_path, "nama;kabupaten;situs\nKabupaten X;X;a.go.id\n")
    assert (found.targets[0].parent, found.problems) == ("", ())


def test_a_ring_of_parents_is_opened(tmp_path: Path) -> None:
    found = _read(tmp_path, "id;nama;induk;situs;tingkat\na;A;b;a.go.id;kota\nb;B;a;b.go.id;kota\nc;C;a;c.go.id;kota\n")
    assert [t.parent for t in found.targets] == ["", "", "a"]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    for start in (b"", b"nama;tingkat;situs\n", b"\xff\xfe"):
        found = _read(tmp_path_factory.getbasetemp(), start + body)
        assert len({t.id for t in found.targets}) == len(found.targets)
        assert all(read_address(t.url) == t.url for t in found.targets)
        assert all(str(p.says) and str(p.remedy) for p in found.problems)
        assert start or found.targets or found.problems


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    body = "nama;induk;situs;tingkat\nDinas;X;c.go.id;kota\nKota X;;a.go.id;\n;;;\nrusak;;;\n"
    assert _read(tmp_path, body) == _read(tmp_path, body)
