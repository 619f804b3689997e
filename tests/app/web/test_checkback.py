"""Checking back with somebody: composed, linked, closed; what came back as it came."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.talks import BEN, SAM, mail, said, thread
from tests.app.web.conftest import enter
from tests.app.web.played_back import ASK, CODE, JOB, MAILS, SHIFTS, TALK, linked, played_back
from theirside.app import models, queries, services
from theirside.app.viewing import Role
from theirside.errors import NotFoundError

pytestmark = pytest.mark.usefixtures("store")


def page_of(who: str) -> str:
    return f"/people/{queries.find_person(who).id}/check-back/"


def told() -> None:
    """Keep a talk in which Anna says what may be played back."""
    starts = {words: ASK.text.index(words) for words in (JOB, SHIFTS, MAILS)}
    labels = {JOB: "facet.stake", SHIFTS: "facet.goal", MAILS: "facet.irritant"}
    read = []
    for words, start in starts.items():
        each = said(0, words, labels[words])
        read.append(type(each)(0, start, start + len(words), each.label, 0.95, "test-1"))
    services.keep(TALK, read, "test-1")


@pytest.fixture
def inside(client: Client) -> Client:
    return enter(client)


def test_the_page_is_shown_as_they_would_see_it_and_nothing_is_kept(inside: Client) -> None:
    told()

    page = inside.get(page_of("anna")).text

    assert "As Anna Bauer would see it" in page
    assert "fewer night shifts" in page
    assert not models.Checkback.objects.exists()


def test_making_it_gives_a_link_that_opens_it(inside: Client) -> None:
    told()

    said = {"do": "make", "tone": "formal", "note": "The kettle is here.", "days": "7"}
    page = inside.post(page_of("anna"), said, follow=True).text

    link = re.search(r'readonly value="http://testserver(/c/[^"]+)"', page)
    assert link is not None
    opened = Client().get(link[1]).text
    assert "Dear Anna Bauer," in opened
    assert "The kettle is here." in opened
    held = models.CheckbackLink.objects.get()
    assert (held.expires_at - held.made_at).days == 7


def test_looking_first_keeps_nothing(inside: Client) -> None:
    told()

    page = inside.post(page_of("anna"), {"do": "look", "tone": "short"}).text

    assert "Hi Anna," in page
    assert not models.Checkback.objects.exists()


@pytest.mark.parametrize(
    ("note", "complaint"),
    [
        ("There is a discount until May.", "a word of ours, not of theirs"),
        ("I hope your depression is better.", "never kept"),
    ],
)
def test_a_note_that_does_not_belong_there_makes_no_link(
    inside: Client, note: str, complaint: str
) -> None:
    told()

    page = inside.post(page_of("anna"), {"do": "make", "note": note}).text

    assert complaint in page
    assert not models.CheckbackLink.objects.exists()


def test_where_nothing_may_be_played_back_it_says_why(inside: Client) -> None:
    services.keep(thread("t2", mail("<9@x>", BEN, "Fine.", SAM)), [], "test-1")

    page = inside.get(page_of("ben")).text

    assert "Nothing to play back yet" in page
    assert 'value="make"' not in page


def test_what_came_back_stands_there_with_how_much_they_confirmed(inside: Client) -> None:
    path = linked()
    answers = {"s1": "yes", "s2": "not quite", "t2": "Before the autumn.", "s3": "don't keep"}
    Client().post(path, answers)

    page = inside.get(page_of("anna")).text

    assert "3 of 3 answered" in page
    assert "Before the autumn." in page
    assert "not to be kept: erased" in page
    assert MAILS not in page
    assert "Of 3 statements that they judged they confirmed 1: 33%" in page
    assert "6% to 79%" in page  # Wilson's interval for 1 of 3


def test_a_link_is_closed_and_made_anew(inside: Client) -> None:
    path = linked()
    here = page_of("anna")

    inside.post(f"{here}{CODE}/close/")
    assert Client().get(path).status_code == 410
    page = inside.post(f"{here}{CODE}/link/", follow=True).text

    made = re.search(r'readonly value="http://testserver(/c/[^"]+)"', page)
    assert made is not None
    assert made[1] != path
    assert Client().get(path).status_code == 410
    assert Client().get(made[1]).status_code == 200


def test_a_new_link_ends_the_one_before() -> None:
    code = played_back()
    anna = queries.find_person("anna")
    first = services.make_link(anna, code, 30)

    services.make_link(anna, code, 30)

    assert queries.opened_by(first.token).link.state is queries.LinkState.REVOKED


@pytest.mark.parametrize("days", [0, 91])
def test_a_link_holds_neither_for_ever_nor_for_no_time(days: int) -> None:
    code = played_back()

    with pytest.raises(ValueError, match="1 to 90 days"):
        services.make_link(queries.find_person("anna"), code, days)


def test_of_another_person_no_link_is_made() -> None:
    code = played_back()
    services.keep(thread("t2", mail("<9@x>", BEN, "Fine.", SAM)), [], "test-1")

    with pytest.raises(NotFoundError):
        services.make_link(queries.find_person("ben"), code, 30)


def test_a_colleague_who_sees_another_talk_with_them_gets_no_link_to_it(settings: Settings) -> None:
    path = linked()
    settings.TEAM = True
    other = thread("t3", mail("<7@x>", ASK.speaker, "The kettle came.", SAM))
    services.keep(other, [], "test-1")
    user = get_user_model().objects.create_user("tom", "tom@ours.example", "pw")
    services.come_in(services.invite(user.email, Role.SELLER).id, user.pk)
    services.hold([other.id], queries.viewer_of(user.pk))
    tom = Client()
    tom.force_login(user, "django.contrib.auth.backends.ModelBackend")

    page = tom.get(page_of("anna")).text

    assert path not in page
    assert "night shifts" not in page
    assert tom.post(f"{page_of('anna')}{CODE}/link/").status_code == 404
