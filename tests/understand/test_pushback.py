"""Pushback, and our answer to it."""

from __future__ import annotations

from tests.understand.talks import DANA, SAM, day, mark, talk
from theirside.conversation import Channel, Speaker
from theirside.understand.people import people_in
from theirside.understand.pushback import pushback_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Pushback

DEAR = "That's far too dear."


def pushback(*turns: tuple[Speaker, str], special: str = "") -> list[Pushback]:
    one = talk("a", *turns, at=day(1), channel=Channel.CALL)
    people = people_in([one])
    marks = [mark(one, DEAR, "pushback.price"), mark(one, "far too", "pushback.price")]
    if special:
        marks.append(mark(one, special, "special.health"))
    return pushback_in(Talk.of(one, marks, people), people.persons[0].id)


def test_it_has_its_kind_and_what_we_said_next() -> None:
    (found,) = pushback((DANA, DEAR), (SAM, " Compared to what? "), (DANA, "To the last ones."))

    assert found.kind == "price"
    assert [quote.text for quote in found.evidence] == [DEAR, "far too"]
    assert [quote.text for quote in found.answer] == ["Compared to what?"]
    assert found.at == day(1)


def test_a_murmur_does_not_end_our_answer() -> None:
    (found,) = pushback(
        (DANA, DEAR),
        (SAM, "I see."),
        (DANA, "Mm."),
        (SAM, "What did you have in mind?"),
        (DANA, "Half of that, to be honest."),
        (SAM, "Half."),
    )

    assert [quote.text for quote in found.answer] == ["I see.", "What did you have in mind?"]


def test_without_a_reply_there_is_no_answer() -> None:
    (found,) = pushback((DANA, DEAR))

    assert found.answer == ()


def test_a_reply_that_touches_a_special_category_is_not_quoted() -> None:
    (found,) = pushback((DANA, DEAR), (SAM, "With your illness it is."), special="your illness")

    assert found.answer == ()


def test_ours_is_no_pushback_of_theirs() -> None:
    assert pushback((SAM, DEAR), (DANA, "No.")) == []
