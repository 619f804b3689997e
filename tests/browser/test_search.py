"""Search in a real browser: from any page, narrowed down, and into the talk."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, WebApp, open_page


def test_words_lead_into_the_talk_by_the_keyboard(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/serve/shelf/")
        page.keyboard.press("/")
        page.keyboard.type("board")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("What people said")
        expect(page.locator("mark").first).to_have_text(re.compile("board", re.IGNORECASE))

        page.locator("ol.hits a[href*='#t-']").first.click()

        expect(page).to_have_url(re.compile(r"/conversations/.+#t-\d+$"))
        expect(page.locator("li.turn:target")).to_contain_text(re.compile("board", re.IGNORECASE))


def test_what_says_it_in_other_words_comes_by_itself(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/search/?q=nights+without+alarms")
        expect(page.locator("#meant li.meant").first).to_be_visible()
        expect(page.locator("#meant")).to_have_count(1)


def test_it_is_narrowed_down_without_scripts_and_nothing_found_teaches(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, PHONE, storage_state=signed_in, java_script_enabled=False):
        page.goto(shared_app.base + "/search/?q=board")
        everybody = page.locator("blockquote").count()
        page.get_by_text("Narrow it down").click()
        page.get_by_label("Person").fill("sigrun")
        page.get_by_label("Whose words").select_option("theirs")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.get_by_label("Person")).to_have_value("sigrun")
        assert 0 < page.locator("blockquote").count() < everybody

        page.goto(shared_app.base + "/search/?q=nights+without+alarms")
        expect(page.locator("li.meant")).to_have_count(0)
        page.get_by_role("link", name="Look for the same in other words, too").click()
        expect(page.locator("li.meant").first).to_be_visible()

        page.get_by_text("Narrow it down").click()
        page.get_by_label("Found by").select_option("words")  # by meaning, something is always near
        page.get_by_label("Words, or a question in your own").fill("zeppelin")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.get_by_role("heading", name="Nobody said that")).to_be_visible()
