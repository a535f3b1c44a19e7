"""httpx (its only importer): robots.txt, sitemaps, documents and images.

Every fetch has one wall clock for all of it, a byte cap on what arrives and on what it unpacks to, and follows
redirects by hand. Nothing leaves but through the egress guard.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import zlib
from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy

import httpcore
import httpx

from crawler.address import Address, AddressRefused, parse
from crawler.egress import EgressError, Guard, GuardedBackend

MOST_HOPS = 10
REDIRECTS = (301, 302, 303, 307, 308)
HEADER_BYTES = 64 * 1024
TLS_CODES = {
    10: "tls_expired",
    9: "tls_not_yet_valid",
    18: "tls_self_signed",
    19: "tls_unknown_authority",
    20: "tls_incomplete_chain",
    21: "tls_incomplete_chain",
    62: "tls_wrong_host",
    64: "tls_wrong_host",
}


class FetchFailed(Exception):
    """A fetch that brought nothing. code: as in crawler/reach.py FAILURES. final_url: where it failed."""

    def __init__(self, code: str, final_url: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.final_url = final_url


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. headers: lower-case names. body: unpacked; truncated: cut at the cap."""

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    body: bytes
    truncated: bool = False


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx over httpcore over the guard; no proxy and no certificate setting of the environment is read."""

    def __init__(self, guard: Guard, context: ssl.SSLContext) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context, max_connections=64, keepalive_expiry=5.0, network_backend=GuardedBackend(guard)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = await self._pool.handle_async_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=b"", extensions={})
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._answer.stream
        assert isinstance(stream, AsyncIterable)  # noqa: S101 - an async pool gives async streams
        async for part in stream:
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one fetch. allowed: asked for every redirect. unverified: hosts whose certificate is known to be bad."""

    limit: int
    allowed: Callable[[Address], bool] | None = None
    unverified: Collection[str] = ()


class Fetcher:
    """trust: a TLS context for tests with their own authority; by default the public authorities.

    Certificates are verified, but for hosts that a fetch names as `unverified`: those go through a client of their own.
    """

    def __init__(self, guard: Guard, user_agent: str, trust: ssl.SSLContext | None = None) -> None:
        headers = {"User-Agent": user_agent, "Accept-Encoding": "gzip", "Accept-Language": "id,en;q=0.5"}
        self._verified = _client(guard, trust or httpx.create_ssl_context(trust_env=False), headers)
        self._lenient = _client(guard, httpx.create_ssl_context(verify=False, trust_env=False), headers)

    async def aclose(self) -> None:
        await self._verified.aclose()
        await self._lenient.aclose()

    async def fetch(
        self,
        url: str,
        *,
        limit: int,
        seconds: float,
        allowed: Callable[[Address], bool] | None = None,
        unverified: Collection[str] = (),
    ) -> Fetched:
        """GET `url` within `seconds`, keeping at most `limit` bytes. Raises FetchFailed."""
        place = [url]
        try:
            return await asyncio.wait_for(self._follow(url, place, Bounds(limit, allowed, unverified)), seconds)
        except FetchFailed:
            raise
        except Exception as error:
            raise FetchFailed(code_of(error), place[0]) from error

    async def _follow(self, url: str, place: list[str], bounds: Bounds) -> Fetched:
        jar = httpx.Cookies()  # of this fetch alone: some documents come only after a redirect that sets a cookie
        for _hop in range(MOST_HOPS + 1):
            client = self._lenient if httpx.URL(place[0]).host in bounds.unverified else self._verified
            request = client.build_request("GET", place[0], cookies=jar)
            response = await client.send(request, stream=True, follow_redirects=False)
            jar.extract_cookies(response)
            async with contextlib.aclosing(response):
                target = response.headers.get("location")
                if response.status_code not in REDIRECTS or not target:
                    body, truncated = await _read(response, bounds.limit)
                    headers = {k.lower(): v for k, v in response.headers.items()}
                    return Fetched(url, place[0], response.status_code, headers, body, truncated)
            next_place = parse(target, place[0])
            if bounds.allowed is not None and not bounds.allowed(next_place):
                raise FetchFailed("redirected_off_site", next_place.href)
            place[0] = next_place.href
        raise FetchFailed("redirect_loop", place[0])


def _client(guard: Guard, context: ssl.SSLContext, headers: dict[str, str]) -> httpx.AsyncClient:
    client = httpx.AsyncClient(transport=GuardedTransport(guard, context), headers=headers, trust_env=False)
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # many fetches share the client: keep none
    return client


async def _read(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
    """The body, unpacked within the cap: only plain or one gzip/deflate layer, as asked for."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        unpack: zlib._Decompress | None = None
    elif coding in ("gzip", "x-gzip", "deflate"):
        unpack = zlib.decompressobj(wbits=47 if "gzip" in coding else 15)
    else:
        raise FetchFailed("bad_encoding")
    body = bytearray()
    async for chunk in response.aiter_raw():
        while chunk:
            if unpack is None:
                body += chunk
                break
            body += unpack.decompress(chunk, limit + 1 - len(body))
            chunk = unpack.unconsumed_tail if len(body) <= limit else b""
        if len(body) > limit:
            return bytes(body[:limit]), True
    return bytes(body), False


def code_of(error: Exception) -> str:
    """The closed code of what went wrong on the way."""
    if isinstance(error, EgressError):
        return error.code
    if isinstance(error, AddressRefused):
        return "not_allowed"
    if isinstance(error, ssl.SSLCertVerificationError):
        return TLS_CODES.get(error.verify_code, "tls_not_trusted")
    if isinstance(error, ssl.SSLError):
        return "tls_failed"
    if isinstance(error, (TimeoutError, httpx.TimeoutException, httpcore.TimeoutException)):
        return "timed_out"
    if isinstance(error, zlib.error):
        return "bad_encoding"
    if isinstance(error, (httpcore.RemoteProtocolError, httpx.RemoteProtocolError, httpcore.LocalProtocolError)):
        text = str(error)
        return "truncated" if "incomplete" in text or "peer closed" in text else "protocol_error"
    if isinstance(error, (ConnectionError, EOFError, OSError, httpcore.NetworkError, httpx.NetworkError)):
        return "reset"
    if isinstance(error, (httpx.HTTPError, httpx.InvalidURL, ValueError)):
        return "protocol_error"
    raise error
