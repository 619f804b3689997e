"""Annotations as a table: the same as reading conversation by conversation."""

from dataclasses import replace

import pyarrow as pa
import pytest

from tests.batch.talks import CALL, TALKS
from tests.reader.fake_encoder import FakeEncoder
from theirside.batch import (
    ANNOTATIONS,
    annotation_batches,
    annotations,
    read_batch,
    sentences,
)
from theirside.conversation import Conversation
from theirside.reader import Reader, default_reader, read
from theirside.reader.combined import CombinedReader
from theirside.reader.measured import BOTH, Measured

WORDS = {"facet.goal": {"expand": 3.0, "plan": -1.0}, "facet.pain": {"problem": -6.0}}


@pytest.fixture(params=["patterns", "with a model"])
def reader(request: pytest.FixtureRequest) -> Reader:
    if request.param == "patterns":
        from theirside.reader.patterns import PatternReader

        return PatternReader()
    figures = {
        name: Measured(name, name, 1.0, 0.0, threshold=0.6, veto=0.01, by=BOTH, fires=True)
        for name in WORDS
    }
    return CombinedReader(encoder=FakeEncoder(WORDS), figures=figures)


def rows(talk: Conversation, reader: Reader, everything: bool) -> list[dict[str, object]]:
    return [
        {
            "conversation": talk.id,
            **{
                name: getattr(each, name)
                for name in ("turn", "start", "end", "label", "probability", "holder", "due")
            },
            "reader": reader.version,
        }
        for each in read(talk, reader, everything)
    ]


@pytest.mark.parametrize("everything", [False, True])
def test_a_table_says_what_reading_says(reader: Reader, everything: bool) -> None:
    table = annotations(TALKS, reader, everything)
    expected = [each for talk in TALKS for each in rows(talk, reader, everything)]
    assert table.schema.equals(ANNOTATIONS, check_metadata=True)
    assert table.to_pylist() == expected
    assert expected


def test_places_that_two_conversations_share_are_not_mixed_up(reader: Reader) -> None:
    swapped = replace(CALL, id="call-2", turns=CALL.turns[::-1])
    both = annotations([CALL, swapped], reader).to_pylist()
    assert both == [*rows(CALL, reader, False), *rows(swapped, reader, False)]


def test_the_size_of_a_batch_changes_nothing(reader: Reader) -> None:
    batches = list(annotation_batches(iter(TALKS), reader, everything=True, rows=1))
    assert len(batches) > 2
    assert pa.Table.from_batches(batches).equals(annotations(TALKS, reader, True).combine_chunks())


def test_a_due_day_is_the_one_on_the_clock_of_where_it_was_promised() -> None:
    promises = [each for each in annotations([CALL]).to_pylist() if each["due"]]
    assert [str(each["due"]) for each in promises] == ["2026-03-13"]


def test_any_part_of_the_sentences_in_any_order_of_columns() -> None:
    table = sentences(TALKS)
    names = [name for name in reversed(table.column_names) if name != "before_side"]
    part = table.slice(1, 1).select(names).append_column("more", pa.array([1]))
    found = read_batch(part).to_pylist()
    assert {each["label"] for each in found} >= {"facet.pain"}
    assert {(each["conversation"], each["turn"]) for each in found} == {("call-1", 1)}


def test_wide_types_of_other_engines_are_taken_and_ours_given() -> None:
    table = sentences(TALKS)
    wide = table.set_column(0, "conversation", table.column(0).cast(pa.large_string()))
    wide = wide.set_column(1, "turn", table.column(1).cast(pa.int64()))
    assert read_batch(wide).equals(read_batch(table))


def test_no_sentence_is_an_empty_table(reader: Reader) -> None:
    empty = read_batch(sentences([]), reader)
    assert (empty.num_rows, empty.schema.equals(ANNOTATIONS)) == (0, True)


def test_the_default_reader_reads_where_none_is_named() -> None:
    assert set(annotations([CALL]).column("reader").to_pylist()) == {default_reader().version}


def test_every_column_says_what_it_holds() -> None:
    assert all(each.metadata[b"description"] for each in ANNOTATIONS)
