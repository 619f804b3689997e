"""Every rule fires in the drafts in which it must, and stays silent in those that it must leave."""

from __future__ import annotations

import pytest

from tests.care.review.people import them_who_said
from theirside.care.review import review
from theirside.care.review.rule import Documented, Example, documented, packs

RULES = documented()
PACKS = ("closing", "gift", "plain", "pressure", "respect", "them")


def cases(kind: str) -> list[tuple[Documented, Example]]:
    return [(each, example) for each in RULES for example in getattr(each, kind)]


def name(case: object) -> str:
    if isinstance(case, Documented):
        return case.rule.id
    assert isinstance(case, Example)
    return case.text[:30]


@pytest.mark.parametrize(("it", "example"), cases("fires"), ids=name)
def test_a_rule_fires_where_it_must(it: Documented, example: Example) -> None:
    found = review(example.text, example.kind, them_who_said(example.they), chosen=[it.rule])
    assert found, "it must fire here"
    if example.at:
        underlined = [" ".join(example.text[each.start : each.end].split()) for each in found]
        assert " ".join(example.at.split()) in underlined
    for each in found:
        assert "{" not in each.message + each.why + each.better, "a name was not filled in"


@pytest.mark.parametrize(("it", "example"), cases("silent"), ids=name)
def test_a_rule_stays_silent_where_it_must(it: Documented, example: Example) -> None:
    found = review(example.text, example.kind, them_who_said(example.they), chosen=[it.rule])
    assert [each.message for each in found] == []


@pytest.mark.parametrize("it", RULES, ids=name)
def test_a_rule_is_whole(it: Documented) -> None:
    rule = it.rule
    assert len(it.fires) >= 2
    assert len(it.silent) >= 2
    for text in (rule.name, rule.message, rule.why, rule.better, rule.source):
        assert text == text.strip()
        assert text
    assert "\n" not in rule.message
    assert len(rule.message) <= 90


def test_the_packs_are_the_documented_ones() -> None:
    assert set(packs()) <= set(PACKS)
