"""Whole pages around a body, as common systems make them: menu words, side columns and footers included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

Shell = Callable[[Mapping[str, str], str, str], str]

MENU = (
    "Beranda",
    "Profil",
    "Standar Pelayanan",
    "Maklumat Pelayanan",
    "Persyaratan dan Prosedur",
    "Biaya/Tarif Layanan",
    "Pengaduan",
    "PPID",
)


def bare(agency: Mapping[str, str], title: str, body: str) -> str:
    """Nothing around the body: what challenge, error and parking pages look like."""
    return _page(title, body)


def classic(agency: Mapping[str, str], title: str, body: str) -> str:
    """Laid out by tables, as sites of 2008 that still run."""
    menu = "".join(f"<tr><td><a href='m{n}.html'>{word}</a></td></tr>" for n, word in enumerate(MENU))
    return _page(
        f"{agency['name']} - {title}",
        f"<table width='960' align='center'><tr><td colspan='2'><font size='5'>{escape(agency['name'])}</font>"
        "</td></tr>"
        f"<tr><td width='200' valign='top'><table class='menu'>{menu}</table></td>"
        f"<td valign='top'><font size='4'><b>{escape(title)}</b></font><br>{body}</td></tr>"
        f"<tr><td colspan='2'><center>&copy; {escape(agency['name'])}<br>{escape(agency['contact'])}</center></td></tr>"
        "</table>",
    )


def bootstrap(agency: Mapping[str, str], title: str, body: str) -> str:
    menu = "".join(
        f"<li class='nav-item'><a class='nav-link' href='/m{n}'>{word}</a></li>" for n, word in enumerate(MENU)
    )
    return _page(
        f"{title} | {agency['name']}",
        f"<nav class='navbar navbar-expand-lg'><a class='navbar-brand' href='/'>{escape(agency['name'])}</a>"
        f"<ul class='navbar-nav'>{menu}</ul></nav><main class='container py-5'>"
        f"<h1 class='display-6'>{escape(title)}</h1>"
        f"{body}</main><footer class='bg-dark text-white'><h5>Hubungi Kami</h5><p>{escape(agency['contact'])}</p>"
        f"<p>&copy; 2025 {escape(agency['name'])}</p></footer>",
    )


def elementor(agency: Mapping[str, str], title: str, body: str) -> str:
    menu = "".join(
        f"<li class='menu-item menu-item-{n}'><a href='/?p={n}' class='elementor-item'>{word}</a></li>"
        for n, word in enumerate(MENU)
    )
    return _page(
        f"{title} – {agency['name']}",
        f"<div data-elementor-type='header'><nav class='elementor-nav-menu--main'><ul id='menu-1'>{menu}</ul></nav>"
        "</div>"
        f"<div data-elementor-type='wp-page' class='elementor elementor-77'><section class='elementor-section'>"
        f"<div class='elementor-widget-heading'><h2 class='elementor-heading-title'>{escape(title)}</h2></div>"
        f"<div class='elementor-widget-text-editor'><div class='elementor-widget-container'>{body}</div></div>"
        "</section>"
        f"</div><div data-elementor-type='footer' class='elementor-location-footer'><p>{escape(agency['contact'])}</p>"
        "<p>Hak cipta dilindungi. Tema oleh Studio Pagi.</p></div>",
        "<meta name='generator' content='WordPress 6.5'>",
    )


def joomla(agency: Mapping[str, str], title: str, body: str) -> str:
    menu = "".join(f"<li class='item-{n}'><a href='/index.php/m{n}'>{word}</a></li>" for n, word in enumerate(MENU))
    return _page(
        f"{title}",
        f"<div id='header'><div class='moduletable'><h3>{escape(agency['name'])}</h3><ul class='nav menu'>{menu}</ul>"
        "</div></div><div id='aside' class='sidebar'><div class='moduletable'><h3>Artikel Terbaru</h3><ul>"
        "<li><a href='/a1'>Rapat Koordinasi Penyusunan Anggaran</a></li>"
        "<li><a href='/a2'>Senam Pagi Bersama Warga</a></li></ul></div></div>"
        f"<div id='content' role='main'><div class='item-page'><div class='page-header'><h2>{escape(title)}</h2></div>"
        f"<dl class='article-info'><dt class='article-info-term'>Detail</dt><dd class='hits'>Dilihat: 812</dd></dl>"
        f"<div class='articleBody'>{body}</div></div></div><div id='footer'>{escape(agency['contact'])}</div>",
        "<meta name='generator' content='Joomla! - Open Source Content Management'>",
    )


def soup(agency: Mapping[str, str], title: str, body: str) -> str:
    """What a client framework leaves behind: unnamed boxes with many classes."""
    menu = "".join(
        f"<a class='px-3 py-2 text-sm hover:text-sky-700' href='/m{n}'><span>{word}</span></a>"
        for n, word in enumerate(MENU)
    )
    return _page(
        title,
        f"<div id='__next'><div class='min-h-screen flex flex-col'><header class='sticky top-0'><div class='flex'>"
        f"<span class='font-bold'>{escape(agency['name'])}</span>{menu}</div></header>"
        f"<div class='flex-1 css-1x8k'><div class='mx-auto max-w-5xl'><div class='text-3xl font-semibold'>"
        f"{escape(title)}</div><div class='prose css-9zz1'>{body}</div></div></div>"
        f"<footer class='mt-8 css-0ft'><div>{escape(agency['contact'])}</div></footer></div></div>",
    )


def _page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html>\n<html lang='id'><head><meta charset='utf-8'><title>{escape(title)}</title>{head}</head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


SHELLS: dict[str, Shell] = {f.__name__: f for f in (bare, classic, bootstrap, elementor, joomla, soup)}
