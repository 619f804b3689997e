"""Every page there is, with an example of it in the sample workspace: a line a page.

What is listed here is checked for accessibility at both widths, light and dark, and is taken into
the documentation's screenshots.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.errands import AT_ITS_END, FAILED, UNDER_WAY


@dataclass(frozen=True)
class Seen:
    """A page: its name, its path, and what to follow from there, if anything.

    ``follow`` is a CSS selector, ``then`` the words of a link on the page that it leads to;
    ``types`` is what one writes into the page's draft.
    """

    name: str
    path: str
    follow: str = ""
    then: str = ""
    types: str = ""


FIRST_CALL = "call-44536cb2353ee673cc69"
MEETING = "call-fb28c4b52203c1036a91"
"""Two conversations of the sample, by ids that its files give them."""
DRAFT = """Hi Sigrun,

Just checking in. We are the leading platform, and I would love to jump on a quick call next week.

You said that you explain it to the board if this slips. What would have to be true for them to \
be calm?

Best,
Nora"""

PAGES = (
    Seen("today", "/"),
    Seen("calendar", "/calendar/"),
    Seen("review", "/review/", types=DRAFT),
    Seen("review-empty", "/review/"),
    Seen("practice", "/purpose/"),
    Seen("practice-log", "/purpose/log/"),
    Seen("deck", "/purpose/deck/"),
    Seen("task", "/purpose/deck/", "a.entry >> nth=0"),
    Seen("role-play", "/purpose/role-play/"),
    Seen("trends", "/purpose/trends/"),
    Seen("team-kit", "/purpose/team-kit/"),
    Seen("people", "/people/"),
    Seen("person", "/people/", 'a.name:has-text("Sigrun")'),
    Seen("person-history", "/people/", 'a.name:has-text("Sigrun")', "History"),
    Seen("person-pushback", "/people/", 'a.name:has-text("Sigrun")', "Pushback"),
    Seen("person-names", "/people/", 'a.name:has-text("Sigrun")', "Who this is"),
    Seen("prepare", "/people/", 'a.name:has-text("Sigrun")', "Prepare a talk"),
    Seen("brief", "/people/", 'a.name:has-text("Sigrun")', "Brief"),
    Seen("companies", "/companies/"),
    Seen("company", "/companies/", 'a.name:has-text("Skarvøy")'),
    Seen("conversations", "/conversations/"),
    Seen("conversation", f"/conversations/{FIRST_CALL}/"),
    Seen("conversation-mail", "/conversations/", "a.name >> nth=0"),
    Seen("sides", f"/conversations/{FIRST_CALL}/sides/"),
    Seen("comment", f"/conversations/{FIRST_CALL}/comments/3/"),
    Seen("measures", f"/conversations/{FIRST_CALL}/measures/"),
    Seen("pushback", f"/conversations/{MEETING}/pushback/"),
    Seen("debrief", f"/conversations/{FIRST_CALL}/debrief/"),
    Seen("check-back", "/people/", 'a.name:has-text("Sigrun")', "Check back"),
    Seen("serve", "/serve/"),
    Seen("fit", "/people/", 'a.name:has-text("Ruth")', "Fit"),
    Seen("in-mind", "/serve/in-mind/"),
    Seen("shelf", "/serve/shelf/"),
    Seen("ledger", "/serve/ledger/"),
    Seen("person-ledger", "/serve/ledger/", 'a.name:has-text("Sigrun")'),
    Seen("person-in-mind", "/people/", 'a.name:has-text("Ruth")', "In mind"),
    Seen("referrals", "/serve/referrals/"),
    Seen("add", "/add/"),
    Seen("import", "/add/", ".list a.name >> nth=0"),
    Seen("errand", f"/errands/{UNDER_WAY}/"),
    Seen("errand-ended", f"/errands/{AT_ITS_END}/"),
    Seen("errand-failed", f"/errands/{FAILED}/"),
    Seen("around", f"/around/{FIRST_CALL}/3/0-8/"),
    Seen("search", "/search/?q=board"),
    Seen("search-empty", "/search/"),
    Seen("settings", "/settings/"),
    Seen("settings-us", "/settings/us/"),
    Seen("settings-offer", "/settings/offer/"),
    Seen("settings-rules", "/settings/rules/"),
    Seen("settings-accounts", "/settings/accounts/"),
    Seen("settings-measures", "/settings/measures/"),
    Seen("settings-people", "/settings/people/?who=sigrun&months=6"),
    Seen("security", "/accounts/2fa/"),
    Seen("no-such-page", "/nowhere/"),
    Seen("no-such-person", "/people/nobody/"),
)


def see(page: Page, base: str, seen: Seen) -> None:
    """Go to a page as a person would, and wait until it has settled."""
    page.goto(base + seen.path)
    if seen.follow:
        page.locator(seen.follow).first.click()
    if seen.then:
        page.get_by_role("link", name=seen.then).first.click()
    settled(page)
    if seen.types:
        page.get_by_label("Your draft").fill(seen.types)
        page.locator(".finding").first.wait_for()
        settled(page)


def settled(page: Page) -> None:
    """Wait until all that the page fetches is there, its typefaces too."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
