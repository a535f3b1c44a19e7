"""Addresses by the WHATWG rules, as the browser reads them: our own cases of what parsers disagree about."""

from __future__ import annotations

import pytest

from audit.address import AddressRefused as RefusedAtTheDoor
from audit.address import read_address
from crawler.address import AddressRefused, parse

BASE = "http://dinas.go.id/a/b/c.html?d=1"
SAME: dict[str, str] = {
    "HTTP://DINAS.GO.ID": "http://dinas.go.id/",
    "http:dinas.go.id/x": "http://dinas.go.id/a/b/dinas.go.id/x",  # relative: same scheme, no slashes
    "https:dinas.go.id/x": "https://dinas.go.id/x",  # another scheme: slashes are made up
    "http:///dinas.go.id/x": "http://dinas.go.id/x",
    "http:////dinas.go.id/x": "http://dinas.go.id/x",
    "//dinas.go.id/x": "http://dinas.go.id/x",
    "///dinas.go.id/x": "http://dinas.go.id/x",
    "/x": "http://dinas.go.id/x",
    "./x": "http://dinas.go.id/a/b/x",
    "../x": "http://dinas.go.id/a/x",
    "../../../../x": "http://dinas.go.id/x",
    "x/./y/../z": "http://dinas.go.id/a/b/x/z",
    "%2e%2e/x": "http://dinas.go.id/a/x",
    ".%2E/x": "http://dinas.go.id/a/x",
    "%2e/x": "http://dinas.go.id/a/b/x",
    "..": "http://dinas.go.id/a/",
    ".": "http://dinas.go.id/a/b/",
    "?q=1": "http://dinas.go.id/a/b/c.html?q=1",
    "#atas": "http://dinas.go.id/a/b/c.html?d=1",
    "": "http://dinas.go.id/a/b/c.html?d=1",
    "  /x  ": "http://dinas.go.id/x",
    "/x\ty\nz": "http://dinas.go.id/xyz",
    "\x00/x\x1f": "http://dinas.go.id/x",
    "/a b": "http://dinas.go.id/a%20b",
    "/é": "http://dinas.go.id/%C3%A9",
    "/%zz%": "http://dinas.go.id/%zz%",
    '/<">`{}': "http://dinas.go.id/%3C%22%3E%60%7B%7D",
    "/|^[]": "http://dinas.go.id/|%5E[]",
    "/a;b,c=d@e:f!$&'()*+~": "http://dinas.go.id/a;b,c=d@e:f!$&'()*+~",
    "?a='\"<> é": "http://dinas.go.id/a/b/c.html?a=%27%22%3C%3E%20%C3%A9",
    "?": "http://dinas.go.id/a/b/c.html",
    "/?#": "http://dinas.go.id/",
    "http://dinas.go.id:80/": "http://dinas.go.id/",
    "http://dinas.go.id:080/": "http://dinas.go.id/",
    "http://dinas.go.id:/": "http://dinas.go.id/",
    "https://dinas.go.id:443/": "https://dinas.go.id/",
    "http://dinas.go.id./": "http://dinas.go.id/",
    "http://d%69nas.go.id/": "http://dinas.go.id/",
    "http://dinas。go。id/": "http://dinas.go.id/",
    "http://ｄｉｎａｓ.go.id/": "http://dinas.go.id/",
    "http://di\u00adnas.go.id/": "http://dinas.go.id/",
    "http://müller.id/": "http://xn--mller-kva.id/",
    "http://MÜLLER.id/": "http://xn--mller-kva.id/",
    "http://xn--mller-kva.id/": "http://xn--mller-kva.id/",
    "http://faß.id/": "http://xn--fa-hia.id/",
    "http://ꦠꦤꦃ.id/": "http://xn--hl9a4bm.id/",
    "http://8.8.8.8/": "http://8.8.8.8/",
    "http://134744072/": "http://8.8.8.8/",
    "http://0x8080808/": "http://8.8.8.8/",
    "http://010.8.8.8/": "http://8.8.8.8/",
    "http://8.8.2056/": "http://8.8.8.8/",
    "http://8.8.8.8./": "http://8.8.8.8/",
    "http://[2001:DB8:0:0::1]/": "http://[2001:db8::1]/",
    "http://[::8.8.8.8]/": "http://[::808:808]/",
    "http://dinas.go.id?q": "http://dinas.go.id/?q",
    "http://dinas.go.id#x": "http://dinas.go.id/",
    "http://dinas.go.id/..": "http://dinas.go.id/",
    "http://dinas.go.id/a/%2E%2E/b": "http://dinas.go.id/b",
    "http://dinas.go.id//a//b": "http://dinas.go.id//a//b",
    "http://a_b.go.id/": "http://a_b.go.id/",
    "http://dinas.go.id/x?y?z": "http://dinas.go.id/x?y?z",
    "http://dinas.go.id/\u202ex": "http://dinas.go.id/%E2%80%AEx",
}  # fmt: skip
REFUSED: dict[str, str] = {
    "http://": "invalid",
    "http://user:pass@dinas.go.id/": "userinfo",
    "http://@dinas.go.id/": "",
    "http://dinas.go.id@127.0.0.1/": "userinfo",
    "http://127.0.0.1\\@dinas.go.id/": "backslash",
    "\\\\dinas.go.id\\x": "backslash",
    "http:\\\\dinas.go.id\\x": "backslash",
    "/a\\b": "backslash",
    "http://dinas.go.id:99999/": "invalid",
    "http://dinas.go.id:8080/": "port",
    "http://dinas.go.id:-80/": "invalid",
    "http://di nas.go.id/": "invalid",
    "http://di<nas.go.id/": "invalid",
    "http://di%00nas.go.id/": "invalid",
    "http://di%2Fnas.go.id/": "invalid",
    "http://256.1.1.1/": "invalid",
    "http://1.2.3.4.5/": "invalid",
    "http://0x100000000/": "invalid",
    "http://[::1": "invalid",
    "http://[1::2::3]/": "invalid",
    "http://dinas.go.id/\ud800": "invalid",
    "http://a..b/": "",
    "javascript:alert(1)": "scheme",
    "JaVaScRiPt:alert(1)": "scheme",
    "java\tscript:alert(1)": "scheme",
    "data:text/html,x": "scheme",
    "file:///etc/passwd": "scheme",
    "ftp://dinas.go.id/": "scheme",
    "ws://dinas.go.id/": "scheme",
    "blob:http://dinas.go.id/x": "scheme",
    "view-source:http://dinas.go.id/": "scheme",
    "mailto:a@dinas.go.id": "scheme",
    "about:blank": "scheme",
    "http://dinas.go.id/" + "a" * 9000: "too_long",
}  # fmt: skip


@pytest.mark.fault("F-88")
@pytest.mark.parametrize(("given", "href"), SAME.items(), ids=[ascii(x)[:40] for x in SAME])
def test_read_as_the_browser_reads_it(given: str, href: str) -> None:
    assert parse(given, BASE).href == href
    assert parse(href).href == href


@pytest.mark.fault("F-88", "F-87")
@pytest.mark.parametrize(("given", "code"), REFUSED.items(), ids=[ascii(x)[:40] for x in REFUSED])
def test_never_asked_for(given: str, code: str) -> None:
    if not code:  # allowed by the rules, and harmless: it names the host that it seems to name
        assert parse(given, BASE).host in ("dinas.go.id", "a..b")
        return
    with pytest.raises(AddressRefused) as caught:
        parse(given, BASE)
    assert caught.value.code == code


@pytest.mark.fault("F-87", "F-89")
@pytest.mark.parametrize(
    "given",
    ["javascript:alert(1)", "file:///etc/passwd", "hxxp://dinas.go.id", "ftp://dinas.go.id", "mailto:a@b.id", "a@b.id",
     "http://localhost", "http://10.1.2.3", "http://2130706433", "http://[::1]/", "http://0x7f.1", "x y.go.id", "",
     "http://dinas.go.id:8080", "http://admin:rahasia@dinas.go.id", "http://dinas.local", "\\\\server\\bagi"],
)  # fmt: skip
def test_a_row_of_the_list_with_it_is_refused_in_words(given: str) -> None:
    with pytest.raises(RefusedAtTheDoor) as caught:
        read_address(given)
    assert str(caught.value.says)
    assert str(caught.value.remedy)


@pytest.mark.fault("F-87", "F-88")
@pytest.mark.parametrize(
    ("given", "href"),
    [("dinas.go.id", "https://dinas.go.id/"), ("www.dinas.go.id/layanan", "https://www.dinas.go.id/layanan"),
     ("HTTP://Dinas.GO.ID.", "http://dinas.go.id/"), ("//dinas.go.id", "https://dinas.go.id/"),
     ("dinas.go.id:443", "https://dinas.go.id/"), ("http:/dinas.go.id", "http://dinas.go.id/")],
)  # fmt: skip
def test_what_people_type_is_understood(given: str, href: str) -> None:
    assert read_address(given) == href
