"""Reviews with what the store knows: whom a draft is for, safe changes, what is switched off."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import queries, services
from theirside.app.access import NotAllowedError
from theirside.app.places import Database
from theirside.app.reviewing import fix, reviewed, switch_rule
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.care.review import DraftKind
from theirside.understand.understanding import Person

DRAFT = "Hello Anna,\r\n\r\nAt this point in time we wait.\r\nAt this point in time nobody knows."


@pytest.fixture
def anna(store: Database) -> Person:
    services.keep(thread("t", mail("a", ANNA, "Hello.", SAM)), [], "test-1")
    return queries.find_person("anna")


def test_places_count_line_ends_as_one_character(anna: Person) -> None:
    found = reviewed(DRAFT, DraftKind.MAIL)

    [first, second] = found.safe
    assert found.text[first.start : first.end].casefold() == "at this point in time"
    assert (first.line, second.line) == (3, 4)
    assert "\r" not in found.text


def test_nothing_written_has_no_findings(anna: Person) -> None:
    assert reviewed("  \r\n", DraftKind.MAIL, anna).findings == ()


def test_one_safe_change_or_all(anna: Person) -> None:
    found = reviewed(DRAFT, DraftKind.MAIL)
    once = fix(DRAFT, DraftKind.MAIL, at=found.safe[1].start)

    assert once.casefold().count("at this point in time") == 1
    assert "at this point in time" not in fix(DRAFT, DraftKind.MAIL).casefold()
    assert fix(DRAFT, DraftKind.MAIL, at=0) == found.text


def test_switched_off_for_one_person_only(anna: Person) -> None:
    rule = reviewed(DRAFT, DraftKind.MAIL).safe[0].rule
    switch_rule(rule, on=False, person=anna)

    assert rule not in {each.rule for each in reviewed(DRAFT, DraftKind.MAIL, anna).findings}
    assert [each.rule for each in reviewed(DRAFT, DraftKind.MAIL, anna).switched_off] == [rule]
    assert rule in {each.rule for each in reviewed(DRAFT, DraftKind.MAIL).findings}
    switch_rule(rule, on=True, person=anna)
    assert rule in {each.rule for each in reviewed(DRAFT, DraftKind.MAIL, anna).findings}


def test_for_everybody_it_is_a_setting(anna: Person) -> None:
    rule = reviewed(DRAFT, DraftKind.MAIL).safe[0].rule
    with seen_by(Viewer(1, Role.SELLER)), pytest.raises(NotAllowedError):
        switch_rule(rule, on=False)

    switch_rule(rule, on=False)

    assert rule not in {each.rule for each in reviewed(DRAFT, DraftKind.MAIL).findings}
