"""Which moments are shown: few, apart, of both sorts, of different kinds, newer ones first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.care.example_talks import talk_of
from theirside.care.moment import Moment, moment_kinds
from theirside.care.worthwhile import few, moments_in, quotes_by_turn
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.understand.talk import Talk

GOOD, OTHER = "feeling_met", "question_dodged"


def moment(kind: str, turn: int, weight: float = 0.5, talk: str = "t") -> tuple[float, Moment]:
    quote = Quote(talk, turn, 0, 2, "hm")
    return weight, Moment(kind, (quote,), (quote,), weight)


def kinds(found: list[Moment]) -> list[tuple[str, int]]:
    return [(each.kind, each.evidence[0].turn) for each in found]


def test_of_moments_that_share_a_turn_only_the_weightiest_is_shown() -> None:
    ranked = [moment(OTHER, 3), moment(GOOD, 3), moment(GOOD, 4), moment(GOOD, 3, talk="u")]
    assert kinds(few(ranked, None)) == [(OTHER, 3), (GOOD, 4), (GOOD, 3)]


def test_both_sorts_are_shown_where_there_are_both() -> None:
    """Of five, two are kept for what worked, though five others weigh more."""
    ranked = [moment(OTHER, number) for number in range(5)]
    ranked += [moment(GOOD, number) for number in range(5, 8)]
    assert kinds(few(ranked, 5)) == [(OTHER, 0), (OTHER, 1), (OTHER, 2), (GOOD, 5), (GOOD, 6)]


def test_the_few_are_filled_up_from_one_sort_where_there_is_no_other() -> None:
    ranked = [moment(OTHER, number) for number in range(7)]
    assert kinds(few(ranked, 5)) == [(OTHER, number) for number in range(5)]


def test_a_third_of_one_kind_comes_after_every_other_kind() -> None:
    ranked = [moment(OTHER, number) for number in range(4)]
    ranked += [moment("monologue", 4), moment("press_after_no", 5), moment("question_forgotten", 6)]
    shown = kinds(few(ranked, 5))
    assert shown == [
        (OTHER, 0),
        (OTHER, 1),
        ("monologue", 4),
        ("press_after_no", 5),
        ("question_forgotten", 6),
    ]


def test_one_moment_is_the_weightiest() -> None:
    assert kinds(few([moment(OTHER, 1), moment(GOOD, 2)], 1)) == [(OTHER, 1)]


def at_day(talk: Talk, name: str, day: datetime) -> Talk:
    from dataclasses import replace

    from theirside.care.talks import talks_of

    turns = tuple(replace(each, at=day) for each in talk.conversation.turns)
    dated = replace(talk.conversation, id=name, turns=turns)
    [made] = talks_of(dated, {name: list(talk.annotations)})
    return made


def test_of_two_like_moments_the_newer_comes_first() -> None:
    talk = talk_of(moment_kinds()[OTHER].fires[0])
    old = at_day(talk, "a", datetime(2025, 1, 1, tzinfo=UTC))
    new = at_day(talk, "b", datetime(2026, 1, 1, tzinfo=UTC))
    found = moments_in([old, new], only=[OTHER])
    assert [each.evidence[0].conversation for each in found] == ["b", "a"]
    assert found[0].at == datetime(2026, 1, 1, tzinfo=UTC)


def test_the_stretch_is_the_turns_around_as_they_were_said() -> None:
    talk = talk_of(moment_kinds()["reflection_opened"].fires[0])
    [found] = moments_in([talk], only=["reflection_opened"])
    assert [each.turn for each in found.stretch] == [0, 1, 2, 3]
    assert [each.text for each in found.stretch] == [
        turn.text for turn in talk.conversation.turns[:4]
    ]
    assert list(quotes_by_turn(found)) == [1, 2]


def test_weights_stay_between_nothing_and_one() -> None:
    for kind in moment_kinds().values():
        for scene in kind.fires:
            [found] = moments_in([talk_of(scene)], only=[kind.id])
            assert 0 < found.weight <= kind.weight


def test_a_kind_that_there_is_not_is_named_beside_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="'weather': no such kind of moment; there are cut_off"):
        moments_in([], only=["weather"])
