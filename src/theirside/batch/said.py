"""Conversations to a table of their sentences, and its rows back to sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from theirside.batch.arrow import pa
from theirside.batch.schemas import SENTENCES
from theirside.conversation import Channel, Conversation, Side
from theirside.errors import IntakeError
from theirside.reader import Sentence
from theirside.reader import sentences as sentences_of

ROWS = 2048
"""Sentences that are handed on together: enough to be read quickly, little to hold."""
TABLE = "the table of sentences"
_MAY_LACK = {"before_side": str(Side.UNKNOWN), "at": None}


def sentence_batches(
    conversations: Iterable[Conversation], rows: int = ROWS
) -> Iterator[pa.RecordBatch]:
    """Yield the conversations' sentences in their order, ``rows`` of them at a time."""
    found = (_row(talk.id, each) for talk in conversations for each in sentences_of(talk))
    while part := list(islice(found, rows)):
        yield pa.RecordBatch.from_pylist(part, schema=SENTENCES)


def sentences(conversations: Iterable[Conversation]) -> pa.Table:
    """Return the conversations' sentences, a row each, in the columns of ``SENTENCES``."""
    return pa.Table.from_batches(sentence_batches(conversations), schema=SENTENCES)


def sentences_in(table: pa.Table) -> list[Sentence]:
    """Return the rows as sentences whose ``turn`` is their row, so that none is taken for another.

    Columns may stand in any order and others beside them; ``before_side`` and ``at`` may be
    missing. Raises ``IntakeError`` where others are, or where a value is missing or unknown.
    """
    needed = [name for name in SENTENCES.names if name not in _MAY_LACK]
    there = [name for name in _MAY_LACK if name in table.column_names]
    rows = chosen(table, [*needed, *there]).to_pylist()
    return [_sentence(row, _MAY_LACK | each) for row, each in enumerate(rows)]


def chosen(table: pa.Table, names: Sequence[str]) -> pa.Table:
    """Return these columns in the types of ``SENTENCES``, from whatever wider types they have.

    Raises ``IntakeError`` where one is missing, has another kind of values or lacks values.
    """
    missing = [name for name in names if name not in table.column_names]
    if missing:
        raise IntakeError(TABLE, f"it lacks {', '.join(missing)}; see batch.SENTENCES")
    fields = [SENTENCES.field(name) for name in names]
    columns = []
    for field in fields:
        column = table.column(field.name)
        if column.null_count and not field.nullable:
            raise IntakeError(TABLE, f"{field.name} is empty in {column.null_count} rows")
        try:  # a time may lose what is smaller than a microsecond, a number nothing
            columns.append(column.cast(field.type, safe=field.name != "at"))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise IntakeError(TABLE, f"{field.name}: {error}") from error
    return pa.Table.from_arrays(columns, schema=pa.schema(fields))


def _row(conversation: str, sentence: Sentence) -> dict[str, Any]:
    at = sentence.at
    return {
        "conversation": conversation,
        "turn": sentence.turn,
        "start": sentence.start,
        "end": sentence.end,
        "text": _storable(sentence.text),
        "side": str(sentence.side),
        "speaker": _storable(sentence.speaker),
        "before": _storable(sentence.before),
        "before_side": str(sentence.before_side),
        "channel": str(sentence.channel),
        "at": at.replace(tzinfo=None) if at is not None else None,
    }


def _storable(text: str) -> str:
    """Return text with each half of a broken pair replaced: Arrow holds valid UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _sentence(row: int, values: Mapping[str, Any]) -> Sentence:
    try:
        return Sentence(
            turn=row,
            start=values["start"],
            end=values["end"],
            text=values["text"],
            side=Side(values["side"]),
            speaker=values["speaker"],
            before=values["before"],
            before_side=Side(values["before_side"]),
            channel=Channel(values["channel"]),
            at=values["at"],
        )
    except ValueError as error:
        raise IntakeError(f"row {row} of {TABLE}", str(error)) from error
