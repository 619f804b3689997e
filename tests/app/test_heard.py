"""When somebody was last heard: what is noted is what their turns tell, whatever was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import Max
from django.db.models.functions import Coalesce

from tests.app.talks import ANNA, BEN, SAM, START, call, mail, thread
from theirside.app import models, queries
from theirside.app.services import bringing, forget, keep, merge, set_side, split, undo_import
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")


def noted() -> dict[str, object]:
    return dict(models.Person.objects.values_list("public", "heard_at"))


def told() -> dict[str, object]:
    """Return the same from the turns."""
    rows = models.Person.objects.annotate(
        last=Max(Coalesce("speakers__turns__at", "speakers__turns__conversation__started_at"))
    )
    return dict(rows.values_list("public", "last"))


@pytest.fixture(autouse=True)
def where_they_were(store: object) -> Iterator[None]:
    """After each test: who took part where is what turns and headers tell."""
    yield
    spoke = models.Turn.objects.filter(speaker__person__isnull=False)
    wrote = models.Recipient.objects.filter(speaker__person__isnull=False)
    true = dict.fromkeys(wrote.values_list("speaker__person", "turn__conversation"))
    true |= {
        (person, talk): last
        for person, talk, last in spoke.order_by()
        .values_list("speaker__person", "conversation")
        .annotate(last=Max(Coalesce("at", "conversation__started_at")))
    }
    rows = models.TakingPart.objects.values_list("person", "conversation", "last_at")
    assert {(person, talk): last for person, talk, last in rows} == true


def write(key: str, speaker: Speaker, hours: float = 0) -> None:
    keep(thread(f"t-{key}", mail(f"<{key}@x>", speaker, "Hello there.", SAM, hours=hours)))


def test_it_is_when_they_spoke_last() -> None:
    write("1", ANNA, hours=3)
    write("2", ANNA, hours=1)
    [heard] = noted().values()

    assert heard == START + timedelta(hours=3)


def test_a_call_without_times_counts_as_when_it_began() -> None:
    keep(call("c1", (Speaker("Anna Bauer", side=Side.THEIRS), "Hello.")))

    assert list(noted().values()) == [START]


def test_whoever_was_only_written_to_was_never_heard() -> None:
    keep(thread("t1", mail("<1@x>", SAM, "Hello.", ANNA)))

    assert list(noted().values()) == [None]


def test_it_follows_when_a_thread_grows() -> None:
    first, second = mail("<1@x>", ANNA, "Hello.", SAM), mail("<2@x>", ANNA, "And?", SAM, hours=7)
    keep(thread("t1", first))
    keep(thread("t1", first, second))

    assert list(noted().values()) == [START + timedelta(hours=7)]


def test_it_follows_when_two_are_one_and_one_is_two() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, name="A. B.", email="anna@home.example"), hours=5)
    anna, other = queries.find_person("anna@brauhaus"), queries.find_person("anna@home")

    one = merge(anna, other)
    assert noted() == told() == {one.id: START + timedelta(hours=5)}
    split(one, "anna@home.example")
    assert noted() == told()
    assert len(noted()) == 2


def test_it_follows_when_somebody_is_ours_after_all() -> None:
    write("1", ANNA)
    keep(call("c1", (Speaker("Kim Lee"), "Hello."), (SAM, "Hi.")))
    set_side("c1", "Kim Lee", Side.THEIRS)
    assert noted() == told()
    assert len(noted()) == 2

    set_side("c1", "Kim Lee", Side.OURS)
    assert noted() == told()


def test_it_goes_with_the_person() -> None:
    write("1", ANNA)
    write("2", BEN)
    forget(queries.find_person("Anna"))

    assert noted() == told()
    assert len(noted()) == 1


def test_who_was_where_follows_when_two_threads_are_one() -> None:
    first, last = mail("<1@x>", ANNA, "Hello.", SAM), mail("<3@x>", BEN, "And?", SAM, hours=9)
    keep(thread("t1", first))
    keep(thread("t3", last))
    keep(thread("t1", first, mail("<2@x>", SAM, "Yes.", ANNA, BEN, hours=3), last))
    assert models.Conversation.objects.count() == 1
    assert models.TakingPart.objects.count() == 2


def test_it_follows_when_an_import_is_undone() -> None:
    write("1", ANNA)
    account = models.Import.objects.create(at=START)
    with bringing(account.pk):
        write("2", ANNA, hours=5)
        write("3", BEN, hours=6)
    undo_import(account.pk)
    assert noted() == told()
    assert list(noted().values()) == [START]


def test_it_follows_when_somebody_is_forgotten() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM, BEN), mail("<3@x>", SAM, "Yes.", BEN)))
    keep(thread("t4", mail("<4@x>", ANNA, "Hello.", SAM, BEN)))
    write("2", ANNA)
    forget(queries.find_person("anna"))
    [row] = models.TakingPart.objects.all()
    assert (row.person.public, row.last_at) == (queries.find_person("ben").id, None)
