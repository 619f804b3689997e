"""What is drawn to be judged, what the list shows, and who makes which statement."""

from __future__ import annotations

from collections import Counter

from evals.judgements import numbered
from evals.shown import Statement, kind_of, source_of
from evals.statements import BOTH, PATTERNS, SAMPLE, Made, drawn, sheet, with_sides
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Quote

ADA, BEN = Speaker("Ada"), Speaker("Ben")
TALK = Conversation(
    "c",
    Channel.CALL,
    (Turn("0", BEN, "How is it?"), Turn("1", ADA, "Well. We want fewer stops. Soon.")),
)
GOAL = Statement("calls", "goal", Quote("c", 1, 6, 26, "We want fewer stops."), "Ada", "Goal", True)


def names(source: str, kind: str, count: int) -> list[str]:
    return [f"{source}:c:{number}:0-9:{kind}" for number in range(count)]


def test_all_of_the_sample_workspace_is_drawn_where_there_is_room() -> None:
    chosen = drawn([*names(SAMPLE, "goal", 30), *names("calls", "goal", 100)], 80, seed=1)
    assert Counter(map(source_of, chosen)) == {SAMPLE: 30, "calls": 50}


def test_half_come_from_the_sample_workspace_where_there_is_more_of_both() -> None:
    chosen = drawn([*names(SAMPLE, "goal", 90), *names("calls", "goal", 90)], 60, seed=1)
    assert Counter(map(source_of, chosen)) == {SAMPLE: 30, "calls": 30}


def test_few_statements_of_the_inputs_leave_room_for_the_sample() -> None:
    chosen = drawn([*names(SAMPLE, "goal", 90), *names("calls", "goal", 5)], 60, seed=1)
    assert Counter(map(source_of, chosen)) == {SAMPLE: 55, "calls": 5}


def test_every_kind_gives_a_like_share() -> None:
    inside = [*names("calls", "goal", 80), *names("calls", "pain", 40)]
    counted = Counter(map(kind_of, drawn(inside, 60, seed=3)))
    assert counted["goal"] in (39, 40, 41)
    assert counted.total() == 60


def test_the_same_seed_draws_the_same_and_mostly_so_when_there_is_more() -> None:
    before, after = names("calls", "goal", 40), names("calls", "goal", 44)
    first = drawn(before, 20, seed=1)
    assert first == drawn(list(reversed(before)), 20, seed=1)
    assert len(set(first) & set(drawn(after, 20, seed=1))) >= 15
    assert first != drawn(before, 20, seed=2)


def test_the_list_has_what_was_said_around_and_names_the_readers_last() -> None:
    made = Made({PATTERNS: {GOAL.id: GOAL}, BOTH: {}})
    told = sheet([GOAL], {("calls", "c"): TALK}, made)
    assert numbered(told) == {1: GOAL.id}
    assert "Ben: How is it?" in told
    assert "Well. «We want fewer stops.» Soon." in told
    assert "Ada > Goal: “We want fewer stops.”" in told
    assert told.index(PATTERNS) > told.index("Which reader makes which")


def test_statements_are_counted_by_who_makes_them() -> None:
    made = Made({PATTERNS: {"a": GOAL, "b": GOAL}, BOTH: {"b": GOAL, "c": GOAL}})
    assert made.rows() == {
        PATTERNS: {"a", "b"},
        BOTH: {"b", "c"},
        "in both": {"b"},
        "only with the model": {"c"},
        "only by patterns alone": {"a"},
    }
    assert Made({PATTERNS: {"a": GOAL}}).rows() == {PATTERNS: {"a"}}


def test_sides_that_the_source_tells_are_kept() -> None:
    sides = {"Ada": Side.THEIRS, "Ben": Side.OURS}
    turns = tuple(
        Turn(turn.id, Speaker(turn.speaker.label, side=sides[turn.speaker.label]), turn.text)
        for turn in TALK.turns
    )
    known = Conversation("c", Channel.CALL, turns)
    assert with_sides(known) is known
    assert {who.side for who in with_sides(TALK).speakers} == {Side.OURS, Side.THEIRS}
