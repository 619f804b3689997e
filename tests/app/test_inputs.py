"""What understanding somebody takes, gathered for several people at once."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import models, queries, services
from theirside.app.understanding import understood, understood_each
from theirside.conversation import Side, Speaker
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person, Status

pytestmark = pytest.mark.usefixtures("store")

CELLAR = "We want a dry cellar."
NIGHTS = "We want quiet nights."


def fill() -> None:
    services.keep(
        thread("t1", mail("<1@x>", ANNA, CELLAR, SAM, BEN), mail("<2@x>", BEN, NIGHTS, SAM)),
        [said(0, CELLAR), said(1, NIGHTS)],
        "test-1",
    )
    services.keep(thread("t2", mail("<3@x>", BEN, NIGHTS, SAM)), [said(0, NIGHTS)], "test-1")
    services.keep(thread("t3", mail("<4@x>", SAM, "Good morning.", ANNA)))


def test_several_are_what_each_is_alone() -> None:
    fill()
    [statement, *_] = understood(anna())[0].current
    services.judge(statement, Status.CONFIRMED)

    several = queries.inputs_of_each([ben(), anna()])

    assert several == [queries.understanding_inputs(ben()), queries.understanding_inputs(anna())]
    assert [each.unread for each in several] == [0, 1]
    assert [len(each.judgements) for each in several] == [0, 1]
    assert understood_each([anna()]) == [understood(anna())]


def test_whom_one_met_says_nothing_of_whom_another_met() -> None:
    fill()
    lone = Speaker("Cara Dunn", "cara@mill.example", side=Side.THEIRS)
    services.keep(thread("t4", mail("<5@x>", lone, NIGHTS, SAM)), [said(0, NIGHTS)], "test-1")
    cara = queries.find_person("cara dunn")

    first, second = queries.inputs_of_each([cara, anna()])

    assert {each.name for each in first.people.persons} == {"Cara Dunn"}
    assert {each.name for each in second.people.persons} == {"Anna Bauer", "Ben Okafor"}


def test_it_takes_as_many_queries_for_two_as_for_one() -> None:
    fill()
    people = [anna(), ben()]
    with CaptureQueriesContext(connection) as one:
        understood_each(people[:1])
    with CaptureQueriesContext(connection) as two:
        understood_each(people)
    assert len(one) == len(two)


def test_whoever_is_gone_is_left_out_and_alone_it_is_said() -> None:
    fill()
    gone = Person("gone", ("Nobody",), (), (), "", "")
    assert [each.person for each in queries.inputs_of_each([gone, anna()])] == [anna()]
    with pytest.raises(NotFoundError, match="Nobody"):
        queries.understanding_inputs(gone)


def test_of_whoever_is_known_from_a_card_only_nothing_is_understood() -> None:
    row = models.Person.objects.create(public="card")
    models.Key.objects.create(person=row, key="name:ida lund", value="Ida Lund")

    understanding, inputs = understood(queries.find_person("ida lund"))

    assert (understanding.person.name, understanding.current) == ("Ida Lund", ())
    assert inputs.conversations == ()
