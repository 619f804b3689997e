"""The keyboard alone: what every page lets one do."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import WebApp, open_page


def test_a_slash_leads_to_search_and_j_walks(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/people/")
        page.keyboard.press("j")
        expect(page.locator("[data-step]").first).to_be_focused()
        page.keyboard.press("j")
        expect(page.locator("[data-step]").nth(1)).to_be_focused()

        page.keyboard.press("/")

        expect(page.get_by_role("searchbox").first).to_be_focused()


def test_the_first_tab_leads_past_the_rail(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        expect(page.locator("main")).to_be_focused()
