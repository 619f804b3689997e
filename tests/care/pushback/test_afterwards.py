"""What they did after our answer."""

from __future__ import annotations

from tests.care.pushback.pushing import Line, dana, place, talk_of
from tests.understand.talks import DANA, PRIYA, SAM, day
from theirside.care.pushback.afterwards import afterwards, said_again
from theirside.care.pushback.pushed import After, Outcome
from theirside.conversation import Channel
from theirside.understand.understanding import Pushback

DEAR = (DANA, "That's far too dear.")
ASKED = (SAM, "Compared to what?")


def after(*lines: Line, channel: Channel = Channel.CALL) -> tuple[Outcome, ...]:
    talk = talk_of(*lines, channel=channel)
    return afterwards(talk, dana(talk), 0)


def what(*lines: Line) -> list[After]:
    return [each.what for each in after(*lines)]


def test_they_opened_up_where_they_tell_of_their_side() -> None:
    told = "To the choir fund, there are nine hundred in it."
    [found] = after(DEAR, ASKED, (DANA, told, "facet.constraint"))
    assert (found.what, found.evidence[0].text, found.at) == (After.OPENED_UP, told, day(1))


def test_a_question_of_theirs_is_opening_up_too() -> None:
    assert what(DEAR, ASKED, (DANA, "What would half of it cost?", "question.open")) == [
        After.OPENED_UP
    ]


def test_so_is_a_long_turn_that_is_longer_than_the_pushback() -> None:
    words = " ".join(["word"] * 25)
    assert what(DEAR, ASKED, (DANA, words)) == [After.OPENED_UP]
    assert what(DEAR, ASKED, (DANA, " ".join(["word"] * 24))) == []
    long_before = (DANA, " ".join(["dear"] * 30))
    assert what(long_before, ASKED, (DANA, words)) == []


def test_closer_and_staying_come_from_readiness() -> None:
    assert what(DEAR, ASKED, (DANA, "I'd like to try it all the same.", "readiness.change")) == [
        After.CAME_CLOSER
    ]
    assert what(DEAR, ASKED, (DANA, "We'll leave it as it is.", "readiness.sustain")) == [
        After.STAYED
    ]


def test_several_hold_together() -> None:
    both = (DANA, "We'd try it, the fund has nine hundred.", "readiness.change,facet.constraint")
    assert what(DEAR, ASKED, both) == [After.OPENED_UP, After.CAME_CLOSER]


def test_a_brush_off_ends_it() -> None:
    assert what(DEAR, ASKED, (DANA, "I'll have to think about it.", "pushback.brush_off")) == [
        After.ENDED
    ]


def test_no_more_words_of_theirs_is_an_end_without_a_quote() -> None:
    [found] = after(DEAR, ASKED)
    assert (found.what, found.evidence) == (After.ENDED, ())


def test_a_murmur_is_no_word_of_substance() -> None:
    assert what(DEAR, ASKED, (DANA, "Mm-hm."), (SAM, "Or to whom?")) == [After.ENDED]


def test_a_parting_is_an_end() -> None:
    assert what(DEAR, ASKED, (DANA, "Well, have a nice weekend, Sam.")) == [After.ENDED]


def test_where_we_gave_no_answer_nothing_is_told() -> None:
    assert after(DEAR) == ()


def test_what_a_colleague_of_theirs_says_is_not_theirs() -> None:
    talk = talk_of(DEAR, ASKED, (PRIYA, "I would love to have it.", "readiness.change"))
    person = next(who.id for who in talk.speakers if who and who.name.startswith("Dana"))
    assert [each.what for each in afterwards(talk, person, 0)] == [After.ENDED]


def test_only_their_next_words_count() -> None:
    lines = (
        DEAR,
        ASKED,
        (DANA, "To the one of last year."),
        (SAM, "I see, that one was for two."),
        (DANA, "Let's do it then, for two.", "readiness.change"),
    )
    assert what(*lines) == []


def one(kind: str, key: str, turn: int, at: int | None) -> Pushback:
    time = day(at) if at is not None else None
    return Pushback(kind, (place(f"{kind} {key} {turn}", key, turn),), (), time)


def test_the_same_kind_again_is_told_with_the_next_time() -> None:
    first, second, third = one("price", "a", 0, 1), one("price", "a", 6, 1), one("price", "b", 0, 9)
    [found] = said_again(first, [first, third, second])
    assert (found.what, found.evidence, found.at) == (After.REPEATED, second.evidence, day(1))
    assert said_again(third, [first, second, third]) == ()


def test_another_kind_or_an_unknown_time_is_not_again() -> None:
    first = one("price", "a", 0, 1)
    assert said_again(first, [first, one("timing", "b", 0, 9)]) == ()
    assert said_again(first, [first, one("price", "b", 0, None)]) == ()
