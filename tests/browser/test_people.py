"""People and companies in a real browser: found as one types, and without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import WebApp, open_page


def test_who_is_looked_for_is_found_while_one_types(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/people/")
        page.get_by_label("Name, address or company").press_sequentially("ferr", delay=20)

        expect(page.locator("#found a.name")).to_have_text(["Ruth Ferrand"])
        expect(page).to_have_url(shared_app.base + "/people/?q=ferr")


def test_without_scripts_a_button_finds(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in, java_script_enabled=False):
        page.goto(shared_app.base + "/people/")
        page.get_by_label("Name, address or company").fill("skarvøy")
        page.get_by_role("button", name="Find", exact=True).click()

        expect(page.locator("#found a.name")).to_have_count(3)


def test_a_company_tells_who_decides(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/companies/")
        page.get_by_role("link", name="Skarvøy Seafood AS").click()

        decides = page.locator("section", has=page.get_by_role("heading", name="Who decides"))
        expect(decides).to_contain_text("Marit signs anything above 20,000 kroner")
        decides.locator("summary", has_text="In the talk").first.click()
        expect(decides.locator("mark").first).to_be_visible()


def test_two_names_are_made_one_and_taken_apart_again(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        page.goto(sample_app.link)
        page.goto(sample_app.base + "/people/")
        page.get_by_role("link", name="Uwe Kessbach").click()
        page.get_by_role("link", name="Who this is").click()
        page.get_by_label("Name, address or company").fill("torstein")
        page.get_by_role("button", name="Find", exact=True).click()
        page.locator("summary", has_text="The same person").click()
        page.get_by_role("button", name="Make them one").click()

        expect(page.locator("#notices")).to_contain_text("are one person now")
        row = page.locator("li", has_text="torstein")
        row.locator("summary", has_text="This is somebody else").first.click()
        row.get_by_role("button", name="Take them apart").first.click()
        expect(page.get_by_text("is a person of their own now")).to_be_visible()
