"""Signs: in which talks one shows, by moments and by measures, and with which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.care.example_talks import talk_of
from theirside.care.definition import Line
from theirside.care.moment import Scene
from theirside.conversation import Channel
from theirside.datafile import naming
from theirside.errors import SettingsError
from theirside.purpose import signs as signs_module
from theirside.purpose.signs import Sign, shown_in, signs
from theirside.understand.talk import Talk

NERVOUS = "I'm nervous about the frost."
CLOSED, OPEN = "Is it the price?", "What are you weighing?"


def line(side: str, text: str, *labelled: tuple[str, str]) -> Line:
    return Line(side, text, labels=tuple((words, (label,)) for words, label in labelled))


def passed_by(key: str) -> Talk:
    """Return a talk in which a feeling passes by."""
    return talk_of(
        Scene(
            (
                line("theirs", NERVOUS, (NERVOUS, "feeling.worried")),
                line("ours", "The pump has two speeds.", ("The pump has two speeds.", "inform")),
                line("theirs", "I see what you mean by that."),
            )
        ),
        key,
    )


def asked(key: str, *questions: tuple[str, str], channel: Channel = Channel.CALL) -> Talk:
    """Return a talk in which we ask these, each with its label."""
    text = " ".join(words for words, _ in questions)
    return talk_of(
        Scene((line("ours", text, *questions), line("theirs", "Hm, let me think.")), channel), key
    )


def test_a_moment_shows_in_the_talks_that_have_it_with_its_words() -> None:
    talks = [passed_by("a"), asked("b", (OPEN, "question.open")), passed_by("c")]
    shown = shown_in(talks, ["feeling_passed_over"])["feeling_passed_over"]
    assert (shown.talks, shown.of) == (2, 3)
    assert [(each.conversation, each.text) for each in shown.evidence][::2] == [
        ("a", NERVOUS),
        ("c", NERVOUS),
    ]


def test_a_measure_shows_where_its_value_is_beyond_the_limit_with_the_words_left_over() -> None:
    """One of five questions is open in the first talk, two of five in the second."""
    closed, opened = (CLOSED, "question.closed"), (OPEN, "question.open")
    more = [(each, "question.closed") for each in ("The oven?", "Do you bake?", "On Fridays?")]
    other = ("How do you bake?", "question.open")
    talks = [asked("a", opened, closed, *more), asked("b", opened, other, *more)]
    shown = shown_in(talks, ["open_questions"])["open_questions"]
    assert (shown.talks, shown.of) == (1, 2)
    assert [each.text for each in shown.evidence] == [
        CLOSED,
        "The oven?",
        "Do you bake?",
        "On Fridays?",
    ]


def test_what_shows_in_no_talk_is_left_out() -> None:
    assert shown_in([asked("a", (OPEN, "question.open"))], ["feeling_passed_over"]) == {}
    assert shown_in([], ["feeling_passed_over", "open_questions"]) == {}


def test_a_measure_that_is_off_is_no_sign() -> None:
    closed = [(each, "question.closed") for each in (CLOSED, "The oven?", "Do you bake?")]
    talks = [asked("a", *closed, (OPEN, "question.open"), ("On Fridays?", "question.closed"))]
    assert "open_questions" in shown_in(talks)
    assert "open_questions" not in shown_in(talks, off={"open_questions"})


def test_a_sign_of_calls_is_not_looked_for_in_mail() -> None:
    tell = line("ours", "The pump has two speeds. It is green. " * 12)
    scene = Scene((tell, line("theirs", "Thanks, that is clear.")))
    call, mail = talk_of(scene, "a"), talk_of(replace(scene, channel=Channel.MAIL), "b")
    shown = shown_in([call, mail], ["asking_share"])["asking_share"]
    assert (shown.talks, shown.of) == (1, 2)


@pytest.mark.parametrize(
    ("sign", "value", "holds"),
    [
        (Sign("talk_share", "x", "y", above=0.6), 0.6, False),
        (Sign("talk_share", "x", "y", above=0.6), 0.61, True),
        (Sign("open_questions", "x", "y", below=0.3), 0.3, False),
        (Sign("open_questions", "x", "y", below=0.3), 0.29, True),
        (Sign("pressure", "x", "y", above=0), 0.0, False),
    ],
)
def test_a_value_at_the_limit_is_not_beyond_it(sign: Sign, value: float, *, holds: bool) -> None:
    assert sign.by_measure
    assert sign.holds(value) is holds


@pytest.mark.parametrize("sign", signs().values(), ids=lambda sign: sign.id)
def test_a_sign_reads_as_the_end_of_a_sentence(sign: Sign) -> None:
    assert sign.says[0].islower()
    assert sign.says[-1] not in ".:?"
    assert sign.source.startswith("practice P")


@pytest.mark.parametrize(
    "content",
    [
        {"id": "no_such", "says": "x", "source": "y"},
        {"id": "feeling_passed_over", "says": "x", "source": "y", "above": 1},
        {"id": "talk_share", "says": "x", "source": "y", "above": 1, "watch": "mood"},
        {"id": "talk_share", "says": "x", "source": "y", "above": 1, "shows": "all"},
        {"id": "talk_share", "says": "x"},
    ],
)
def test_a_sign_that_names_what_there_is_not_is_an_error(content: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=r"^x\.yaml: "), naming("x.yaml"):
        signs_module._sign(content)
