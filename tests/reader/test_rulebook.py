"""The rules as they are written down are the rules of the labels, and up to date."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from theirside.reader import label as label_module
from theirside.reader import rulebook
from theirside.reader.kept import KEPT
from theirside.reader.label import Pattern, Rule, authored, rules


@pytest.fixture(scope="module")
def written() -> str:
    return rulebook.written()


def without_ways(found: tuple[Rule, ...]) -> list[Rule]:
    def bare(pattern: Pattern) -> Pattern:
        return replace(pattern, ways=())

    return [replace(rule, patterns=tuple(map(bare, rule.patterns))) for rule in found]


def test_the_kept_file_is_what_the_labels_come_to(written: str) -> None:
    assert KEPT.read_text(encoding="utf-8") == written, "run: python scripts/reference.py"


def test_opened_again_the_rules_are_those_of_the_labels(written: str) -> None:
    assert without_ways(rulebook.opened(json.loads(written))) == without_ways(authored())


def test_nearly_every_pattern_needs_some_word(written: str) -> None:
    patterns = [each for rule in rulebook.opened(json.loads(written)) for each in rule.patterns]
    assert sum(not each.ways for each in patterns) <= len(patterns) // 100


def test_where_a_label_was_edited_the_rules_are_worked_out_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some, usual = authored()[:2], rules()[:2]
    monkeypatch.setattr(label_module, "kept", lambda: None)
    monkeypatch.setattr(label_module, "authored", lambda: some)
    anew = rules.__wrapped__()
    assert without_ways(anew) == without_ways(some)
    assert [[each.ways for each in rule.patterns] for rule in anew] == [
        [each.ways for each in rule.patterns] for rule in usual
    ]
