"""Sentences to a table of what the reader says of them."""

from collections.abc import Iterable, Iterator

from theirside.batch.arrow import pa
from theirside.batch.said import ROWS, sentence_batches, sentences_in
from theirside.batch.schemas import ANNOTATIONS
from theirside.conversation import Conversation
from theirside.reader import Reader, default_reader

_OF_THE_SENTENCE = ("conversation", "turn", "start", "end")


def read_batch(table: pa.Table, reader: Reader | None = None, everything: bool = False) -> pa.Table:
    """Return what the reader says of the sentences, in the columns of ``ANNOTATIONS``.

    ``table`` has the columns of ``SENTENCES``, in any order; ``before_side`` and ``at`` may be
    missing. Rows may be of any conversations, and parts of them: nothing but a row's own values
    counts. With ``everything`` also labels below their thresholds. Raises ``IntakeError`` where a
    column or a value is missing, or a value is unknown.
    """
    found = (reader or default_reader()).annotate(sentences_in(table), everything=everything)
    rows = pa.array([each.turn for each in found], pa.int64())
    places = table.select(_OF_THE_SENTENCE).take(rows)
    columns = [
        places.column(field.name).cast(field.type)
        if field.name in _OF_THE_SENTENCE
        else pa.array([getattr(each, field.name) for each in found], field.type)
        for field in ANNOTATIONS
    ]
    return pa.Table.from_arrays(columns, schema=ANNOTATIONS)


def annotation_batches(
    conversations: Iterable[Conversation],
    reader: Reader | None = None,
    everything: bool = False,
    rows: int = ROWS,
) -> Iterator[pa.RecordBatch]:
    """Yield what the reader says of the conversations, ``rows`` sentences read at a time."""
    for batch in sentence_batches(conversations, rows):
        yield from read_batch(pa.Table.from_batches([batch]), reader, everything).to_batches()


def annotations(
    conversations: Iterable[Conversation], reader: Reader | None = None, everything: bool = False
) -> pa.Table:
    """Return what the reader says of the conversations, in the columns of ``ANNOTATIONS``.

    With ``everything`` also labels below their thresholds, each with its probability.
    """
    batches = annotation_batches(conversations, reader, everything)
    return pa.Table.from_batches(batches, schema=ANNOTATIONS)
