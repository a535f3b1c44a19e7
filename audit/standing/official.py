"""Official scores from a CSV file (nilai resmi Ombudsman): shown beside the index, never mixed with it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from audit.instruments import FOLDER, load_scales
from audit.zones import scale_for, zone_of
from model.instrument import ZoneScale
from model.official import OfficialScore

FILE = FOLDER / "official-scores.csv"
COLUMNS = ("agency", "name", "year", "value", "zone", "category", "place", "of", "assessed", "source", "note")
ZONES = ("", "hijau", "kuning", "merah")
CATEGORIES = ("", "A", "B", "C", "D", "E")
ASSESSED = {"ya": True, "tidak": False}
_VALUE = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?")


class OfficialMistakes(ValueError):
    """A file that cannot be used. One line per mistake: "file:line: sentence with the remedy"."""

    def __init__(self, path: Path, mistakes: Sequence[tuple[int, str]]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(f"{path}:{line}: {says}" for line, says in mistakes))


def load_official(path: Path = FILE, scales: Sequence[ZoneScale] | None = None) -> tuple[OfficialScore, ...]:
    """All rows, in file order. Two sources may state different values for one year. Raises OfficialMistakes."""
    known = scales if scales is not None else load_scales(FOLDER / "zones.toml")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        says = "Berkas tidak dapat dibaca. Periksa nama dan foldernya, dan simpan sebagai CSV UTF-8."
        raise OfficialMistakes(path, [(0, says)]) from error
    rows = csv.DictReader(text.splitlines())
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise OfficialMistakes(path, [(1, f"Judul kolom harus: {','.join(COLUMNS)}.")])
    found: list[OfficialScore] = []
    mistakes: list[tuple[int, str]] = []
    for row in rows:
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        wrong = list(_mistakes(cells, None in row))
        mistakes += [(rows.line_num, says) for says in wrong]
        if not wrong:
            found.append(_score(cells, known))
    if mistakes:
        raise OfficialMistakes(path, mistakes)
    return tuple(found)


def official_of(agency: str, scores: Sequence[OfficialScore]) -> tuple[OfficialScore, ...]:
    """The scores of one agency, oldest first; sources that contradict each other in the order of the file."""
    return tuple(sorted((s for s in scores if s.agency == agency), key=lambda s: s.year))


def _mistakes(cells: dict[str, str], too_many: bool) -> Iterator[str]:
    if too_many:
        yield "Jumlah sel lebih dari jumlah kolom. Apit isi yang memuat koma dengan tanda petik."
    for name in ("agency", "name", "source"):
        if not cells[name]:
            yield f"Kolom {name} masih kosong. Isi kolom itu."
    if not re.fullmatch(r"20[12]\d", cells["year"]):
        yield f"Tahun “{cells['year']}” tidak dikenal. Tulis misalnya 2024."
    if cells["value"] and not (_VALUE.fullmatch(cells["value"]) and _number(cells["value"]) <= 100):
        yield f"Nilai “{cells['value']}” bukan bilangan dari 0 sampai 100. Tulis misalnya 77.69."
    for name, known in (("zone", ZONES), ("category", CATEGORIES), ("assessed", tuple(ASSESSED))):
        if cells[name] not in known:
            yield f"Kolom {name} berisi “{cells[name]}”. Pilihan: {', '.join(k for k in known if k)}."
    places = (cells["place"], cells["of"])
    if any(places) and not (all(p.isdigit() for p in places) and 0 < int(places[0]) <= int(places[1])):
        yield "Kolom place dan of diisi keduanya, misalnya 13 dan 15, atau dikosongkan keduanya."


def _score(cells: dict[str, str], scales: Sequence[ZoneScale]) -> OfficialScore:
    year = int(cells["year"])
    value = _number(cells["value"]) if cells["value"] else None
    scale = _scale(year, scales)
    computed = zone_of(value, scale) if value is not None and scale else None
    return OfficialScore(
        agency=cells["agency"],
        name=cells["name"],
        year=year,
        value=value,
        zone=cells["zone"],
        category=cells["category"],
        computed=computed.zone if computed else "",
        scale=scale.id if scale else "",
        source=cells["source"],
        assessed=ASSESSED[cells["assessed"]],
        place=int(cells["place"] or 0),
        of=int(cells["of"] or 0),
        note=cells["note"],
    )


def _scale(year: int, scales: Sequence[ZoneScale]) -> ZoneScale | None:
    """None for a year whose limits are not known."""
    try:
        return scale_for(year, scales)
    except LookupError:
        return None


def _number(text: str) -> Fraction:
    return Fraction(Decimal(text.replace(",", ".")))
