"""The address of a site as people type it into a list: made canonical, or refused with a reason they can act on.

Pure. The crawler guards every request by itself; this tells the mistake beside its row, before anything is asked.
"""

from __future__ import annotations

import ipaddress
import re

from ada_url import URL

from model.sentence import Sentence, say


class AddressRefused(ValueError):
    """An address that cannot be audited. says: why. remedy: what to type instead."""

    def __init__(self, says: Sentence, remedy: Sentence) -> None:
        super().__init__(str(says))
        self.says = says
        self.remedy = remedy


_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OTHER_SCHEMES = (
    *("about", "blob", "chrome", "data", "file", "filesystem", "ftp", "ftps", "intent", "javascript", "ldap"),
    *("mailto", "sms", "ssh", "tel", "urn", "vbscript", "view-source", "whatsapp", "ws", "wss"),
)
_MISTYPED = frozenset(("hxxp", "hxxps", "htp", "htps", "htttp", "htttps", "ttp", "ttps", "http.", "https."))
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))+")
_INSIDE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "home.arpa", "arpa")
_NOWHERE = ("invalid", "onion", "example")
_LONGEST = 2000  # characters; longer ones are not typed by people
_PORTS = ("", "80", "443")

_TYPE_IT = say("Tulis alamat situs seperti pada bilah alamat peramban, misalnya https://dinkes.contohkab.go.id")


def read_address(text: str) -> str:
    """The canonical address of a site (WHATWG URL, without fragment). Raises AddressRefused."""
    text = text.strip()
    _check_spelling(text)
    full = _with_scheme(text)
    try:
        url = URL(full)
    except ValueError as error:
        raise AddressRefused(say("{url} bukan alamat situs yang sah.", url=_short(text)), _TYPE_IT) from error
    if "@" in full.partition("//")[2].partition("/")[0]:
        raise AddressRefused(
            say("Alamat memuat nama pengguna atau kata sandi."),
            say("Hapus bagian di depan tanda @, termasuk tandanya."),
        )
    if url.port not in _PORTS:
        raise AddressRefused(
            say("Alamat memakai porta {port}; yang diperiksa hanya situs umum di porta 80 dan 443.", port=url.port),
            say("Pakai alamat umum situs itu, tanpa nomor porta."),
        )
    _check_host(url.hostname.removesuffix("."))
    url.hostname = url.hostname.removesuffix(".")
    url.hash = ""
    return str(url.href)


def same_site_key(href: str) -> str:
    """Equal for addresses that lead to the same place: with or without www, http or https, last slash."""
    url = URL(href)
    return url.hostname.removeprefix("www.") + url.pathname.rstrip("/") + url.search


def _check_spelling(text: str) -> None:
    if not text:
        raise AddressRefused(
            say("Alamat situs kosong."), say("Isi alamatnya; bila situsnya belum diketahui, hapus dulu baris ini.")
        )
    if len(text) > _LONGEST:
        raise AddressRefused(say("Alamat terlalu panjang: {n} huruf.", n=len(text)), _TYPE_IT)
    if re.search(r"\s", text):
        raise AddressRefused(
            say("Alamat {url} memuat spasi atau lebih dari satu alamat.", url=_short(text)),
            say("Hapus spasinya, atau buat satu baris untuk setiap alamat."),
        )
    if "\\" in text:
        raise AddressRefused(
            say("Alamat {url} memuat garis miring terbalik.", url=_short(text)), say("Ganti tanda \\ dengan /.")
        )


def _with_scheme(text: str) -> str:
    """The text with its scheme; https where none was typed, as most sites have it by now."""
    if text.startswith("//"):
        return "https:" + text
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    rest = text[found.end() :] if found else text
    if scheme in ("http", "https"):
        return f"{scheme}://{rest.lstrip('/')}"
    if scheme in _MISTYPED:
        raise AddressRefused(say("Awalan {scheme}: salah ketik.", scheme=scheme), say("Tulis http:// atau https://"))
    if scheme in _OTHER_SCHEMES or rest.startswith("//"):
        raise AddressRefused(say("Alamat {scheme}: bukan alamat situs web.", scheme=scheme), _TYPE_IT)
    if "@" in text.partition("/")[0]:
        raise AddressRefused(say("{url} adalah alamat surel, bukan situs.", url=_short(text)), _TYPE_IT)
    return f"https://{text}"  # what looks like a scheme here is a name before a port, "contoh.go.id:443"


def _check_host(host: str) -> None:
    literal = _literal(host)
    if literal is not None:
        if not _is_public(literal):
            raise AddressRefused(
                say("{host} adalah alamat jaringan dalam, yang tidak boleh diperiksa.", host=host),
                say("Pakai alamat situs yang dapat dibuka siapa saja dari internet."),
            )
        return
    if _under(host, _INSIDE):
        raise AddressRefused(
            say("{host} adalah nama di jaringan dalam, yang tidak boleh diperiksa.", host=host),
            say("Pakai alamat situs yang dapat dibuka siapa saja dari internet."),
        )
    if _under(host, _NOWHERE) or len(host) > 253 or not _HOST.fullmatch(host) or host.rpartition(".")[2].isdigit():
        raise AddressRefused(say("{host} bukan nama situs yang lengkap.", host=_short(host)), _TYPE_IT)


def _under(host: str, names: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith("." + name) for name in names)


Literal = ipaddress.IPv4Address | ipaddress.IPv6Address


def _literal(host: str) -> Literal | None:
    """The number that the host is; ada-url has already turned 0x7f.1 and 2130706433 into dotted form."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


# IPv6 that carries an IPv4 address within: never a public site's own, and a way around a check of the outer form
_CARRIERS = tuple(
    ipaddress.ip_network(net)
    for net in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "3fff::/20")
)
# IANA special-purpose IPv4 that `is_global` of some Python releases lets through
_SPECIAL = tuple(ipaddress.ip_network(net) for net in ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10"))


def _is_public(literal: Literal) -> bool:
    if literal.is_multicast or literal.is_reserved or not literal.is_global or getattr(literal, "is_site_local", False):
        return False
    return not any(literal.version == net.version and literal in net for net in (*_CARRIERS, *_SPECIAL))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
