"""Judgements stay with the words that they are about, whatever is read or imported later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.services import judge, keep, merge, reread
from theirside.conversation import Turn
from theirside.errors import NotFoundError
from theirside.evidence import Annotation, quote
from theirside.reader.reader import Sentence
from theirside.understand.understanding import Observation, Status

pytestmark = pytest.mark.usefixtures("store")

GOAL = "We want fewer night shifts."
ASK = mail("<1@x>", ANNA, GOAL, SAM)


@dataclass(frozen=True)
class FirstWords:
    """A reader that annotates the first sentence of every turn."""

    version: str

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        return [
            Annotation(each.turn, each.start, each.end, "facet.goal", 0.5, self.version)
            for each in sentences
            if each.start == 0
        ]


def observed(*turns: Turn, turn: int = 0, end: int = len(GOAL)) -> Observation:
    keep(thread("t1", *(turns or (ASK,))), [said(turn, GOAL)], "test-1")
    talk = queries.conversation("t1").conversation
    anna = queries.find_person("anna")
    words = quote(talk, turn, 0, end)
    return Observation("o1", anna.id, "goal", words.text, (words,), Status.HEARD, 0.9)


def judged() -> list[tuple[str, str, list[str]]]:
    return [
        (each.status, each.text, [words.text for words in each.evidence])
        for each in queries.judgements_of(queries.find_person("anna@brauhaus.example"))
    ]


def test_a_judgement_comes_back_with_its_words() -> None:
    observation = observed()
    made = judge(observation, Status.CORRECTED, "No night shifts at all")

    [kept] = queries.judgements_of(queries.find_person("anna"))
    assert kept == made
    assert kept.evidence == observation.evidence


def test_a_later_judgement_of_the_same_words_takes_the_place_of_the_earlier() -> None:
    observation = observed()
    judge(observation, Status.CONFIRMED)
    judge(observed(end=7), Status.WITHDRAWN)

    assert judged() == [("withdrawn", "", [GOAL[:7]])]


def test_a_judgement_can_be_taken_back() -> None:
    observation = observed()
    judge(observation, Status.CONFIRMED)
    judge(observation, Status.HEARD)

    assert judged() == []


def test_a_correction_needs_its_text_and_nothing_else_does() -> None:
    observation = observed()
    with pytest.raises(ValueError, match="correction"):
        judge(observation, Status.CORRECTED)
    with pytest.raises(ValueError, match="correction"):
        judge(observation, Status.CONFIRMED, "something")


def test_words_that_are_not_there_any_more_are_not_judged() -> None:
    observation = observed()
    elsewhere = Observation(
        "o2",
        observation.person,
        "goal",
        "",
        tuple(
            type(each)(each.conversation, 7, each.start, each.end, each.text)
            for each in observation.evidence
        ),
        Status.HEARD,
        0.9,
    )
    with pytest.raises(NotFoundError, match="look at the brief again"):
        judge(elsewhere, Status.CONFIRMED)
    assert judged() == []


def test_a_judgement_survives_a_newer_reader() -> None:
    judge(observed(), Status.CONFIRMED)

    assert reread(FirstWords("newer-2")) == 1

    assert [each.reader for each in queries.conversation("t1").annotations] == ["newer-2"]
    assert judged() == [("confirmed", "", [GOAL])]


def test_a_judgement_moves_along_when_an_older_mail_comes_in_before_it() -> None:
    judge(observed(), Status.CONFIRMED)
    earlier = mail("<0@x>", SAM, "How are the nights?", ANNA, hours=-3)

    keep(thread("t1", earlier, ASK))

    [kept] = queries.judgements_of(queries.find_person("anna@brauhaus.example"))
    assert [words.turn for words in kept.evidence] == [1]
    assert kept.evidence[0].stands_in(queries.conversation("t1").conversation)


def test_merging_takes_judgements_along() -> None:
    judge(observed(), Status.CONFIRMED)
    keep(thread("t2", mail("<9@x>", BEN, "Hello.", SAM)))

    kept = merge(queries.find_person("ben"), queries.find_person("anna"))

    assert len(queries.judgements_of(kept)) == 1


def test_rereading_goes_on_where_it_was_interrupted() -> None:
    for number in range(5):
        keep(thread(f"t{number}", mail(f"<{number}@y>", ANNA, GOAL, SAM)), [], "test-1")

    def interrupt(done: int, total: int) -> None:
        assert total == 5
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reread(FirstWords("newer-2"), interrupt)

    assert reread(FirstWords("newer-2")) == 3
    assert reread(FirstWords("newer-2")) == 0
    assert {each.reader for each in queries.conversations()} == {"newer-2"}


def test_everything_that_understanding_takes_is_gathered() -> None:
    judge(observed(ASK, mail("<2@x>", BEN, "Me too.", SAM, ANNA, hours=1)), Status.CONFIRMED)
    anna = queries.find_person("anna")

    inputs = queries.understanding_inputs(anna)

    [talk] = inputs.conversations
    assert inputs.annotations == {"t1": (said(0, GOAL),)}
    assert inputs.person == anna
    assert [each.status for each in inputs.judgements] == [Status.CONFIRMED]
    found = [inputs.people.of("t1", turn.speaker) for turn in talk.turns]
    assert [each.name for each in found if each] == ["Anna Bauer", "Ben Okafor"]


def test_an_unread_conversation_is_left_to_understanding_to_read() -> None:
    keep(thread("t1", ASK))

    inputs = queries.understanding_inputs(queries.find_person("anna"))

    assert inputs.annotations == {}
    assert inputs.unread == 1


@dataclass(frozen=True)
class Meddling(FirstWords):
    """A reader during whose work somebody else adds to the conversation."""

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        keep(thread("t1", ASK, mail("<2@x>", SAM, "Noted.", ANNA, hours=1)))
        return super().annotate(sentences, everything)


def test_what_was_added_to_while_it_was_read_stays_waiting() -> None:
    keep(thread("t1", ASK))

    reread(Meddling("newer-2"))

    assert queries.conversation("t1").reader == ""
    reread(FirstWords("newer-2"))
    assert len(queries.conversation("t1").annotations) == 2
