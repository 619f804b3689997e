"""Settings in a real browser: who we are, the offer, the rules, and what is kept about people."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page
from tests.browser.pages import FIRST_CALL


def test_who_we_are_is_kept_and_a_slip_leaves_what_was_typed(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/")
    desk.get_by_role("main").get_by_role("link", name="Us", exact=True).click()
    box = desk.get_by_label("Our domain, addresses and names")
    before = box.input_value()
    assert "ambleround.example" in before
    box.fill("gmail.com")
    desk.get_by_role("button", name="Keep").click()
    expect(desk.get_by_role("alert")).to_contain_text("gmail.com")
    expect(box).to_have_value("gmail.com")

    box.fill(before + "\nole@vik.example")
    desk.get_by_role("button", name="Keep").click()
    expect(desk.locator("#notices")).to_contain_text("Kept.")
    expect(box).to_have_value(re.compile("ole@vik.example"))
    box.fill(before)  # who practises, and whose moments they are, rests on it
    desk.get_by_role("button", name="Keep").click()
    expect(box).to_have_value(before)


def test_a_mistake_in_the_offer_is_told_and_the_offer_is_kept(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/offer/")
    box = desk.get_by_label("offer.yaml")
    before = box.input_value()
    assert before.strip()
    box.fill("name: [unfinished")
    desk.get_by_role("button", name="Check only").click()
    expect(desk.get_by_role("alert")).to_be_visible()
    expect(box).to_have_value("name: [unfinished")

    box.fill(before.replace("name: Ambleround", "name: Ambleround Rounds"))
    desk.get_by_role("button", name="Check and keep").click()
    expect(desk.locator("#notices")).to_contain_text("Kept.")
    assert "name: Ambleround Rounds" in box.input_value()


def test_a_rule_that_is_off_says_nothing_in_the_review_any_more(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/rules/")
    switch = desk.get_by_role("button", name="Just checking in", exact=True)
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")

    desk.goto(working_app.base + "/review/")
    desk.get_by_label("Your draft").fill("Hi Sigrun,\n\nJust checking in on the offer.")
    desk.get_by_role("button", name="Read it").click()
    expect(desk.get_by_text("1 rule is switched off")).to_be_visible()
    expect(desk.locator(".finding", has_text="checking in")).to_have_count(0)

    desk.goto(working_app.base + "/settings/rules/")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_a_measure_that_is_off_is_not_counted_in_a_talk_any_more(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/measures/")
    switch = desk.get_by_role("button", name="Our share of the words", exact=True)
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")

    counted = f"{working_app.base}/conversations/{FIRST_CALL}/measures/"
    desk.goto(counted)
    expect(desk.get_by_role("main")).to_contain_text("Switched off, so not counted")
    expect(desk.get_by_role("heading", name="Our share of the words", exact=True)).to_have_count(0)

    desk.goto(working_app.base + "/settings/measures/")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    desk.goto(counted)
    expect(desk.get_by_role("main")).not_to_contain_text("Switched off")


def test_somebody_gets_all_that_is_kept_about_them_and_is_then_forgotten(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/people/")
    desk.get_by_label("Who: name, address or phone").fill("torstein")
    desk.get_by_role("button", name="Find").click()
    with desk.expect_download() as given:
        desk.get_by_role("button", name="The same for programs (JSON)").click()
    assert "Torstein" in json.dumps(json.loads(Path(given.value.path()).read_text("utf-8")))

    desk.get_by_text("Forget them", exact=True).click()
    desk.get_by_label("Type their name").fill("Somebody Else")
    desk.get_by_role("button", name="Erase them for good").click()
    expect(desk.locator("#notices")).to_contain_text("Nothing changed.")
    desk.get_by_text("Forget them", exact=True).click()
    desk.get_by_label("Type their name").fill("Torstein Bø")
    desk.get_by_role("button", name="Erase them for good").click()
    expect(desk.locator("#notices")).to_contain_text("Erased.")

    desk.goto(working_app.base + "/people/")
    expect(desk.get_by_role("link", name="Sigrun Aas")).to_be_visible()
    expect(desk.get_by_text("Torstein")).to_have_count(0)


def test_old_talks_are_listed_without_scripts_and_nothing_goes_by_listing(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, PHONE, storage_state=signed_in, java_script_enabled=False):
        page.goto(shared_app.base + "/settings/people/")
        page.get_by_label("Talks that ended more than so many months ago").fill("1")
        page.get_by_role("button", name="List them").click()
        listed = page.locator("section", has=page.get_by_role("heading", name="Letting old talks"))
        expect(listed.get_by_role("listitem").first).to_be_visible()
        expect(listed.get_by_text("Erase them", exact=True)).to_be_visible()

        page.reload()

        expect(listed.get_by_role("listitem").first).to_be_visible()


def test_one_s_own_accounts_page_leads_to_a_link_to_pass_on(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/settings/accounts/")
    desk.get_by_label("Mail address").fill("kim@ours.example")
    desk.get_by_role("button", name="Ask them in").click()

    expect(desk.get_by_text("asked in, has not come yet")).to_be_visible()
    assert "/invited/" in desk.get_by_label("The link for kim@ours.example").input_value()
    desk.reload()
    expect(desk.get_by_label("The link for kim@ours.example")).to_have_count(0)
