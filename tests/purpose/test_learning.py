"""What a talk added: new, changed, said again; only from its own words."""

from __future__ import annotations

from dataclasses import replace

from tests.purpose.understood import known
from tests.understand.talks import observed
from theirside.purpose.debrief import News
from theirside.purpose.learning import learnt_from
from theirside.understand.understanding import Observation

OLD = observed("goal", "Live by March.", 1)
PAIN = observed("pain", "The book is wet.", 2)


def in_talk(each: Observation, key: str = "talk-9") -> Observation:
    quotes = tuple(replace(place, conversation=key) for place in each.evidence)
    return replace(each, id=f"{each.id}-new", evidence=quotes)


def learnt(*after: Observation) -> list[tuple[News, str, str]]:
    found = learnt_from("talk-9", 0, known(observations=(OLD, PAIN)), known(observations=after))
    return [(each.news, each.observation.statement, each.before) for each in found]


def test_what_was_not_known_before_is_new() -> None:
    risk = in_talk(observed("risk", "I won't be the first."))
    assert learnt(OLD, PAIN, risk) == [(News.NEW, "I won't be the first.", "")]


def test_what_takes_the_place_of_something_is_a_change_with_what_was_before() -> None:
    new = in_talk(observed("goal", "Live by May."))
    replaced = replace(OLD, replaced_by=new.id)
    assert learnt(replaced, PAIN, new) == [(News.CHANGED, "Live by May.", "Live by March.")]


def test_what_contradicts_something_known_is_a_change() -> None:
    new = replace(in_talk(observed("goal", "Not live at all.")), contradicts=(OLD.id,))
    assert learnt(OLD, PAIN, new) == [(News.CHANGED, "Not live at all.", "")]


def test_what_they_had_said_before_is_said_again_and_comes_last() -> None:
    again = replace(PAIN, evidence=(*PAIN.evidence, *in_talk(PAIN).evidence))
    risk = in_talk(observed("risk", "I won't be the first."))
    assert [each[0] for each in learnt(OLD, again, risk)] == [News.NEW, News.AGAIN]


def test_what_other_talks_gave_is_not_this_ones() -> None:
    assert learnt(OLD, PAIN, in_talk(observed("risk", "I'm careful."), "talk-8")) == []


def test_what_stands_before_the_talk_began_is_not_of_it() -> None:
    risk = in_talk(observed("risk", "I won't be the first."))
    assert list(learnt_from("talk-9", 1, known(), known(observations=(risk,)))) == []
