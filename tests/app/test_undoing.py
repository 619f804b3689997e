"""Undoing an import: exactly what it brought goes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, thread
from theirside.app import models, queries, services
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.conversation import Conversation
from theirside.errors import NotFoundError

FIRST = thread("a", mail("1", ANNA, "The cellar floods.", SAM))
GROWN = thread("a", mail("1", ANNA, "The cellar floods.", SAM), mail("2", BEN, "It does.", SAM))
CALL = call("b", (BEN, "What does it need?"), (SAM, "A wall."))


def bring(*talks: Conversation, member: int | None = None) -> int:
    number = services.begin_import(["x"], member)
    with services.bringing(number):
        for talk in talks:
            services.keep(talk)
    return number


def texts() -> list[str]:
    rows = models.Turn.objects.order_by("conversation", "place")
    return list(rows.values_list("text", flat=True))


def test_everything_it_brought_goes(store: object) -> None:
    number = bring(FIRST, CALL)

    undone = services.undo_import(number)

    assert (undone.turns, undone.conversations, undone.people) == (3, 2, 2)
    assert not models.Turn.objects.exists()
    assert not models.Conversation.objects.exists()
    assert not models.Speaker.objects.exists()
    assert not models.Person.objects.exists()
    assert queries.account(number).undone_at is not None


def test_what_another_import_brought_stays(store: object) -> None:
    first = bring(FIRST)
    second = bring(GROWN, CALL)

    undone = services.undo_import(second)

    assert (undone.turns, undone.conversations, undone.people) == (3, 1, 1)
    assert texts() == ["The cellar floods."]
    assert models.Conversation.objects.get().reader == ""
    assert [person.name for person, _ in queries.people_brought(first)] == ["Anna Bauer"]


def test_it_can_be_undone_once_and_brought_in_again(store: object) -> None:
    number = bring(FIRST)
    services.undo_import(number)

    with pytest.raises(NotFoundError):
        services.undo_import(number)
    bring(FIRST)
    assert texts() == ["The cellar floods."]


def test_a_person_with_notes_by_hand_stays(store: object) -> None:
    number = bring(FIRST)
    row = models.Person.objects.get()
    models.Preparation.objects.create(
        person=row, day=date(2026, 3, 2), at=datetime(2026, 3, 2, tzinfo=UTC)
    )

    services.undo_import(number)

    assert models.Person.objects.filter(pk=row.pk).exists()


def test_a_talk_that_a_colleague_holds_too_stays_theirs(store: object) -> None:
    nora = models.Member.objects.get(public=services.invite("nora@x.example", Role.SELLER).id)
    tom = models.Member.objects.get(public=services.invite("tom@x.example", Role.SELLER).id)
    number = bring(FIRST, CALL, member=nora.pk)
    services.hold([FIRST.id, CALL.id], Viewer(nora.pk, Role.SELLER))
    services.hold([FIRST.id], Viewer(tom.pk, Role.SELLER))

    with seen_by(Viewer(tom.pk, Role.SELLER)), pytest.raises(NotFoundError):
        services.undo_import(number)
    with seen_by(Viewer(nora.pk, Role.SELLER)):
        undone = services.undo_import(number)
        assert not models.Conversation.objects.exists()

    assert (undone.turns, undone.shared) == (2, 1)
    assert texts() == ["The cellar floods."]
    assert models.Holding.objects.get().member_id == tom.pk


def test_the_import_says_who_and_how_much(store: object) -> None:
    number = bring(FIRST, CALL)

    it = queries.account(number)

    assert it.turns == 3
    assert [(person.name, n) for person, n in queries.people_brought(number)] == [
        ("Anna Bauer", 1),
        ("Ben Okafor", 1),
    ]
