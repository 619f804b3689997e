"""One person's or company's needs against the offer, and deciding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from tests.app.web.conftest import enter
from theirside.app import fitting, queries, services
from theirside.app.viewing import Role
from theirside.serve.fit import Decision
from theirside.serve.meaning import by_words_only

pytestmark = pytest.mark.usefixtures("store")

OFFER = """\
name: Ambleround
capabilities:
  - id: offline
    statement: It works without any network for days.
    words: [no signal, offline]
limits:
  - id: sensors
    statement: It reads no sensors.
    words: [sensor, sensors]
point_to:
  - name: Nightwatch
    for: Whoever needs an alarm at night.
    words: [sensor, sensors]
"""
NEEDS = ("It has to work offline in the cellar.", "It has to read our sensors at night.")


@pytest.fixture
def inside(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return a browser that is in, where there are an offer and a person with two needs."""
    file = tmp_path / "offer.yaml"
    file.write_text(OFFER, encoding="utf-8")
    monkeypatch.setenv("THEIRSIDE_OFFER", str(file))
    monkeypatch.setattr(fitting, "_by_model", lambda: by_words_only)
    turns = [mail(f"<{n}@x>", ANNA, words, SAM, hours=n) for n, words in enumerate(NEEDS)]
    services.keep(
        thread("t1", *turns),
        [said(n, words, "facet.constraint") for n, words in enumerate(NEEDS)],
        "test-1",
    )
    return enter(client)


def fit_of(who: str = "anna") -> str:
    return f"/people/{queries.find_person(who).id}/fit/"


def test_each_need_stands_in_their_words_with_our_line_beneath(inside: Client) -> None:
    page = inside.get(fit_of()).text

    assert all(f"<q>{words}</q>" in page for words in NEEDS)
    assert page.index("What we can&#x27;t do for them") < page.index("What we can do for them")
    assert re.search("It reads no sensors. \\(by “sensors?”", page)
    assert "It works without any network for days. (by “offline”)" in page
    assert "point them to Nightwatch" in page


def test_a_decision_is_kept_with_its_reason_and_what_was_proposed(inside: Client) -> None:
    answer = {
        "decision": "not us",
        "because": "They need sensors.",
        "pointed_to": "Nightwatch",
        "look_again": "",
    }
    page = inside.post(fit_of(), answer, follow=True).text

    [kept] = queries.fit_decisions()
    assert kept.decision is Decision.NOT_US
    assert kept.because == "They need sensors."
    assert kept.did_right
    assert "You told them early and pointed them on" in page
    assert "pointed to Nightwatch" in page


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"decision": "fit"}, "Say why"),
        ({"decision": "perhaps", "because": "So."}, "Choose fit, not now or not us."),
        ({"decision": "not now", "because": "So."}, "Say when to look again"),
        ({"decision": "fit", "because": "So.", "look_again": "soon"}, "Give the day as"),
        ({"decision": "fit", "because": "Her cancer is back."}, "never kept"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_kept(
    inside: Client, said: dict[str, str], wrong: str
) -> None:
    response = inside.post(fit_of(), said)

    assert response.status_code == 400
    assert wrong in response.text
    assert queries.fit_decisions() == []


def test_without_an_offer_it_says_what_to_do_first(inside: Client, tmp_path: Path) -> None:
    (tmp_path / "offer.yaml").unlink()

    assert "Say first what you can do" in inside.get(fit_of()).text
    assert "Say first what you can do" in inside.get("/serve/").text
    assert inside.get(f"{fit_of()}short/").text == ""


def test_the_board_asks_for_two_lines_of_each(inside: Client) -> None:
    part = inside.get(f"{fit_of()}short/").text

    assert "2 needs: 1 met, 1 not met." in part
    assert NEEDS[1] in part


def test_a_company_is_decided_on_as_a_whole(inside: Client) -> None:
    services.keep(thread("t2", mail("<9@x>", BEN, "Fine.", SAM)), [], "test-1")
    here = "/serve/fit/?about=Brauhaus"

    assert "Brauhaus and Ambleround" in inside.get(here).text
    inside.post(here, {"decision": "fit", "because": "It is offline."})

    [kept] = queries.fit_decisions()
    assert (kept.subject, len(kept.people)) == ("Brauhaus", 2)


def test_a_colleague_learns_nothing_of_a_decision_on_whom_they_do_not_see(
    inside: Client, settings: Settings
) -> None:
    inside.post(fit_of(), {"decision": "fit", "because": "The northern cellar."})
    settings.TEAM = True
    user = get_user_model().objects.create_user("tom", "tom@ours.example", "pw")
    services.come_in(services.invite(user.email, Role.SELLER).id, user.pk)
    tom = Client()
    tom.force_login(user, "django.contrib.auth.backends.ModelBackend")

    page = tom.get("/serve/").text

    assert "northern cellar" not in page
    assert "Anna Bauer" not in page
