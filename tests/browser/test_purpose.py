"""Purpose in a real browser: the day's task, one's own trends, the team's talk."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WebApp, open_page


def test_a_task_is_put_aside_another_done_and_it_stands_in_the_log(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/purpose/")
    title = desk.get_by_role("article").get_by_role("heading", level=2)
    first = title.inner_text()
    desk.get_by_role("button", name="Not now, another one").click()
    expect(desk.locator("#notices")).to_contain_text("Put aside for some weeks.")
    expect(title).not_to_have_text(first)
    second = title.inner_text()

    desk.get_by_role("article").get_by_role("textbox").fill("It went better than I feared.")
    desk.get_by_role("button", name="I did it").click()
    expect(title).to_contain_text("Done:")
    desk.get_by_role("link", name="What you practised").click()

    expect(desk.get_by_role("listitem").filter(has_text=second)).to_contain_text(
        "It went better than I feared."
    )


def test_the_deck_leads_to_a_task(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, PHONE, storage_state=signed_in, java_script_enabled=False):
        page.goto(shared_app.base + "/purpose/deck/")
        entry = page.locator("a.entry").first
        name = entry.locator("span").first.inner_text()
        entry.click()

        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page.get_by_text("Afterwards:")).to_be_visible()


def test_every_trend_is_drawn_and_its_weeks_stand_behind_it(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in):
        page.goto(shared_app.base + "/purpose/trends/")
        charts = page.locator("[data-chart]")
        expect(charts.first.locator("svg")).to_be_visible()
        drawn = charts.locator("svg")
        expect(drawn).to_have_count(charts.count())

        page.locator("summary", has_text="Week by week").first.click()

        expect(page.get_by_role("table").first.get_by_role("rowheader").first).to_be_visible()


def test_light_and_dark_are_switched_and_the_charts_follow(
    browser: Browser, shared_app: WebApp, signed_in: dict[str, object]
) -> None:
    for page in open_page(browser, storage_state=signed_in, color_scheme="light"):
        page.goto(shared_app.base + "/purpose/trends/")
        label = page.locator("[data-chart] svg text").first
        expect(label).to_be_visible()
        before = label.evaluate("each => getComputedStyle(each).fill")

        page.get_by_role("button", name="Light or dark").click()

        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.wait_for_function(
            "before => { const it = document.querySelector('[data-chart] svg text');"
            " return it && getComputedStyle(it).fill !== before; }",
            arg=before,
        )
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_moment_is_shown_to_the_team_without_the_name_and_taken_back(
    desk: Page, working_app: WebApp
) -> None:
    desk.goto(working_app.base + "/purpose/team-kit/")
    expect(desk.get_by_text("2 moments would have to be shared")).to_be_visible()
    own = desk.locator("section", has=desk.get_by_role("heading", name="Moments of yours"))
    own.get_by_role("button", name="Let the team look at it").first.click()

    expect(desk.locator("#notices")).to_contain_text("The team will see it.")
    expect(desk.get_by_text("One more moment would have to be shared")).to_be_visible()
    plan = desk.locator(".kit")
    expect(plan.get_by_role("heading", name="Three questions")).to_be_visible()
    for name in ("Priya", "Raman", "Penmarrow"):
        expect(plan.get_by_text(name)).to_have_count(0)

    own.get_by_role("button", name="Take it back").first.click()
    expect(desk.locator("#notices")).to_contain_text("It is yours alone again.")
    expect(desk.get_by_text("2 moments would have to be shared")).to_be_visible()
