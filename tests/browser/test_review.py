"""The review in a real browser: as one writes, by the keyboard, and without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import WebApp, open_page

DRAFT = "Hi Sigrun,\n\nJust checking in on the offer.\n\nAt this point in time nobody knows."


def test_it_reads_as_one_writes_and_the_keyboard_walks(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/review/")
        page.get_by_label("Your draft").fill(DRAFT)

        expect(page.locator("#mirror mark").first).to_have_text("Just checking in")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        expect(page.locator(".finding").first).to_be_focused()
        chosen = "d => d.value.slice(d.selectionStart, d.selectionEnd)"
        assert page.locator("#draft").evaluate(chosen) == "Just checking in"

        page.get_by_role("button", name="Make the safe change").click()
        expect(page.locator("#draft")).not_to_have_value(DRAFT)
        assert "nobody knows" in page.locator("#draft").input_value()


def test_it_works_without_scripts(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in, java_script_enabled=False):
        page.goto(shared_app.base + "/review/")
        page.get_by_label("Your draft").fill(DRAFT)
        page.get_by_role("button", name="Read it").click()

        expect(page.locator(".finding").first).to_contain_text("Just checking in")
        expect(page.locator("#draft")).to_have_value(DRAFT)
