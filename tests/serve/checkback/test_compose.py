"""What is played back: their own words about themselves, unjudged, few, in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.understand.talks import day, observed
from theirside.serve.checkback.compose import Others, compose, held_back
from theirside.serve.checkback.statement import Page, Section
from theirside.understand.understanding import (
    Gap,
    Observation,
    Person,
    Promise,
    Status,
    Understanding,
)

GOAL = observed("goal", "I want to halve the waiting list before the audit.")


def known(*observations: Observation, **more: object) -> Understanding:
    person = Person("dana", ("Dana Whitfield",))
    whole = Understanding(person, 1, day(1), day(30), observations, (), ())
    return replace(whole, **more)  # type: ignore[arg-type]


def made(*observations: Observation, **more: object) -> Page:
    others = Others(frozenset({"priya", "nair"}))
    return compose(known(*observations, **more), code="0badcafe", signed="Sam", others=others)


def shown(*observations: Observation, **more: object) -> list[str]:
    return [each.shown for each in made(*observations, **more).statements]


def test_their_words_are_turned_to_you() -> None:
    assert shown(GOAL) == ["You want to halve the waiting list before the audit."]


def test_where_grammar_is_not_safe_they_are_quoted() -> None:
    said = observed("criterion", "The vans have to be checked before they leave.")
    assert shown(said) == ["You said: “The vans have to be checked before they leave.”"]


@pytest.mark.parametrize(
    "left_out",
    [
        observed("feeling", "I was worried about the first week of the harvest."),
        observed("belief", "I believe that your app needs a network everywhere."),
        observed("value", "I would rather fix a pump than write about one.", said_by="Priya Nair"),
        replace(observed("value", "I would rather mend a pump than write."), holder="my boss"),
        observed("decider", "I ask Priya before I sign for anything like this."),
        observed("process", "She decides about anything that has a plug on it."),
        replace(observed("goal", "I want every van checked before it leaves."), probability=0.4),
        replace(
            observed("goal", "I want every van checked before it leaves."),
            status=Status.CONFIRMED,
        ),
        replace(observed("goal", "I want every van checked before it leaves."), replaced_by="o9"),
    ],
    ids=lambda each: f"{each.facet}-{each.status}-{each.statement[:20]}",
)
def test_what_is_not_theirs_to_judge_is_left_out(left_out: Observation) -> None:
    assert shown(GOAL, left_out) == ["You want to halve the waiting list before the audit."]


def test_why_something_is_left_out_can_be_told() -> None:
    goal = observed("goal", "I want every van checked before it leaves.")
    found = held_back(
        known(
            GOAL,
            observed("feeling", "I was worried about the first week of the harvest."),
            observed("decider", "I ask Priya before I sign for anything like this."),
            replace(goal, probability=0.4),
            replace(goal, status=Status.CONFIRMED),
            observed("goal", "Fewer vans."),
        ),
        Others(frozenset({"priya"})),
    )
    assert found == {
        "a feeling or belief, for a talk rather than a tick": 1,
        "about somebody else, too": 1,
        "not sure enough (below 0.6)": 1,
        "judged already": 1,
        "too short or too long to stand by itself": 1,
    }


def test_what_is_older_than_its_facet_stays_fresh_is_left_out() -> None:
    assert shown(GOAL, last_at=day(1 + 40 * 31)) == []


def test_few_statements_and_few_of_a_facet_each_with_its_number() -> None:
    facets = ("goal", "pain", "value", "criterion", "constraint", "habit")
    things = iter(
        "shelf pump van wheel pond book gate lamp rope kettle ladder mirror candle bucket anchor "
        "violin saddle hammer barrel basket bottle carpet curtain drawer engine fence goose "
        "harbour island jacket kitchen lantern meadow needle orchard paddle".split()
    )
    many = [
        observed(facet, f"My {next(things)} is older than our {next(things)}", number)
        for facet in facets
        for number in (1, 2, 3)
    ]
    found = made(*many).statements
    assert [each.number for each in found] == list(range(1, 10))
    assert max(sum(each.facet == facet for each in found) for facet in facets) == 2


def test_what_they_are_wary_of_comes_after_what_matters() -> None:
    page = made(observed("risk", "I won't be the first to try something again."), GOAL)
    assert [each.section for each in page.statements] == [Section.MATTERS, Section.WARY]
    assert [title for title, _ in page.sections] == [
        "What matters to you",
        "What you are wary of",
    ]


def test_the_tone_is_the_one_they_like() -> None:
    assert made(GOAL).tone.id == "warm"
    brief = observed("taste", "Please no calls, mail me the short version of it.")
    assert made(GOAL, brief).tone.id == "short"


def test_what_i_owe_is_what_was_promised_lately() -> None:
    lately = Promise("I'll send you the list on Monday.", True, None, (), day(20))
    theirs = replace(lately, text="I'll send you our list on Friday.", by_us=False)
    long_ago = replace(lately, text="I'll bring the old drawings along.", at=day(-200))
    assert made(GOAL, promises=(lately, theirs, long_ago)).owed == (
        "I'll send you the list on Monday.",
    )


def test_what_i_dont_know_is_asked_of_facets_that_nothing_is_known_of() -> None:
    page = made(GOAL, gaps=(Gap("taste", ""), Gap("feeling", ""), Gap("goal", "", day(1))))
    assert page.unknown == ("How would you like us to stay in touch?",)
