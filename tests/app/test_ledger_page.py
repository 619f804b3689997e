"""The ledger a page at a time: in order, as on everybody's own page, no other talk opened."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import queries
from theirside.app.ledger import ledger_of
from theirside.app.ledger_page import ledger_page
from theirside.app.ready import ready
from theirside.app.services import add_to_ledger, keep
from theirside.conversation import Side, Speaker
from theirside.serve.ledger.entry import Column
from theirside.understand.people import People
from theirside.understand.talk import Talk

pytestmark = pytest.mark.usefixtures("store", "unread")

PLANS = "Could you send me the plans?"
MEET = "Could we meet on Friday?"
ON = date(2026, 3, 9)


def test_a_page_lists_those_heard_last_first_each_as_on_their_own_page() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, PLANS, SAM), mail("<2@x>", SAM, MEET, ANNA, hours=30)))
    keep(thread("t2", mail("<3@x>", BEN, "Good morning.", SAM)))
    add_to_ledger(ben(), Column.GIFT, "help", "a hand", by_us=True, on=ON)
    first, beyond = ledger_page(1, size=1), ledger_page(9, size=1)
    whole = ledger_page()
    assert [each.person.name for each in whole.stands] == ["Anna Bauer", "Ben Okafor"]
    assert (first.page, first.pages, first.stands) == (1, 2, whole.stands[:1])
    assert (beyond.page, beyond.stands) == (2, whole.stands[1:])
    for each in whole.stands:
        own = ledger_of(each.person)
        assert (each.entries, each.standing) == (own.entries, own.standing)


def test_whoever_has_no_entry_is_listed_and_nobody_where_nobody_is() -> None:
    assert ledger_page().stands == ()
    keep(thread("t1", mail("<1@x>", ANNA, "Good morning.", SAM)))
    [stands] = ledger_page().stands
    assert (stands.person, stands.entries, stands.last) == (anna(), (), None)


def test_a_page_reads_the_talks_of_those_on_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def talk(number: int) -> None:
        who = Speaker(f"Person {number}", f"p{number}@brauhaus.example", side=Side.THEIRS)
        said = mail(f"<m{number}@x>", who, PLANS, SAM, hours=float(number))
        keep(thread(f"more{number}", said))

    opened: list[str] = []

    def watched(stored: queries.Talk, people: People) -> Talk:
        opened.append(stored.conversation.id)
        return ready(stored, people)

    monkeypatch.setattr("theirside.app.ready.ready", watched)
    for number in range(3):
        talk(number)
    with CaptureQueriesContext(connection) as few:
        ledger_page(1, size=2)
    for number in range(3, 9):
        talk(number)
    opened.clear()
    with CaptureQueriesContext(connection) as many:
        assert len(ledger_page(2, size=2).stands) == 2
    assert sorted(opened) == ["more5", "more6"]
    assert len(many) == len(few)
