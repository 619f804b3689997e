"""Serve in a real browser: deciding on a fit, the ledger by hand, a thing given."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import WebApp


def test_somebody_is_told_that_we_are_not_for_them(page: Page, sample_app: WebApp) -> None:
    page.goto(sample_app.link)
    page.get_by_role("link", name="Serve").click()
    ruth = page.get_by_role("listitem").filter(has_text="Ruth Ferrand")
    ruth.scroll_into_view_if_needed()
    expect(ruth).to_contain_text("Points to: Not us.", timeout=60_000)  # a model is loaded
    page.wait_for_load_state("networkidle")
    ruth.get_by_role("link", name="Ruth Ferrand").click()
    page.get_by_label("Not us").check()
    page.get_by_label("Because").fill("They need validated signatures.")
    page.get_by_label("Pointed to").fill("Calibrant Ledger")
    page.get_by_role("button", name="Keep the decision").click()
    expect(page.locator("#notices")).to_contain_text("pointed them on")

    page.get_by_role("link", name="Serve").first.click()

    expect(page.get_by_text("You did right by somebody once")).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_a_gift_is_added_struck_and_a_thing_is_given(page: Page, sample_app: WebApp) -> None:
    page.goto(sample_app.link)
    page.goto(sample_app.base + "/serve/ledger/")
    page.get_by_role("link", name="Sigrun Aas").click()
    page.get_by_text("Add what no talk shows").click()
    page.get_by_label("In a few words").first.fill("a jar of honey")
    page.get_by_role("button", name="Add", exact=True).click()
    honey = page.get_by_role("listitem").filter(has_text="a jar of honey")
    honey.get_by_text("Strike", exact=True).click()
    honey.get_by_role("button", name="Strike it").click()
    expect(page.get_by_text("a jar of honey")).to_have_count(0)

    page.get_by_role("link", name="Serve").click()
    page.get_by_role("link", name="In mind").click()
    page.get_by_role("button", name="I gave it to them").first.click()

    expect(page.locator("#notices")).to_contain_text("was given to")
