"""Conversations to a table of what was measured of each: a row a conversation and measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from theirside.batch.arrow import pa
from theirside.batch.schemas import FIGURES
from theirside.care.rows import Row, cells, rows
from theirside.care.talks import talks_of
from theirside.care.unheard import unheard
from theirside.conversation import Conversation
from theirside.evidence import Annotation

ROWS = 4096
"""Rows that are handed on together."""


def figure_batches(
    conversations: Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    only: Sequence[str] = (),
) -> Iterator[pa.RecordBatch]:
    """Yield the figures of each conversation, some thousand rows at a time.

    ``annotations`` are by conversation id; a conversation without any given is read here.
    """
    talks = talks_of(conversations, annotations)
    return batches_of(rows(talks, only, unheard=unheard()))


def figures(
    conversations: Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    only: Sequence[str] = (),
) -> pa.Table:
    """Return the figures of each conversation, in the columns of ``FIGURES``.

    Raises ``NotFoundError`` for a measure that there isn't.
    """
    found = figure_batches(conversations, annotations, only)
    return pa.Table.from_batches(found, schema=FIGURES)


def batches_of(found: Iterable[Row]) -> Iterator[pa.RecordBatch]:
    """Yield rows as record batches."""
    left = iter(found)
    while part := [cells(row) for row in islice(left, ROWS)]:
        columns = zip(*part, strict=True)
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, FIGURES, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=FIGURES)
