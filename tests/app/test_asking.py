"""Whose side somebody is on, asked: the words that help to say so."""

from __future__ import annotations

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app.asking import first_words

TALK = thread("t", mail("1", ANNA, "I put a new draft of it in the folder.", SAM))


def test_words_are_cut_between_words() -> None:
    assert first_words(TALK, ANNA.label, 20) == "I put a new draft of …"
    assert first_words(TALK, ANNA.label, 18) == "I put a new draft …"
    assert first_words(TALK, ANNA.label, 400) == "I put a new draft of it in the folder."


def test_one_long_word_is_cut_where_it_must_be() -> None:
    talk = thread("t", mail("1", ANNA, "x" * 40, SAM))

    assert first_words(talk, ANNA.label, 10) == "x" * 10 + " …"


def test_who_says_nothing_has_no_words() -> None:
    assert first_words(TALK, "Somebody Else") == ""
