"""One parser for every address, the browser's own (WHATWG URL, by ada), and one canonical form.

Other parsers disagree with the browser about which host an address names; whoever decides with one of them and
connects with the other is led astray. What is stored and asked for is always what `parse` returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

import ada_url

LONGEST = 2048
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|_ga|_gl|mc_[ce]id|ref_src)$", re.I
)
SESSION = re.compile(
    r"^(phpsessid|jsessionid|asp\.?net_?sessionid|aspsessionid\w*|session_?id|sess|sid|cfid|cftoken|osid)$", re.I
)
SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.I)
DEFAULT_PORT = {"http": 80, "https": 443}
TEST_SUFFIX = ".test"


class AddressRefused(ValueError):
    """An address that is never asked for. `code`: invalid, scheme, userinfo, backslash, port or too_long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Address:
    """A parsed http(s) address. path: percent-encoded; query: without "?"; route: "#/..." of a client app, or ""."""

    scheme: str
    host: str
    port: int
    path: str
    query: str = ""
    route: str = ""

    @property
    def origin(self) -> str:
        port = "" if self.port == DEFAULT_PORT[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    @property
    def href(self) -> str:
        return self.origin + self.path + (f"?{self.query}" if self.query else "") + self.route

    @property
    def key(self) -> str:
        """The same for addresses that name one page: without scheme, www. and the last slash."""
        port = "" if self.port in (80, 443) else f":{self.port}"
        query = f"?{self.query}" if self.query else ""
        return f"{bare_host(self.host)}{port}{self.path.rstrip('/')}{query}{self.route.rstrip('/')}"

    @property
    def words(self) -> str:
        """Path, query and route as readable words, for looking up what the address promises."""
        text = unquote(f"{self.path} {self.query} {self.route}", errors="replace")
        text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
        return re.sub(r"[\W_]+", " ", text).strip()


def parse(text: str, base: str | None = None) -> Address:
    """The canonical address of a link, resolved against `base`.

    Fragment (but for the routes of client apps), default port, tracking and session parameters are dropped, the
    query is sorted. Raises AddressRefused.
    """
    if len(text) > LONGEST * 4:
        raise AddressRefused("too_long")
    try:
        url = ada_url.URL(text, base=base) if base else ada_url.URL(text)
    except ValueError as error:
        raise AddressRefused("invalid") from error
    if url.protocol not in ("http:", "https:"):
        raise AddressRefused("scheme")
    if url.username or url.password:
        raise AddressRefused("userinfo")
    if "\\" in text.split("?", 1)[0].split("#", 1)[0]:
        raise AddressRefused("backslash")
    return _canonical(url)


def _canonical(url: ada_url.URL) -> Address:
    scheme = str(url.protocol)[:-1]
    host = str(url.hostname).rstrip(".")
    if not host:
        raise AddressRefused("invalid")
    port = int(url.port) if url.port else DEFAULT_PORT[scheme]
    if port not in (80, 443) and not host.endswith(TEST_SUFFIX):
        raise AddressRefused("port")
    path = SESSION_IN_PATH.sub("", str(url.pathname))
    address = Address(scheme, host, port, path, _sorted_query(str(url.search)), _route(str(url.hash)))
    if len(address.href) > LONGEST:
        raise AddressRefused("too_long")
    return address


def _sorted_query(search: str) -> str:
    """Sorted, without parameters that only follow the visitor. Values keep their own spelling."""
    parts = [p for p in search.removeprefix("?").split("&") if p]
    names = [(p.split("=", 1)[0], p) for p in parts]
    return "&".join(sorted(p for n, p in names if not TRACKING.match(unquote(n)) and not SESSION.match(unquote(n))))


def _route(fragment: str) -> str:
    """The route of a client app ("#/layanan", "#!/layanan"); an ordinary anchor is dropped."""
    return fragment if re.match(r"^#!?/.", fragment) else ""


def bare_host(host: str) -> str:
    return host.removeprefix("www.")


def home_variants(address: Address) -> tuple[Address, ...]:
    """Other spellings of a home page that failed: the other scheme, then with or without www."""
    if address.port != DEFAULT_PORT[address.scheme]:
        return ()
    other = "http" if address.scheme == "https" else "https"
    host = bare_host(address.host) if address.host.startswith("www.") else f"www.{address.host}"
    return (
        replace(address, scheme=other, port=DEFAULT_PORT[other]),
        replace(address, host=host),
    )
