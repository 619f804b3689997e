"""Long work in a real browser: a large import is taken back while its page tells how far it is."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import WebApp
from theirside.app.errands import MOST_TURNS

_READ_WITHIN = 240_000
"""Milliseconds within which a large chat is read on a slow machine."""


def test_a_large_import_is_taken_back_in_the_background(
    desk: Page, working_app: WebApp, tmp_path: Path
) -> None:
    said = [f"[12/03/2026, 09:{n // 60 % 60:02}:{n % 60:02}] Ida Lund: Ok {n}.\n"
            for n in range(MOST_TURNS + 20)]  # fmt: skip
    chat = tmp_path / "WhatsApp Chat with Ida Lund.txt"
    chat.write_text("".join(said), encoding="utf-8")
    desk.goto(working_app.base + "/add/")
    desk.get_by_label("Files", exact=True).set_input_files(chat)
    desk.get_by_role("button", name="Bring them in").click()
    expect(desk.get_by_role("heading", name="Brought in", exact=True)).to_be_visible(
        timeout=_READ_WITHIN
    )

    desk.get_by_text("Undo this import").click()
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_role("heading", name="Taken back")).to_be_visible(timeout=_READ_WITHIN)
    expect(desk.get_by_role("main")).to_contain_text(f"{MOST_TURNS + 20:,} turns")

    desk.goto(working_app.base + "/people/?q=Ida")
    expect(desk.get_by_role("link", name="Ida Lund")).to_have_count(0)
