"""What a rule looks for, and when finding it counts."""

from __future__ import annotations

import pytest

from tests.care.review.rules import found, rule
from theirside.care.review.draft import draft
from theirside.care.review.phrase import Phrase, phrases, says
from theirside.errors import SettingsError


def test_a_pattern_reads_short_forms_and_either_case() -> None:
    assert found(rule("says", patterns=["we are sure"]), "Well, WE’RE SURE of it.") == [
        "WE’RE SURE"
    ]


def test_a_pattern_begins_where_a_word_does() -> None:
    assert found(rule("says", patterns=["art"]), "A start, an art.") == ["art"]


def test_opens_matches_where_a_clause_begins_and_underlines_it_alone() -> None:
    it = rule("says", patterns=[{"opens": "we are the best"}])
    assert found(it, "I said hello, and we are the best.") == ["we are the best"]
    assert found(it, "Nobody knows whether we are the best.") == []


def test_is_matches_a_sentence_as_a_whole() -> None:
    it = rule("says", patterns=[{"is": "any news"}])
    assert found(it, "Any news? Is there any news of Dana?") == ["Any news?"]


def test_the_part_named_body_is_what_is_underlined() -> None:
    it = rule("says", patterns=["if (?P<body>you sign)"])
    assert found(it, "Only if you sign today.") == ["you sign"]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("anywhere", ["cards", "cards", "cards", "cards"]),
        ("subject", ["cards"]),
        ("opening", ["cards"]),
        ("closing", ["cards"]),
        ("question", ["cards"]),
        ("body", ["cards", "cards", "cards"]),
        ("greeting", []),
    ],
)
def test_where_a_rule_looks(where: str, words: list[str]) -> None:
    text = "Subject: The cards\n\nHi Dana,\n\ncards first. And cards second?\n\nBut cards last."
    assert found(rule("says", patterns=["cards"], where=where), text) == words


def test_unless_silences_the_sentence_and_unless_draft_the_draft() -> None:
    text = "Buy it now. You asked for it: buy it now."
    assert found(rule("says", patterns=["buy it"], unless=["you asked"]), text) == ["Buy it"]
    assert found(rule("says", patterns=["buy it"], unless_draft=["you asked"]), text) == []


def test_needs_must_stand_somewhere() -> None:
    it = rule("says", patterns=["buy it"], needs=["price"])
    assert found(it, "Buy it. The price is low.") == ["Buy it"]
    assert found(it, "Buy it. The pace is low.") == []


def test_before_and_then_look_at_the_next_sentences() -> None:
    it = rule("says", patterns=["i agree"], then=["but"])
    assert found(it, "I agree. But it is dear.") == ["I agree"]
    assert found(it, "I agree. It is dear. But so be it.") == []
    it = rule("says", patterns=["but"], before=["i agree"])
    assert found(it, "I agree. But it is dear.") == ["But"]
    assert found(it, "But it is dear.") == []


def test_what_is_in_quotation_marks_is_let_pass_unless_no_guard_is_named() -> None:
    text = "He wrote “buy it” twice."
    assert found(rule("says", patterns=["buy it"]), text) == []
    assert found(rule("says", patterns=["buy it"], guards=[]), text) == ["buy it"]


def test_a_guard_lets_pass_what_is_negated() -> None:
    text = "We do not press you."
    assert found(rule("says", patterns=["press you"], guards=["negated"]), text) == []


def test_of_two_matches_in_one_place_the_longer_is_told() -> None:
    it = rule("says", patterns=["quick", "quick call"])
    assert found(it, "A quick call?") == ["quick call"]


def test_a_phrase_is_not_tried_where_its_words_are_missing() -> None:
    it = Phrase("(", ways=((frozenset({"card"}),),))  # compiled, it would be an error
    assert not says(draft("No such word."), [it])
    with pytest.raises(SettingsError, match="makes no sense"):
        says(draft("A card."), [it])


def test_an_unknown_word_list_is_named() -> None:
    with pytest.raises(SettingsError, match="NOSUCHLIST"):
        phrases(["{NOSUCHLIST}"])


def test_word_lists_of_the_packs_and_of_the_reader_are_filled_in() -> None:
    [own], [readers] = phrases(["{ASK}"]), phrases(["{MONTH}"])
    assert says(draft("Can you do that?"), [own])
    assert says(draft("In March."), [readers])


@pytest.mark.parametrize("content", [{"where": "nowhere"}, {"guards": ["asleep"]}])
def test_what_is_misspelled_is_an_error_that_names_the_rule(content: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=r"tried\.out"):
        rule("says", patterns=["x"], **content)
