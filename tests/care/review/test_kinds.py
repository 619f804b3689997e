"""Each kind of rule: where it fires, what it tells, where it stays silent."""

from __future__ import annotations

import pytest

from tests.care.review.people import them_who_said
from tests.care.review.rules import findings, found, rule
from theirside.care.review.kinds.grade import grade, syllables
from theirside.care.review.rule import Rule
from theirside.errors import SettingsError


def message(it: Rule, text: str) -> str:
    [only] = findings(it, text)
    return only.message


def test_says_can_tell_only_the_first() -> None:
    assert found(rule("says", patterns=["we"], once="yes"), "We do. We are.") == ["We"]


def test_swap_tells_the_better_word_and_fixes_only_where_it_may() -> None:
    words = {"leverage": "use", "in order to": "to"}
    [one, other] = findings(
        rule("swap", words=words, fix="yes", message="{instead}"),
        "In order to win, leverage it. Leveraged.",
    )
    assert (one.message, one.fix) == ("to", "To")
    assert (other.message, other.fix) == ("use", "use")
    [one] = findings(rule("swap", words=words), "We leverage it.")
    assert one.fix is None


def test_swap_leaves_a_word_that_the_person_uses() -> None:
    it = rule("swap", words={"uptime": "hours without a stop"}, unless_theirs="yes")
    text = "The uptime is good."
    assert found(it, text, them=them_who_said([("goal", "I want a better uptime.")])) == []
    assert found(it, text, them=them_who_said([("goal", "I want fewer stops.")])) == ["uptime"]
    assert found(it, text) == ["uptime"]


def test_count_tells_the_first_beyond_what_is_fine() -> None:
    it = rule("count", patterns=["can you"], most="1", message="{count} of {limit}")
    text = "Can you call? Can you write? Can you come?"
    [one] = findings(it, text)
    assert (text[one.start :], one.message) == ("Can you write? Can you come?", "3 of 1")
    assert found(it, "Can you call?") == []


def test_balance_weighs_one_thing_against_another() -> None:
    it = rule(
        "balance",
        patterns=["we|our"],
        against=["you|your"],
        least="3",
        most="2",
        message="{count}:{other}",
    )
    assert message(it, "We have our ways, and we like you.") == "3:1"
    assert found(it, "We have our ways, you and your team.") == []
    assert found(it, "We, our, we: you and your.") == []
    assert found(it, "We have our ways.") == []


def test_late_tells_what_stands_too_far_down() -> None:
    it = rule("late", patterns=["can you"], after="5", message="{count}")
    assert message(it, "One two three four five six. Can you come?") == "6"
    assert found(it, "One two three four five. Can you come?") == []
    assert found(it, "Can you come? One two three four five six. Can you come?") == []


def test_missing_tells_what_is_not_said() -> None:
    it = rule("missing", patterns=["because"], least="4")
    assert found(it, "We write to you. Yes.") == ["We write to you."]
    assert found(it, "We write because of you.") == []
    assert found(it, "We write you.") == []


def test_missing_underlines_what_calls_for_it() -> None:
    it = rule("missing", patterns=["because"], at=["can you"])
    assert found(it, "Hello there. Can you come?") == ["Can you"]
    assert found(it, "Hello there. Come!") == []


def test_missing_may_be_asked_of_first_mails_only() -> None:
    it = rule("missing", patterns=["because"], first="yes")
    reply = "We come.\n\nOn Mon, 2 Mar 2026 at 09:12, Dana Whitfield wrote:\n> When?\n"
    assert found(it, "We come.") == ["We come."]
    assert found(it, reply) == []


@pytest.mark.parametrize(
    ("of", "text", "words"),
    [
        ("sentence", "One two three. One two three four.", ["One two three four."]),
        ("draft", "One two. Three four.", ["One two."]),
        ("paragraph", "One two. Three four.\n\nOne two.", ["One two."]),
        ("subject", "Subject: one two three four\n\nHello.", ["one two three four"]),
    ],
)
def test_long_counts_words(of: str, text: str, words: list[str]) -> None:
    assert found(rule("long", of=of, most="3"), text) == words


def test_long_says_how_long() -> None:
    it = rule("long", of="sentence", most="2", message="{count}/{limit}")
    assert message(it, "One two three.") == "3/2"


def test_the_grade_is_that_of_kincaid() -> None:
    # "The cat sat." 3 words, 1 sentence, 3 syllables: 0.39 * 3 + 11.8 * 1 - 15.59
    assert grade([["The", "cat", "sat"]]) == pytest.approx(-2.62)
    # 4 words in 2 sentences, 8 syllables: 0.39 * 2 + 11.8 * 2 - 15.59
    assert grade([["paper", "paper"], ["paper", "paper"]]) == pytest.approx(8.79)


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("paper", 2), ("table", 2), ("liked", 1), ("wanted", 2), ("the", 1), ("idea", 2)],
)
def test_syllables_are_counted_by_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_grade_fires_on_hard_texts_that_are_long_enough() -> None:
    hard = "Organisational considerations necessitate comprehensive reconfiguration."
    it = rule("grade", most="10", least="5")
    assert found(it, f"It is so. {hard}") == [hard]
    assert found(it, "It is so. We like the sea and the sun.") == []
    assert found(rule("grade", most="10", least="50"), hard) == []


def test_repeated_finds_doubled_words_with_their_fix() -> None:
    [one] = findings(rule("repeated"), "It is the the same.")
    assert (one.fix, one.start, one.end) == ("the", 6, 13)
    assert found(rule("repeated"), "I know that that is so. US us. Well-well known.") == []


def test_repeated_finds_sentences_that_begin_alike() -> None:
    it = rule("repeated", opening=["i|we"], times="3")
    assert found(it, "I am here. We came. I saw. I left.") == ["I saw."]
    assert found(it, "I am here. We came. You saw. I left. We did.") == []


def test_written_looks_at_the_letters_as_they_are() -> None:
    it = rule("written", pattern=r"\b[A-Z]{4,}\b")
    assert found(it, "This is GREAT, see https://GREAT.example and great.") == ["GREAT"]
    [one] = findings(rule("written", pattern="(!)!+", instead=r"\1"), "Yes!!!")
    assert one.fix == "!"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("long", {"of": "book", "most": "3"}),
        ("long", {"of": "draft", "most": "many"}),
        ("owed", {"what": "money", "fresh": "3"}),
        ("says", {}),
        ("nosuch", {}),
    ],
)
def test_a_bad_rule_is_named(kind: str, content: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"tried\.out"):
        rule(kind, **content)


def test_standing_counts_only_asks_since_which_nothing_looks_like_giving() -> None:
    it = rule("standing", least="2", against=["here is"], message="{asked}, {since}")
    asks = [("asked", "Could you send me the plans?"), ("asked", "Could we meet on Friday?")]
    draft = "Are you ready to go ahead?"
    [one] = findings(it, draft, them=them_who_said(asks))
    assert one.message == "2, no gift found"
    assert [each.text for each in one.quotes] == [text for _, text in asks]
    assert found(it, draft, them=them_who_said(asks, then_we=["Here is the drawing."])) == []
    assert found(it, f"Here is the drawing. {draft}", them=them_who_said(asks)) == []
    assert found(it, "Thank you.", them=them_who_said(asks)) == []
    assert found(it, draft) == []
    given = [("gave", "The survey."), ("on", "2026-01-02"), *asks]
    [one] = findings(it, draft, them=them_who_said(given))
    assert one.message == "2, since our gift of 2 Jan 2026"
