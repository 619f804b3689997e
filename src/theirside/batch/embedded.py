"""Sentences to a table of their embeddings: what to search, group and compare by."""

from __future__ import annotations

from theirside.batch.arrow import pa
from theirside.batch.said import chosen
from theirside.batch.schemas import EMBEDDINGS
from theirside.reader.encoder import Seeing, default_encoder

_PLACE = EMBEDDINGS.names[:-1]
_READ = ("text", "before")


def embeddings(table: pa.Table, encoder: Seeing | None = None) -> pa.Table:
    """Return each sentence's embedding, in the columns of ``EMBEDDINGS`` and the rows' order.

    ``table`` has the columns of ``SENTENCES``, of which ``side``, ``speaker``, ``channel`` and
    times may be missing. Raises ``IntakeError`` where others or values are, ``SettingsError`` when
    the model is missing or damaged.
    """
    known = chosen(table, (*_PLACE, *_READ))
    model = encoder or default_encoder()
    texts, befores = (known.column(name).to_pylist() for name in _READ)
    figures = pa.array(model.see(texts, befores).embeddings.reshape(-1), pa.float32())
    kind = EMBEDDINGS.field("embedding").type
    vectors = pa.FixedSizeListArray.from_arrays(figures, type=kind)
    return pa.Table.from_arrays([*known.select(_PLACE).columns, vectors], schema=EMBEDDINGS)
