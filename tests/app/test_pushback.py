"""Pushback of stored people, and of words that were only just said."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, said
from theirside.app import queries, services
from theirside.app.places import offer_path
from theirside.app.pushback import pushback_at, pushback_said
from theirside.care.pushback.pushed import SAID
from theirside.errors import AmbiguousError, NotFoundError
from theirside.reader.patterns import PatternReader

DEAR = "That's far too expensive for a brewery."
LATER = "Call me again after the harvest."
TALK = call(
    "call-a",
    (ANNA, DEAR),
    (SAM, "That's a fair point."),
    (BEN, LATER),
    (ANNA, "If it fails I'm the one who explains it."),
)
MARKS = [
    said(0, DEAR, "pushback.price"),
    said(2, LATER, "pushback.timing"),
    said(3, "If it fails I'm the one who explains it.", "facet.stake"),
]


@pytest.fixture
def kept(store: object) -> None:
    services.keep(TALK, MARKS, "test-1")


pytestmark = pytest.mark.usefixtures("kept")


def test_a_person_has_their_own_pushback() -> None:
    [found] = pushback_at("anna")
    assert found.person is not None
    assert found.person.name == "Anna Bauer"
    [one] = found.pushed
    assert (one.kind, [each.way for each in one.answers]) == ("price", ["acknowledged"])
    assert [each.source for each in one.reasons] == ["stake"]


def test_a_conversation_has_everybody_s_in_the_order_in_which_they_spoke() -> None:
    found = pushback_at("call-a")
    assert [each.person.name for each in found if each.person] == ["Anna Bauer", "Ben Okafor"]
    assert [each.kind for one in found for each in one.pushed] == ["price", "timing"]


def test_what_is_neither_is_an_error_that_names_both_lists() -> None:
    with pytest.raises(NotFoundError, match="no person and no conversation"):
        pushback_at("Zebulon")


def test_what_fits_several_people_is_not_looked_for_among_conversations() -> None:
    with pytest.raises(AmbiguousError):
        pushback_at("brauhaus")


def test_words_just_said_are_read_and_quoted_from_a_talk_of_their_own() -> None:
    found = pushback_said(f"  {DEAR}\n", reader=PatternReader())
    [one] = found.pushed
    assert found.person is None
    assert (one.kind, one.reasons, one.guessed) == ("price", (), False)
    assert one.evidence[0].conversation == SAID
    assert one.evidence[0].stands_in(found.conversations[0])


def test_with_the_person_there_are_reasons() -> None:
    found = pushback_said(DEAR, to="anna", reader=PatternReader())
    assert found.person is not None
    assert [each.source for each in found.pushed[0].reasons] == ["stake"]
    assert [each.id for each in found.conversations] == [SAID, "call-a"]


def test_the_kind_that_is_told_counts_and_not_the_reader_s() -> None:
    [one] = pushback_said(DEAR, kind="trust", reader=PatternReader()).pushed
    assert (one.kind, one.evidence[0].text) == ("trust", DEAR)


def test_a_kind_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(NotFoundError, match="price, timing"):
        pushback_said(DEAR, kind="weather", reader=PatternReader())


def test_words_that_are_no_pushback_give_none() -> None:
    assert pushback_said("I like the blue one.", reader=PatternReader()).pushed == ()


def test_what_the_offer_says_is_set_against_their_words() -> None:
    offer_path().write_text(
        "name: Lantern\nfacts:\n  - id: offline\n    statement: It works offline.\n"
        "    topic: [network]\n    contradicts: [works only with a network]\n",
        encoding="utf-8",
    )
    [one] = pushback_said(
        "It works only with a network.", kind="capability", reader=PatternReader()
    ).pushed
    assert [each.fact for each in one.reasons] == ["It works offline."]
    assert one.responses[0].id == "capability.it-does"


def test_who_speaks_in_a_conversation_is_told_in_order() -> None:
    assert [each.name for each in queries.people_speaking_in("call-a")] == [
        "Anna Bauer",
        "Ben Okafor",
    ]
    assert queries.people_speaking_in("nowhere") == []
