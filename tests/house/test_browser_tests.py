"""Every page is tried in a real browser: its view's module says in which file."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
VIEWS = ROOT / "src" / "theirside" / "app" / "web" / "views"
BROWSER = ROOT / "tests" / "browser"
TRIED_IN = {
    "add": "newcomer",
    "around": "person",
    "arrival": "newcomer",
    "brief": "newcomer",
    "calendar": "around_people",
    "checkback": "customer",
    "companies": "people",
    "company": "people",
    "conversations": "conversation",
    "data": "settings",
    "debrief": "around_people",
    "enter": "today",
    "fit": "serve",
    "history": "around_people",
    "in_mind": "serve",
    "invited": "team",
    "ledger": "serve",
    "looked_back": "role_play",
    "measures": "settings",
    "members": "team",
    "names": "people",
    "offer": "settings",
    "practice": "purpose",
    "prepare": "person",
    "pushback": "around_people",
    "referrals": "serve",
    "rules": "settings",
    "shelf": "serve",
    "statement": "person",
    "talk_comments": "conversation",
    "talk_measures": "conversation",
    "talk_moments": "conversation",
    "talk_pushback": "conversation",
    "talk_shown": "team",
    "talk_sides": "conversation",
    "team_kit": "purpose",
    "today_beside": "today",
    "trends": "purpose",
    "us": "settings",
}
"""Of pages without a file of their own: the file of ``tests/browser`` that does their main job."""


def test_every_page_has_its_main_job_done_in_a_browser() -> None:
    views = {path.stem for path in VIEWS.glob("*.py")} - {"__init__"}
    missing = [
        view
        for view in sorted(views)
        if not (BROWSER / f"test_{TRIED_IN.get(view, view)}.py").exists()
    ]

    assert missing == []
    assert set(TRIED_IN) <= views, "a view that is gone"
