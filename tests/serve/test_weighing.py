"""Met, partly, not met, unknown: what it takes, and what is shown for it."""

from __future__ import annotations

import pytest

from tests.serve.needs import OFFER, fit_of, meaning_of, said, weighed
from theirside.serve.fit import Kind, Verdict

WATCH = OFFER.capabilities[0].statement
NO_REPAIR = OFFER.limits[0].statement


@pytest.mark.parametrize(
    ("facet", "words", "verdict"),
    [
        ("pain", "The lamp is out for days and nobody noticed.", Verdict.MET),
        ("criterion", "The inspector must find a paper trail.", Verdict.MET),
        ("criterion", "The inspector must find a paper trail by May.", Verdict.PARTLY),
        ("criterion", "Whoever we take has to repair the lamps.", Verdict.NOT_MET),
        ("goal", "We want a paper trail for the inspector and a spare lamp.", Verdict.PARTLY),
        ("goal", "We want the young ones to stay.", Verdict.UNKNOWN),
        ("constraint", "Records have to be kept in Norway.", Verdict.MET),
        ("constraint", "It has to be a box that needs no signal.", Verdict.MET),
        ("constraint", "Our data may not leave the county.", Verdict.UNKNOWN),
    ],
)
def test_a_need_is_held_against_the_offers_own_words(
    facet: str, words: str, verdict: Verdict
) -> None:
    assert weighed(facet, words).verdict is verdict


def test_whatever_is_met_shows_the_offers_own_line() -> None:
    found = weighed("pain", "The lamp is out for days and nobody noticed.")
    assert found.matches[0].line.statement == WATCH
    assert found.matches[0].words == ("lamp is out", "nobody noticed")
    assert found.ask == ""


def test_what_is_partly_met_says_what_our_line_does_not() -> None:
    found = weighed("criterion", "The inspector must find a paper trail by May.")
    assert "Our line says nothing of “may”" in found.why
    assert OFFER.capabilities[1].statement.rstrip(".") in found.ask


@pytest.mark.parametrize(
    "words",
    [
        "We need no repair and no spare lamp.",
        "It doesn't have to repair anything.",
        "Without a spare lamp is fine with us.",
    ],
)
def test_what_they_deny_is_no_need(words: str) -> None:
    assert weighed("criterion", words).verdict is Verdict.UNKNOWN


def test_what_they_lack_is_a_need_although_it_is_denied() -> None:
    assert weighed("pain", "We have no logbook and no paper trail.").verdict is Verdict.MET
    assert weighed("pain", "There is no spare lamp in the whole county.").verdict is Verdict.NOT_MET


def test_one_word_by_the_way_is_no_answer() -> None:
    found = weighed("constraint", "I don't care for gulls while I sit under the beacon.")
    assert found.verdict is Verdict.UNKNOWN


def test_likeness_alone_is_never_more_than_partly() -> None:
    words = "I'd like to hear of it before the boats do."
    likely = meaning_of([(words, WATCH, 0.99)])
    [found] = fit_of(said("goal", words), meaning=likely).needs
    assert found.verdict is Verdict.PARTLY
    assert found.matches[0].words == ()
    assert "none of our words stands in it" in found.why
    unlikely = meaning_of([(words, WATCH, 0.3)])
    [found] = fit_of(said("goal", words), meaning=unlikely).needs
    assert found.verdict is Verdict.UNKNOWN


def test_what_speaks_against_us_counts_by_likeness_too() -> None:
    words = "Somebody has to mend the thing when it breaks."
    [found] = fit_of(said("criterion", words), meaning=meaning_of([(words, NO_REPAIR, 0.6)])).needs
    assert found.verdict is Verdict.NOT_MET
    assert found.ask


def test_money_shows_the_price_and_leaves_the_rest_to_them() -> None:
    found = weighed("constraint", "We can pay a thousand euros a year.")
    assert found.verdict is Verdict.UNKNOWN
    assert [match.line.kind for match in found.matches] == [Kind.PRICE]
    assert "“A harbour: 90 euros a month”. Is that within reach?" in found.ask


def test_the_same_words_under_two_facets_are_one_need_the_binding_one() -> None:
    words = "It has to repair the lamps."
    found = fit_of(said("goal", words), said("criterion", words)).needs
    assert [each.need.facet for each in found] == ["criterion"]


def test_what_cannot_be_told_is_asked_in_their_words() -> None:
    found = weighed("goal", "We want the {young} ones to stay.")
    assert found.ask.startswith("You said “We want the {young} ones to stay”.")
