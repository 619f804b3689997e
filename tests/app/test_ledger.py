"""The ledger in the store: added, set right, struck, moved with a person, forgotten with them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import models, queries
from theirside.app.ledger import find_entry, ledger_of, ledgers
from theirside.app.reviewing import for_review
from theirside.app.services import (
    add_to_ledger,
    come_in,
    correct_in_ledger,
    forget,
    hold,
    invite,
    keep,
    merge,
    restore_in_ledger,
    strike_from_ledger,
)
from theirside.app.services.withdrawing import withdraw
from theirside.app.viewing import Role, seen_by
from theirside.conversation import Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.serve.ledger.entry import Column, Entry
from theirside.understand.understanding import Person

pytestmark = pytest.mark.usefixtures("store", "unread")

PLANS = "Could you send me the plans?"
MEET = "Could we meet on Friday?"
ON = date(2026, 3, 9)


def fill() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, PLANS, SAM), mail("<2@x>", SAM, MEET, ANNA, hours=30)))
    keep(thread("t2", mail("<3@x>", BEN, "Hello.", SAM)))


def add(person: Person, text: str = "the checklist", **known: object) -> Entry:
    made = {"by_us": True, "on": ON, **known}
    return add_to_ledger(person, Column.GIFT, "knowledge", text, **made)  # type: ignore[arg-type]


def words(person: Person) -> list[str]:
    return [each.text for each in ledger_of(person).entries]


def test_what_is_found_and_what_is_typed_stand_together_by_day() -> None:
    fill()
    kept = add(anna())
    it = ledger_of(anna())
    assert [each.text for each in it.entries] == [PLANS, MEET, "the checklist"]
    assert it.entries[-1] == kept
    assert it.entries[0].evidence[0].stands_in(it.conversations["t1"])
    counts = it.standing.counts
    assert (counts.gave, counts.asked, counts.they_asked) == (1, 1, 1)
    assert it.standing.asks == ()
    assert [each.first for each in it.months] == [date(2026, 3, 1)]
    assert words(ben()) == []


def test_a_kind_words_and_a_weight_are_looked_at() -> None:
    fill()
    with pytest.raises(NotFoundError, match=r"'cake': no such kind of gift; there are referral, "):
        add_to_ledger(anna(), Column.GIFT, "cake", "x", by_us=True, on=ON)
    with pytest.raises(ValueError, match="what the gift was"):
        add(anna(), " ")
    with pytest.raises(ValueError, match="0 or more"):
        add(anna(), weight=-1.0)
    with pytest.raises(NotFoundError):
        add(Person("nobody", ("Nobody",)))
    assert not models.LedgerEntry.objects.exists()


def test_a_struck_one_stays_struck_on_reading_again_and_comes_back_when_restored() -> None:
    fill()
    strike_from_ledger(find_entry(ledger_of(anna()).entries[0].id))
    assert words(anna()) == [MEET]
    longer = mail("<4@x>", ANNA, "Fine.", SAM, hours=40)
    keep(
        thread(
            "t1",
            mail("<1@x>", ANNA, PLANS, SAM),
            mail("<2@x>", SAM, MEET, ANNA, hours=30),
            longer,
        )
    )
    assert words(anna()) == [MEET]
    [out] = ledger_of(anna()).struck
    with pytest.raises(NotFoundError, match="No entry"):
        find_entry(out.id)
    restore_in_ledger(find_entry(out.id, struck=True))
    assert words(anna()) == [PLANS, MEET]
    assert ledger_of(anna()).struck == ()


def test_a_struck_typed_one_is_gone() -> None:
    fill()
    kept = add(anna())
    strike_from_ledger(kept)
    assert not models.LedgerEntry.objects.exists()
    with pytest.raises(NotFoundError, match="no such entry any more"):
        strike_from_ledger(kept)


def test_a_found_one_is_set_right_in_kind_and_weight_only() -> None:
    fill()
    entry = find_entry(ledger_of(anna()).entries[0].id[:6])
    correct_in_ledger(entry, kind="help")
    correct_in_ledger(entry, weight=3.0)
    found = ledger_of(anna()).entries[0]
    assert (found.kind, found.weight, found.corrected) == ("help", 3.0, True)
    with pytest.raises(ValueError, match="stand in the talk"):
        correct_in_ledger(entry, by_us=True)
    with pytest.raises(ValueError, match="nothing to set right"):
        correct_in_ledger(entry)
    with pytest.raises(NotFoundError, match="no such kind of ask"):
        correct_in_ledger(entry, kind="introduction")


def test_a_typed_one_is_set_right_in_everything() -> None:
    fill()
    kept = add(anna())
    correct_in_ledger(kept, kind="time", by_us=False, on=date(2026, 1, 2), text="an hour")
    [found] = queries.ledger_typed(anna())
    assert (found.kind, found.by_us, found.on, found.text) == (
        "time",
        False,
        date(2026, 1, 2),
        "an hour",
    )
    with pytest.raises(ValueError, match="nothing to set right"):
        correct_in_ledger(kept)


def test_an_entry_is_found_by_the_beginning_of_its_number() -> None:
    fill()
    kept = add(anna())
    assert find_entry(kept.id[:5]) == kept
    with pytest.raises(NotFoundError, match="at least four"):
        find_entry(kept.id[:3])
    models.LedgerEntry.objects.update(code="aaaa0001")
    add(anna(), "another")
    models.LedgerEntry.objects.filter(text="another").update(code="aaaa0002")
    with pytest.raises(AmbiguousError):
        find_entry("aaaa")


def test_everybody_s_stand_is_what_each_one_s_is() -> None:
    fill()
    add(ben())
    every = {each.person.name: each for each in ledgers()}
    assert list(every) == ["Anna Bauer", "Ben Okafor"]
    assert every["Anna Bauer"].standing == ledger_of(anna()).standing
    assert every["Anna Bauer"].entries == ledger_of(anna()).entries
    assert every["Ben Okafor"].last == ON


def test_the_queries_don_t_grow_with_people() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    fill()
    counts = []
    for number in range(9):
        if number in (2, 8):
            ledgers()  # looks through what is new
            with CaptureQueriesContext(connection) as ran:
                assert len(ledgers()) == number + 1
            counts.append(len(ran))
        who = Speaker(f"Person {number}", f"p{number}@brauhaus.example", side=Side.THEIRS)
        keep(thread(f"more{number}", mail(f"<m{number}@x>", who, PLANS, SAM)))
        add(queries.find_person(f"p{number}@brauhaus.example"))
    assert counts[0] == counts[1]


def test_a_review_knows_the_ledger() -> None:
    fill()
    _, them = for_review(anna())
    assert them is not None
    assert [each.text for each in them.ledger] == [PLANS, MEET]


def test_it_is_in_the_export() -> None:
    fill()
    kept = add(anna(), named="Ingrid Moe")
    strike_from_ledger(ledger_of(anna()).entries[0])
    form = json.loads(json.dumps(queries.export_person(anna())))
    assert [each["id"] for each in form["ledger"]] == [kept.id]
    [mark] = form["ledger_marks"]
    assert (mark["struck"], mark["evidence"][0]["quote"]) == (True, PLANS)


def test_forgetting_a_person_erases_what_is_theirs_and_blots_them_elsewhere() -> None:
    fill()
    strike_from_ledger(ledger_of(anna()).entries[0])
    add(anna())
    add(ben(), "told him of Anna Bauer", named="Anna Bauer")
    assert forget(anna()).traces == ()
    assert not models.LedgerMark.objects.exists()
    [left] = queries.ledger_typed()
    assert (left.text, left.named) == ("told him of ██████████", "██████████")


def test_whoever_was_forgotten_is_not_typed_in_again() -> None:
    fill()
    forget(anna())
    assert "Anna" not in add(ben(), "a word from Anna Bauer").text


def test_whoever_is_merged_brings_their_entries() -> None:
    fill()
    keep(thread("t3", mail("<9@x>", Speaker("Anna", "a@home.example", side=Side.THEIRS), "Hi.")))
    other = queries.find_person("a@home.example")
    add(other, "a lift")
    merge(anna(), other)
    assert words(anna()) == [PLANS, MEET, "a lift"]


def test_withdrawn_words_are_in_no_ledger() -> None:
    fill()
    correct_in_ledger(ledger_of(anna()).entries[0], weight=1.0)
    add(anna(), PLANS)
    turn = models.Turn.objects.get(key="<1@x>")
    withdraw([(turn, 0, len(PLANS))], [])
    assert not models.LedgerMark.objects.exists()
    assert words(anna())[0] == MEET
    assert "plans" not in " ".join(words(anna()))


def test_who_looks_sees_the_ledger_of_whom_they_talk_with() -> None:
    fill()
    add(ben(), "a word")
    strike_from_ledger(ledger_of(anna()).entries[0])
    nora = invite("nora@ours.example", Role.SELLER, "Nora")
    come_in(nora.id, 1)
    who = queries.viewer_of(1)
    hold(["t1"], who)
    with seen_by(who):
        assert [each.person.name for each in ledgers()] == ["Anna Bauer"]
        assert queries.ledger_typed() == []
        assert len(queries.ledger_marks()) == 1
    with seen_by(queries.NOBODY):
        assert ledgers() == []
        assert queries.ledger_marks() == []
