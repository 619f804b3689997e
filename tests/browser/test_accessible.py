"""Every page, at both widths, light and dark: nothing that axe-core finds, nothing cut off."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, WebApp, open_page
from tests.browser.pages import PAGES, Seen, see

_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize("seen", PAGES, ids=lambda seen: seen.name)
@pytest.mark.parametrize(
    ("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop-light", "phone-dark"]
)
def test_a_page_can_be_used_by_everybody(
    browser: Browser,
    shared_app: WebApp,
    signed_in: dict[str, object],
    seen: Seen,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
) -> None:
    for page in open_page(browser, size, color_scheme=scheme, storage_state=signed_in):
        see(page, shared_app.base, seen)

        found = Axe().run(page, options=_RULES)

        assert found.violations_count == 0, found.generate_report()
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), "too wide"
