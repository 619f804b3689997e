"""What is kept of talks for the ledger: the same as looked at anew, whatever was done meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, said, thread
from theirside.app import models, queries
from theirside.app.ledger import ledgers, looked_through
from theirside.app.services import (
    forget,
    forget_talks_before,
    glean,
    keep,
    merge,
    reread,
    set_side,
)
from theirside.app.services.withdrawing import withdraw
from theirside.app.store import writing
from theirside.conversation import Side, Speaker
from theirside.evidence import Annotation
from theirside.serve.ledger.finding import Telling

pytestmark = pytest.mark.usefixtures("store", "unread")

PLANS = "Could you send me the plans?"
MEET = "Could we meet on Friday?"
LIST = "Here is our checklist, please keep it."


def fill() -> None:
    keep(
        thread(
            "t1",
            mail("<1@x>", ANNA, PLANS, SAM),
            mail("<2@x>", SAM, MEET, ANNA, BEN, hours=30),
            mail("<3@x>", BEN, "We met.", SAM, hours=60),
        )
    )
    keep(thread("t2", mail("<4@x>", SAM, LIST, BEN, hours=80)))


def anew() -> list[Telling]:
    """Return what is found when all is looked through again."""
    with writing():
        models.Gleaned.objects.all().delete()
    return looked_through()


def words() -> list[str]:
    return sorted(place.quote.text for each in looked_through() for place in each.places)


def test_it_is_found_once_and_kept_without_a_word() -> None:
    fill()
    assert words() == sorted([PLANS, MEET, LIST])
    assert queries.unlooked_through() == []
    texts = [field for field in models.GleanedPlace._meta.fields if field.name == "text"]
    assert texts == []


def test_whom_it_concerns_is_who_speaks_is_written_to_or_is_there() -> None:
    fill()
    keep(call("c1", (ANNA, "Hello."), (SAM, MEET)))
    anna, ben = (queries.find_person(name).id for name in ("anna", "ben"))
    found = {place.quote.text: each for each in looked_through() for place in each.places}
    by_talk = {(each.talk, each.turn): each.concerned for each in looked_through()}
    assert by_talk == {
        ("t1", "<1@x>"): {anna},
        ("t1", "<2@x>"): {anna, ben},
        ("t2", "<4@x>"): {ben},
        ("c1", "1"): {anna},
    }
    assert found[PLANS].by_us is False
    assert found[LIST].by_us is True


def test_a_talk_that_grows_is_looked_through_again() -> None:
    fill()
    assert words()
    more = mail("<5@x>", ANNA, "Could you send us the price?", SAM, hours=90)
    keep(thread("t2", mail("<4@x>", SAM, LIST, BEN, hours=80), more))
    assert queries.unlooked_through() == [models.Conversation.objects.get(key="t2").pk]
    assert "Could you send us the price?" in words()
    assert looked_through() == anew()


def test_so_is_one_that_another_reader_reads() -> None:
    text = "Der Plan, bitte."
    keep(thread("t1", mail("<1@x>", ANNA, text, SAM)), [said(0, text, "facet.goal")], "test-1")
    assert words() == []
    keep(thread("t1", mail("<1@x>", ANNA, text, SAM)), [said(0, text, "ask", "test-2")], "test-2")
    assert words() == [text]

    class Newer:
        version = "test-3"

        def annotate(self, *_: object, **__: object) -> tuple[Annotation, ...]:
            return ()

    reread(Newer())  # type: ignore[arg-type]
    assert queries.unlooked_through() != []


def test_so_is_one_whose_sides_are_told() -> None:
    keep(call("c1", (Speaker("Kim Lee"), MEET), (SAM, "Yes.")))
    assert [each.by_us for each in looked_through()] == []
    set_side("c1", "Kim Lee", Side.OURS)
    keep(call("c2", (ANNA, "Hello."), (SAM, MEET)))
    set_side("c1", "Kim Lee", Side.THEIRS)
    kim = queries.find_person("kim lee").id
    assert {kim} in [each.concerned for each in looked_through()]
    assert looked_through() == anew()


def test_whoever_was_two_has_what_both_had() -> None:
    fill()
    keep(thread("t3", mail("<6@x>", replace(ANNA, name="A", email="a@home.example"), PLANS, SAM)))
    assert len(looked_through()) == 4
    one = merge(queries.find_person("anna bauer"), queries.find_person("a@home.example"))
    [its] = [each.entries for each in ledgers() if each.person.id == one.id]
    assert len(its) == 3
    assert looked_through() == anew()


def test_of_somebody_forgotten_nothing_is_kept() -> None:
    fill()
    assert words()
    forget(queries.find_person("anna bauer"))
    assert PLANS not in words()
    assert looked_through() == anew()
    forget(queries.find_person("ben"))
    assert (words(), models.GleanedPlace.objects.count()) == ([], 0)


def test_a_name_that_is_blotted_out_is_looked_at_again() -> None:
    fill()
    text = "Anna Bauer asked: could you send me the plans of the cellar?"
    keep(thread("t9", mail("<9@x>", BEN, text, SAM)))
    assert words()
    forget(queries.find_person("anna bauer"))
    pk = models.Conversation.objects.get(key="t9").pk
    assert pk in queries.unlooked_through()
    assert not any("Anna" in each for each in words())


def test_what_was_withdrawn_is_gone_from_it() -> None:
    fill()
    assert PLANS in words()
    turn = models.Turn.objects.get(key="<1@x>")
    with writing():
        withdraw([(turn, 0, len(PLANS))], [])
    assert PLANS not in words()
    assert looked_through() == anew()


def test_what_went_with_its_time_is_gone_from_it() -> None:
    fill()
    assert len(words()) == 3
    last = models.Conversation.objects.get(key="t2").last_at
    assert last is not None
    forget_talks_before(last)
    assert words() == [LIST]
    assert looked_through() == anew()


def test_other_words_for_the_ledger_make_it_look_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    assert words()
    for place in ("queries.gleaned", "services.gleaning"):
        monkeypatch.setattr(f"theirside.app.{place}.edition", lambda: "another", raising=False)
    monkeypatch.setattr("theirside.serve.ledger.edition.edition", lambda: "another")
    assert len(queries.unlooked_through()) == 2
    looked_through()
    assert queries.unlooked_through() == []


def test_looking_through_again_adds_nothing_twice() -> None:
    fill()
    first = looked_through()
    glean([row.pk for row in models.Conversation.objects.all()])
    assert looked_through() == first
