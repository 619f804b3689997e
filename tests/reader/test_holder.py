"""Whose view it is."""

from __future__ import annotations

import pytest

from theirside.reader.holder import antecedent, attributed_to, is_person, person_at


@pytest.mark.parametrize(
    "words",
    ["my boss", "our head of purchasing", "Dana", "Dana Lee", "she", "our CFO", "Dana from finance",
     "our head gardener", "the dentist", "my brother's"],
)  # fmt: skip
def test_names_a_person(words: str) -> None:
    assert is_person(words)


@pytest.mark.parametrize(
    "words", ["the oven", "our price", "We", "This", "the weather", "our checklist", "my the boss"]
)
def test_names_nobody(words: str) -> None:
    assert not is_person(words)


def test_a_person_may_be_named_by_a_word_more() -> None:
    text = "our night nurse worries"
    assert person_at(text, 0, len("our night")) == "our night nurse"
    assert person_at("our night shift worries", 0, len("our night")) == ""


def test_a_capital_before_a_plural_verb_is_no_name() -> None:
    assert person_at("Clients want more", 0, len("Clients")) == ""
    assert person_at("Dana wants more", 0, len("Dana")) == "Dana"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("My boss says we need it", "My boss"),
        ("Dana told me that we need it", "Dana"),
        ("she keeps saying we need it", "she"),
        ("according to our CFO, we need it", "our CFO"),
        ("You said we need it", "You"),
        ("We need it, says Dana.", "Dana"),
        ("I think we need it", ""),
        ("The report says we need it", ""),
        ("She says eight, but I think we need it", ""),
    ],
)
def test_attributes_words_to_whoever_said_them(text: str, whose: str) -> None:
    start = text.lower().index("we need it")
    assert attributed_to(text, start, start + len("we need it")) == whose


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("I asked Marit about it.", "Marit"),
        ("Our head nurse signs for that.", "Our head nurse"),
        ("Marit decides. I like Marit.", "Marit"),
        ("Marit asked Dana about it.", ""),
        ("Our board meets in May.", ""),
        ("It was a long day.", ""),
        ("Maintenance is done. Otherwise we wait.", ""),
        ("", ""),
    ],
)
def test_a_pronoun_means_the_only_person_named_before(before: str, who: str) -> None:
    assert antecedent(before) == who
