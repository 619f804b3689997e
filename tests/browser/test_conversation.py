"""A conversation in a real browser: walked, opened, commented on, counted; and found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page
from tests.browser.pages import FIRST_CALL, MEETING


@pytest.fixture
def inside(page: Page, sample_app: WebApp) -> Page:
    """Return a page of somebody who is in, on a sample that may be changed."""
    page.goto(sample_app.link)
    page.goto(f"{sample_app.base}/conversations/{MEETING}/")
    return page


def test_j_and_k_walk_the_moments(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/{FIRST_CALL}/")
        moments = page.locator("section.moment")
        assert moments.count() >= 2

        page.keyboard.press("j")
        expect(moments.nth(0)).to_be_focused()
        page.keyboard.press("j")
        expect(moments.nth(1)).to_be_focused()
        page.keyboard.press("k")
        expect(moments.nth(0)).to_be_focused()
        expect(moments.nth(0)).to_be_in_viewport()


def test_why_a_pushback_makes_sense_opens_in_its_place(inside: Page) -> None:
    turn = inside.locator("li.turn", has=inside.get_by_role("link", name="Why this makes sense"))
    turn.first.get_by_role("link", name="Why this makes sense").click()

    expect(turn.first.get_by_role("heading", name="Why it makes sense")).to_be_visible()
    assert inside.url.endswith(f"/conversations/{MEETING}/")


def test_a_comment_is_written_changed_and_erased_in_its_place(inside: Page) -> None:
    turn = inside.locator("#t-4")
    turn.get_by_role("link", name=re.compile("^Comment on")).click()
    box = turn.get_by_role("textbox")
    expect(box).to_be_focused()
    box.fill("Here I would have waited.")
    turn.get_by_role("button", name="Keep it").click()
    expect(turn.locator(".comments .said")).to_have_text("Here I would have waited.")
    expect(box).to_have_count(0)

    turn.get_by_role("link", name="Change").click()
    turn.get_by_role("textbox").fill("Here I would have asked.")
    turn.get_by_role("button", name="Keep it").click()
    expect(turn.locator(".comments .said")).to_have_text("Here I would have asked.")

    turn.get_by_text("Erase", exact=True).click()
    turn.get_by_role("button", name="Erase it for good").click()
    expect(turn.locator(".comments")).to_have_count(0)


def test_a_moment_is_shown_to_the_team_from_its_talk_and_taken_back(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(f"{working_app.base}/conversations/{FIRST_CALL}/")
    moment = desk.locator("section.moment").first
    moment.get_by_text("Share with the team").click()
    moment.get_by_role("button", name="Share it").click()
    expect(moment.get_by_text("The team may look at it.")).to_be_visible()

    moment.get_by_role("button", name="Take it back").click()

    expect(desk.locator("#notices")).to_contain_text("The team does not see it any more.")
    expect(moment.get_by_text("Share with the team")).to_be_visible()


def test_marks_are_switched_without_leaving_the_place(inside: Page) -> None:
    questions = inside.locator(".note", has_text="Open question")
    assert questions.count()
    inside.get_by_text("Marks in the margin").click()
    inside.get_by_label("Questions", exact=True).uncheck()

    expect(questions).to_have_count(0)
    inside.reload()
    expect(questions).to_have_count(0)


def test_a_figure_opens_to_its_sentences_and_they_lead_into_the_talk(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/{FIRST_CALL}/measures/")
        expect(page.locator(".chart svg")).to_be_visible()
        asked = page.locator("#f-open_questions")
        asked.locator("summary").click()
        asked.locator(".counted a").first.click()

        expect(page).to_have_url(re.compile(rf"/conversations/{FIRST_CALL}/#t-\d+$"))
        expect(page.locator("li.turn:target")).to_be_in_viewport()


def test_a_mark_of_the_chart_leads_to_its_words(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/{FIRST_CALL}/measures/")
        page.locator(".chart .mark-rect path").nth(3).click()

        expect(page).to_have_url(re.compile(r"#t-\d+$"))


def test_whose_side_is_set_right_and_back_without_scripts(
    browser: Browser, sample_app: WebApp
) -> None:
    for page in open_page(browser, java_script_enabled=False):
        page.goto(sample_app.link)
        page.goto(f"{sample_app.base}/conversations/{MEETING}/")
        page.get_by_role("link", name="Set right").click()
        page.get_by_role("group", name="Marit Haugland").get_by_label("one of us").check()
        page.get_by_role("button", name="Keep it so").click()

        expect(page.get_by_role("status").first).to_contain_text("Marit Haugland is one of us")
        expect(page.locator(".voice.is-ours")).to_have_count(2)


def test_without_scripts_marks_and_comments_work_too(browser: Browser, sample_app: WebApp) -> None:
    for page in open_page(browser, java_script_enabled=False):
        page.goto(sample_app.link)
        page.goto(f"{sample_app.base}/conversations/{MEETING}/")
        page.get_by_text("Marks in the margin").click()
        page.get_by_label("Questions", exact=True).uncheck()
        page.get_by_role("button", name="Show these").click()
        expect(page.locator(".note", has_text="Open question")).to_have_count(0)

        page.locator("#t-4").get_by_role("link", name=re.compile("^Comment on")).click()
        page.get_by_role("textbox", name=re.compile("A comment")).fill("Well heard.")
        page.get_by_role("button", name="Keep it").click()

        expect(page.locator("#t-4 .comments .said")).to_have_text("Well heard.")


def test_conversations_are_found_by_whom_they_were_with(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/")
        page.get_by_label("With").fill("sigrun")
        page.get_by_label("Kind").select_option("call")
        page.get_by_role("button", name="Look").click()

        expect(page.locator("ul.talks li")).to_have_count(1)
        page.locator("a.name").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Skarvøy first call")


def test_on_a_phone_sides_are_told_by_a_mark_in_one_column(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, PHONE, storage_state=signed_in):
        page.goto(f"{shared_app.base}/conversations/{FIRST_CALL}/")

        lefts = {
            round(box["x"])
            for turn in (page.locator(".turn .text").nth(n) for n in range(6))
            if (box := turn.bounding_box()) is not None
        }
        assert len(lefts) == 1
        edges = page.locator(".turn").evaluate_all(
            "all => all.map(each => getComputedStyle(each).borderInlineStartColor)"
        )
        assert len(set(edges)) == 2
