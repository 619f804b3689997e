"""The words that show a promise kept: every list finds its examples and leaves the others alone."""

from __future__ import annotations

import pytest

from tests.purpose.understood import ready
from tests.understand.talks import DANA, SAM, day, talk
from theirside.understand.keeping import Telling, found_in, lists, signs_in

LISTS = [each for name, each in lists().items() if name in set(Telling)]


@pytest.mark.parametrize(("name", "text"), [(w.id, text) for w in LISTS for text in w.fires])
def test_a_list_finds_its_examples(name: str, text: str) -> None:
    assert found_in(text, Telling(name))


@pytest.mark.parametrize(("name", "text"), [(w.id, text) for w in LISTS for text in w.silent])
def test_a_list_leaves_the_others_alone(name: str, text: str) -> None:
    things = found_in(text, Telling(name))
    if name == Telling.ARRIVED:  # what arrived has to be the thing; who came is nobody's promise
        made = talk("t", (DANA, text), at=day(1))
        assert not any({"list", "figure"} & each.things for each in signs_in(ready(made)).signs)
    else:
        assert things == []


def test_every_list_has_examples_of_both_kinds() -> None:
    assert all(each.fires and each.silent for each in lists().values())


def test_what_is_denied_asked_or_to_come_is_no_sign() -> None:
    for text in ("I haven't sent it.", "Have I sent it?", "I will have sent it by then."):
        assert signs_in(ready(talk("t", (SAM, text), at=day(1)))).signs == ()


def test_a_sign_knows_what_arrived_and_the_turn_that_it_answers() -> None:
    asked = talk("t", (DANA, "Where are the cards?"), (SAM, "They went off today."), at=day(1))
    [went] = signs_in(ready(asked)).signs
    assert went.telling is Telling.DONE
    assert went.pronoun
    assert "card" in went.near
    came = signs_in(ready(talk("t", (DANA, "Tags came, the list arrived."), at=day(1)))).signs
    assert came[0].things == {"tag", "list"}


def test_a_turn_tells_only_what_it_neither_asks_nor_denies() -> None:
    text = "The drawing shows the gate. Did the hinges fit? I will bring paint."
    [turn] = signs_in(ready(talk("t", (SAM, text), at=day(1)))).turns
    assert {"draw", "gat"} <= turn.told
    assert not {"hing", "paint"} & turn.told
    assert "paint" in turn.every
