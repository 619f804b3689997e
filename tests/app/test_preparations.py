"""Preparations kept: one a day, with their questions' words; exported, merged, forgotten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, START, call, mail, thread
from theirside.app import models, queries
from theirside.app.debriefing import preparation_for
from theirside.app.services import drop_preparation, forget, keep, keep_preparation, merge
from theirside.conversation import Conversation, Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Quote, quote
from theirside.purpose.wants import Preparation, Prepared
from theirside.understand.understanding import Person, Question

pytestmark = pytest.mark.usefixtures("store")

DAY = date(2026, 3, 12)
SAID = "We want quiet nights."
TALK = thread("t1", mail("<1@x>", ANNA, SAID, SAM, BEN), mail("<2@x>", BEN, "Same here.", SAM))


def preparation(
    person: Person, *ours: str, day: date = DAY, said: Quote | None = None
) -> Preparation:
    words = said or quote(queries.conversation("t1").conversation, 0, 0, len(SAID))
    asked = Question("goal.x", "goal", f"You said “{words.text}”. Why?", "We ask.", 0.5, (words,))
    return Preparation(person, day, (), None, ours, (), (asked,), (), ())


def test_what_was_kept_comes_back_with_the_words_of_its_questions() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "a second talk"))

    [kept] = queries.preparations_of(anna())
    assert (kept.person, kept.day, kept.ours) == (anna().id, DAY, ("a second talk",))
    assert kept.questions == preparation(anna()).questions


def test_made_again_for_the_same_day_it_takes_the_earlier_ones_place() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "one"))
    keep_preparation(preparation(anna(), "two"))
    keep_preparation(preparation(anna(), "later", day=DAY + timedelta(days=1)))

    assert [each.ours for each in queries.preparations_of(anna())] == [("two",), ("later",)]
    assert models.PreparedQuestion.objects.count() == 2


def test_it_can_be_dropped() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "one"))
    assert drop_preparation(anna(), DAY)
    assert not drop_preparation(anna(), DAY)
    assert queries.preparations_of(anna()) == []


def test_the_export_hands_it_over() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "a second talk"))

    [form] = queries.export_person(anna())["preparations"]
    assert (form["day"], form["ours"]) == ("2026-03-12", ["a second talk"])
    assert form["questions"][0]["evidence"][0]["quote"] == SAID
    assert queries.export_person(ben())["preparations"] == []


def test_a_merged_person_keeps_both_ones_preparations_and_of_one_day_their_own() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "hers"))
    keep_preparation(preparation(ben(), "his"))
    keep_preparation(preparation(ben(), "his later", day=DAY + timedelta(days=2)))
    merge(anna(), ben())
    assert [each.ours for each in queries.preparations_of(anna())] == [("hers",), ("his later",)]


def test_forgetting_somebody_erases_their_preparations() -> None:
    keep(TALK)
    keep_preparation(preparation(anna(), "Anna Bauer signs"))
    keep_preparation(preparation(ben(), "a talk with him"))
    forgotten = forget(anna())

    assert forgotten.preparations == 1
    assert "1 preparation of talks with them" in forgotten.lines()
    assert models.Preparation.objects.count() == 1
    assert forgotten.traces == ()


def test_forgetting_somebody_erases_their_words_from_what_was_prepared_for_others() -> None:
    keep(TALK)
    keep_preparation(preparation(ben(), "ask Ben how Anna sleeps, and Anna Bauer's boss"))
    forget(anna())

    [kept] = queries.preparations_of(ben())
    assert kept.questions == ()
    assert models.PreparedQuote.objects.count() == 0
    assert kept.ours == ("ask Ben how ████ sleeps, and ██████████'s boss",)


def test_somebody_forgotten_is_not_written_down_again() -> None:
    keep(TALK)
    forget(anna())
    own = quote(queries.conversation("t1").conversation, 0, 0, 4)
    keep_preparation(preparation(ben(), "ask after Anna Bauer", said=own))

    [kept] = queries.preparations_of(ben())
    assert kept.ours == ("ask after ██████████",)


def test_whoever_is_gone_meanwhile_cannot_be_prepared_for() -> None:
    keep(TALK)
    made = preparation(anna(), "one")
    forget(anna())
    with pytest.raises(NotFoundError):
        keep_preparation(made)


def test_those_who_spoke_come_back_by_how_much_they_said() -> None:
    other = Speaker("Uwe Kess", "uwe@kess.example", side=Side.THEIRS)
    keep(call("c", (BEN, "Yes."), (ANNA, "Nothing but the alarms at night."), (SAM, "I see.")))
    keep(call("d", (other, "Hello.")))
    spoke = queries.people_who_spoke("c")
    assert [each.name for each in spoke] == ["Anna Bauer", "Ben Okafor"]


def talked(key: str, days: int) -> Conversation:
    at = START + timedelta(days=days)
    return Conversation(key, call("x").channel, (), started_at=at)


def prepared(days: int) -> Prepared:
    return Prepared("p", (START + timedelta(days=days)).date(), (), ())


def test_a_talk_belongs_to_the_last_preparation_before_it() -> None:
    talk = talked("c", 10)
    assert preparation_for(talk, [prepared(2), prepared(10), prepared(11)], []) == prepared(10)
    assert preparation_for(talk, [prepared(2)], [talk]) == prepared(2)
    assert preparation_for(talk, [prepared(11)], []) is None
    assert preparation_for(talk, [], []) is None


def test_a_preparation_was_for_the_next_call_and_for_no_later_one() -> None:
    first, second = talked("c", 5), talked("d", 10)
    assert preparation_for(first, [prepared(4)], [first, second]) == prepared(4)
    assert preparation_for(second, [prepared(4)], [first, second]) is None
    assert preparation_for(second, [prepared(7)], [first, second]) == prepared(7)
