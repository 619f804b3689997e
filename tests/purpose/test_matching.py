"""Two sentences that mean the same: by meaning, by words, and neither alone by chance."""

from __future__ import annotations

import pytest

from tests.purpose.understood import Seeing
from theirside.purpose.matching import Alike

QUESTION = "Who else will want to have a say in this?"
QUOTING = "You said “Data must stay in Norway, Torstein is strict”. How is that today?"


def alike(*texts: str, words: tuple[str, ...] = ()) -> Alike:
    return Alike(Seeing(*words), texts)


def test_likeness_is_the_cosine_of_what_the_model_sees() -> None:
    found = alike("dogs and cats", "dogs", "birds", words=("dogs", "cats"))
    assert found.likeness("dogs and cats", "dogs") == pytest.approx(2**-0.5)
    assert found.likeness("dogs", "birds") == 0


def test_the_same_meaning_is_enough_without_a_word_in_common() -> None:
    said = "Apart from you, is anybody to agree?"
    same = alike(QUESTION, said, words=("who else", "apart from"))
    assert same.asks(QUESTION, said) == 0
    # one thing seen in both, so that they mean the same as far as the model tells
    assert alike(QUESTION, said, words=("a",)).asks(QUESTION, said) == pytest.approx(1)


def test_the_same_words_need_some_meaning_too() -> None:
    said, other = "And who else will want a say in this?", "Who else will say this wants salt?"
    words = ("who", "say", "have")
    assert alike(QUESTION, said, words=words).asks(QUESTION, said) == pytest.approx((2 / 3) ** 0.5)
    assert alike(QUESTION, other).asks(QUESTION, other) == 0


def test_less_meaning_is_enough_with_a_content_word_in_common_only() -> None:
    wish = "What would worry you most about something new?"
    said, other = "Does a step worry you?", "Do you mind another step?"
    words = ("you", "step", "new")
    found = alike(wish, said, other, words=words)
    assert found.likeness(wish, said) == pytest.approx(0.5)
    near = ("you", "worry", "new", "step")
    assert alike(wish, said, words=near).asks(wish, said) == pytest.approx(2 / 3)
    far = alike(wish, other, words=("you", "th", "new", "step"))
    assert far.likeness(wish, other) == pytest.approx(2 / 3)
    assert far.asks(wish, other) == 0


def test_a_question_that_quotes_them_must_be_about_the_words_quoted() -> None:
    about = "Is Torstein still strict about the data?"
    beside = "How is your boat today?"
    found = alike(QUOTING, about, beside, words=("is", "today"))
    assert found.asks(QUOTING, about) > 0
    assert found.asks(QUOTING, beside) == 0


def test_a_matter_is_taken_up_by_most_of_its_words_or_by_meaning_and_a_word() -> None:
    want = "a day for the test with Leif"
    assert alike(want, "Shall we fix a day to test it with Leif?").is_about(
        want, "Shall we fix a day to test it with Leif?"
    )
    said = "Leif could try it on Monday."
    assert not alike(want, said).is_about(want, said)
    assert alike(want, said, words=("leif",)).is_about(want, said)


def test_a_number_in_common_makes_no_matter() -> None:
    want, said = "A full record for all 3 pools.", "I'll write for three pools."
    assert not alike(want, said).is_about(want, said)


def test_a_matter_of_one_word_is_that_word() -> None:
    assert alike("price", "The price is fair.").is_about("price", "The price is fair.")
    assert not alike("price", "It is fair.", words=("i",)).is_about("price", "It is fair.")
