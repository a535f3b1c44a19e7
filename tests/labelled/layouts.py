"""One standard as markup, in the many forms that agencies use. Each takes rows of (label, lines)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

Row = tuple[str, Sequence[str]]
Rows = Sequence[Row]
Layout = Callable[[str, Rows], str]


def ordered(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return f"<p>{escape(lines[0])}</p>"
    return "<ol>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ol>"


def numbered(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return escape(lines[0])
    return "<br>\n".join(f"{n}. {escape(line)}" for n, line in enumerate(lines, 1))


def table(name: str, rows: Rows) -> str:
    cells = "".join(
        f"<tr><td style='width:5%'>{n}.</td><td><strong>{label}</strong></td><td>{ordered(lines)}</td></tr>\n"
        for n, (label, lines) in enumerate(rows, 1)
    )
    return f"<table border='1'><tbody><tr><td>NO</td><td>KOMPONEN</td><td>URAIAN</td></tr>\n{cells}</tbody></table>"


def services_table(name: str, rows: Rows) -> str:
    head = "".join(f"<th>{label}</th>" for label, _ in rows)
    cells = "".join(f"<td>{numbered(lines)}</td>" for _, lines in rows)
    return (
        f"<div class='table-responsive'><table class='table'><thead><tr><th>No</th><th>Jenis Pelayanan</th>{head}</tr>"
        f"</thead><tbody><tr><td>1</td><td>{escape(name)}</td>{cells}</tr></tbody></table></div>"
    )


def flattened(name: str, rows: Rows) -> str:
    """A table whose cells were pasted one below the other."""
    return "".join(f"<p>{n}</p><p>{label}</p>{ordered(lines)}\n" for n, (label, lines) in enumerate(rows, 1))


def headings(name: str, rows: Rows) -> str:
    return "".join(f"<h3>{label} <a class='anchor' href='#'>#</a></h3>{ordered(lines)}\n" for label, lines in rows)


def bold_only(name: str, rows: Rows) -> str:
    return "".join(
        f"<p><b><span style='font-size:14pt'>{label}</span></b></p>\n<p>{numbered(lines)}</p>\n"
        for label, lines in rows
    )


def label_value(name: str, rows: Rows) -> str:
    return "".join(f"<p>{label} :{'<br>' if len(lines) > 1 else ' '}{numbered(lines)}</p>\n" for label, lines in rows)


def br_lines(name: str, rows: Rows) -> str:
    parts = (f"<strong>{label}:</strong><br>{numbered(lines)}" for label, lines in rows)
    return "<div class='isi-artikel'>" + "<br><br>\n".join(parts) + "</div>"


def definition(name: str, rows: Rows) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{ordered(lines)}</dd>\n" for label, lines in rows) + "</dl>"


def accordion(name: str, rows: Rows) -> str:
    items = "".join(
        f"<div class='accordion-item'><h2 class='accordion-header'><button class='accordion-button collapsed' "
        f"data-bs-toggle='collapse' data-bs-target='#c{n}'>{label}</button></h2>"
        f"<div id='c{n}' class='accordion-collapse collapse'><div class='accordion-body'>{ordered(lines)}</div></div>"
        "</div>\n"
        for n, (label, lines) in enumerate(rows)
    )
    return f"<div class='accordion'>{items}</div>"


def details(name: str, rows: Rows) -> str:
    return "".join(f"<details><summary>{label}</summary>{ordered(lines)}</details>\n" for label, lines in rows)


def tabs(name: str, rows: Rows) -> str:
    controls = "".join(
        f"<li class='nav-item'><button class='nav-link' role='tab' data-bs-target='#t{n}'>{label}</button></li>"
        for n, (label, _) in enumerate(rows)
    )
    panes = "".join(
        f"<div class='tab-pane fade' role='tabpanel' id='t{n}'>{ordered(lines)}</div>\n"
        for n, (_, lines) in enumerate(rows)
    )
    return f"<ul class='nav nav-tabs' role='tablist'>{controls}</ul><div class='tab-content'>{panes}</div>"


def modal(name: str, rows: Rows) -> str:
    return (
        f"<p>Klik tombol untuk melihat rincian layanan.</p>"
        f"<button class='btn' data-bs-toggle='modal' data-bs-target='#m1'>{escape(name)}</button>"
        f"<div class='modal fade' id='m1' role='dialog'><div class='modal-dialog'><div class='modal-content'>"
        f"<div class='modal-header'><h5 class='modal-title'>{escape(name)}</h5></div>"
        f"<div class='modal-body'>{nested_list(name, rows)}</div></div></div></div>"
    )


def nested_list(name: str, rows: Rows) -> str:
    return (
        "<ol type='A'>"
        + "".join(f"<li><strong>{label}</strong>{ordered(lines)}</li>\n" for label, lines in rows)
        + "</ol>"
    )


def cards(name: str, rows: Rows) -> str:
    items = "".join(
        f"<div class='col-md-6'><div class='card shadow'><div class='card-header'><i class='fa fa-check'></i> {label}"
        f"</div><div class='card-body'>{ordered(lines)}</div></div></div>\n"
        for label, lines in rows
    )
    return f"<div class='row'>{items}</div>"


def grid(name: str, rows: Rows) -> str:
    return "".join(
        f"<div class='row border-bottom py-2'><div class='col-md-4 fw-bold'>{label}</div>"
        f"<div class='col-md-8'>{numbered(lines)}</div></div>\n"
        for label, lines in rows
    )


LAYOUTS: dict[str, Layout] = {
    f.__name__: f
    for f in (
        table,
        services_table,
        flattened,
        headings,
        bold_only,
        label_value,
        br_lines,
        definition,
        accordion,
        details,
        tabs,
        modal,
        nested_list,
        cards,
        grid,
    )
}
