"""The facets' data files: whole, well worded, and their examples hold."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understand.talks import observed
from theirside.datafile import naming
from theirside.errors import SettingsError
from theirside.understand.facet import Ask, _facet, facets
from theirside.understand.questions import evidence_for
from theirside.understand.understanding import Observation

GLOSSARY = {
    "goal pain stake criterion process decider constraint risk value taste interest irritant habit "
    "belief feeling"
}
ASKS = [ask for facet in facets().values() for ask in facet.questions]
CONDITIONAL = [ask for ask in ASKS if ask.when.known]
OPEN = re.compile(r"\b(?:what|how|when|where|who|which)\b", re.IGNORECASE)
JARGON = re.compile(
    r"\b(?:solution provider|roi|leverage|stakeholders?|pain points?|value proposition|"
    r"decision maker|next steps|circle back|touch base|close|deal|pipeline|sales?)\b",
    re.IGNORECASE,
)


def known_from(entries: tuple[str, ...]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for number, entry in enumerate(entries, 1):
        facet, _, said = entry.partition(": ")
        one, *again = [observed(facet, words, number) for words in said.split(" / ")]
        more = tuple(place for each in again for place in each.evidence)
        together = replace(one, evidence=one.evidence + more)
        found.setdefault(facet, []).append(together)
    return found


def test_there_is_a_file_for_each_facet_of_the_glossary_and_no_other() -> None:
    assert set(facets()) == set(" ".join(GLOSSARY).split())


def test_the_order_of_the_brief_begins_with_what_is_at_stake_and_is_unambiguous() -> None:
    assert next(iter(facets())) == "stake"
    assert [facet.order for facet in facets().values()] == list(range(1, 16))


@pytest.mark.parametrize("name", list(facets()))
def test_a_facet_is_whole(name: str) -> None:
    facet = facets()[name]

    assert 4 <= len(facet.questions) <= 8
    assert 0 < facet.weight <= 1
    assert 1 <= facet.fresh_for <= 36
    assert all(re.fullmatch(r"P([1-9]|1\d|20)", point) for point in facet.practice)
    assert all((facet.heading, facet.group, facet.definition, facet.why, facet.source))
    assert len({ask.id for ask in facet.questions}) == len(facet.questions)
    assert any(ask.when.unknown == name for ask in facet.questions), "something to open with"


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.id)
def test_a_question_is_one_open_question_in_plain_words_and_says_why(ask: Ask) -> None:
    asked = ask.text.replace("“{words}”", "").split(". ")[-1].split(": ")[-1]

    assert ask.text.count("?") == 1
    assert ask.text.endswith("?")
    assert OPEN.search(asked), "answerable by yes or no"
    assert len(asked.split()) <= 20
    assert not JARGON.search(ask.text)
    assert "!" not in ask.text + ask.why
    assert ask.why.endswith(".")
    assert ("{words}" in ask.text) == bool(ask.when.known)


@pytest.mark.parametrize("ask", CONDITIONAL, ids=lambda ask: ask.id)
def test_a_conditional_question_has_examples_that_fire_and_that_stay_silent(ask: Ask) -> None:
    assert len(ask.fires) >= 2
    assert len(ask.silent) >= 2
    for example in ask.fires:
        assert evidence_for(ask, known_from(example)), example
    for example in ask.silent:
        assert evidence_for(ask, known_from(example)) is None, example


def test_a_facet_file_that_lacks_something_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^pain\.yaml: lacks 'name'"), naming("pain.yaml"):
        _facet({"id": "pain", "questions": []})


@given(st.dictionaries(st.sampled_from(["id", "name", "questions", "weight"]), st.integers()))
def test_a_misshapen_facet_file_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(SettingsError), naming("x.yaml"):
        _facet(data)
