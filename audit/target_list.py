"""Lists of targets as files: validated, written in one form, added to. Nothing that is there gets lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from audit.columns import FIELDS
from audit.inputs import TargetList, read_targets
from audit.publish import write_whole
from audit.regions import find_province
from audit.target_row import TargetRow, refusals
from audit.unfit import Unfit
from model.evidence import Target

COLUMNS = tuple(FIELDS)
FORMULA = re.compile(r"\s*[=+\-@\t\r\n|%]")


def as_csv(targets: Iterable[Target]) -> str:
    """The canonical form: UTF-8, commas, the columns of targets.csv."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for target in targets:
        table.writerow([guarded(cell(target, column)) for column in COLUMNS])
    return text.getvalue()


def guarded(text: str) -> str:
    """With a ' before what a spreadsheet would run: names of candidates are strangers' words."""
    return f"'{text}" if FORMULA.match(text) and len(text.strip()) > 1 else text


def cell(target: Target, column: str) -> str:
    value = getattr(target, column)
    return ";".join(value) if isinstance(value, tuple) else str(value)


def normalise(path: Path, out: Path) -> TargetList:
    """Write the list anew in the canonical form. Raises Unfit when a row was refused, because it would be lost."""
    read = read_targets(path)
    refused = [problem for problem in read.problems if problem.rejected]
    if refused:
        told = "\n".join(str(problem) for problem in refused)
        raise Unfit(f"{told}\nBerkas tidak ditulis. Perbaiki dahulu {len(refused)} baris di atas.")
    targets = tuple(with_province(target) for target in read.targets)
    write_whole(out, as_csv(targets))
    return replace(read, targets=targets)


def with_province(target: Target) -> Target:
    found = find_province(target.province) if target.province else None
    return target if found is None else replace(target, province=found.name)


def strange_provinces(targets: Iterable[Target]) -> tuple[str, ...]:
    """Provinces that nobody knows, in the order of the list; the sample's own province is one."""
    names = dict.fromkeys(target.province for target in targets if target.province)
    return tuple(name for name in names if find_province(name) is None)


def add(path: Path, cells: dict[str, str]) -> Target:
    """Append one row to a list in the canonical form. Raises Unfit when it cannot be used, or is there already."""
    try:
        target = with_province(TargetRow.model_validate(cells).to_target())
    except ValidationError as error:
        told = "; ".join(f"{field}: {says} {remedy}" for field, says, remedy in refusals(error))
        raise Unfit(f"Sasaran tidak ditambahkan. {told}") from error
    text = path.read_text(encoding="utf-8") if path.exists() else ",".join(COLUMNS) + "\n"
    if text.splitlines()[0].strip() != ",".join(COLUMNS):
        raise Unfit(f"Kolom {path} belum baku. Jalankan dahulu: patuh targets normalise {path}")
    row = as_csv((target,)).partition("\n")[2]
    made = text if text.endswith("\n") else text + "\n"
    check_addition(path, made + row, target)
    write_whole(path, made + row)
    return target


def check_addition(path: Path, text: str, target: Target) -> None:
    """The list with the new row is read once as a trial."""
    trial = write_whole(path.with_name(f".{path.name}.percobaan"), text)
    try:
        read = read_targets(trial)
    finally:
        trial.unlink(missing_ok=True)
    last = len(text.splitlines())
    for problem in read.problems:
        if problem.rejected and problem.line >= last:
            raise Unfit(f"Sasaran tidak ditambahkan. {problem.says} {problem.remedy}")
    if target.id not in {one.id for one in read.targets}:
        raise Unfit(f"Sasaran tidak ditambahkan: {target.id} tidak terbaca kembali dari {path}.")
