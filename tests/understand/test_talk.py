"""One conversation, ready to be looked at."""

from __future__ import annotations

from dataclasses import replace

from tests.understand.talks import DANA, PRIYA, SAM, day, mark, talk
from theirside.evidence import Annotation
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

CALL = talk("a", (DANA, " Morning. "), (SAM, "Hello."), (DANA, "So."), (SAM, "Yes."), at=day(1))


def ready(*annotations: Annotation) -> Talk:
    return Talk.of(CALL, annotations, people_in([CALL]))


def test_annotations_that_fit_no_turn_are_left_out() -> None:
    good = mark(CALL, "Morning.", "facet.feeling")
    bad = [
        replace(good, turn=9),
        replace(good, turn=-1),
        replace(good, end=99),
        replace(good, start=5, end=5),
    ]

    assert ready(good, *bad, good).annotations == (good,)


def test_our_reply_goes_on_until_they_say_something_of_substance() -> None:
    assert ready().reply_to(0) == [1, 3]
    assert ready().reply_to(2) == [3]
    assert ready().reply_to(3) == []
    assert list(ready().ours_after(1)) == [3]


def test_a_whole_turn_is_quoted_without_the_space_around_it() -> None:
    quote = ready().whole(0)

    assert quote is not None
    assert (quote.start, quote.text) == (1, "Morning.")
    assert quote.stands_in(CALL)
    assert ready(mark(CALL, "Morning", "special.religion")).whole(0) is None


def test_who_spoke_and_who_was_there_is_known() -> None:
    one = talk("b", (SAM, "Hi."), (DANA, "Hi."), to=[PRIYA])
    people = people_in([one])
    found = Talk.of(one, [], people)

    assert [who and who.name for who in found.speakers] == [None, "Dana Whitfield"]
    assert {people.by_id[each].name for each in found.present} == {"Dana Whitfield", "Priya Nair"}
