"""Every page, at both widths, light and dark: nothing that axe-core finds, nothing cut off."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page
from tests.browser.pages import PAGES, Seen, see, settled

_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize("seen", PAGES, ids=lambda seen: seen.name)
def test_a_page_can_be_used_by_everybody(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object], seen: Seen
) -> None:
    # Colours that are on their way from light to dark are nobody's to read: no motion.
    for page in open_page(
        browser, color_scheme="light", reduced_motion="reduce", storage_state=signed_in
    ):
        see(page, shared_app.base, seen)
        no_fault(page)

        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.emulate_media(color_scheme="dark")
        if page.locator("[data-chart]").count():  # drawn in the colours of its time
            page.reload()
            settled(page)
        no_fault(page)


def test_whoever_is_not_in_can_use_what_there_is(browser: Browser, shared_app: WebApp) -> None:
    for page in open_page(browser, PHONE, color_scheme="dark"):
        for path in ("/", "/accounts/login/", "/invited/no-longer/", "/nowhere/"):
            page.goto(shared_app.base + path)
            settled(page)
            expect(page.locator(".rail")).to_have_count(0)
            no_fault(page)


def no_fault(page: Page) -> None:
    """Fail where axe-core finds something, or the page is wider than the window."""
    found = Axe().run(page, options=_RULES)
    assert found.violations_count == 0, found.generate_report()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), "too wide"
