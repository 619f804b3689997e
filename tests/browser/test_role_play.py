"""Role-play in a real browser: a chat in place, its sources, the look back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import WebApp
from tests.browser.test_accessible import no_fault


def test_a_talk_is_rehearsed_and_looked_back_on(sample_app: WebApp, page: Page) -> None:
    page.set_default_timeout(60_000)
    page.goto(sample_app.link)
    page.goto(sample_app.base + "/purpose/role-play/")
    page.get_by_label("With whom").fill("Sigrun")
    page.get_by_role("button", name="Sit down").click()

    page.get_by_label("What you say").fill("How do you go about the rounds today?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".is-mine .text")).to_have_text(
        "How do you go about the rounds today?", timeout=60_000
    )
    expect(page.get_by_label("What you say")).to_be_focused()
    page.get_by_text("Where this is from").last.click()
    expect(page.locator("details[open] blockquote")).to_be_visible()
    no_fault(page)

    page.get_by_role("button", name="End it and look back").click()
    expect(page.get_by_role("heading", name="What may have gone on in them")).to_be_visible()
    no_fault(page)
