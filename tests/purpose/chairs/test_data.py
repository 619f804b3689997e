"""The data files of role-play: their examples, and that what they name is there."""

from __future__ import annotations

from collections import Counter

import pytest

from theirside.care.pushback.ways import ways
from theirside.care.review.rule import rules
from theirside.evidence import Annotation
from theirside.purpose.chairs.card import GLADNESS
from theirside.purpose.chairs.data import (
    Example,
    Subject,
    acts,
    moves,
    phrases,
    rungs,
    start,
    subjects,
)
from theirside.purpose.chairs.hearing import Reply, hear
from theirside.purpose.chairs.looks import looks
from theirside.purpose.chairs.moving import kinds_of_moves
from theirside.purpose.chairs.state import State
from theirside.reader.label import rules as reader_rules
from theirside.understand.facet import facets

FIRES = [(act.id, each) for act in acts().values() for each in act.fires]
SILENT = [(act.id, each) for act in acts().values() for each in act.silent]


def heard_in(example: Example) -> list[str]:
    state = State(
        example.trust,
        6,
        close=example.close,
        closed=example.closed,
        times=example.times,
        turn=example.turn,
    )
    labels = [Annotation(0, 0, len(example.say), each, 0.9, "t") for each in example.labels]
    reply = Reply.of(
        example.say,
        labels,
        state,
        before=example.before,
        question=example.asked,
        again=example.again,
    )
    return [each.act for each in hear(reply)]


@pytest.mark.parametrize(("act", "example"), FIRES, ids=lambda each: getattr(each, "say", each))
def test_an_act_is_heard_where_it_is(act: str, example: Example) -> None:
    assert act in heard_in(example)


@pytest.mark.parametrize(("act", "example"), SILENT, ids=lambda each: getattr(each, "say", each))
def test_an_act_is_not_heard_where_it_is_not(act: str, example: Example) -> None:
    assert act not in heard_in(example)


def test_every_act_has_two_examples_of_both_kinds_and_its_reasons() -> None:
    for act in acts().values():
        assert min(len(act.fires), len(act.silent)) >= 2, act.id
        assert act.why, act.id
        assert act.source, act.id
        assert act.inner.endswith((".", "?")), act.id
    assert max(Counter(act.order for act in acts().values()).values()) == 1


def test_what_acts_name_is_there() -> None:
    labels = {each.id for each in reader_rules()}
    groups = {each.partition(".")[0] for each in labels}
    packs = {each.pack for each in rules().values()}
    for act in acts().values():
        assert set(act.labels) <= labels | groups, act.id
        assert set(act.ways) <= set(ways()), act.id
        assert set(act.rules) | set(act.rules_not) <= set(rules()) | packs, act.id
        assert set(act.beats) <= set(acts()), act.id
        assert act.looks in {*looks(), ""}, act.id


def test_what_moves_name_is_there_and_the_last_one_always_fits() -> None:
    for move in moves():
        assert set(move.acts) <= set(acts()), move.id
        assert move.does in kinds_of_moves(), move.id
        assert move.phrase in {*phrases(), ""}, move.id
        assert (move.does in {"say", "withhold"}) is bool(move.phrase), move.id
        assert move.why, move.id
        assert move.source, move.id
    last = moves()[-1]
    assert (last.acts, last.trust_least, last.turn_least, last.does) == ((), 0, 0, "say")


def test_every_facet_lies_on_one_rung_and_can_be_asked_for() -> None:
    lying = [facet for rung in rungs().rungs for facet in rung.facets]
    known = sorted([*facets(), GLADNESS])
    assert sorted(lying) == known
    assert sorted(each.facet for each in subjects().all) == known
    assert [each.trust for each in rungs().rungs] == sorted(each.trust for each in rungs().rungs)


@pytest.mark.parametrize("subject", [*subjects().all, subjects().more], ids=lambda s: s.facet)
def test_a_subject_is_found_in_its_questions_alone(subject: Subject) -> None:
    assert [each for each in subject.fires if not subject.says.search(each)] == []
    assert [each for each in subject.silent if subject.says.search(each)] == []


def test_phrases_say_nothing_that_could_be_wrong_of_somebody() -> None:
    """No phrase has a name, a figure, or a word of a trade in it: sixteen short ones each."""
    for phrase in phrases().values():
        assert phrase.why, phrase.id
        for said in phrase.says:
            bare = said.replace("{words}", "").replace("{name}", "")
            assert "{" not in bare, said
            assert not any(sign.isdigit() for sign in bare), said
            assert len(bare.split()) <= 16, said


def test_a_talk_ends_in_one_of_four_ways_the_last_of_which_always_fits() -> None:
    assert [each.id for each in start().ends] == ["left", "open", "civil", "guarded"]
    assert (start().ends[-1].trust_least, start().ends[-1].patience_most) == (0, 99)
