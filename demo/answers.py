"""What a sample site answers: a pure function from a request to a response, testable without a socket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from demo.pages import File, Site
from demo.province import FOLDER, State, load_province

HTML = "text/html; charset=utf-8"
CHALLENGE = (FOLDER / "challenge.html").read_bytes()
MISSING = (FOLDER / "missing.html").read_bytes()


@dataclass(frozen=True, slots=True)
class Request:
    """method, target and the headers by lower-case name."""

    method: str
    target: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


def answer(site: Site, request: Request) -> Response:
    """The response of a site that listens."""
    if request.headers.get("host", "").partition(":")[0].lower() != site.agency.host:
        return Response(421, (("Content-Type", "text/plain"),), b"This server does not know that name.\n")
    if request.method not in ("GET", "HEAD"):
        return Response(405, (("Allow", "GET, HEAD"),))
    if site.state is State.CHALLENGE:
        headers = (("Content-Type", HTML), ("Cache-Control", "no-store"), ("Server", "perisai-waf"))
        return Response(403, headers, CHALLENGE)
    return _page(site, request)


def _page(site: Site, request: Request) -> Response:
    path = unquote(urlsplit(request.target).path).lstrip("/")
    if path and not path.endswith("/") and f"{path}/index.html" in site.files:
        return Response(301, (("Location", f"/{path}/"),))
    if found := _find(site, path):
        return _sent(site, found, request)
    if site.agency.app and "." not in path.rpartition("/")[2]:
        return _sent(site, site.files["index.html"], request)
    page = site.files.get("404.html")
    body = page.body if page else MISSING
    return Response(200 if site.agency.soft_404 else 404, (("Content-Type", HTML),), body)


def _find(site: Site, path: str) -> File | None:
    """The file of a path: as it stands, as a folder, or with .html left out."""
    tries = (f"{path}index.html",) if path == "" or path.endswith("/") else (path, f"{path}.html")
    return next((site.files[name] for name in tries if name in site.files), None)


def _sent(site: Site, file: File, request: Request) -> Response:
    tag = f'"{file.tag}"'
    headers = (("ETag", tag), ("Last-Modified", _since(site.month)), ("Cache-Control", "no-cache"))
    if request.headers.get("if-none-match") == tag:
        return Response(304, headers)
    return Response(200, (("Content-Type", file.media), *headers), file.body)


def _since(month: int) -> str:
    """The first day of the month as an HTTP date: no clock, so that a month is always the same bytes."""
    first = datetime.strptime(load_province().periods[month - 1], "%Y-%m").replace(tzinfo=UTC)
    return format_datetime(first, usegmt=True)
