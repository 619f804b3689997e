"""A team of three in real browsers: asked in, a talk shown to the coach, commented on; and closed.

Ada administers, Nora sells, Kari coaches. What is Nora's is hers until she shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.team import PASSWORD, TeamApp, come_in_by, member, serving_team

CALL = """Nora Tveit: Good morning, Inga. How was the winter with the pumps?
Inga Moe: Long. I worry that the old ones give up in the spring, and my name is on the budget.
Nora Tveit: What would that mean for you?
Inga Moe: I would have to explain it to the council, again. I need somebody who answers at night.
"""


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamApp]:
    """Run the web app of a team for this module."""
    yield from serving_team(tmp_path_factory.mktemp("team"))


@pytest.fixture
def ada(browser: Browser) -> Iterator[Page]:
    """Return the administrator's browser."""
    yield from member(browser)


@pytest.fixture
def nora(browser: Browser) -> Iterator[Page]:
    """Return the seller's browser."""
    yield from member(browser)


@pytest.fixture
def kari(browser: Browser) -> Iterator[Page]:
    """Return the coach's browser, on a phone."""
    yield from member(browser, PHONE)


def ask_in(ada: Page, app: TeamApp, email: str, role: str) -> str:
    """Ask somebody in on the page of accounts; return the link to pass on."""
    ada.goto(app.base + "/settings/accounts/")
    ada.get_by_label("Mail address").fill(email)
    ada.get_by_label("Role", exact=True).select_option(role)
    ada.get_by_role("button", name="Ask them in").click()
    return ada.get_by_label(f"The link for {email}").input_value()


def bring_in(nora: Page, app: TeamApp, folder: Path) -> None:
    """Hand over a call, and say whose side its speakers are on."""
    path = folder / "2026-03-02 Moe (call).txt"
    path.write_text(CALL, "utf-8")
    nora.goto(app.base + "/add/")
    nora.get_by_label("Files", exact=True).set_input_files(path)
    nora.get_by_role("button", name="Bring them in").click()
    expect(nora.get_by_role("heading", name="Brought in", exact=True)).to_be_visible(
        timeout=240_000
    )


def test_a_team_works_together_and_nobody_sees_too_much(
    team: TeamApp, ada: Page, nora: Page, kari: Page, tmp_path: Path
) -> None:
    come_in_by(ada, team.first)
    to_nora = ask_in(ada, team, "nora@ours.example", "seller")
    to_kari = ask_in(ada, team, "kari@ours.example", "coach")
    come_in_by(nora, to_nora)
    nora.get_by_role("main").get_by_role("link", name="Add conversations").click()
    expect(nora.get_by_role("heading", name="First your administrator")).to_be_visible()
    ada.goto(team.base + "/settings/us/")
    ada.get_by_label("Our domain, addresses and names").fill("ours.example\nNora Tveit")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.locator("#notices")).to_contain_text("Kept.")
    bring_in(nora, team, tmp_path)
    come_in_by(kari, to_kari)

    nora.goto(team.base + "/conversations/")
    nora.locator("a.name").first.click()
    expect(nora.get_by_text("Only you see this talk.")).to_be_visible()
    talk = nora.url
    for other in (kari, ada):
        other.goto(talk)
        expect(other.get_by_text("That did not work")).not_to_have_count(0)
        expect(other.get_by_text("my name is on the budget")).to_have_count(0)

    nora.get_by_role("button", name="Show it to the coaches").click()
    expect(nora.locator("#notices")).to_contain_text("The coaches see this talk now")
    kari.goto(talk)
    expect(kari.get_by_text("open to you as a coach")).to_be_visible()
    turn = kari.locator("li.turn", has_text="my name is on the budget")
    turn.get_by_role("link", name=re.compile("^Comment on")).click()
    turn.get_by_role("textbox").fill("Here I would have asked about the council.")
    turn.get_by_role("button", name="Keep it").click()
    expect(turn.locator(".comments .said")).to_have_text(
        "Here I would have asked about the council."
    )
    ada.goto(talk)
    expect(ada.get_by_text("my name is on the budget")).to_have_count(0)

    nora.goto(talk)
    expect(nora.get_by_text("Here I would have asked about the council.")).to_be_visible()
    nora.get_by_role("button", name="Close it again").click()
    expect(nora.get_by_text("Only you see this talk.")).to_be_visible()
    kari.goto(talk)
    expect(kari.get_by_text("my name is on the budget")).to_have_count(0)


def test_who_has_an_account_comes_in_by_password_and_an_old_link_is_told_of(
    team: TeamApp, browser: Browser
) -> None:
    link = team.add("tom@ours.example", "seller")
    for tom in member(browser, PHONE, java_script_enabled=False):
        come_in_by(tom, link)
    for tom in member(browser, PHONE, java_script_enabled=False):
        tom.goto(link)
        expect(tom.get_by_text("This invitation holds no more")).to_be_visible()
        tom.goto(team.base + "/")
        tom.get_by_label("Email").fill("tom@ours.example")
        tom.get_by_label("Password").fill(PASSWORD)
        tom.get_by_role("button", name="Come in").click()
        expect(tom.get_by_role("heading", level=1)).to_have_text("Today")
