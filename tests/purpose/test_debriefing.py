"""A talk held against its preparation, on one talk annotated by hand."""

from __future__ import annotations

from datetime import date

from tests.purpose.understood import DANA_ID, Seeing, ask, call, known, people_of, ready
from tests.understand.talks import DANA, SAM, day, mark, observed, quoted, talk
from theirside.evidence import Annotation
from theirside.purpose.debrief import Debrief, Manner, Passed
from theirside.purpose.debriefing import Door, debrief
from theirside.purpose.wants import Prepared
from theirside.understand.understanding import Promise, Question, Understanding

OTHER = ask("What would worry you most about something new?", "risk.ask")
SAY = ask("Who else will want to have a say in this?", "decider.ask")
EARLIER = talk("earlier", (SAM, "I'll send you the list of tags."), at=day(30))
TALK = call(
    "c",
    (DANA, "Thank you for the list of tags. Where do we begin?"),
    (SAM, "Who else will want a say in this? I have all day."),
    (DANA, "Priya, and she says no first."),
    (SAM, "We'd like a second talk in May."),
    (DANA, "I'm worried about May."),
    (SAM, "The app is blue. I'll send you two dates by Friday."),
    (DANA, "Fine with me, thanks a lot."),
)
MARKS = (
    mark(TALK, "I'm worried about May.", "feeling.worried"),
    mark(TALK, "I'll send you two dates by Friday.", "promise", due=date(2026, 2, 13)),
    mark(TALK, "We'd like a second talk in May.", "self_focus"),
)


def held(
    ours: tuple[str, ...] = (),
    questions: tuple[Question, ...] = (OTHER, SAY),
    before: Understanding | None = None,
    marks: tuple[Annotation, ...] = MARKS,
    first: int = 0,
) -> Debrief:
    prepared = Prepared(DANA_ID, date(2026, 2, 9), ours, questions)
    understood = before if before is not None else known()
    return debrief(
        ready(TALK, *marks),
        Door(understood, [ready(EARLIER)]),
        known(),
        people_of(TALK, EARLIER),
        Seeing("else"),
        prepared=prepared,
        first=first,
    )


def test_a_question_that_was_asked_stands_with_how_and_what_they_said() -> None:
    worry, say = held().asked
    assert worry.asked is None
    assert worry.answer == ()
    assert say.asked == quoted(TALK, "Who else will want a say in this?")
    assert say.answer == (quoted(TALK, "Priya, and she says no first."),)


def test_one_sentence_of_ours_asks_one_question() -> None:
    first, second = held(questions=(SAY, ask("Who else wants a say in this?"))).asked
    assert [first.asked is None, second.asked is None].count(True) == 1


def test_a_want_of_ours_stands_with_how_it_came_up_and_what_they_said() -> None:
    talk_again, boat = held(ours=("a second talk in May", "their boat")).ours
    assert talk_again.place == quoted(TALK, "We'd like a second talk in May.")
    assert talk_again.manner is Manner.TOLD
    assert talk_again.answer == (quoted(TALK, "I'm worried about May."),)
    assert (boat.place, boat.manner) == (None, None)


def test_a_want_that_was_pressed_or_that_they_brought_up_is_told_so() -> None:
    pressed = mark(TALK, "We'd like a second talk in May.", "press.assumed_close")
    [want] = held(ours=("a second talk in May",), marks=(pressed,)).ours
    assert want.manner is Manner.PRESSED
    [theirs] = held(ours=("Priya says no first",)).ours
    assert theirs.manner is Manner.BY_THEM


def test_promises_made_and_kept_are_told_apart() -> None:
    words = quoted(EARLIER, "I'll send you the list of tags.")
    made = Promise(words.text, True, None, (words,), day(30))
    found = held(before=known(promises=(made,)))
    assert [each.text for each in found.made] == ["I'll send you two dates by Friday."]
    assert [(each.promise, each.by) for each in found.kept] == [
        (made, quoted(TALK, "Thank you for the list of tags."))
    ]


def test_a_feeling_that_our_next_words_leave_alone_was_passed_over() -> None:
    assert [(each.kind, each.quote.text) for each in held().passed_over] == [
        (Passed.FEELING, "I'm worried about May.")
    ]


def test_a_want_of_theirs_is_taken_up_by_our_words_only() -> None:
    wanted = (observed("goal", "Two dates by Friday."), observed("pain", "Priya says no first.", 2))
    goal, pain = held(before=known(observations=wanted)).wants
    assert [each.text for each in goal.by] == ["I'll send you two dates by Friday."]
    assert pain.by == ()


def test_our_sentences_are_counted_and_what_serves_a_want_is_theirs() -> None:
    wanted = (observed("goal", "Two dates by Friday."),)
    found = held(before=known(observations=wanted))
    assert found.sentences.all == 5
    assert [each.text for each in found.sentences.theirs] == ["I'll send you two dates by Friday."]
    assert [each.text for each in found.sentences.ours] == ["We'd like a second talk in May."]
    assert found.questions.all == 1


def test_without_a_preparation_the_questions_are_those_that_were_worth_asking() -> None:
    found = debrief(
        ready(TALK, *MARKS),
        Door(known(questions=(SAY, OTHER)), []),
        known(),
        people_of(TALK),
        Seeing("else"),
    )
    assert (found.prepared, found.ours) == (None, ())
    assert [each.question for each in found.asked] == [SAY, OTHER]
    assert found.asked[0].asked is not None


def test_a_thread_counts_from_the_turn_with_which_the_talk_began() -> None:
    found = held(first=5)
    assert found.sentences.all == 2
    assert found.passed_over == ()
    assert found.asked[1].asked is None
