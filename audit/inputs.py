"""The list of targets (targets.csv), read row by row: what is wrong is told, the good rows go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from audit.address import same_site_key
from audit.columns import FIELDS, count_known, field_of, is_numbering
from audit.csv_table import Broken, CsvText, NotCsv, Record, read_csv, records
from audit.parents import find_parents
from audit.target_row import TargetRow, refusals, tidy
from model.evidence import Target
from model.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend in the list. line: from 1, as an editor counts, 0 for the file as a whole. column: its heading
    in the file, or "". rejected: whether the row (or file) is left out; otherwise it goes on without the faulty part.
    """

    file: str
    line: int
    column: str
    says: Sentence
    remedy: Sentence
    rejected: bool = True

    def __str__(self) -> str:
        place = f"{self.file}, baris {self.line}" if self.line else self.file
        column = f", kolom {self.column}" if self.column else ""
        return f"{place}{column}: {self.says} {self.remedy}"


@dataclass(frozen=True, slots=True)
class TargetList:
    """The targets in the order of the file, the problems in the order of their lines, and how the file was read."""

    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class _Heading:
    """The row of column names. places: field -> index of its cell."""

    line: int
    cells: tuple[str, ...]
    places: dict[str, int]

    def name(self, field: str) -> str:
        return tidy(self.cells[self.places[field]]) if field in self.places else ""


def read_targets(path: Path) -> TargetList:
    """Read a list of targets. Never raises for what the file holds, nor when it cannot be read: see problems."""
    try:
        text = read_csv(path.read_bytes(), count_known)
    except NotCsv as error:
        return TargetList((), (Problem(path.name, 0, "", error.says, error.remedy),))
    except OSError as error:
        reason = "tidak ditemukan" if isinstance(error, FileNotFoundError) else "tidak dapat dibuka"
        says = say("Berkas {reason}.", reason=reason)
        return TargetList(
            (), (Problem(path.name, 0, "", says, say("Periksa nama dan letaknya: {path}", path=str(path))),)
        )
    return _Reader(path.name, text).read()


_HEADING_WITHIN = 15  # records; lists often begin with a title and a few empty rows


class _Reader:
    """Collects targets and problems of one file."""

    def __init__(self, file: str, text: CsvText) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.targets: dict[int, Target] = {}  # by line
        self.line_of_id: dict[str, int] = {}
        self.line_of_site: dict[str, int] = {}

    def read(self) -> TargetList:
        rows = list(records(self.text))
        heading = _find_heading([row for row in rows if isinstance(row, Record)][:_HEADING_WITHIN])
        if heading is None:
            self.tell(
                1 if rows else 0,
                "",
                say("Baris judul kolom tidak ditemukan.") if rows else say("Berkas kosong."),
                say("Baris pertama harus berisi nama kolom, sedikitnya: nama, tingkat, situs."),
            )
            return self.result()
        self.check_heading(heading)
        if {"name", "url"} <= heading.places.keys():
            for row in rows:
                self.read_row(row, heading)
            self.find_parents(heading)
        return self.result()

    def result(self) -> TargetList:
        problems = sorted(self.problems, key=lambda p: p.line)
        return TargetList(tuple(self.targets.values()), tuple(problems), self.text.encoding, self.text.separator)

    def tell(self, line: int, column: str, says: Sentence, remedy: Sentence, *, rejected: bool = True) -> None:
        self.problems.append(Problem(self.file, line, column, says, remedy, rejected))

    def check_heading(self, heading: _Heading) -> None:
        for field in ("name", "url"):
            if field not in heading.places:
                names = FIELDS[field].split(", ")[1:4]
                self.tell(
                    heading.line,
                    "",
                    say("Kolom {field} tidak ada.", field="nama instansi" if field == "name" else "alamat situs"),
                    say("Tambahkan kolom dengan judul seperti: {names}.", names=", ".join(names)),
                )
        for index, cell in enumerate(heading.cells):
            known = field_of(cell)
            column = tidy(cell)
            if known is None and not is_numbering(cell):
                says = say("Kolom {column} tidak dikenal dan dilewati.", column=column[:80])
                self.tell(heading.line, column, says, say("Ubah judulnya bila isinya diperlukan."), rejected=False)
            elif known is not None and index not in heading.places.values():
                says = say("Kolom {column} berisi hal yang sama dengan kolom {first}, dan dilewati.",
                           column=column, first=heading.name(known))  # fmt: skip
                self.tell(heading.line, column, says, say("Hapus salah satunya."), rejected=False)

    def read_row(self, row: Record | Broken, heading: _Heading) -> None:
        if row.line <= heading.line:
            return
        if isinstance(row, Broken):
            self.tell(row.line, "", row.says, row.remedy)
            return
        cells = [tidy(cell) for cell in row.cells]
        if not any(cells):
            return
        if any(cells[len(heading.cells) :]):
            self.tell(
                row.line,
                "",
                say("Baris ini memuat {n} kolom, padahal judulnya {m}.", n=len(cells), m=len(heading.cells)),
                say("Apit isi yang memuat tanda pemisah dengan tanda kutip."),
            )
            return
        try:
            self.add(row.line, self.validate(cells, heading), heading)
        except ValidationError as error:
            for field, says, remedy in refusals(error):
                self.tell(row.line, heading.name(field), says, remedy)

    def validate(self, cells: Sequence[str], heading: _Heading) -> TargetRow:
        return TargetRow.model_validate({f: cells[i] for f, i in heading.places.items() if i < len(cells)})

    def add(self, line: int, row: TargetRow, heading: _Heading) -> None:
        target = row.to_target()
        site = same_site_key(target.url)
        if target.id in self.line_of_id:
            self.tell(
                line,
                heading.name("id" if row.id else "name"),
                say("Id {id} sudah dipakai di baris {first}.", id=target.id, first=self.line_of_id[target.id]),
                say("Hapus baris yang ganda, atau isi kolom id dengan id yang berbeda."),
            )
        elif site in self.line_of_site:
            self.tell(
                line,
                heading.name("url"),
                say("Alamat {url} sudah ada di baris {first}.", url=target.url, first=self.line_of_site[site]),
                say("Hapus baris yang ganda, atau isi alamat situs yang sebenarnya."),
            )
        else:
            self.targets[line] = target
            self.line_of_id[target.id] = self.line_of_site[site] = line

    def find_parents(self, heading: _Heading) -> None:
        """Replace the parents by ids, and tell those that are not in the list."""
        told: set[str] = set()
        for line, (target, found) in zip(self.targets, find_parents(self.targets.values()), strict=True):
            self.targets[line] = replace(target, parent=found.id)
            if found.missing and found.id not in told:
                told.add(found.id)
                says = say("Induk {parent} tidak ada di daftar ini.", parent=target.parent)
                remedy = say("Tambahkan baris untuk induk itu, atau kosongkan kolomnya.")
                self.tell(line, heading.name("parent"), says, remedy, rejected=False)


def _find_heading(rows: Iterable[Record]) -> _Heading | None:
    """The first row that names at least two columns, or the address alone; titles above it are passed over."""
    for row in rows:
        places: dict[str, int] = {}
        for index, cell in enumerate(row.cells):
            field = field_of(cell)
            if field is not None:
                places.setdefault(field, index)
        if len(places) >= 2 or places.keys() == {"url"}:
            if "name" not in places and "parent" in places:
                places["name"] = places.pop("parent")  # a list of governments: "Provinsi; Kabupaten/Kota; Situs"
            return _Heading(row.line, row.cells, places)
    return None
