"""How an understanding came about, told the newest first; of what was withdrawn, nothing."""

from __future__ import annotations

from dataclasses import replace

from tests.understand.talks import day, observed
from theirside.understand.history import Event, Happened, history_of
from theirside.understand.understanding import Observation, Person, Status, Understanding

DANA = Person("dana", ("Dana Whitfield",))


def history(*observations: Observation) -> list[Event]:
    return history_of(Understanding(DANA, 1, None, None, observations, (), ()))


def test_what_was_heard_stands_with_its_day_the_newest_first() -> None:
    found = history(observed("goal", "Fewer stops.", 3), observed("pain", "It stops.", 9))

    assert [(each.what, each.words, each.at) for each in found] == [
        (Happened.HEARD, "It stops.", day(9)),
        (Happened.HEARD, "Fewer stops.", day(3)),
    ]


def test_a_sentence_that_tells_of_two_facets_stands_once() -> None:
    [event] = history(observed("goal", "Fewer stops.", 3), observed("stake", "Fewer stops.", 3))

    assert event.facets == ("goal", "stake")


def test_what_took_the_place_of_something_says_what_held_before() -> None:
    old, new = observed("constraint", "Frozen to March.", 1), observed("constraint", "To May.", 8)
    found = history(replace(old, replaced_by=new.id), new)

    assert [(each.what, each.words, each.before) for each in found] == [
        (Happened.REPLACED, "To May.", "Frozen to March."),
        (Happened.HEARD, "Frozen to March.", ""),
    ]


def test_a_confirmation_and_a_correction_stand_beside_the_hearing() -> None:
    goal, pain = observed("goal", "Fewer stops.", 3), observed("pain", "It stops.", 4)
    goal = replace(goal, status=Status.CONFIRMED, judged_at=day(7))
    pain = replace(pain, status=Status.CORRECTED, statement="It did stop.", judged_at=day(6))

    assert [(each.what, each.words, each.before) for each in history(goal, pain)] == [
        (Happened.CONFIRMED, "Fewer stops.", ""),
        (Happened.CORRECTED, "It did stop.", "It stops."),
        (Happened.HEARD, "It stops.", ""),
        (Happened.HEARD, "Fewer stops.", ""),
    ]


def test_of_what_was_withdrawn_there_is_only_that_it_was() -> None:
    gone = replace(observed("goal", "Secret.", 3), status=Status.WITHDRAWN, judged_at=day(5))
    after = observed("goal", "Open.", 4)

    assert history(replace(gone, replaced_by=after.id), after) == [
        Event(Happened.WITHDRAWN, day(5)),
        history(after)[0],
    ]


def test_who_said_it_of_them_is_named() -> None:
    [event] = history(observed("value", "She keeps her word.", 2, said_by="Priya Nair"))

    assert event.said_by == "Priya Nair"
