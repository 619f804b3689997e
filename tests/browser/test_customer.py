"""The customer's page in a real browser: from the seller's desk to a phone without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page
from tests.browser.pages import settled
from tests.browser.test_accessible import no_fault


def linked(page: Page, app: WebApp) -> str:
    """Make a check-back for Sigrun as a seller does; return the link."""
    page.goto(app.link)
    settled(page)
    page.goto(app.base + "/people/")
    page.get_by_role("link", name="Sigrun Aas").first.click()
    page.get_by_role("link", name="Check back").click()
    settled(page)
    page.get_by_label("A line of your own").fill("I was glad of the talk in April.")
    expect(page.locator("#preview")).to_contain_text("I was glad of the talk in April.")
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator("#notices")).to_contain_text("Nothing is sent")
    return page.get_by_label("The link to pass on").input_value()


def test_a_customer_answers_on_a_phone_without_scripts(
    browser: Browser, page: Page, sample_app: WebApp
) -> None:
    link = linked(page, sample_app)
    for phone in open_page(browser, PHONE, java_script_enabled=False):
        phone.goto(link)
        expect(phone.get_by_role("heading", level=1)).to_have_text("Did I get this right?")
        expect(phone.get_by_text("I was glad of the talk in April.")).to_be_visible()
        expect(phone.get_by_label("How it really is").first).to_be_hidden()
        first, second, third = (phone.get_by_role("group").nth(n) for n in range(3))
        first.get_by_label("Yes", exact=True).check()
        second.get_by_label("Not quite").check()
        second.get_by_label("How it really is").fill("Once a quarter would do.")
        third.get_by_label("Please don’t keep this").check()
        expect(third.get_by_text("It will be erased for good")).to_be_visible()
        phone.get_by_role("button", name="Send my answers").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you")
        expect(phone.get_by_text("Once a quarter would do.")).to_be_visible()
        with phone.expect_download() as given:
            phone.goto(link)
            phone.get_by_role("link", name="Export what you hold on me").click()
        assert "All that is kept about Sigrun Aas" in given.value.path().read_text("utf-8")
    page.reload()
    expect(page.get_by_text("3 of 6 answered")).to_be_visible()
    expect(page.get_by_text("Once a quarter would do.")).to_be_visible()
    page.goto(sample_app.base + "/")
    expect(page.get_by_text("1 confirmed, 1 set right, 1 taken back")).to_be_visible()


def test_the_customer_s_pages_can_be_used_by_everybody(
    browser: Browser, page: Page, sample_app: WebApp
) -> None:
    link = linked(page, sample_app)
    for phone in open_page(browser, PHONE, color_scheme="dark"):
        for path in ("", "thanks/", "erase/"):
            phone.goto(link + path)
            no_fault(phone)
        phone.goto(link)
        phone.get_by_label("Not quite").first.check()
        phone.get_by_role("button", name="Send my answers").click()
        expect(phone.get_by_text("How is it really?")).to_be_visible()
        no_fault(phone)
        page.get_by_text("Close the link").click()
        page.get_by_role("button", name="Close it").click()
        phone.goto(link)
        expect(phone.get_by_role("heading", level=1)).to_have_text("This link is closed")
        no_fault(phone)


def test_to_be_erased_is_asked_twice_and_done(
    browser: Browser, page: Page, sample_app: WebApp
) -> None:
    link = linked(page, sample_app)
    for phone in open_page(browser, PHONE):
        phone.goto(link)
        phone.get_by_role("link", name="Erase me").click()
        phone.get_by_role("button", name="Erase me").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Are you sure?")
        phone.get_by_role("button", name="Yes, erase everything about me").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("You are erased")
    page.goto(sample_app.base + "/people/")
    expect(page.get_by_text("Sigrun Aas")).to_have_count(0)
