"""Kept or not: by their word, by ours, by the deed; and nothing else keeps a promise."""

from __future__ import annotations

from datetime import date

import pytest

from tests.purpose.understood import ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.conversation import Channel, Conversation, Speaker
from theirside.understand.kept import By, Keeping, keepings, shared
from theirside.understand.understanding import Promise

CARDS = "I'll send you the laminated cards for the brine room by Friday."


def made(text: str, *before: tuple[Speaker, str], channel: Channel = Channel.MAIL) -> Conversation:
    return talk("made", *before, (SAM, text), at=day(10), channel=channel)


def judge(
    first: Conversation, *later: Conversation, due: date | None = None, by_us: bool = True
) -> Keeping | None:
    turn = first.turns[-1].text
    promise = Promise(turn, by_us, due, (quoted(first, turn),), first.turns[-1].at)
    found = keepings([promise], [ready(each) for each in (first, *later)])
    return found.get(0)


def after(*turns: tuple[Speaker, str], on: int = 12, **more: Channel) -> Conversation:
    return talk(f"later-{on}", *turns, at=day(on), channel=more.get("channel", Channel.MAIL))


@pytest.mark.parametrize(
    ("who", "text", "by"),
    [
        (SAM, "As promised, the cards. They go with the pencil.", By.WORD),
        (SAM, "Attached are the cards.", By.WORD),
        (SAM, "I've printed and sent the laminated cards.", By.WORD),
        (DANA, "Cards came Thursday.", By.RECEIPT),
        (DANA, "Thank you for the lovely cards.", By.RECEIPT),
        (SAM, "The laminated cards: www.ours.example/cards.pdf", By.DEED),
    ],
)
def test_it_is_kept_by_a_word_of_ours_of_theirs_or_the_thing(
    who: Speaker, text: str, by: By
) -> None:
    found = judge(made(CARDS), after((who, text)))
    assert found is not None
    assert found.by is by
    assert found.on == date(2026, 1, 12)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (DANA, "Where are the cards?"),
        (SAM, "I'll send the laminated cards on Monday."),
        (SAM, "I haven't sent the cards."),
        (SAM, "As I said, the weather holds."),
        (DANA, "They came to see the room."),
        (DANA, "Attached are the cards that we use today."),
        (SAM, "I owed you the laminated cards, and I'm sorry."),
    ],
)
def test_other_words_keep_nothing(who: Speaker, text: str) -> None:
    assert judge(made(CARDS), after((who, text))) is None


def test_owning_up_keeps_it_where_the_thing_is_handed_over_too() -> None:
    text = "I promised you the laminated cards and it is January. Here is the drawing, below."
    assert judge(made(CARDS), after((SAM, text))) is not None


def test_an_answer_without_the_thing_s_name_is_about_what_was_asked() -> None:
    thread = after((DANA, "Where are the cards for the brine room?"), (SAM, "They went off today."))
    found = judge(made(CARDS), thread)
    assert found is not None
    assert found.quote.text == "They went off today."


def test_i_will_mail_you_is_kept_by_the_next_mail_within_a_fortnight() -> None:
    call = made("I'll mail you.", channel=Channel.CALL)
    found = judge(call, after((SAM, "Dear Dana, this is what I heard."), on=12))
    assert found is not None
    assert found.by is By.DEED
    assert judge(call, after((SAM, "Dear Dana."), on=25)) is None
    assert judge(call, after((DANA, "Hello."), on=12)) is None


def test_i_will_call_you_is_kept_by_a_call_around_its_day() -> None:
    promise, due = made("I'll call you on Thursday."), date(2026, 1, 15)
    both = ((SAM, "Hello."), (DANA, "Hello."))
    found = judge(promise, after(*both, on=15, channel=Channel.CALL), due=due)
    assert found is not None
    assert found.by is By.DEED
    assert judge(promise, after(*both, on=13, channel=Channel.CALL), due=due) is None
    assert judge(promise, after(*both, on=30, channel=Channel.CALL), due=due) is None
    assert judge(promise, after(*both, on=15), due=due) is None


def test_a_bare_promise_is_kept_by_a_mail_in_time_that_is_about_it() -> None:
    said = (SAM, "I could write down six questions for the vendor.")
    call = made("You'll have them tomorrow.", said, (DANA, "Please."), channel=Channel.CALL)
    due = date(2026, 1, 11)
    asked = "Six questions that no vendor likes: who validated it."
    assert judge(call, after((SAM, asked), on=11), due=due) is not None
    assert judge(call, after((SAM, asked), on=14), due=due) is None
    assert judge(call, after((SAM, "Lovely weather here."), on=11), due=due) is None


def test_to_keep_still_is_never_judged() -> None:
    assert judge(made("I won't write until you do."), after((SAM, "As promised, nothing."))) is None


def test_word_that_it_came_may_follow_some_days_behind_but_a_late_mail_is_late() -> None:
    due = date(2026, 1, 12)
    came = judge(made(CARDS), after((DANA, "Cards came."), on=17), due=due)
    assert came is not None
    assert not came.is_late(due)
    assert came.is_late(date(2026, 1, 11))
    sent = judge(made(CARDS), after((SAM, "Attached are the cards."), on=13), due=due)
    assert sent is not None
    assert sent.is_late(due)


def test_half_a_compound_says_it() -> None:
    assert shared(frozenset({"logbook", "pen"}), frozenset({"book", "open"})) == 1
    assert shared(frozenset({"gate"}), frozenset({"gate"})) == 1


def test_a_mail_on_its_day_to_whom_it_names_is_the_thing() -> None:
    text = "I'll send Priya the numbered version on the 15th."
    priya = Speaker("Priya Nair", "priya@fernhill.example", side=DANA.side)
    there = talk("p", (SAM, "1. Oslo. 2. Nothing else."), at=day(15), to=[priya])
    assert judge(made(text), there, due=date(2026, 1, 15)) is not None
    assert judge(made(text), there, due=date(2026, 1, 20)) is None
