"""The studies of measures: what a talk and its outcome are, what is left out, what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from evals.associations import Association
from evals.foreseeing import Foreseeing
from evals.kept_readings import readings_of
from evals.measured import labelled_talks
from evals.outcome_talks import Outcome, _both_views, _talk, first_half, shares
from evals.validity import Row, first_talks, rows, table, told, values_of
from theirside.conversation import Conversation, Side
from theirside.evidence import Annotation
from theirside.reader.encoder import Seen
from theirside.reader.patterns import PatternReader

SAID = [(True, "Hello."), (True, "How are you?"), (False, "Fine."), (True, "Good.")]
CAMPERS = {
    "dialogue_id": 7,
    "chat_logs": [
        {"id": "a", "text": "Hi."},
        {"id": "b", "text": "Hello."},
        {"id": "a", "text": "Submit-Deal"},
    ],
    "participant_info": {
        "a": {
            "outcomes": {
                "satisfaction": "Extremely satisfied",
                "opponent_likeness": "Slightly like",
                "points_scored": 19,
            }
        },
        "b": {
            "outcomes": {
                "satisfaction": "Undecided",
                "opponent_likeness": "Extremely dislike",
                "points_scored": 12,
            }
        },
    },
    "annotations": [["Hi.", "small-talk"], ["Hello.", "small-talk,no-need"]],
}


class Counting:
    """An encoder that says each text's length and remembers what it was asked."""

    version, names = "counting", ("length",)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        self.asked += texts
        rows = np.array([[len(one), len(other)] for one, other in zip(texts, befores, strict=True)])
        return Seen(rows[:, :1], rows[:, 1:])


def outcomes(values: int, views: int = 1) -> list[Outcome]:
    return [
        Outcome(_talk(f"{number}/{view}", SAID), str(number), {"gave": float(number % 2)}, {})
        for number in range(values)
        for view in range(views)
    ]


def test_messages_running_are_one_turn() -> None:
    talk = _talk("t", SAID)
    assert [each.text for each in talk.turns] == ["Hello.\nHow are you?", "Fine.", "Good."]
    assert [each.speaker.side for each in talk.turns] == [Side.OURS, Side.THEIRS, Side.OURS]
    assert len(first_half(talk).turns) == 2


def test_what_came_of_a_talk_is_what_the_other_felt() -> None:
    one, other = _both_views(CAMPERS)
    assert one.came == {"satisfaction": 3.0, "liking": 1.0}
    assert other.came == {"satisfaction": 5.0, "liking": 4.0}
    assert one.besides == {"their points": 12.0}
    assert one.cluster == other.cluster
    assert [each.text for each in one.talk.turns] == ["Hi.", "Hello."]
    assert one.ours == {"small-talk": 1.0}
    assert other.ours == {"no-need": 1.0, "small-talk": 1.0}


def test_shares_count_what_bears_several_labels_for_each() -> None:
    assert shares([["a", "b"], ["a"], []]) == {"a": 2 / 3, "b": 1 / 3}


def test_the_first_talks_come_with_all_their_views() -> None:
    assert [each.talk.id for each in first_talks(outcomes(3, views=2), 1)] == ["0/0", "0/1"]
    assert len(first_talks(outcomes(3), None)) == 3


def test_what_hardly_ever_differs_or_few_talks_have_is_left_out() -> None:
    """19 talks that differ are too few and 20 enough; so are 99 talks, and 100."""
    every = outcomes(120)
    rare = [1.0 if number < 19 else 0.0 for number in range(120)]
    enough = [1.0 if number < 20 else 0.0 for number in range(120)]
    few = [float(number) if number < 99 else None for number in range(120)]
    told_of = [each.name for each in rows(every, "gave", {"a": rare, "b": enough, "c": few}, None)]
    assert told_of == ["b"]


def test_what_holds_is_bold_and_the_strongest_comes_first() -> None:
    weak = Row("weak", Association(0.1, -0.1, 0.3, 0.4, 1200), None, None)
    strong = Row("strong", Association(-0.5, -0.6, -0.4, 0.001, 600), None, None)
    lines = list(table([weak, strong], str))
    assert lines[2] == "| strong | 600 | **-0.50 [-0.60, -0.40]** | 0.002 | – | – |"
    assert lines[3] == "| weak | 1,200 | +0.10 [-0.10, +0.30] | 0.400 | – | – |"
    assert told(None) == "–"


def test_a_talk_is_counted_from_its_readings() -> None:
    """Six of our words of seven; no label of asking is given, so no sentence asks."""
    talk = _talk("t", SAID)
    found = values_of([talk], {"t": (Annotation(0, 0, 6, "inform", 1.0, "test"),)})
    assert found["talk_share"] == [5 / 6]


def test_readings_stay_and_only_new_talks_are_read(tmp_path: Path) -> None:
    kept = tmp_path / "kept.gz"
    told_of: list[Sequence[Conversation]] = []
    one, two = _talk("one", SAID), _talk("two", SAID)
    first = readings_of([one], PatternReader(), kept, told_of.append)
    both = readings_of([one, two], PatternReader(), kept, told_of.append)
    assert [[each.id for each in some] for some in told_of] == [["one"], ["two"]]
    assert both["one"] == first["one"]
    assert [each.label for each in both["two"]] == [each.label for each in first["one"]]


def test_what_is_foreseen_is_read_once_and_the_same() -> None:
    behind = Counting()
    encoder = Foreseeing(behind)
    encoder.foresee([_talk("one", SAID), _talk("two", SAID)])
    assert sorted(behind.asked) == ["Fine.", "Good.", "Hello.", "How are you?"]
    seen = encoder.see(["Hello.", "Unforeseen."], ["", ""])
    assert seen.logits.tolist() == [[6], [11]]
    assert behind.asked[4:] == ["Unforeseen."]


@pytest.mark.parametrize("at", [0, -1])
def test_people_s_labels_stand_on_the_sentences_that_they_are_of(at: int) -> None:
    talk, marks = list(labelled_talks())[at]
    assert marks
    for each in marks:
        text = talk.turns[each.turn].text
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == text[each.start : each.end].strip()
