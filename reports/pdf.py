"""The same HTML as a PDF: tagged, with outline, page numbers, title and language, printed without a network.

The browser gets the page as text, never as an address; scripts are off; the proxy and the resolver that it is given
lead nowhere. So what a report quotes from strangers can reach neither the web nor the files of this machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import playwright.sync_api as pw

FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--dns-prefetch-disable",
    "--disable-dev-shm-usage",
    "--disable-features=NetworkPrediction,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate",
)
_NOWHERE = "http://127.0.0.1:9"  # the discard port: a proxy that answers nobody
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Printer:
    """A running browser that prints."""

    browser: pw.Browser

    def print(self, html: str) -> bytes:
        """A4 pages of a report; its style sheet numbers them. Raises playwright's Error when the browser fails."""
        context = self.browser.new_context(java_script_enabled=False, offline=True, service_workers="block")
        try:
            page = context.new_page()
            page.set_default_timeout(_SECONDS * 1000)
            page.set_content(html, wait_until="load")
            page.emulate_media(media="print", color_scheme="light")
            return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        finally:
            context.close()


@contextmanager
def open_printer(executable: str, sandbox: bool) -> Iterator[Printer]:
    """A browser for as many documents as are to be printed. executable: the Chromium to start."""
    with pw.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=executable, chromium_sandbox=sandbox, proxy={"server": _NOWHERE}, args=list(FLAGS)
        )
        try:
            yield Printer(browser)
        finally:
            browser.close()
