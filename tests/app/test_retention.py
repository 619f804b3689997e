"""Old talks let go: those, and who was in no other."""

from __future__ import annotations

from datetime import timedelta

from tests.app.talks import ANNA, BEN, SAM, START, mail, thread
from theirside.app import models, queries, services

OLD = thread("old", mail("1", BEN, "Long ago.", SAM), mail("2", ANNA, "Yes.", SAM, hours=1))
NEW = thread("new", mail("3", ANNA, "Now.", SAM, hours=48), subject="Later")
BETWEEN = START + timedelta(hours=24)


def test_the_oldest_are_listed_and_nothing_is_erased_by_that(store: object) -> None:
    services.keep(OLD)
    services.keep(NEW)

    assert queries.talks_before(BETWEEN) == (1, [("Cellar sensors", START + timedelta(hours=1))])
    assert queries.talks_before(BETWEEN, named=False)[1][0][0] == "mail"
    assert queries.talks_before(START) == (0, [])
    assert models.Turn.objects.count() == 3


def test_they_go_with_whoever_was_in_no_other(store: object) -> None:
    services.keep(OLD)
    services.keep(NEW)

    gone = services.forget_talks_before(BETWEEN)

    assert (gone.turns, gone.conversations, gone.people) == (2, 1, 1)
    assert list(models.Turn.objects.values_list("text", flat=True)) == ["Now."]
    assert [each.person.name for each in queries.people()] == ["Anna Bauer"]
