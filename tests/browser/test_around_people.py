"""What lies around a person in a real browser: history, pushback, debrief, calendar, an import."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page
from tests.browser.pages import FIRST_CALL, MEETING


def test_what_was_set_right_stands_in_the_history(desk: Page, working_app: WebApp) -> None:
    desk.goto(working_app.base + "/people/")
    desk.get_by_role("link", name="Aoife Brannigan").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Aoife Brannigan")
    first = desk.locator(".statement").first
    first.hover()
    first.get_by_role("button", name="Confirm").click()
    expect(first).to_have_class("statement is-confirmed")

    desk.get_by_role("link", name="History").first.click()

    changed = desk.locator("section", has=desk.get_by_role("heading", name="What changed"))
    expect(changed.get_by_text("confirmed").first).to_be_visible()


def test_a_person_s_pushback_leads_into_the_talk(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, PHONE, storage_state=signed_in, java_script_enabled=False):
        page.goto(f"{shared_app.base}/conversations/{MEETING}/pushback/")
        expect(page.get_by_role("heading", name="Why it makes sense").first).to_be_visible()
        page.goto(shared_app.base + "/people/")
        page.get_by_role("link", name="Sigrun Aas").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sigrun Aas")
        page.get_by_role("navigation", name="About this person").get_by_role(
            "link", name="Pushback"
        ).click()
        page.locator("main a[href*='#t-']:visible").first.click()

        expect(page.locator("li.turn:target")).to_be_visible()


def test_a_debrief_holds_the_talk_against_what_they_wanted(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/{FIRST_CALL}/")
        page.get_by_role("navigation", name="This conversation").get_by_role(
            "link", name="Debrief"
        ).click()
        expect(page.get_by_text("From the side of Sigrun Aas")).to_be_visible()
        page.locator("main a[href*='#t-']:visible").first.click()
        expect(page.locator("li.turn:target")).to_be_in_viewport()


def test_a_calendar_s_link_gives_the_days_and_holds_no_more_once_it_is_made_anew(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/calendar/")
    field = desk.get_by_label("Subscribe to this address in your calendar")
    old = field.input_value()
    assert desk.request.get(old).text().startswith("BEGIN:VCALENDAR")

    desk.get_by_text("Make a new link").first.click()
    desk.get_by_role("button", name="Make a new link").click()
    expect(desk.locator("#notices")).to_contain_text("The old one holds no more.")

    assert desk.request.get(old).status == 404
    assert desk.request.get(field.input_value()).ok


def test_an_import_is_looked_at_and_taken_back(page: Page, sample_app: WebApp) -> None:
    page.goto(sample_app.link)
    page.goto(sample_app.base + "/add/")
    page.locator(".list a.name").first.click()
    expect(page.get_by_role("heading", name="What was in it")).to_be_visible()
    page.get_by_text("Undo this import").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("taken back").first).to_be_visible()

    page.goto(sample_app.base + "/people/")

    expect(page.get_by_text("Sigrun Aas")).to_have_count(0)
