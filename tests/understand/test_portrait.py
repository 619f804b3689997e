"""What is open with one person, over all talks with them."""

from __future__ import annotations

from tests.understand.talks import DANA, SAM, day, mark, talk
from theirside.conversation import Channel, Conversation
from theirside.evidence import Annotation
from theirside.understand import understand
from theirside.understand.understanding import Understanding

ASKED = "Can the auditor print all our records?"
UNKNOWN = "I don't know whether your auditors print the records."
QUESTION = talk("a", (DANA, ASKED), (SAM, "Hm."), at=day(5), channel=Channel.CALL)
NOT_KNOWING = talk("b", (DANA, UNKNOWN), at=day(5), channel=Channel.CALL)
ANSWER = "An auditor prints every record in a minute."


def understood(*talks: Conversation) -> Understanding:
    marks: dict[str, list[Annotation]] = {each.id: [] for each in talks}
    marks |= {"a": [mark(QUESTION, ASKED, "question.closed")]}
    (found,) = understand(talks, marks)
    return found


def test_an_answer_in_a_later_talk_closes_a_question_and_a_hole() -> None:
    later = talk("z", (SAM, ANSWER), (DANA, "Thanks."), at=day(9))

    assert [each.text for each in understood(QUESTION).unanswered] == [ASKED]
    assert [each.topic for each in understood(NOT_KNOWING).holes] == [UNKNOWN]
    found = understood(QUESTION, NOT_KNOWING, later)
    assert found.unanswered == ()
    assert found.holes == ()


def test_what_we_said_before_they_asked_closes_nothing() -> None:
    earlier = talk("z", (SAM, ANSWER), (DANA, "Thanks."), at=day(1))

    found = understood(QUESTION, NOT_KNOWING, earlier)

    assert [each.text for each in found.unanswered] == [ASKED]
    assert len(found.holes) == 1


def test_promises_and_open_questions_come_in_the_order_of_time() -> None:
    one = talk("m", (SAM, "I'll send the price list."), (DANA, "Who signs that?"), at=day(2))
    two = talk("c", (SAM, "I'll ask Jonas on Monday."), (DANA, "When do you train?"), at=day(1))
    marks = {
        each.id: [
            mark(each, each.turns[0].text, "promise"),
            mark(each, each.turns[1].text, "question.open"),
        ]
        for each in (one, two)
    }

    (found,) = understand([one, two], marks)

    assert [each.text for each in found.promises] == [
        "I'll ask Jonas on Monday.",
        "I'll send the price list.",
    ]
    assert [each.text for each in found.unanswered] == ["Who signs that?", "When do you train?"]
