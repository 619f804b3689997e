"""What counts as a statement of a brief, and by what it is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from evals.shown import Statement, kind_of, source_of, statements
from theirside.evidence import Quote
from theirside.understand.understanding import (
    Hole,
    Misbelief,
    Observation,
    Person,
    Promise,
    Pushback,
    Status,
    Understanding,
)

ADA = Understanding(
    person=Person("ada", ("Ada",)),
    conversations=1,
    first_at=None,
    last_at=None,
    observations=(),
    gaps=(),
    questions=(),
)


def said(turn: int, text: str = "We want fewer stops.") -> Quote:
    return Quote("c", turn, 3, 3 + len(text), text)


def observation(name: str, turn: int = 0, facet: str = "goal") -> Observation:
    quote = said(turn)
    return Observation(name, "ada", facet, quote.text, (quote,), Status.HEARD, 0.9)


def with_observations(*found: Observation) -> list[Statement]:
    return statements("mail", [replace(ADA, observations=found)])


def kinds(found: Sequence[Statement]) -> list[str]:
    return [each.kind for each in found]


def test_an_identifier_says_where_and_what() -> None:
    [found] = with_observations(observation("a", turn=2))
    assert found.id == "mail:c:2:3-23:goal"
    assert (source_of(found.id), kind_of(found.id)) == ("mail", "goal")
    assert (found.person, found.words) == ("Ada", "What they want to reach")


def test_the_newest_quote_is_the_place() -> None:
    twice = replace(observation("a"), evidence=(said(0), said(4)))
    assert [each.quote.turn for each in with_observations(twice)] == [4]


def test_a_view_of_another_is_another_kind() -> None:
    [told] = with_observations(replace(observation("a"), said_by="Ben"))
    assert told.kind == "goal~"
    assert told.words.endswith("(says Ben)")
    assert kinds(with_observations(replace(observation("a"), holder="my boss"))) == ["goal~"]


def test_only_three_of_a_facet_stand_on_the_first_sheet() -> None:
    found = with_observations(*(observation(str(number), number) for number in range(5)))
    assert [each.first for each in found] == [True, True, True, False, False]


def test_words_that_stand_there_already_come_after_new_ones() -> None:
    goals = [observation(str(number), number) for number in range(2)]
    pains = [observation(f"p{number}", number, "pain") for number in (0, 1, 2, 3, 4)]
    found = with_observations(*goals, *pains)
    assert [each.quote.turn for each in found if each.kind == "pain"] == [2, 3, 4, 0, 1]


def test_a_change_and_a_contradiction_are_statements_of_their_own() -> None:
    old = replace(observation("a", 0), replaced_by="b")
    assert kinds(with_observations(old, observation("b", 1))) == ["goal", "change"]
    one = replace(observation("a", 0), contradicts=("b",))
    other = replace(observation("b", 1), contradicts=("a",))
    assert kinds(with_observations(one, other)) == ["goal", "contradiction"] * 2


def test_a_belief_that_is_set_right_stands_there_once() -> None:
    belief = observation("a", facet="belief")
    wrong = Misbelief("a", "It works offline.", (said(0),))
    found = statements("mail", [replace(ADA, observations=(belief,), misbeliefs=(wrong,))])
    assert kinds(found) == ["misbelief"]


def test_a_hole_that_is_an_unanswered_question_stands_there_once() -> None:
    one = replace(
        ADA,
        holes=(Hole("a", "", (said(0),)), Hole("b", "", (said(1),))),
        unanswered=(said(0),),
        pushback=(Pushback("brush_off", (said(2),)),),
    )
    found = statements("mail", [one])
    assert [(each.kind, each.quote.turn) for each in found] == [
        ("hole", 1),
        ("unanswered", 0),
        ("pushback.brush_off", 2),
    ]
    assert found[-1].words == "They pushed back: putting it off"


def test_a_promise_to_several_people_is_one_with_its_day() -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    promise = Promise("I'll send it.", True, date(2026, 3, 6), (said(0),), at)
    ben = replace(ADA, person=Person("ben", ("Ben",)), promises=(promise,))
    [found] = statements("mail", [replace(ADA, promises=(promise,)), ben])
    assert found.kind == "promise.ours"
    assert found.words == "A promise, ours, due 6 Mar 2026, made on 3 Mar 2026"


def test_where_one_sheet_prints_it_and_another_does_not_it_is_printed() -> None:
    many = tuple(
        Promise(str(number), True, None, (said(number),), datetime(2026, 3, number, tzinfo=UTC))
        for number in range(1, 8)
    )
    ben = replace(ADA, person=Person("ben", ("Ben",)), promises=many[:1])
    found = statements("mail", [replace(ADA, promises=many), ben])
    assert len(found) == 7
    assert all(each.first for each in found)
