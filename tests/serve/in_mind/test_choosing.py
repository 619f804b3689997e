"""Choosing for one person and for the day, with nearness by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.serve.in_mind.test_given import given
from tests.serve.in_mind.vectors import near_by, thing
from tests.serve.needs import said, understanding
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.choosing import (
    Chosen,
    Silence,
    choose,
    for_today,
    reasons,
    why_them,
)
from theirside.serve.in_mind.given import Answered
from theirside.serve.in_mind.near import by_words_only
from theirside.serve.in_mind.pace import pace_of
from theirside.serve.in_mind.quiet import quiet_time
from theirside.understand.understanding import Observation

TODAY = date(2026, 3, 20)
PACE = pace_of("enough: 2\nthings_a_person: 2\npeople_a_day: 2\ndays_known: 100\n", "x")
BOATS, BREAD, BOARD = thing("Old boats"), thing("Cold bread"), thing("Facing a committee")
BOAT = said("interest", "I love my little boat.")
STAKE = said("stake", "I stand before the trustees again.")
NEAR = near_by(
    {
        ("I love", "Old boats"): 3.0,
        ("I love", "Cold bread"): 1.9,
        ("I stand", "Facing a committee"): 2.5,
        ("I stand", "Old boats"): 1.0,
    }
)


def chosen(
    *observations: Observation,
    things: tuple[Thing, ...] = (BOATS, BREAD, BOARD),
    answered: tuple[Answered, ...] = (),
    name: str = "Dana Whitfield",
) -> Chosen:
    return choose(
        understanding(*observations, name=name),
        things,
        answered,
        near=NEAR,
        today=TODAY,
        pace=PACE,
        quiet=quiet_time(observations, TODAY, PACE.days_quiet),
    )


def test_what_is_near_enough_is_proposed_with_their_words_and_a_first_line() -> None:
    found = chosen(BOAT, STAKE)
    assert [each.thing for each in found.things] == [BOATS, BOARD]
    first = found.things[0]
    assert (first.why.facet, first.why.near) == ("interest", 3.5)  # 3 by meaning, ½ for "boat"
    assert first.why.evidence == BOAT.evidence
    assert first.opening.startswith("In February you said: “I love my little boat”")
    assert found.silence is None


def test_only_so_many_things_are_shown() -> None:
    more = near_by(
        {("I love", each): 3.0 for each in ("Old boats", "Cold bread", "Facing a committee")}
    )
    found = choose(
        understanding(BOAT), (BOATS, BREAD, BOARD), (), near=more, today=TODAY, pace=PACE
    )
    assert len(found.things) == 2


def test_shared_rare_words_bring_it_nearer() -> None:
    why = why_them(
        understanding(said("interest", "I keep bees and a violin.")),
        thing("A violin for bees"),
        near=by_words_only,
        today=TODAY,
        pace=pace_of("enough: 1", "x"),
    )
    assert why is not None
    assert (why.near, why.words) == (1.0, ("bee", "violin"))


def test_without_anything_near_there_is_silence() -> None:
    assert chosen(STAKE, things=(BREAD,)).silence is Silence.NOTHING_NEAR
    assert chosen(BOAT, things=()).silence is Silence.NOTHING_NEAR


def test_of_whom_nothing_is_known_nothing_is_guessed() -> None:
    assert chosen().silence is Silence.NOTHING_KNOWN
    assert chosen(said("taste", "I love my little boat.")).silence is Silence.NOTHING_KNOWN


def test_what_others_say_of_them_or_what_is_old_is_no_reason() -> None:
    hearsay = said("interest", "I love my little boat.", said_by="Ben Okafor")
    told = said("interest", "I love my little boat.", holder="my boss")
    old = said("pain", "The old boat leaks badly.", last_at=datetime(2024, 2, 2, tzinfo=UTC))
    undated = said("interest", "I love my little boat.", last_at=None)
    assert list(reasons(understanding(hearsay, told, old, undated), TODAY)) == [undated]


def test_after_a_gift_there_is_silence_for_a_while() -> None:
    last = given("dana whitfield", "wool", 1)
    found = chosen(BOAT, answered=(last,))
    assert (found.silence, found.until) == (Silence.TOO_SOON, date(2026, 3, 29))
    assert found.last_given == last


def test_quiet_comes_before_everything() -> None:
    asked = said("taste", "Please do not write for the time being.")
    found = chosen(BOAT, asked)
    assert (found.silence, found.evidence) == (Silence.QUIET, asked.evidence)
    assert found.things == ()


def test_what_is_never_for_them_or_held_back_is_left_out() -> None:
    held_back = given("ben", "old-boats", 10)
    assert [each.thing for each in chosen(BOAT, STAKE, answered=(held_back,)).things] == [BOARD]


def test_why_them_is_told_whatever_was_given_before() -> None:
    why = why_them(understanding(BOAT), BOATS, near=NEAR, today=TODAY, pace=PACE)
    assert why is not None
    assert why.statement == BOAT.statement
    assert why_them(understanding(BOAT), BREAD, near=NEAR, today=TODAY, pace=PACE) is None


def test_on_one_day_nothing_goes_to_two_people_and_nobody_gets_two() -> None:
    dana = chosen(BOAT, STAKE)
    ben = chosen(BOAT, name="Ben Okafor")
    ana = chosen(STAKE, name="Ana Sol")
    day = for_today([dana, ben, ana], PACE)
    assert [(each.person.name, [one.thing.title for one in each.things]) for each in day] == [
        ("Ben Okafor", ["Old boats"]),
        ("Ana Sol", ["Facing a committee"]),
    ]


def test_a_days_list_is_short() -> None:
    everyone = [
        chosen(BOAT, name="Dana"),
        chosen(STAKE, name="Ben"),
        choose(
            understanding(BOAT, name="Ana"),
            (BREAD,),
            (),
            near=near_by({("I love", "Cold bread"): 2.1}),
            today=TODAY,
            pace=PACE,
        ),
    ]
    assert [each.person.name for each in for_today(everyone, PACE)] == ["Dana", "Ben"]
