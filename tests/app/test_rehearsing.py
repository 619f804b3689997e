"""Rehearsals in the store: kept reply by reply, apart from talks, erased, exported, forgotten."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from django.utils import timezone

from tests.app.talks import ANNA, BEN, SAM, call, said
from theirside.app import models, queries, rehearsing
from theirside.app.services import erase_rehearsal, forget, keep, keep_rehearsal, merge
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.conversation import Conversation, Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.purpose.chairs.session import Chair, Rehearsal
from theirside.reader.reader import Sentence
from theirside.understand.understanding import Person

pytestmark = pytest.mark.usefixtures("store")

HABIT = "We taste every barrel in the morning ourselves."
PAIN = "The cellar is too warm three nights a week."
TELLS = "We have sensors for every cellar."
ASKS = "How do you watch the cellar today?"
LABELS = {ASKS: "question.open", "That must be hard.": "acknowledge"}


class Scripted:
    """Reads what is written above and nothing else."""

    version = "scripted-1"

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        """Return the label of each sentence that has one."""
        del everything
        return [
            Annotation(each.turn, each.start, each.end, LABELS[each.text], 0.9, self.version)
            for each in sentences
            if each.text in LABELS
        ]


READER = Scripted()


def talk_with(who: Speaker, key: str = "c1", *more: str) -> Conversation:
    lines = ((who, HABIT), (SAM, ASKS), (who, PAIN), (SAM, TELLS), *((SAM, each) for each in more))
    return call(key, *lines)


def fill(who: Speaker = ANNA, key: str = "c1") -> Person:
    marks = [
        said(0, HABIT, "facet.habit"),
        said(1, ASKS, "question.open"),
        said(2, PAIN, "facet.pain"),
        said(3, TELLS, "self_focus"),
    ]
    keep(talk_with(who, key), marks, "test-1")
    return queries.find_person(who.name)


def facing(person: Person, *replies: str) -> Rehearsal:
    found = rehearsing.begin(person, Chair.SELLER, reader=READER)
    for each in replies:
        found = rehearsing.reply(found.code, each, reader=READER)
    return found


def words(rehearsal: Rehearsal) -> list[str]:
    return [line.text for each in rehearsal.exchanges for line in each.lines]


def everything() -> str:
    tables = (models.Rehearsal, models.RehearsalExchange, models.RehearsalLine)
    return "\n".join(repr(row) for model in tables for row in model.objects.values())


def test_each_reply_is_kept_as_it_is_said_and_comes_back_the_same() -> None:
    found = facing(fill(), ASKS, "That must be hard.")
    kept = queries.rehearsal(found.code)
    assert kept.exchanges == found.exchanges
    assert kept.state == found.state
    assert words(kept)[1:] == [HABIT, PAIN]
    assert kept.exchanges[1].lines[0].quote is not None


def test_words_of_a_talk_are_not_copied() -> None:
    facing(fill(), ASKS)
    assert HABIT not in everything()
    assert "{words}" in everything()


def test_the_seller_of_the_other_chair_is_kept_too() -> None:
    person = fill()
    many = [f"{ASKS[:-1]} number {n}?" for n in range(12)]
    keep(talk_with(ANNA, "c2", *many), [], "test-1")
    found = rehearsing.begin(person, Chair.CUSTOMER, seed=4, reader=READER)
    found = rehearsing.reply(found.code, "It is far too warm down there.", reader=READER)
    kept = queries.rehearsal(found.code)
    assert kept.selling == found.selling
    assert kept.replies == 1
    assert kept.exchanges[1].played == found.exchanges[1].played
    assert kept.exchanges[1].lines


def test_without_talks_of_ours_nobody_is_made_up() -> None:
    person = fill()
    models.Turn.objects.filter(speaker__side="ours").delete()
    with pytest.raises(NotFoundError, match="too little"):
        rehearsing.begin(person, Chair.CUSTOMER, reader=READER)
    assert queries.rehearsals() == []


def test_a_rehearsal_is_in_no_list_of_talks_and_no_figure() -> None:
    before = queries.conversations()
    person = fill()
    there = queries.conversations()
    facing(person, ASKS)
    assert queries.conversations() == there
    assert len(there) == len(before) + 1


def test_it_can_be_ended_taken_up_again_and_gone_on_with() -> None:
    found = facing(fill(), ASKS)
    ended = rehearsing.end(found)
    assert queries.rehearsal(found.code).end == ended.end == "civil"

    again = rehearsing.take_up(found.code[:4])
    assert (again.end, again.state.end) == ("", "")
    after = rehearsing.go_on(again, "That must be hard.", rehearsing.setting_of(again, READER))
    assert words(queries.rehearsal(found.code)) == words(after)
    assert len(after.exchanges) == 3


def test_a_customer_who_took_their_leave_is_not_called_back() -> None:
    found = facing(fill(), ASKS, "Goodbye, Anna.")
    assert found.end
    with pytest.raises(NotFoundError, match="new one"):
        rehearsing.take_up(found.code)
    with pytest.raises(ValueError, match="ended"):
        rehearsing.reply(found.code, "One more thing.", reader=READER)


def test_they_are_listed_the_newest_first_without_their_words() -> None:
    anna, ben = fill(), fill(BEN, "c9")
    first, second = facing(anna, ASKS), facing(ben)
    assert [each.code for each in rehearsing.past()] == [second.code, first.code]
    assert [each.code for each in rehearsing.past(anna)] == [first.code]
    [listed] = rehearsing.past(anna)
    assert (listed.exchanges, listed.replies) == ((), 1)


def test_an_erased_one_is_nowhere_and_not_kept_again() -> None:
    found = facing(fill(), ASKS)
    erase_rehearsal(found.code)
    assert not models.RehearsalLine.objects.exists()
    with pytest.raises(NotFoundError, match="erased"):
        keep_rehearsal(found)
    with pytest.raises(NotFoundError, match="--list"):
        queries.rehearsal(found.code)


def test_looking_back_counts_and_quotes_the_rehearsal_itself() -> None:
    found = facing(fill(), ASKS, "That must be hard.")
    seen = rehearsing.look_back(found.code, reader=READER)
    assert dict(seen.acts)["asked_open"] == 1
    assert [(told, known) for _, told, known in seen.told] == [(1, 1), (1, 1), (0, 0), (0, 0)]
    assert seen.conversation.id == f"rehearsal-{found.code}"


def test_it_is_in_the_export_of_its_person_alone() -> None:
    anna, ben = fill(), fill(BEN, "c9")
    facing(anna, ASKS)
    form = json.loads(json.dumps(queries.export_person(anna)))
    [kept] = form["rehearsals"]
    assert kept["exchanges"][1]["lines"][0]["text"] == HABIT
    assert queries.export_person(ben)["rehearsals"] == []


def test_forgetting_them_erases_it() -> None:
    anna = fill()
    fill(BEN, "c9")
    facing(anna, ASKS, "That must be hard, Anna Bauer.")
    assert forget(anna).traces == ()
    assert not models.Rehearsal.objects.exists()
    assert not models.RehearsalLine.objects.exists()


def test_forgetting_somebody_blots_them_out_of_what_was_typed_elsewhere() -> None:
    anna, ben = fill(), fill(BEN, "c9")
    facing(ben, "Does Anna Bauer know?")
    assert forget(anna).traces == ()
    [kept] = queries.rehearsals(ben, whole=True)
    assert kept.exchanges[1].reply == "Does ██████████ know?"


def test_a_line_of_ours_from_a_forgotten_talk_goes_with_it() -> None:
    anna, ben = fill(), fill(BEN, "c9")
    turn = models.Turn.objects.get(conversation__key="c1", place=3)
    facing(ben)
    exchange = models.RehearsalExchange.objects.get()
    models.RehearsalLine.objects.create(
        exchange=exchange, text="{words}", turn=turn, start=0, end=len(TELLS)
    )
    assert words(queries.rehearsals(ben, whole=True)[0])[-1] == TELLS
    forget(anna)
    assert TELLS not in words(queries.rehearsals(ben, whole=True)[0])


def test_in_a_team_a_rehearsal_is_seen_by_whoever_played_it() -> None:
    person = fill()
    members = [
        models.Member.objects.create(
            public=each, email=f"{each}@ours.example", role="seller", invited_at=timezone.now()
        )
        for each in ("nora", "tom")
    ]
    talk = models.Conversation.objects.get()
    for each in members:
        models.Holding.objects.create(conversation=talk, member=each)
    nora, tom = (Viewer(each.pk, Role.SELLER) for each in members)
    with seen_by(nora):
        found = facing(person, ASKS)
        assert [each.code for each in rehearsing.past()] == [found.code]
    with seen_by(tom):
        assert rehearsing.past() == []
        with pytest.raises(NotFoundError):
            rehearsing.reply(found.code, ASKS, reader=READER)
    assert len(rehearsing.past()) == 1


def test_whoever_is_merged_brings_their_rehearsals() -> None:
    anna = fill()
    other = fill(Speaker("Anna Roth", "a@home.example", side=Side.THEIRS), "c3")
    facing(other)
    merge(anna, other)
    assert len(rehearsing.past(queries.find_person("anna@brauhaus.example"))) == 1
