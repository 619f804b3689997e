"""Embeddings as a table."""

from __future__ import annotations

import pyarrow as pa
import pytest

from tests.batch.talks import CALL, TALKS
from tests.reader.fake_encoder import FakeEncoder
from theirside.batch import EMBEDDINGS, embeddings, sentences
from theirside.errors import IntakeError

ENCODER = FakeEncoder({"facet.goal": {}})


def test_a_row_a_sentence_with_384_figures() -> None:
    said = sentences(TALKS)
    table = embeddings(said, ENCODER)
    assert table.schema.equals(EMBEDDINGS, check_metadata=True)
    assert EMBEDDINGS.field("embedding").type.list_size == 384
    vectors = table.column("embedding").to_pylist()
    assert [each[0] for each in vectors] == [len(each) for each in said.column("text").to_pylist()]
    assert [each[1] for each in vectors] == [
        len(each) for each in said.column("before").to_pylist()
    ]
    assert table.select(["conversation", "turn", "start", "end"]).equals(
        said.select(["conversation", "turn", "start", "end"])
    )


def test_the_table_may_be_in_pieces() -> None:
    said = sentences(TALKS)
    pieces = pa.concat_tables([said.slice(0, 1), said.slice(1)])
    assert embeddings(pieces, ENCODER).equals(embeddings(said, ENCODER))


def test_no_sentence_is_an_empty_table() -> None:
    assert embeddings(sentences([]), ENCODER).num_rows == 0


def test_what_a_table_lacks_is_named() -> None:
    with pytest.raises(IntakeError, match="it lacks text"):
        embeddings(sentences([CALL]).drop_columns(["text"]), ENCODER)
