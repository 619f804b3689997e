"""The first page in a real browser: said in place, taken back, with the margin coming by itself."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WebApp, open_page


def test_what_is_due_is_said_in_place_and_taken_back(sample_app: WebApp, page: Page) -> None:
    page.goto(sample_app.link)
    page.goto(sample_app.base + "/")
    first = page.locator(".thing").first
    words = first.locator(".words").inner_text()

    first.get_by_role("button", name="Not this week").click()
    expect(page.get_by_role("status").filter(has_text="Not before")).to_be_visible()
    expect(page.get_by_text(words)).to_have_count(0)

    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text(words).first).to_be_visible()


def test_a_server_that_is_away_is_told_of_and_nothing_is_lost(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    away = "htmx:"  # it tells the console that nothing was sent
    for page in open_page(browser, but=away, storage_state=signed_in):
        page.goto(shared_app.base + "/")
        page.wait_for_load_state("networkidle")
        first = page.locator(".thing").first
        page.context.set_offline(True)

        first.get_by_role("button", name="Not this week").click()

        expect(page.locator("#notices")).to_contain_text("the server does not answer")
        expect(first).to_be_visible()


def test_the_margin_comes_by_itself(sample_app: WebApp, page: Page) -> None:
    page.goto(sample_app.link)
    page.goto(sample_app.base + "/")

    expect(page.get_by_role("link", name="To the practice")).to_be_visible()
    expect(page.get_by_text("Nothing new was heard")).to_be_visible()


def test_without_scripts_it_works_by_forms(sample_app: WebApp, browser: Browser) -> None:
    for page in open_page(browser, java_script_enabled=False):
        page.goto(sample_app.link)
        page.goto(sample_app.base + "/")
        words = page.locator(".thing .words").first.inner_text()

        page.get_by_role("button", name="Not this week").first.click()

        expect(page.get_by_text(words)).to_have_count(0)
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_text(words).first).to_be_visible()
