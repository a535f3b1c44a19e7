"""One Chromium for all tests of a file, and a watched tab in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from crawler.chromium import BrowserMissing, find_chromium
from tests.reports.browsing import Watch


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        found = find_chromium()
    except BrowserMissing as error:
        pytest.skip(str(error))
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found.executable, chromium_sandbox=found.sandbox)
        yield made
        made.close()


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    context = browser.new_context(service_workers="block")
    yield Watch(context.new_page())
    context.close()
