"""People a page at a time: in order, found by what one types, and never more queries for more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, START, mail, said, thread
from theirside.app import queries
from theirside.app.services import come_in, hold, invite, judge, keep, merge
from theirside.app.understanding import understood
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.conversation import Side, Speaker
from theirside.understand.understanding import Status

pytestmark = pytest.mark.usefixtures("store")

STAKE = "My job hangs on the cellar staying cold."
JOSE = Speaker("José Müller", "jm@weingut.example", company="Weingut Östlich", side=Side.THEIRS)


def write(key: str, speaker: Speaker, text: str = "Hello there.", hours: float = 0) -> None:
    keep(thread(f"t-{key}", mail(f"<{key}@x>", speaker, text, SAM, hours=hours)))


def names(text: str = "", **options: int) -> list[str]:
    found = queries.people_page(text, **options)
    return [each.summary.person.name for each in found.people]


def test_the_last_heard_come_first_and_those_only_written_to_last() -> None:
    write("1", ANNA)
    write("2", BEN, hours=5)
    keep(thread("t-3", mail("<3@x>", SAM, "Hello.", JOSE, hours=9)))

    assert names() == ["Ben Okafor", "Anna Bauer", "José Müller"]


def test_pages_hold_so_many_and_the_last_is_shown_for_any_beyond() -> None:
    for number in range(5):
        write(str(number), Speaker(f"Per Son{number}", f"p{number}@x.example", side=Side.THEIRS))

    first = queries.people_page(size=2)
    assert (len(first.people), first.pages, first.count) == (2, 3, 5)
    assert queries.people_page(page=99, size=2).page == 3
    assert queries.people_page(page=-1, size=2).page == 1
    seen = [name for page in (1, 2, 3) for name in names(page=page, size=2)]
    assert len(set(seen)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "josé",
        "JOSÉ",
        "müller",
        "Muller",
        "josé müller",
        "müller josé",
        "jm@wein",
        "weingut",
        "ostl",
    ],
)
def test_somebody_is_found_by_name_address_or_company(text: str) -> None:
    write("1", ANNA)
    write("2", JOSE)

    assert names(text) == ["José Müller"]


@pytest.mark.parametrize("text", ["email", "name", "label", "nobody", "anna müller"])
def test_what_fits_nobody_finds_nobody(text: str) -> None:
    write("1", ANNA)
    write("2", JOSE)

    assert names(text) == []


def test_a_list_takes_as_many_queries_for_many_as_for_one() -> None:
    def count(text: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.people_page(text)
        return len(captured)

    write("1", ANNA)
    for_one = [count(""), count("anna")]
    for number in range(20):
        write(f"n{number}", replace(ANNA, name=f"Anna {number}", email=f"n{number}@x.example"))

    assert [count(""), count("anna")] == for_one
    assert max(for_one) <= 8


def test_the_newest_stake_stands_beside_the_name_until_it_is_withdrawn() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, STAKE, SAM)), [said(0, STAKE, "facet.stake")], "test-1")
    [listed] = queries.people_page().people
    assert listed.stake == STAKE

    it, _ = understood(listed.summary.person)
    judge(it.current[0], Status.CONFIRMED)
    assert queries.people_page().people[0].stake == STAKE
    judge(it.current[0], Status.WITHDRAWN)
    assert queries.people_page().people[0].stake == ""


def test_in_a_team_only_what_one_sees_counts() -> None:
    write("1", ANNA)
    write("2", ANNA, hours=9)
    write("3", BEN, hours=5)
    nora = _member("nora")
    hold(["t-1", "t-3"], nora)

    with seen_by(nora):
        found = queries.people_page().people
        assert [each.summary.person.name for each in found] == ["Ben Okafor", "Anna Bauer"]
        assert found[1].summary.last_at == START
        [company] = queries.companies_page().companies
        assert company.last_at == START + timedelta(hours=5)
        assert [each.turns for each in queries.voices_of(queries.find_person("Anna"))] == [1]
        merge(queries.find_person("Ben"), queries.find_person("Anna"))
    assert queries.people_page().people[0].summary.last_at == START + timedelta(hours=9)


def _member(name: str) -> Viewer:
    member = invite(f"{name}@ours.example", Role.SELLER, name.title())
    come_in(member.id, 1)
    return queries.viewer_of(1)


def test_heard_last_orders_people_that_are_known_already() -> None:
    write("1", ANNA)
    write("2", BEN, hours=5)
    anna, ben = queries.find_person("Anna"), queries.find_person("Ben")

    assert queries.heard_last([anna, ben]) == [ben, anna]
