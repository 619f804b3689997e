"""Their questions that nobody answered, and those that somebody did."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, PRIYA, SAM, day, mark, talk
from theirside.conversation import Channel, Conversation, Speaker
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.unanswered import unanswered_in, wants_an_answer

QUESTION = "Does it work without a network?"


def left_open(
    *turns: tuple[Speaker, str],
    channel: Channel = Channel.CALL,
    questions: tuple[str, ...] = (QUESTION,),
) -> list[str]:
    one = talk("a", *turns, at=day(1), channel=channel)
    return [quote.text for quote in unanswered_in(ready(one, questions), dana_in(one))]


def dana_in(conversation: Conversation) -> str:
    return people_in([conversation]).find("dana@fernhill.example").id


def ready(conversation: Conversation, questions: tuple[str, ...]) -> Talk:
    marks = [mark(conversation, words, "question.closed") for words in questions]
    return Talk.of(conversation, marks, people_in([conversation]))


@pytest.mark.parametrize(
    "answer",
    [
        "Yes, for two weeks.",
        "It needs no network at all.",
        "No, I'm afraid not.",
        "It keeps what it has and sends it on in the evening.",
    ],
)
@pytest.mark.parametrize("channel", [Channel.CALL, Channel.MAIL])
def test_an_answer_is_an_answer(answer: str, channel: Channel) -> None:
    assert left_open((DANA, QUESTION), (SAM, answer), channel=channel) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Good question. We'll come back to that. What do you do in winter?",
        "Let me check and get back to you about the network.",
        "Hm.",
        "Why do you ask about the network?",
    ],
)
@pytest.mark.parametrize("channel", [Channel.CALL, Channel.MAIL])
def test_putting_off_and_asking_back_are_none(reply: str, channel: Channel) -> None:
    assert left_open((DANA, QUESTION), (SAM, reply), channel=channel) == [QUESTION]


def test_a_last_mail_without_reply_leaves_its_question_open() -> None:
    assert left_open((DANA, QUESTION), channel=Channel.MAIL) == [QUESTION]


def test_of_two_questions_in_a_mail_each_must_be_taken_up() -> None:
    other = "Do we have to buy new phones?"

    found = left_open(
        (DANA, f"{QUESTION} {other}"),
        (SAM, "Yes, it works fine where there is no network."),
        channel=Channel.MAIL,
        questions=(QUESTION, other),
    )

    assert found == [other]


def test_a_later_mail_of_the_thread_answers_too() -> None:
    turns = [
        (DANA, QUESTION),
        (SAM, "Let me check."),
        (DANA, "Thanks for looking into it."),
        (SAM, "Checked: the network may be gone for two weeks."),
    ]

    assert left_open(*turns, channel=Channel.MAIL) == []


def test_a_figure_answers_how_much() -> None:
    price = "How much is it?"

    answered = left_open((DANA, price), (SAM, "390 euros a site."), questions=(price,))
    dodged = left_open(
        (DANA, price), (SAM, "That depends on so many things, as always."), questions=(price,)
    )

    assert answered == []
    assert dodged == [price]


def test_a_question_that_a_colleague_takes_is_not_ours() -> None:
    assert left_open((DANA, QUESTION), (PRIYA, "It does, I tried."), (SAM, "Hm.")) == []


def test_who_goes_on_speaking_in_a_call_wanted_no_answer() -> None:
    words = f"{QUESTION} That's what I asked the last ones and they only laughed at me."

    assert left_open((DANA, words), (SAM, "Hm.")) == []


@pytest.mark.parametrize(
    "question",
    [
        "How are you?",
        "Can you hear me?",
        "You know?",
        "Right?",
        "Isn't it?",
        "May I ask my questions now?",
        "Can you tell me that?",
        "Does that make sense?",
        "I don't know how long your copy is kept.",
    ],
)
def test_courtesies_and_tags_want_no_answer(question: str) -> None:
    assert not wants_an_answer(question)


@pytest.mark.parametrize(
    "question", ["How much is it?", "Who signs?", "Can contractors use it?", "What happens then?"]
)
def test_real_questions_do(question: str) -> None:
    assert wants_an_answer(question)


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        ("how do you keep the vans apart", True),
        ("so what happens when the driver loses it", True),
        ("Please tell me how the second line is counted.", True),
        ("How was I supposed to know that it was salt!", False),
        ("What we need besides the pump is a fitter.", False),
        ('File "stock.py", line 12, in load', False),
        ("the blue one over there", False),
    ],
)
def test_without_a_question_mark_only_the_form_of_a_question_asks(words: str, wants: bool) -> None:
    assert wants_an_answer(words) == wants


def test_only_the_persons_own_questions_are_theirs() -> None:
    one = talk("a", (PRIYA, QUESTION), (DANA, "Hello."), at=day(1), channel=Channel.MAIL)

    assert unanswered_in(ready(one, (QUESTION,)), dana_in(one)) == []


def test_a_reply_to_the_rest_of_a_long_mail_answers_no_question_in_it() -> None:
    long = "The trustees met and the boilers come first this year. " * 6 + QUESTION
    reply = "Boilers first is what I would decide as well in your place."

    assert left_open((DANA, long), (SAM, reply), channel=Channel.MAIL) == [QUESTION]
    assert left_open((DANA, QUESTION), (SAM, reply), channel=Channel.MAIL) == []


def test_a_question_of_one_word_is_answered_by_a_reply_that_only_says_they() -> None:
    asked = "Where are the cards?"
    long = "There is a nail in the brine room with nothing on it since a month. " * 4 + asked
    reply = "They were on my desk, and went off by courier today."

    found = left_open((DANA, long), (SAM, reply), channel=Channel.MAIL, questions=(asked,))

    assert found == []


def test_a_question_that_they_explain_and_we_put_off_is_open() -> None:
    words = f"{QUESTION} We have people who are here for one single day."

    assert left_open((DANA, words), (SAM, "Let me check with Jonas.")) == [QUESTION]


@pytest.mark.parametrize(
    "question",
    [
        "Any other comments from your side?",
        "Do we have any updates on the barn?",
        "Do you want to go first?",
        "Who wants to start?",
        "Anything else to add?",
    ],
)
def test_giving_somebody_the_floor_wants_no_answer(question: str) -> None:
    assert not wants_an_answer(question)


def test_a_tag_wants_a_nod_and_only_in_writing_an_answer() -> None:
    words = "So you deliver on Saturdays as well, right?"

    assert left_open((DANA, words), (SAM, "Hm."), questions=(words,)) == []
    assert left_open((DANA, words), questions=(words,), channel=Channel.MAIL) == [words]


def test_a_nod_answers_what_is_no_open_question() -> None:
    words = "So the trays may stay outside over winter?"

    assert left_open((DANA, words), (SAM, "Yeah."), questions=(words,)) == []


@pytest.mark.parametrize(
    "question", ["Does anybody here know the opening hours?", "Priya, is the gate locked?"]
)
def test_a_question_to_the_room_or_a_colleague_is_not_for_us(question: str) -> None:
    turns = [(PRIYA, "Hello."), (DANA, question)]

    assert left_open(*turns, questions=(question,), channel=Channel.MAIL) == []


def test_what_a_colleague_answers_later_is_answered() -> None:
    turns = [
        (DANA, QUESTION),
        (SAM, "Thank you for your mail."),
        (PRIYA, "It works, we had no network for a week."),
    ]

    assert left_open(*turns, channel=Channel.MAIL) == []


def test_who_goes_on_with_another_message_wanted_no_answer() -> None:
    turns = [(DANA, QUESTION), (DANA, "I think they showed that last year.")]

    assert left_open(*turns, channel=Channel.CHAT) == []


def test_the_question_is_puts_their_own_matter_where_they_go_on() -> None:
    framed = "The question is who would look after the tags in winter?"
    words = f"{framed} In our case that can only be the people of the night shift."

    assert left_open((DANA, words), questions=(framed,)) == []
    assert left_open((DANA, framed), questions=(framed,)) == [framed]


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Will start in two minutes", False),
        ("Could be the valve", False),
        ("Who else", False),
        ("will you bring the list", True),
        ("does Fernhill keep the old list", True),
        ("is the valve open", True),
        ("Who else has seen the valve?", True),
    ],
)
def test_a_verb_in_front_asks_only_with_somebody_after_it(words: str, asks: bool) -> None:
    assert wants_an_answer(words) is asks


def test_whoever_asks_for_any_suggestions_is_answered_by_any() -> None:
    question = "Any suggestions for the north wall?"
    before = "The roof is dry and the floor is dry. " * 4

    def left(question: str) -> list[str]:
        mail = (DANA, f"{before}{question}"), (SAM, "Try a second coat of lime in May.")
        return left_open(*mail, channel=Channel.MAIL, questions=(question,))

    assert left(question) == []
    assert left("What does the north wall want?") == ["What does the north wall want?"]
