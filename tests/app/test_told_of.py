"""Whom a talk may name: the few who could be meant, and never everybody."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import queries
from theirside.app.services import keep
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")

ROSE = Speaker("Rose Hill", "rose@fernhill.example", company="Fern & Hill Ltd", side=Side.THEIRS)
LARS = Speaker("Lars Holm", "lars@cellar.example", company="Brauhaus", side=Side.THEIRS)
IDA = Speaker("Ida Marie O'Neil", "ida@elsewhere.example", side=Side.THEIRS)
TOM = Speaker("Tom", "tom@third.example", side=Side.THEIRS)


def named_in(text: str) -> set[str]:
    """Return who may be named in a talk of Anna's in which this was said."""
    talk = thread("t", mail("<1@x>", ANNA, text, SAM))
    for number, each in enumerate((ROSE, LARS, IDA, TOM)):
        keep(thread(f"o{number}", mail(f"<o{number}@x>", each, "Good morning.", SAM)))
    keep(talk)
    told_of = queries.people_told_of(queries.conversation("t").conversation)
    assert {*told_of.by_id} == {each.id for each in told_of.persons}
    return {each.name for each in told_of.persons}


@pytest.mark.parametrize(
    ("text", "besides"),
    [
        ("We start on Monday.", set()),
        ("Mrs Hill knows it.", {"Rose Hill"}),
        ("ROSE knows it.", {"Rose Hill"}),
        ("Ask O'Neil, not Tom.", {"Ida Marie O'Neil"}),
        ("Ask Marie.", {"Ida Marie O'Neil"}),
    ],
)
def test_it_is_who_is_there_their_colleagues_and_who_has_a_name_that_is_said(
    text: str, besides: set[str]
) -> None:
    assert named_in(text) == {"Anna Bauer", "Lars Holm", *besides}


def test_colleagues_are_known_by_their_domain_where_no_company_is_told() -> None:
    lars, other = (
        Speaker(f"{name} Holm", f"{name}@fernhill.example", side=Side.THEIRS)
        for name in ("lars", "other")
    )
    keep(thread("u", mail("<u@x>", other, "Good morning.", SAM)))
    keep(thread("t", mail("<1@x>", lars, "Yes.", SAM)))

    told_of = queries.people_told_of(queries.conversation("t").conversation)

    assert {each.name for each in told_of.persons} == {"lars Holm", "other Holm"}


def test_those_there_keep_their_voices() -> None:
    named_in("Mrs Hill knows it.")
    talk = queries.conversation("t").conversation

    anna = queries.people_told_of(talk).of("t", talk.turns[0].speaker)

    assert anna is not None
    assert anna.name == "Anna Bauer"


def test_it_takes_as_many_queries_for_many_as_for_few() -> None:
    named_in("Mrs Hill knows it.")
    talk = queries.conversation("t").conversation
    with CaptureQueriesContext(connection) as few:
        queries.people_told_of(talk)
    for number in range(12):
        who = Speaker(f"Rose Number{number}", f"r{number}@x{number}.example", side=Side.THEIRS)
        keep(thread(f"m{number}", mail(f"<m{number}@x>", who, "Good morning.", SAM)))
    with CaptureQueriesContext(connection) as many:
        queries.people_told_of(talk)
    assert len(many) == len(few)
