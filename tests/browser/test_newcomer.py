"""The first ten minutes: from an empty workspace to the brief about a person."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page

SAMPLE = Path(__file__).parents[2] / "src" / "theirside" / "sample"
_READ_WITHIN = 240_000
"""Milliseconds for the few talks of the sample, on a machine with other work to do."""


def come_in(page: Page, app: WebApp) -> None:
    """Open the printed link, and begin where an empty workspace sends one."""
    page.goto(app.link)
    page.get_by_role("main").get_by_role("link", name="Add conversations").click()
    expect(page.get_by_role("heading", name="First: who are we?")).to_be_visible()
    page.get_by_label("Our domain, addresses and names").fill("fjordline.example\nNora Tveit")
    page.get_by_role("button", name="Keep").click()


def test_from_nothing_to_a_brief(page: Page, empty_app: WebApp) -> None:
    come_in(page, empty_app)
    page.get_by_label("Files", exact=True).set_input_files(
        [SAMPLE / "calls" / name for name in calls()]
    )
    page.get_by_role("button", name="Bring them in").click()

    page.wait_for_url("**/add/arriving/**")
    expect(page.get_by_role("heading", name="Brought in", exact=True)).to_be_visible(
        timeout=_READ_WITHIN
    )
    expect(page.get_by_role("heading", name="What was in it")).to_be_visible()
    told = page.locator("form.asks")
    if told.count():
        first = told.first
        first.get_by_label("on their side").first.check()
        first.get_by_role("button", name="Keep").click()
        expect(page.get_by_text("Noted.")).to_be_visible()

    page.goto(empty_app.base + "/people/")
    page.locator("a.name").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Brief").first.click()
    expect(page.get_by_role("main")).to_be_visible()


def calls() -> list[str]:
    """Return the first two calls of the sample."""
    found = sorted(each.name for each in (SAMPLE / "calls").iterdir() if each.is_file())
    return found[:2]


def test_without_scripts_on_a_phone(browser: Browser, empty_app: WebApp) -> None:
    for page in open_page(browser, PHONE, java_script_enabled=False):
        come_in(page, empty_app)
        page.get_by_label("Files", exact=True).set_input_files(SAMPLE / "contacts.vcf")
        page.get_by_role("button", name="Bring them in").click()

        page.wait_for_url("**/add/arriving/**")
        expect(page.get_by_role("heading", name="Brought in", exact=True)).to_be_visible(
            timeout=_READ_WITHIN
        )
