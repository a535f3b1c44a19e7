from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.address import AddressRefused, read_address, same_site_key


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("https://dinkes.contohkab.go.id", "https://dinkes.contohkab.go.id/"),
        ("dinkes.contohkab.go.id", "https://dinkes.contohkab.go.id/"),
        ("www.contohkab.go.id/layanan?id=1#atas", "https://www.contohkab.go.id/layanan?id=1"),
        ("//contohkab.go.id/", "https://contohkab.go.id/"),
        ("HTTP://ContohKab.GO.ID", "http://contohkab.go.id/"),
        ("http:/contohkab.go.id", "http://contohkab.go.id/"),
        ("https:contohkab.go.id", "https://contohkab.go.id/"),
        ("contohkab.go.id:443/a", "https://contohkab.go.id/a"),
        ("http://contohkab.go.id:80/", "http://contohkab.go.id/"),
        ("https://contohkab.go.id:80/", "https://contohkab.go.id:80/"),
        ("contohkab.go.id./a", "https://contohkab.go.id/a"),
        ("  https://contohkab.go.id/  ", "https://contohkab.go.id/"),
        ("https://kaféteria.go.id", "https://xn--kafteria-d1a.go.id/"),
        ("https://ｃontoh.go.id", "https://contoh.go.id/"),
        ("https://demo.test/", "https://demo.test/"),
        ("https://contohkab.go.id/@bupati", "https://contohkab.go.id/@bupati"),
        ("https://contohkab.go.id/a/../b%20c", "https://contohkab.go.id/b%20c"),
        ("https://36.66.100.10/", "https://36.66.100.10/"),
        ("bagian_umum.contohkab.go.id", "https://bagian_umum.contohkab.go.id/"),
    ],
)
def test_an_address_is_made_canonical(typed: str, canonical: str) -> None:
    assert read_address(typed) == canonical


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "kosong"),
        ("-", "bukan nama situs"),
        ("javascript:alert(1)", "Alamat javascript: bukan"),
        ("JavaScript://a.go.id/%0aalert(1)", "Alamat javascript: bukan"),
        ("file:///etc/passwd", "Alamat file: bukan"),
        ("data:text/html,x", "Alamat data: bukan"),
        ("ftp://contohkab.go.id/", "Alamat ftp: bukan"),
        ("gopher://contohkab.go.id/", "Alamat gopher: bukan"),
        ("mailto:a@contohkab.go.id", "Alamat mailto: bukan"),
        ("dinkes@contohkab.go.id", "alamat surel"),
        ("hxxp://contohkab.go.id", "salah ketik"),
        ("htttp://contohkab.go.id", "salah ketik"),
        ("contohkab go id", "spasi"),
        ("a.go.id, b.go.id", "lebih dari satu"),
        ("a.go.id,b.go.id", "bukan nama situs"),
        ("https://user:pw@contohkab.go.id/", "nama pengguna"),
        ("https://@contohkab.go.id/", "nama pengguna"),
        ("https://contohkab.go.id:8080/", "porta 8080"),
        ("contohkab.go.id:22", "porta 22"),
        ("https://contohkab.go.id:99999/", "bukan alamat situs yang sah"),
        ("http://contohkab.go.id\\@evil.test/", "garis miring terbalik"),
        ("https://contohkab", "bukan nama situs"),
        ("https://.go.id", "bukan nama situs"),
        ("https://a..go.id", "bukan nama situs"),
        ("https://-a.go.id", "bukan nama situs"),
        ("https://" + "a" * 64 + ".go.id", "bukan nama situs"),
        ("https://" + "a." * 130 + "go.id", "bukan nama situs"),
        ("https://contoh.go.id/" + "a" * 2000, "terlalu panjang"),
        ("https://situs.invalid", "bukan nama situs"),
        ('=HYPERLINK("https://a.go.id")', "bukan"),
        ("https://exa mple.go.id".replace(" ", "<"), "bukan alamat situs yang sah"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused_with_its_reason(typed: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=why) as caught:
        read_address(typed)
    assert str(caught.value.remedy)


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0",
        "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1",
        "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::1]",
        "[2002:7f00:1::]", "[2001::1]", "[fc00::1]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]",
        "[3fff::1]", "[100::1]", "１２７.0.0.1", "127。0。0。1", "server.local", "intranet.lan", "db.internal",
        "router.home.arpa", "1.0.0.127.in-addr.arpa",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_refused(host: str) -> None:
    with pytest.raises(AddressRefused, match="jaringan dalam"):
        read_address(f"http://{host}/")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60))
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    try:
        href = read_address(text)
    except AddressRefused:
        return
    assert read_address(href) == href


@pytest.mark.parametrize(
    "other", ["http://contoh.go.id", "https://www.contoh.go.id/", "contoh.go.id#x", "HTTPS://Contoh.go.id./"]
)
def test_spellings_of_one_site_have_one_key(other: str) -> None:
    assert same_site_key(read_address(other)) == same_site_key("https://contoh.go.id/")


@pytest.mark.parametrize(
    "other", ["https://contoh.go.id/opd", "https://opd.contoh.go.id/", "https://contoh.go.id/?opd=1"]
)
def test_different_sites_have_different_keys(other: str) -> None:
    assert same_site_key(read_address(other)) != same_site_key("https://contoh.go.id/")
