"""Who sees what: the rows of the store go through ``access`` while somebody looks."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import queries, services
from theirside.app.access import NotAllowedError, Right, held_for, may, require
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.errors import NotFoundError, SettingsError
from theirside.evidence import Annotation

ANNAS = thread("annas", mail("1", ANNA, "We want a dry cellar.", SAM))
BENS = thread("bens", mail("2", BEN, "The price is too high.", SAM), subject="Price")


@pytest.fixture
def team(store: object) -> dict[str, Viewer]:
    """Return the cast: two sellers with a talk each, a coach, an administrator, an outsider."""
    for talk in (ANNAS, BENS):
        text = talk.turns[0].text
        annotation: Annotation = said(0, text)
        services.keep(talk, [annotation], "test-1")
    roles = {
        "nora": Role.SELLER,
        "tom": Role.SELLER,
        "kari": Role.COACH,
        "ada": Role.ADMINISTRATOR,
    }
    cast = {"outsider": queries.NOBODY}
    for account, (name, role) in enumerate(roles.items(), start=1):
        member = services.invite(f"{name}@ours.example", role, name.title())
        services.come_in(member.id, account)
        cast[name] = queries.viewer_of(account)
    services.hold(["annas"], cast["nora"])
    services.hold(["bens"], cast["tom"])
    return cast


def seen(who: Viewer) -> tuple[list[str], list[str]]:
    with seen_by(who):
        talks = sorted(each.id for each in queries.conversations())
        people = sorted(each.person.name for each in queries.people())
        page = queries.people_page()
    listed = sorted(each.summary.person.name for each in page.people)
    assert (listed, page.count) == (people, len(people))
    held = held_for(who)
    if held is not None:
        assert sorted(held.values_list("conversation__key", flat=True)) == talks
    return talks, people


def test_a_seller_sees_their_own_talks_and_whom_they_talk_with(team: dict[str, Viewer]) -> None:
    assert seen(team["nora"]) == (["annas"], ["Anna Bauer"])
    assert seen(team["tom"]) == (["bens"], ["Ben Okafor"])


@pytest.mark.parametrize("who", ["kari", "ada", "outsider"])
def test_nobody_else_sees_anything_by_default(team: dict[str, Viewer], who: str) -> None:
    assert seen(team[who]) == ([], [])


def test_nobody_looking_is_ones_own_machine_and_sees_all(team: dict[str, Viewer]) -> None:
    assert len(queries.conversations()) == 2


def test_a_coach_sees_what_was_shared_until_it_is_closed_again(team: dict[str, Viewer]) -> None:
    services.share("annas", team["nora"])
    assert seen(team["kari"]) == (["annas"], ["Anna Bauer"])
    assert seen(team["ada"]) == ([], [])

    services.share("annas", team["nora"], shared=False)
    assert seen(team["kari"]) == ([], [])


def test_nobody_shares_what_is_not_theirs(team: dict[str, Viewer]) -> None:
    with pytest.raises(NotFoundError):
        services.share("annas", team["tom"])


def test_a_coach_sees_everything_held_where_the_team_agreed(team: dict[str, Viewer]) -> None:
    services.keep(thread("nobodys", mail("3", ANNA, "Later.", SAM)), [], "test-1")
    services.agree_open(to_coaches=True)

    assert seen(queries.viewer_of_member(team["kari"].member))[0] == ["annas", "bens"]
    services.agree_open(to_coaches=False)
    assert seen(queries.viewer_of_member(team["kari"].member))[0] == []
    assert seen(team["nora"])[0] == ["annas"]


def test_a_talk_of_another_cannot_be_found_by_its_id(team: dict[str, Viewer]) -> None:
    with seen_by(team["tom"]), pytest.raises(NotFoundError):
        queries.conversation("annas")
    with seen_by(team["tom"]), pytest.raises(NotFoundError):
        queries.find_person("Anna")


def test_one_thread_may_be_two_sellers(team: dict[str, Viewer]) -> None:
    services.hold(["annas"], team["tom"])
    services.hold(["annas"], team["tom"])

    assert seen(team["tom"])[0] == ["annas", "bens"]


def test_what_was_there_before_the_accounts_is_given_once(team: dict[str, Viewer]) -> None:
    services.keep(thread("old", mail("4", ANNA, "Before.", SAM)), [], "test-1")
    tom = queries.find_member("tom@ours.example")

    assert (services.give_unheld(tom.id), services.give_unheld(tom.id)) == (1, 0)
    assert seen(team["tom"])[0] == ["bens", "old"]


def test_whoever_left_is_nobody_and_back_when_asked_in_again(team: dict[str, Viewer]) -> None:
    services.let_go(queries.find_member("nora@ours.example").id)
    assert queries.viewer_of(1) == queries.NOBODY

    services.invite("nora@ours.example", Role.SELLER)
    assert queries.viewer_of(1).member == team["nora"].member


def test_the_last_administrator_stays(team: dict[str, Viewer]) -> None:
    ada = queries.find_member("ada@ours.example").id

    with pytest.raises(SettingsError, match="only administrator"):
        services.let_go(ada)
    with pytest.raises(SettingsError, match="only administrator"):
        services.set_role(ada, Role.SELLER)


def test_rights_are_the_administrators_and_on_ones_own_machine_ones_own(
    team: dict[str, Viewer],
) -> None:
    assert may(Right.ACCOUNTS)
    assert [name for name, who in team.items() if may(Right.ACCOUNTS, who)] == ["ada"]
    with seen_by(team["nora"]), pytest.raises(NotAllowedError, match="administrator"):
        require(Right.ACCOUNTS)


@pytest.mark.parametrize("wrong", ["nora", "nora@", "@ours.example", ""])
def test_a_wrong_address_is_refused(store: object, wrong: str) -> None:
    with pytest.raises(SettingsError, match="mail address"):
        services.invite(wrong, Role.SELLER)


def test_every_model_of_a_talks_words_goes_through_access() -> None:
    from django.apps import apps

    from theirside.app.models import Conversation, Turn
    from theirside.app.models.seen import SeenTalks, SeenWaiting

    # Who holds a talk is asked by access itself; what was shared is for the team, by consent; a
    # line rehearsed is in one's own rehearsal only; a gift is told to colleagues, too; what an
    # import brought, without a word of it, is asked for by the import, which is its member's.
    # What waits may be noted by hand, of no talk.
    apart = {"Brought", "Holding", "SharedQuote", "RehearsalLine", "ShelfAnswer"}
    for model in apps.get_app_config("theirside").get_models():
        leads = {field.related_model for field in model._meta.fields if field.is_relation}
        if leads & {Conversation, Turn} and model.__name__ not in apart:
            kept = model._default_manager
            assert isinstance(kept, SeenTalks | SeenWaiting), model.__name__
            assert isinstance(kept, SeenWaiting) or kept.talk != "pk", model.__name__


def test_what_leads_from_a_row_to_others_goes_through_access_too(team: dict[str, Viewer]) -> None:
    from theirside.app import models

    [row] = models.Conversation.objects.filter(key="annas")
    with seen_by(team["tom"]):
        assert not row.turns.exists()
    with seen_by(team["nora"]):
        assert row.turns.count() == 1
