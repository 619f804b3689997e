"""Kinds of marks: every label belongs to one, and is told in plain words."""

from __future__ import annotations

from theirside.app.web.kinds import KINDS, LEFT_ALONE, choices, kind_of, meanings, name_of
from theirside.reader.label import labels


def test_every_label_but_the_one_that_is_left_alone_belongs_to_a_kind() -> None:
    assert [each for each in labels() if not kind_of(each)] == [LEFT_ALONE]


def test_a_feeling_that_they_name_is_a_feeling_and_no_facet() -> None:
    assert kind_of("facet.feeling") == "feelings"
    assert kind_of("facet.goal") == "told"
    assert kind_of("emotion.joy") == "finer"


def test_names_are_words() -> None:
    assert name_of("facet.goal") == "Goal"
    assert name_of("special") == "Left alone"
    assert name_of("facet.not_there_yet") == "not there yet"
    assert not [each for each in labels() if "." in name_of(each) or "_" in name_of(each)]


def test_choices_say_which_are_shown() -> None:
    assert [each.id for each in choices({"told"}) if each.on] == ["told"]
    assert len(choices(())) == len(KINDS)


def test_meanings_stand_in_the_order_of_their_names_each_once() -> None:
    found = meanings(["pushback.price", "facet.goal", "facet.goal", "nothing"])

    assert [each.name for each in found] == ["Goal", "Pushback on price"]
    assert all(each.definition and each.why for each in found)
