"""A tab that is watched: what a report does in a real browser that it must not do."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request


class Watch:
    """One tab, and all that went wrong in it: dialogs, messages of the console, requests, ways out."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        page.on("dialog", self._dialog)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("popup", lambda popup: self.seen.append(f"popup: {popup.url}"))
        page.on("request", self._request)

    def open(self, path: Path) -> list[str]:
        """Open a file, unfold every fold and point at every link. Returns what went wrong."""
        self.seen.clear()
        self.page.goto(path.as_uri())
        self.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        self.page.evaluate("document.querySelectorAll('a').forEach(a => a.dispatchEvent(new MouseEvent('mouseover')))")
        if self.page.url != path.as_uri():
            self.seen.append(f"went to {self.page.url}")
        schemes = self.page.evaluate("[...new Set([...document.links].map(a => a.protocol))]")
        self.seen.extend(f"link: {scheme}" for scheme in schemes if scheme not in ("http:", "https:", "file:"))
        return list(self.seen)

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        self.seen.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        own = request.url.startswith("data:") or (request.is_navigation_request() and request.url.startswith("file:"))
        if not own:
            self.seen.append(f"request: {request.url}")
