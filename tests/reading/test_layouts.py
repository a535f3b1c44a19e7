"""One standard in many layouts gives the same statements."""

from __future__ import annotations

import pytest

from model.reading import Grade, Topic
from tests.reading.pages import clear_topics, page_of, said

NEEDS = ["Fotokopi KTP pemohon", "Surat pengantar RT", "Pas foto 3x4 dua lembar"]
STEPS = ["Pemohon menyerahkan berkas di loket", "Petugas memeriksa berkas", "Camat menandatangani surat"]
TIME, FEE, PRODUCT, CHANNEL = "2 hari kerja", "Tidak dipungut biaya", "Surat Keterangan Usaha", "WhatsApp 0811-5520-713"
ALL_SIX = {
    Topic.REQUIREMENTS,
    Topic.PROCEDURE,
    Topic.COMPLETION_TIME,
    Topic.FEE,
    Topic.PRODUCT,
    Topic.COMPLAINT_HANDLING,
}
ROWS = [
    ("Persyaratan", NEEDS),
    ("Sistem, Mekanisme, dan Prosedur", STEPS),
    ("Jangka Waktu Penyelesaian", [TIME]),
    ("Biaya/Tarif", [FEE]),
    ("Produk Pelayanan", [PRODUCT]),
    ("Penanganan Pengaduan, Saran, dan Masukan", [CHANNEL]),
]


def ordered(lines: list[str]) -> str:
    return "<ol>" + "".join(f"<li>{line}</li>" for line in lines) + "</ol>" if len(lines) > 1 else f"<p>{lines[0]}</p>"


def numbered(lines: list[str]) -> str:
    return "<br>".join(f"{n}. {line}" for n, line in enumerate(lines, 1)) if len(lines) > 1 else lines[0]


def headings() -> str:
    return "".join(f"<h3>{label}</h3>{ordered(lines)}" for label, lines in ROWS)


def bold_lines() -> str:
    return "".join(f"<p><strong>{label}</strong></p>{ordered(lines)}" for label, lines in ROWS)


def label_and_value() -> str:
    return "".join(f"<p>{label} : {numbered(lines)}</p>" for label, lines in ROWS)


def table() -> str:
    cells = "".join(
        f"<tr><td>{n}</td><td>{label}</td><td>{ordered(lines)}</td></tr>" for n, (label, lines) in enumerate(ROWS, 1)
    )
    return f"<table><tr><th>NO</th><th>KOMPONEN</th><th>URAIAN</th></tr>{cells}</table>"


def flattened_table() -> str:
    """Cells one below the other, as pasted text has them."""
    return "".join(f"<div>{n}</div><div>{label}</div>{ordered(lines)}" for n, (label, lines) in enumerate(ROWS, 1))


def services_in_rows() -> str:
    head = "".join(f"<th>{label}</th>" for label, _ in ROWS)
    cells = "".join(f"<td>{numbered(lines)}</td>" for _, lines in ROWS)
    return (
        f"<table><tr><th>No</th><th>Jenis Layanan</th>{head}</tr><tr><td>1</td><td>{PRODUCT}</td>{cells}</tr></table>"
    )


def definition_list() -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{ordered(lines)}</dd>" for label, lines in ROWS) + "</dl>"


def accordion() -> str:
    return "".join(
        f'<button data-bs-toggle="collapse" data-bs-target="#p{n}">{label}</button>'
        f'<div id="p{n}" class="collapse" style="display:none">{ordered(lines)}</div>'
        for n, (label, lines) in enumerate(ROWS)
    )


def tabs() -> str:
    controls = "".join(f'<li><a href="#t{n}" data-toggle="tab">{label}</a></li>' for n, (label, _) in enumerate(ROWS))
    panels = "".join(f'<div id="t{n}" class="tab-pane">{ordered(lines)}</div>' for n, (_, lines) in enumerate(ROWS))
    return f'<ul class="nav nav-tabs">{controls}</ul><div class="tab-content">{panels}</div>'


def details() -> str:
    return "".join(f"<details><summary>{label}</summary>{ordered(lines)}</details>" for label, lines in ROWS)


def table_in_layout_table() -> str:
    return f"<table><tr><td>{table()}</td></tr></table>"


LAYOUTS = [
    headings,
    bold_lines,
    label_and_value,
    table,
    flattened_table,
    services_in_rows,
    definition_list,
    accordion,
    tabs,
    details,
    table_in_layout_table,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_every_layout_tells_all_six_components(layout):
    page = page_of(f"<h1>Surat Keterangan Usaha</h1>{layout()}", "Surat Keterangan Usaha")
    assert clear_topics(page) >= ALL_SIX


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_every_layout_gives_the_same_values(layout):
    page = page_of(f"<h1>Surat Keterangan Usaha</h1>{layout()}", "Surat Keterangan Usaha")
    requirements = said(page, Topic.REQUIREMENTS)
    time = said(page, Topic.COMPLETION_TIME)
    assert requirements.value.items == tuple(NEEDS)
    assert (time.value.durations[0].high, time.value.durations[0].unit) == (2, "hari")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_one_service_carries_them(layout):
    page = page_of(f"<h1>Surat Keterangan Usaha</h1>{layout()}", "Surat Keterangan Usaha")
    fullest = max(page.services, key=lambda s: len(s.statements))
    assert fullest.name == PRODUCT
    assert {s.topic for s in fullest.statements if s.grade is Grade.CLEAR} >= ALL_SIX
