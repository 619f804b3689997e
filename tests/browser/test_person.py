"""A person in a real browser: their words opened in the talk, and set right in one click."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page

STAKE = "If this slips again I'm the one who explains it to the board"


def go_to_sigrun(page: Page, app: WebApp) -> None:
    page.goto(app.link)
    page.goto(app.base + "/people/")
    page.get_by_role("link", name="Sigrun Aas").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sigrun Aas")
    page.wait_for_load_state()  # keys do nothing before scripts are there


def test_a_statement_opens_in_the_talk_around_it(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/people/")
        page.get_by_role("link", name="Sigrun Aas").click()
        first = page.locator(".statement").first
        expect(first.locator(".words").first).to_contain_text(STAKE)

        first.locator("summary", has_text="In the talk").click()

        expect(first.locator("mark")).to_contain_text("explains it to the board")
        expect(first.locator(".near")).to_contain_text("What was that like?")
        first.locator(".talk-around a").click()
        expect(page).to_have_url(re.compile(r"/conversations/.+#t-\d+$"))


def test_one_click_confirms_and_one_takes_it_back(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        go_to_sigrun(page, sample_app)
        first = page.locator(".statement").first
        first.hover()

        first.get_by_role("button", name="Confirm").click()
        expect(first).to_have_class("statement is-confirmed")
        expect(first.locator(".margin")).to_contain_text("confirmed")
        expect(page.locator("#told")).to_contain_text("Confirmed.")

        first.get_by_role("button", name="Undo").click()
        expect(first).to_have_class("statement is-heard")
        expect(page.locator("#told")).to_contain_text("Taken back")


def test_a_correction_is_typed_in_place(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        go_to_sigrun(page, sample_app)
        first = page.locator(".statement").first
        first.hover()
        first.locator("summary", has_text="Correct").click()
        first.get_by_label("How it should read").fill("The board hears it from me first.")
        first.get_by_role("button", name="Keep the correction").click()

        expect(first.locator(".words").first).to_have_text("The board hears it from me first.")
        expect(first).to_contain_text("they had said")
        page.reload()
        expect(page.get_by_text("The board hears it from me first.").first).to_be_visible()


def test_withdrawing_asks_and_then_it_is_nowhere(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        go_to_sigrun(page, sample_app)
        boat = page.locator(".statement", has_text="I love my boat")
        boat.hover()
        boat.locator("summary", has_text="Withdraw").click()
        boat.get_by_role("button", name="Withdraw it").click()

        expect(page.get_by_text("Withdrawn, for good.").first).to_be_visible()
        page.reload()
        expect(page.get_by_text("I love my boat")).to_have_count(0)


def test_the_keyboard_is_enough(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        go_to_sigrun(page, sample_app)
        page.keyboard.press("j")
        expect(page.locator(".statement").first).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".statement").first.locator("mark")).to_be_visible()

        page.locator(".statement").nth(1).get_by_role("button", name="Confirm").focus()
        page.keyboard.press("Enter")
        again = page.locator(".statement").nth(1).get_by_role("button", name="Take back")
        expect(again).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_on_a_phone_what_may_be_done_is_there_at_once(
    browser: Browser, sample_app: WebApp, scripts: bool
) -> None:
    for page in open_page(browser, PHONE, java_script_enabled=scripts, has_touch=True):
        go_to_sigrun(page, sample_app)
        first = page.locator(".statement").first
        first.get_by_role("button", name="Confirm").click()

        expect(page.locator(".statement").first.locator(".margin")).to_contain_text("confirmed")


def test_our_wants_are_kept_and_printed(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser):
        go_to_sigrun(page, sample_app)
        page.get_by_role("link", name="Prepare a talk").click()
        page.get_by_label("What do you want from the talk?").fill("agree who joins the test")
        page.get_by_role("button", name="Keep").click()

        expect(page.locator(".paper")).to_contain_text("agree who joins the test")
        page.emulate_media(media="print", color_scheme="dark")
        expect(page.locator(".wants")).to_be_hidden()
        expect(page.locator(".rail")).to_be_hidden()
        expect(page.locator(".paper")).to_be_visible()
        ours = page.locator(".paper .ours").first
        expect(ours).to_have_css("color", "rgb(74, 85, 104)")  # dark on paper, also by night
