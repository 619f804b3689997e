"""Nearness: what anybody says is taken off, rare words count, and nothing is seen twice."""

from __future__ import annotations

import numpy as np
import pytest

from tests.serve.in_mind.vectors import FewAxes, thing
from theirside.serve.in_mind import near as near_module
from theirside.serve.in_mind.near import (
    anybody,
    by_words_only,
    is_telling,
    nearness_by,
    parts_of,
    shared_words,
)


def test_common_and_weak_words_are_not_shared() -> None:
    assert shared_words("The bees swarm in the winter.", "Bees, and how a swarm forms.") == (
        "bee",
        "swarm",
    )
    assert shared_words("We want it before the winter.", "Before the winter.") == ()
    assert shared_words("Every day, once more.", "Once a day.") == ()


@pytest.mark.parametrize(
    ("said", "telling"),
    [
        ("I love my boat.", True),
        ("We want to go live by September.", True),
        ("It is 40 every day.", False),
        ("After the 23rd.", False),
        ("", False),
    ],
)
def test_a_sentence_without_content_is_no_reason(said: str, telling: bool) -> None:
    assert is_telling(said) is telling


def test_a_thing_is_matched_by_its_title_and_first_sentences() -> None:
    made = thing("Bees", "They swarm in May. No. " + "Then they rest again. " * 9, tags=("north",))
    parts = parts_of(made)
    assert parts[0] == "Bees"
    assert parts[1] == "Bees. They swarm in May. Then they rest again. north."
    assert len(parts) <= 2 + near_module.PARTS
    assert parts_of(thing("Wool")) == ("Wool", "Wool.")


def test_what_is_about_the_same_is_nearer_than_what_is_not() -> None:
    near = nearness_by(FewAxes())
    found = near(["I love my boat."], ["Old boats.", "Bread in the cold."])
    assert found["I love my boat.", "Old boats."] > 1
    assert found["I love my boat.", "Bread in the cold."] < found["I love my boat.", "Old boats."]


def test_things_are_remembered_and_what_people_said_is_not() -> None:
    encoder = FewAxes()
    near = nearness_by(encoder)
    near(["I love my boat."], ["Old boats."])
    near(["I love my boat."], ["Old boats.", "Bread."])
    asked = [
        text for text in encoder.asked if text not in {*anybody()["says"], *anybody()["things"]}
    ]
    assert asked == ["I love my boat.", "Old boats.", "I love my boat.", "Bread."]


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near_module, "REMEMBERED", 2)
    encoder = FewAxes()
    near = nearness_by(encoder)
    near(["I love my boat."], ["Old boats.", "Bread."])
    found = near(["I love my boat."], ["Old boats.", "Winter."])
    assert encoder.asked.count("Old boats.") == 2
    assert set(found) == {("I love my boat.", "Old boats."), ("I love my boat.", "Winter.")}


def test_nothing_is_near_to_nothing() -> None:
    encoder = FewAxes()
    assert nearness_by(encoder)([], ["Bees."]) == {}
    assert nearness_by(encoder)(["Bees."], []) == {}
    assert encoder.asked == []
    assert by_words_only(["Bees."], ["Bees."]) == {}


def test_half_of_how_near_both_are_to_anybody_and_anything_is_taken_off() -> None:
    lists = near_module._Lists(
        mean_said=np.zeros(2),
        mean_things=np.zeros(2),
        said=np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]),
        things=np.array([[0.0, 1.0]] * 3),
        spread=0.5,
    )
    # Likeness 1; the thing is at 1 from what anybody says, the sentence at 0 from any thing.
    found = lists.nearness(np.array([[2.0, 0.0]]), np.array([[3.0, 0.0]]))
    assert found[0, 0] == pytest.approx((1 - (0 + 1) / 2) / 0.5)


def test_the_lists_are_long_enough_to_say_what_is_usual() -> None:
    assert len(anybody()["says"]) >= 30
    assert len(anybody()["things"]) >= 30
    assert len(set(anybody()["says"])) == len(anybody()["says"])
