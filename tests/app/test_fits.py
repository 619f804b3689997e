"""Decisions on fits: kept, read back, exported, moved with a person, and forgotten with them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import models, queries
from theirside.app.fitting import find_subject
from theirside.app.services import decide_fit, forget, keep, merge
from theirside.conversation import Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.serve.decisions import Decided, due, standing
from theirside.serve.fit import Decision
from theirside.understand.understanding import Person

pytestmark = pytest.mark.usefixtures("store")

AGAIN = date(2027, 4, 1)


def anna() -> Person:
    return queries.find_person("anna bauer")


def ben() -> Person:
    return queries.find_person("ben okafor")


def fill() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "We want quiet.", SAM)))
    keep(thread("t2", mail("<2@x>", BEN, "So do I.", SAM)))


def decide(*people: Person, subject: str = "Anna Bauer", **known: object) -> Decided:
    made = {"because": "No sensors, says Anna Bauer.", "pointed_to": "Nightbell", **known}
    return decide_fit(subject, people, Decision.NOT_US, **made)  # type: ignore[arg-type]


def test_what_was_decided_comes_back_as_it_was_kept() -> None:
    fill()
    kept = decide(anna(), look_again=AGAIN, proposed=Decision.FIT)

    assert queries.fit_decisions() == [kept]
    assert queries.fit_decisions(anna()) == [kept]
    assert queries.fit_decisions(ben()) == []
    assert (kept.because, kept.look_again) == ("No sensors, says Anna Bauer.", AGAIN)
    assert kept.did_right


def test_a_decision_needs_a_reason_and_somebody() -> None:
    fill()
    with pytest.raises(ValueError, match="reason"):
        decide(anna(), because=" ")
    with pytest.raises(ValueError, match="somebody"):
        decide()
    assert queries.fit_decisions() == []


def test_somebody_who_is_gone_is_told_and_nothing_is_kept() -> None:
    fill()
    with pytest.raises(NotFoundError):
        decide(anna(), Person("nobody", ("Nobody",)))
    assert not models.FitDecision.objects.exists()


def test_it_is_in_the_export() -> None:
    fill()
    decide(anna())
    form = queries.export_person(anna())
    assert json.loads(json.dumps(form))["fits"][0]["pointed_to"] == "Nightbell"
    assert queries.export_person(ben())["fits"] == []


def test_forgetting_the_only_person_erases_the_decision() -> None:
    fill()
    decide(anna())
    assert forget(anna()).traces == ()
    assert not models.FitDecision.objects.exists()
    assert not models.FitSubject.objects.exists()


def test_forgetting_one_of_a_company_leaves_the_decision_without_their_name() -> None:
    fill()
    decide(anna(), ben(), subject="Brauhaus")
    assert forget(anna()).traces == ()
    [kept] = queries.fit_decisions()
    assert kept.people == (ben().id,)
    assert kept.because == "No sensors, says ██████████."


def test_whoever_is_merged_brings_their_decisions() -> None:
    fill()
    keep(thread("t3", mail("<3@x>", Speaker("Anna", "a@home.example", side=Side.THEIRS), "Hi.")))
    other = queries.find_person("a@home.example")
    decide(anna(), other, subject="both")
    decide(other, subject="other")
    merge(anna(), other)
    assert [each.people for each in queries.fit_decisions()] == [(anna().id,)] * 2


def test_a_subject_is_a_person_else_a_company() -> None:
    fill()
    assert find_subject("anna").people == (anna(),)
    assert find_subject("brauhaus").people == (anna(), ben())
    with pytest.raises(NotFoundError):
        find_subject("nowhere")


def test_a_name_of_several_people_without_a_company_stays_ambiguous() -> None:
    fill()
    keep(thread("t4", mail("<4@x>", Speaker("Anna Roth", "r@other.example", side=Side.THEIRS), "")))
    with pytest.raises(AmbiguousError):
        find_subject("anna")


def made(subject: str, day: int, again: date | None, decision: Decision) -> Decided:
    at = datetime(2026, 1, day, tzinfo=UTC)
    return Decided(subject, ("x",), decision, "why", "", again, None, at)


def test_only_the_last_decision_on_somebody_stands_and_comes_back() -> None:
    first = made("Anna", 1, date(2026, 2, 1), Decision.NOT_NOW)
    later = made("anna", 5, None, Decision.FIT)
    other = made("Ben", 2, date(2026, 3, 1), Decision.NOT_NOW)
    assert standing([later, other, first]) == [other, later]
    assert due([first], date(2026, 2, 1)) == [first]
    assert due([first, later, other], date(2026, 2, 28)) == []
    assert due([first, later, other], date(2026, 3, 1)) == [other]


def test_right_was_done_by_whoever_was_told_and_pointed_on() -> None:
    from dataclasses import replace

    told = made("Anna", 1, None, Decision.NOT_US)
    assert not told.did_right
    assert replace(told, pointed_to="Nightbell").did_right
    assert not replace(told, pointed_to="Nightbell", decision=Decision.FIT).did_right
