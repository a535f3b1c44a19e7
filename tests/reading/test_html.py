"""HTML to sections: zones, headings, tables, hidden parts, and what strangers' markup may not break."""

from __future__ import annotations

import pytest

from model.reading import BlockKind, Zone
from reading.charset import decode
from reading.html import parse_html

URL = "https://dinas.contoh.go.id/a/b.html"


def parse(html: str, url: str = URL):
    return parse_html(html.encode(), url)


def zone_of(document, word: str) -> Zone:
    return next(s.zone for s in document.sections if word in s.heading or any(word in b.text for b in s.blocks))


def texts(document) -> list[str]:
    return [t for s in document.sections for t in (s.heading, *(b.text for b in s.blocks)) if t]


@pytest.mark.parametrize(
    ("html", "zone"),
    [
        ("<nav><p>kata</p></nav>", Zone.MENU),
        ("<footer><p>kata</p></footer>", Zone.FOOTER),
        ("<header><p>kata</p></header>", Zone.HEADER),
        ("<aside><p>kata</p></aside>", Zone.ASIDE),
        ('<div role="contentinfo"><p>kata</p></div>', Zone.FOOTER),
        ('<div class="main-menu"><p>kata</p></div>', Zone.MENU),
        ('<div class="site-footer"><p>kata</p></div>', Zone.FOOTER),
        ('<div class="sidebar"><p>kata</p></div>', Zone.ASIDE),
        ('<div class="modal fade"><p>kata</p></div>', Zone.DIALOG),
        ('<div class="elementor-widget"><p>kata</p></div>', Zone.MAIN),
        ('<div class="card-footer"><p>kata</p></div>', Zone.MAIN),
        ("<article><header><p>kata</p></header></article>", Zone.MAIN),
    ],
)
def test_zones(html, zone):
    assert zone_of(parse(f"<body>{html}<main><p>{'isi halaman ' * 20}</p></main></body>"), "kata") is zone


def test_a_wrapper_called_sidebar_around_the_whole_page_is_no_sidebar():
    document = parse(f'<body><div class="sidebar-right"><h1>Layanan</h1><p>{"isi " * 50}</p></div></body>')
    assert zone_of(document, "isi") is Zone.MAIN


def test_headings_make_a_trail():
    document = parse("<h1>Layanan</h1><h2>KTP</h2><h3>Persyaratan</h3><p>Fotokopi KK</p><h2>KK</h2><p>x</p>")
    section = next(s for s in document.sections if s.heading == "Persyaratan")
    assert section.trail == ("Layanan", "KTP")
    assert next(s for s in document.sections if s.heading == "KK").trail == ("Layanan",)


def test_a_bold_line_is_a_heading():
    document = parse("<p><strong>Persyaratan</strong></p><p>Fotokopi KTP dan kartu keluarga.</p>")
    assert document.sections[0].heading == "Persyaratan"


def test_a_bold_link_is_no_heading():
    document = parse("<p><strong><a href='/'>Beranda</a></strong></p><p>Isi.</p>")
    assert [s.heading for s in document.sections] == [""]


def test_scripts_styles_and_templates_are_not_text():
    document = parse(
        "<p>ada</p><script>var a='Persyaratan'</script><style>p{}</style><template><p>Biaya</p></template>"
    )
    assert texts(document) == ["ada"]


def test_text_hidden_by_a_style_is_text():
    assert "tersembunyi" in texts(parse('<div style="display:none"><p>tersembunyi</p></div>'))


def test_line_breaks_part_lines_and_typed_numbers_are_markers():
    document = parse("<p>1. Fotokopi KTP<br>2. Fotokopi KK</p>")
    assert [(b.kind, b.marker, b.text) for b in document.sections[0].blocks] == [
        (BlockKind.ITEM, "1.", "Fotokopi KTP"),
        (BlockKind.ITEM, "2.", "Fotokopi KK"),
    ]


def test_words_in_touching_elements_stay_apart():
    document = parse("<p><span>Telepon</span><span>(0741) 755</span></p><p>H<sub>2</sub>O <b>P</b>ersyaratan</p>")
    assert texts(document) == ["Telepon (0741) 755", "H2O Persyaratan"]


def test_a_cell_that_reaches_down_leaves_its_place_empty():
    document = parse(
        "<table><tr><td rowspan=2>KTP</td><td>Syarat</td></tr><tr><td>Biaya</td></tr>"
        "<tr><td>KK</td><td>Waktu</td></tr></table>"
    )
    assert [b.cells for b in document.sections[0].blocks] == [("KTP", "Syarat"), ("", "Biaya"), ("KK", "Waktu")]


def test_rows_tell_their_place():
    document = parse("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")
    assert [b.where for b in document.sections[0].blocks] == ["tabel 1, baris 1", "tabel 1, baris 2"]


def test_pictures_of_the_main_part_are_listed_with_their_address():
    document = parse(
        '<nav><img src="/logo.png"></nav><main><p>x</p><img data-src="../alur.png" src="data:,x" alt="Alur"></main>'
    )
    assert document.images == ("https://dinas.contoh.go.id/alur.png",)


def test_links_and_frames_are_absolute():
    document = parse(
        '<base href="https://lain.contoh.go.id/x/"><a href="y">Y</a><a href="#z">Z</a><iframe src="f.html"></iframe>'
    )
    assert [k.url for k in document.links] == ["https://lain.contoh.go.id/x/y"]
    assert document.frames == ("https://lain.contoh.go.id/x/f.html",)


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_old_charsets_are_read_by_header_or_meta(charset):
    text = "<p>Caf\u00e9 R\u00e9sum\u00e9</p>"
    assert "Caf\u00e9" in decode(text.encode("windows-1252"), charset)
    assert "Caf\u00e9" in decode(f'<meta charset="{charset}">{text}'.encode("windows-1252"))


def test_utf8_is_taken_as_such_whatever_the_header_claims():
    assert decode("Selasa \u2013 Kamis".encode(), "iso-8859-1") == "Selasa \u2013 Kamis"


def test_deep_nesting_is_read():
    document = parse("<div>" * 20_000 + "dasar" + "</div>" * 20_000)
    assert texts(document) == ["dasar"]


@pytest.mark.parametrize(
    "html", ["", "<", "<html", "\x00\x01", "<table><tr><td>", "<a href='http://[bad'>x</a>", "<p" + " a" * 5000]
)
def test_broken_markup_never_raises(html):
    parse(html)


def test_a_page_with_too_much_is_cut_and_says_so():
    document = parse("<p>a</p>" * 25_000)
    assert "too_large" in document.problems
