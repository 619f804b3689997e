"""Serve in a real browser: deciding on a fit, the ledger by hand, a thing given."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import WebApp


def test_somebody_is_told_that_we_are_not_for_them(page: Page, sample_app: WebApp) -> None:
    page.goto(sample_app.link)
    page.get_by_role("link", name="Serve").click()
    ruth = page.get_by_role("listitem").filter(has_text="Ruth Ferrand")
    ruth.scroll_into_view_if_needed()
    expect(ruth).to_contain_text("Points to: Not us.", timeout=240_000)  # a model is loaded
    page.wait_for_load_state("networkidle")
    ruth.get_by_role("link", name="Ruth Ferrand").click()
    page.get_by_label("Not us").check()
    page.get_by_label("Because").fill("They need validated signatures.")
    page.get_by_label("Pointed to").fill("Calibrant Ledger")
    page.get_by_role("button", name="Keep the decision").click()
    expect(page.locator("#notices")).to_contain_text("pointed them on")

    page.get_by_role("navigation", name="Places").get_by_role("link", name="Serve").click()

    expect(page.get_by_text("You did right by somebody once")).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_a_gift_is_added_set_right_and_struck(desk: Page, working_app: WebApp) -> None:
    desk.goto(working_app.base + "/serve/ledger/")
    desk.get_by_role("link", name="Sigrun Aas").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Sigrun Aas")
    desk.get_by_text("Add what no talk shows").click()
    desk.get_by_label("In a few words").first.fill("a jar of honey")
    desk.get_by_role("button", name="Add", exact=True).click()
    honey = desk.get_by_role("listitem").filter(has_text="a jar of honey")
    honey.get_by_text("Set right", exact=True).click()
    honey.get_by_label("In a few words").fill("two jars of heather")
    honey.get_by_role("button", name="Keep it so").click()
    heather = desk.get_by_role("listitem").filter(has_text="two jars of heather")
    heather.get_by_text("Strike", exact=True).click()
    heather.get_by_role("button", name="Strike it").click()

    expect(desk.locator("#notices")).to_contain_text("Struck, and gone")
    expect(desk.get_by_text("two jars of heather")).to_have_count(0)


def test_what_the_talks_show_is_struck_and_taken_back_in(desk: Page, working_app: WebApp) -> None:
    desk.goto(working_app.base + "/serve/ledger/")
    desk.get_by_role("link", name="Callum Dyer").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Callum Dyer")
    entry = desk.locator("li.ledger-entry").first
    words = entry.locator("q").first.inner_text()
    entry.get_by_text("Strike", exact=True).click()
    entry.get_by_role("button", name="Strike it").click()
    struck = desk.locator("section", has=desk.get_by_role("heading", name="Struck out"))
    expect(struck).to_contain_text(words)

    struck.get_by_role("button", name="Take it back in").click()

    expect(desk.locator("#notices")).to_contain_text("It counts again.")
    expect(struck).to_have_count(0)


def test_a_thing_is_put_on_the_shelf_found_for_somebody_and_given(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/serve/in-mind/")
    first = desk.locator("section.minded").first
    who = first.get_by_role("heading", level=2).get_by_role("link").inner_text()
    first.get_by_role("button", name="I gave it to them").click()
    expect(desk.locator("#notices")).to_contain_text(f"was given to {who}.")

    desk.goto(working_app.base + "/people/")
    desk.get_by_role("link", name=who).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(who)
    desk.get_by_role("link", name="In mind").click()
    expect(desk.get_by_text("last given:")).to_be_visible()
    expect(desk.get_by_text("Something was given to them a short while ago.")).to_be_visible()


def test_what_sells_is_asked_about_before_it_stands_on_the_shelf(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/serve/shelf/")
    desk.get_by_text("Put something on the shelf").click()
    desk.get_by_label("What it is called").fill("The autumn sale")
    desk.get_by_label("A note, or what stands there").fill("Book a demo now and get 20% off.")
    desk.get_by_role("button", name="Put it there").click()
    expect(desk.get_by_role("alert").first).to_contain_text("would sell them something")

    desk.get_by_label("What it is called").fill("Ropes and knots")
    desk.get_by_label("A note, or what stands there").fill("How a bowline is tied, and why.")
    desk.get_by_role("button", name="Put it there").click()
    knots = desk.get_by_role("listitem").filter(has_text="Ropes and knots")
    expect(knots).to_be_visible()
    knots.get_by_text("Take it off", exact=True).click()
    knots.get_by_role("button", name="Take it off the shelf").click()
    expect(knots).to_have_count(0)


def test_thanks_for_a_referral_are_noted_and_what_is_none_is_struck(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/serve/referrals/")
    owed = desk.locator("section", has=desk.get_by_role("heading", name="Thanks owed"))
    market = owed.get_by_role("listitem").filter(has_text="everyone at the market")
    market.get_by_role("button", name="I thanked them").click()
    expect(market).to_have_count(0)
    expect(desk.get_by_text("everyone at the market")).to_be_visible()

    yours = owed.get_by_role("listitem").filter(has_text="I think they're yours.")
    yours.get_by_text("This is no referral").click()
    yours.get_by_role("button", name="Strike it").click()
    expect(desk.get_by_text("I think they're yours.")).to_have_count(0)
