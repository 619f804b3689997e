"""Which rules are held against which texts, and what the sheet and the score say."""

from __future__ import annotations

from evals.judgements import Verdict
from evals.review import chosen, found_in, score, sheet
from evals.review_texts import Text
from theirside.care.review import DraftKind
from theirside.care.review.rule import rules

SENTENCE = Text("sentence", "Just following up on the fence.", DraftKind.MAIL, whole=False)
RULE = "pressure.checking_in"


def ids(text: Text) -> set[str]:
    return {each.id for each in chosen(text, rules().values())}


def test_a_sentence_is_held_against_no_rule_that_needs_a_whole_mail() -> None:
    found = ids(SENTENCE)
    assert RULE in found
    assert not found & {"gift.we_first", "plain.many_asks", "gift.empty_subject"}


def test_a_note_is_held_against_rules_for_notes_only() -> None:
    found = ids(Text("note", "He is difficult.", DraftKind.NOTE, whole=True))
    assert "respect.difficult" in found
    assert RULE not in found


def test_nothing_is_held_against_a_rule_that_needs_the_person() -> None:
    assert not any(name.startswith("them.") for name in ids(SENTENCE))


def test_a_finding_is_named_by_text_rule_and_place_and_without_words() -> None:
    [found] = [each for each in found_in([SENTENCE], with_off=False) if each.rule.id == RULE]
    assert found.id == f"{SENTENCE.id}:{RULE}:0"
    assert "fence" not in found.id


def test_what_was_judged_is_not_listed_again() -> None:
    found = found_in([SENTENCE], with_off=False)
    assert any("#1 " in line for line in sheet(found, 5, {}))
    judged = {each.id: Verdict(True) for each in found}
    assert not list(sheet(found, 5, judged))


def test_the_score_counts_what_was_judged() -> None:
    found = [each for each in found_in([SENTENCE], with_off=False) if each.rule.id == RULE]
    row = next(line for line in score(found, {found[0].id: Verdict(False)}) if RULE in line)
    assert row.split()[1:5] == ["1", "1", "0", "0.000"]
