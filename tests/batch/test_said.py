"""Sentences as a table: the same characters, the same circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pytest

from tests.batch.talks import CALL, MAIL, TALKS
from theirside.batch import SENTENCES, sentence_batches, sentences
from theirside.batch.said import sentences_in
from theirside.conversation import Conversation, Turn
from theirside.errors import IntakeError
from theirside.reader import sentences as sentences_of


def test_a_row_a_sentence_in_the_promised_columns() -> None:
    table = sentences(TALKS)
    assert table.schema.equals(SENTENCES, check_metadata=True)
    assert table.column("text").to_pylist() == [
        each.text for talk in TALKS for each in sentences_of(talk)
    ]


def test_every_row_is_exactly_characters_of_its_turn() -> None:
    by_id = {talk.id: talk for talk in TALKS}
    for row in sentences(TALKS).to_pylist():
        turn = by_id[row["conversation"]].turns[row["turn"]]
        assert turn.text[row["start"] : row["end"]] == row["text"]


def test_the_clock_is_that_of_where_it_was_spoken() -> None:
    times = sentences([CALL]).column("at").to_pylist()
    assert {each.isoformat() for each in times} == {"2026-03-12T00:30:00"}
    assert sentences([replace(CALL, started_at=None)]).column("at").null_count == 4


def test_rows_come_back_as_the_sentences_they_were() -> None:
    kept = [
        replace(each, turn=0, at=each.at.replace(tzinfo=None) if each.at else None)
        for talk in TALKS
        for each in sentences_of(talk)
    ]
    back = sentences_in(sentences(TALKS))
    assert [each.turn for each in back] == list(range(len(back)))
    assert [replace(each, turn=0) for each in back] == kept


def test_batches_hold_as_many_rows_as_asked_and_nothing_is_lost() -> None:
    batches = list(sentence_batches(iter(TALKS), rows=2))
    assert [each.num_rows for each in batches] == [2, 2, 2]
    assert pa.Table.from_batches(batches).equals(sentences(TALKS).combine_chunks())


def test_conversations_are_taken_one_by_one() -> None:
    taken = []

    def talks() -> Iterator[Conversation]:
        for talk in TALKS:
            taken.append(talk.id)
            yield talk

    next(sentence_batches(talks(), rows=2))
    assert taken == [CALL.id]


def test_no_conversation_is_an_empty_table() -> None:
    assert sentences([]).num_rows == 0
    assert sentences([]).schema.equals(SENTENCES)


def test_half_a_pair_of_a_broken_text_is_no_obstacle() -> None:
    broken = replace(MAIL, turns=(Turn("0", MAIL.turns[0].speaker, "So \ud83d it is."),))
    assert sentences([broken]).column("text").to_pylist() == ["So ? it is."]


def test_what_a_table_lacks_is_named() -> None:
    with pytest.raises(IntakeError, match="it lacks text, before"):
        sentences_in(sentences(TALKS).drop_columns(["text", "before"]))


def test_values_that_are_missing_or_of_another_kind_are_named() -> None:
    table = sentences([CALL])
    with pytest.raises(IntakeError, match="speaker is empty in 4 rows"):
        sentences_in(table.set_column(6, "speaker", pa.nulls(4, pa.string())))
    with pytest.raises(IntakeError, match="start: "):
        sentences_in(table.set_column(2, "start", pa.array(["a", "b", "c", "d"])))


def test_times_of_other_engines_are_taken() -> None:
    table = sentences([CALL])
    fine = table.set_column(10, "at", table.column("at").cast(pa.timestamp("ns", tz="UTC")))
    assert sentences_in(fine) == sentences_in(table)


def test_a_side_that_nobody_knows_is_named_with_its_row() -> None:
    table = sentences([CALL])
    wrong = table.set_column(5, "side", pa.array(["ours", "agent", "ours", "ours"]))
    with pytest.raises(IntakeError, match=r"row 1 .*'agent'"):
        sentences_in(wrong)


def test_every_column_says_what_it_holds() -> None:
    assert all(each.metadata[b"description"] for each in SENTENCES)
