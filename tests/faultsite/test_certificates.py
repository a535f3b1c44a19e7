"""Certificates that browsers refuse: the audit goes on and tells it as the site's health, never as absence."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import trustme

from model.evidence import Reach, Resource
from model.finding import Verdict
from tests.crawler.loopback import Answer
from tests.faultsite import acts, certs
from tests.faultsite.bed import Bed, Seen, open_bed
from tests.faultsite.case import Case, check
from tests.faultsite.pages import GOOD, home, page, service
from tests.faultsite.server import Asked

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PDF = Answer(b"%PDF-1.4 isi", media="application/pdf")
FILED = {**GOOD, "/": home("<a href='/sk.pdf'>SK standar pelayanan</a>"), "/sk.pdf": PDF}
ZSTD = acts.coded(acts.zstd(str(service().body).encode()), "zstd")
SECURE = {"scheme": "https", "seconds": 180.0}


def told(code: str) -> tuple[str, ...]:
    return ("insecure_tls", f"certificate:{code}")


async def only_plain(asked: Asked, writer: object) -> None:
    """Over TLS another site answers, as on shared hosts."""
    answer = page("<h1>Situs orang lain</h1>", "Lain") if asked.secure else GOOD.get(asked.path, Answer("", 404))
    writer.write(answer.encode())  # type: ignore[attr-defined] - a StreamWriter; the server draws it
    await writer.drain()  # type: ignore[attr-defined]


CASES = (
    Case("F-6", "goodcert", FILED, **SECURE),
    Case("F-6", "expired", FILED, notes=told("tls_expired"), **SECURE),
    Case("F-6", "early", FILED, notes=told("tls_not_yet_valid"), **SECURE),
    Case("F-7", "selfsigned", FILED, notes=told("tls_self_signed"), **SECURE),
    Case("F-7", "foreign", FILED, notes=told("tls_incomplete_chain"), **SECURE),
    Case("F-8", "wronghost", FILED, notes=(*told("tls_wrong_host"), "home_answers_at:http://wronghost.test"), **SECURE),
    Case("F-8", "bare", FILED, notes=(*told("tls_wrong_host"), "home_answers_at:https://www.bare.test"), **SECURE),
    Case("F-8", "shared", {"*": only_plain}, notes=("home_answers_at:http://shared.test",), **SECURE),
    Case("F-9", "leafonly", FILED, notes=told("tls_incomplete_chain"), **SECURE),
    Case("F-9", "completed", FILED, notes=("certificate_chain_incomplete",), **SECURE),
    Case("F-10", "sub", {"/": home("<a href='https://layanan.sub.test/'>Standar Pelayanan</a>")},
         notes=told("tls_expired"), **SECURE),
    Case("F-15", "flips", {"/": acts.flips}, home=Reach.UNREADABLE, detail="redirect_loop", fee=None, seconds=180.0),
    Case("F-31", "zstd", {"/": home(), "/layanan": ZSTD}, **SECURE),
    Case("F-25", "goaway", {}, home=Reach.UNREADABLE, detail="protocol_error", fee=None, **SECURE),
    Case("F-6", "oldtls", FILED, notes=("home_answers_at:http://oldtls.test",), **SECURE),
)  # fmt: skip
GOOD_NAMES = ("goodcert.test", "www.bare.test", "sub.test", "goaway.test", "flips.test", "zstd.test")
SITES = {
    "www.bare.test": FILED,
    "layanan.sub.test": {"/": service()},
}


async def go_away(_asked: Asked, writer: object) -> None:
    """Speaks HTTP/2 and says goodbye at once: SETTINGS, then GOAWAY with a protocol error."""
    frames = b"\0\0\0\x04\0\0\0\0\0" + b"\0\0\x08\x07\0\0\0\0\0" + b"\0\0\0\0" + b"\0\0\0\1"
    await acts.raw(frames)(_asked, writer)  # type: ignore[arg-type] - a StreamWriter


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bed() -> AsyncIterator[Bed]:
    authority = trustme.CA()
    between = authority.create_child_ca()
    good = {
        n: authority.issue_cert(n)
        for n in ("goodcert.test", "www.bare.test", "sub.test", "goaway.test", "flips.test", "zstd.test")
    }
    chained = between.issue_cert("completed.test")
    certificates = {name: certs.served(cert) for name, cert in good.items()} | {
        "expired.test": certs.served(authority.issue_cert("expired.test", not_after=certs.LONG_AGO)),
        "early.test": certs.served(authority.issue_cert("early.test", not_before=certs.FAR_AHEAD)),
        "selfsigned.test": certs.self_signed("selfsigned.test"),
        "foreign.test": certs.served(trustme.CA().issue_cert("foreign.test")),
        "wronghost.test": certs.served(authority.issue_cert("hosting.test")),
        "bare.test": certs.served(authority.issue_cert("www.bare.test")),
        "shared.test": certs.served(authority.issue_cert("hosting.test")),
        "leafonly.test": certs.served(between.issue_cert("leafonly.test"), leaf_only=True),
        "completed.test": certs.served(chained, leaf_only=True),
        "layanan.sub.test": certs.served(authority.issue_cert("layanan.sub.test", not_after=certs.LONG_AGO)),
    }
    certificates["goaway.test"].set_alpn_protocols(["h2"])
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    sites = {case.host: case.site for case in CASES if case.site is not None} | SITES
    trusted = [certs.fingerprint(cert) for cert in (*good.values(), chained)]
    async with open_bed(sites, certificates=certificates, trust=trust, trusted_keys=trusted) as opened:
        opened.server.on_h2 = go_away
        yield opened


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_what_is_said(seen: dict[str, Seen], case: Case) -> None:
    check(case, seen[case.host])


@pytest.mark.fault("F-0")
async def test_nothing_is_left(bed: Bed, seen: dict[str, Seen]) -> None:
    assert bed.leftovers() == []


@pytest.mark.fault("F-6", "F-7", "F-9", "F-10")
async def test_a_bad_certificate_is_a_matter_of_health(seen: dict[str, Seen]) -> None:
    for name in ("expired", "selfsigned", "foreign", "leafonly", "completed", "sub", "wronghost"):
        assert seen[f"{name}.test"].finding("site_health").verdict is Verdict.PARTLY_MET, name
    assert "insecure_tls" not in seen["goodcert.test"].evidence.notes


@pytest.mark.fault("F-6", "F-7", "F-9")
async def test_documents_behind_a_bad_certificate_are_read_like_pages(seen: dict[str, Seen]) -> None:
    for name in ("goodcert", "expired", "selfsigned", "foreign", "leafonly", "completed", "wronghost", "bare"):
        kinds = [c.resource for c in seen[f"{name}.test"].evidence.captures]
        assert Resource.DOCUMENT in kinds, name


@pytest.mark.fault("F-8")
async def test_a_strangers_site_behind_tls_is_not_taken_for_the_agencys(seen: dict[str, Seen]) -> None:
    assert "Lain" not in [c.title for c in seen["shared.test"].evidence.captures]


@pytest.mark.fault("F-10")
async def test_other_hosts_keep_being_verified(bed: Bed, seen: dict[str, Seen]) -> None:
    """What is passed over for one host opens no other."""
    from crawler.fetch import FetchFailed

    with pytest.raises(FetchFailed) as caught:
        await bed.crawler.fetcher.fetch(
            "https://expired.test/", limit=1000, seconds=5, unverified={"selfsigned.test": None}
        )
    assert caught.value.code == "tls_expired"
