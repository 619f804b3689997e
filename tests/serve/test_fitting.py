"""From what is understood of somebody to a proposal, its reasons, and where to point them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.serve.needs import OFFER, TODAY, fit_of, said, understanding
from theirside.serve.fit import Decision, Verdict
from theirside.serve.fitting import fit
from theirside.understand.understanding import Status

MUST = said("criterion", "Whoever we take has to repair the lamps.")
MET = said("pain", "The lamp is out for days and nobody noticed.")
OPEN = said("goal", "We want the young ones to stay.")
FROZEN = said("constraint", "The budget is frozen until 1 September.")


def test_something_binding_against_our_limit_is_not_us_with_the_reason() -> None:
    found = fit_of(MUST, MET)
    assert found.proposal.decision is Decision.NOT_US
    assert found.proposal.firm
    [reason] = found.proposal.reasons
    assert reason.line is not None
    assert reason.line.id == "no-repair"
    assert reason.evidence == MUST.evidence


def test_they_are_pointed_to_who_can_competitors_included() -> None:
    [pointer] = fit_of(MUST, MET).point_to
    assert pointer.to.name == "Brightwater Repairs"
    assert pointer.to.competitor
    assert pointer.needs == (MUST.id,)


def test_nobody_is_pointed_anywhere_without_a_reason() -> None:
    assert fit_of(MET, OPEN, FROZEN).point_to == ()


def test_whoever_it_is_wrong_for_is_told_so() -> None:
    found = fit_of(said("constraint", "The rounds stay with our own crew."))
    assert found.proposal.decision is Decision.NOT_US
    assert found.against[0].text.startswith("Wrong for: Harbours whose own crew")
    assert found.point_to[0].to.name == "The harbour office's own logbook"


def test_what_they_tell_of_somebody_else_decides_nothing() -> None:
    found = fit_of(replace(MUST, holder="the mayor"), MET)
    assert found.proposal.decision is Decision.FIT
    assert "they tell it of somebody else" in found.against[0].text


def test_when_only_the_time_is_wrong_it_is_not_now_until_the_day_they_named() -> None:
    found = fit_of(MET, FROZEN)
    assert found.proposal.decision is Decision.NOT_NOW
    assert found.proposal.look_again == date(2026, 9, 1)
    assert "until 2026-09-01" in found.proposal.reasons[0].text


def test_once_the_day_has_come_it_is_in_nobodys_way() -> None:
    found = fit_of(MET, FROZEN, today=date(2026, 9, 2))
    assert found.proposal.decision is Decision.FIT
    assert [each.need.id for each in found.needs] == [MET.id]


def test_not_us_weighs_more_than_not_now() -> None:
    assert fit_of(MUST, FROZEN).proposal.decision is Decision.NOT_US


def test_something_met_and_nothing_against_it_is_a_fit() -> None:
    found = fit_of(MET, OPEN)
    assert found.proposal.decision is Decision.FIT
    assert found.proposal.reasons[0].evidence == MET.evidence


def test_where_little_is_known_nothing_is_proposed() -> None:
    assert fit_of(OPEN).proposal.decision is None
    assert fit_of().proposal.decision is None
    assert fit_of().share is None


def test_the_share_reaches_from_the_worst_to_the_best_that_the_unknown_may_be() -> None:
    dated = said("criterion", "The inspector must find a paper trail by May.")
    found = fit_of(MET, dated, OPEN, OPEN_TOO)
    assert [found.count(each) for each in Verdict] == [1, 1, 0, 2]
    assert found.share == (1.5 / 4, 3.5 / 4)


OPEN_TOO = said("criterion", "My father has to like it.")


def test_withdrawn_and_replaced_statements_and_other_facets_are_no_needs() -> None:
    found = fit_of(
        replace(MUST, status=Status.WITHDRAWN),
        replace(OPEN, replaced_by="x"),
        said("taste", "Call me in the morning, never repair my sentences."),
    )
    assert found.needs == ()


def test_a_company_is_all_its_people() -> None:
    dana, priya = understanding(MET), understanding(MUST, name="Priya Nair")
    found = fit("Fernhill", [dana, priya], OFFER, today=TODAY)
    assert {each.need.person for each in found.needs} == {"Dana Whitfield", "Priya Nair"}
    assert found.proposal.decision is Decision.NOT_US


def test_a_need_that_they_make_more_of_stands_first() -> None:
    mild = said("goal", "We want the children to swim.")
    found = fit_of(mild, said("goal", "The most important thing is that the ferry runs."))
    assert [each.need.strength for each in found.needs] == [3.0, 1.0]
