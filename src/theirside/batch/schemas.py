"""The tables' columns, exactly: names, types, and in each field's metadata what it holds.

``turn``, ``start`` and ``end`` mean what they mean everywhere: characters ``[start, end)`` (Unicode
code points) of the text of turn number ``turn``, counted from 0, of the conversation.
"""

from __future__ import annotations

from theirside.batch.arrow import pa

WIDTH = 384
"""How many figures an embedding has."""


def _field(name: str, kind: pa.DataType, holds: str, *, nullable: bool = False) -> pa.Field:
    return pa.field(name, kind, nullable=nullable, metadata={"description": holds})


_PLACE = (
    _field("conversation", pa.string(), "The conversation's id, the same on every import."),
    _field("turn", pa.int32(), "Number of the turn in the conversation, from 0."),
    _field("start", pa.int32(), "First character of the sentence in the turn's text, from 0."),
    _field("end", pa.int32(), "The character after the sentence's last."),
)

SENTENCES = pa.schema(
    (
        *_PLACE,
        _field("text", pa.string(), "Exactly these characters of the turn's text."),
        _field("side", pa.string(), "Whose side the speaker is on: ours, theirs or unknown."),
        _field("speaker", pa.string(), "The speaker's name, else address, else phone."),
        _field("before", pa.string(), "The end, up to 400 characters, of what was said before."),
        _field("before_side", pa.string(), "Whose words the last part of before is."),
        _field("channel", pa.string(), "mail, call, meeting, chat or note."),
        _field(
            "at",
            pa.timestamp("us"),
            "When the turn was spoken, on the clock of where it was spoken, if that is known.",
            nullable=True,
        ),
    )
)
"""What ``sentences`` gives, a row a sentence, and what ``read_batch`` takes."""

ANNOTATIONS = pa.schema(
    (
        *_PLACE,
        _field("label", pa.string(), "The label's id: facet.goal, question.open."),
        _field("probability", pa.float64(), "0 to 1."),
        _field("holder", pa.string(), "Whose view it is when not the speaker's own, else empty."),
        _field("due", pa.date32(), "The day that a promise names.", nullable=True),
        _field("reader", pa.string(), "The version of the reader that said so."),
    )
)
"""What ``annotations`` and ``read_batch`` give: a row a label of a sentence."""

EMBEDDINGS = pa.schema(
    (
        *_PLACE,
        _field(
            "embedding",
            pa.list_(pa.field("item", pa.float32(), nullable=False), WIDTH),
            "The sentence's meaning as 384 figures; near in meaning is near in angle.",
        ),
    )
)
"""What ``embeddings`` gives: a row a sentence."""

FIGURES = pa.schema(
    (
        _field("conversation", pa.string(), "The conversation's id, the same on every import."),
        _field("channel", pa.string(), "mail, call, meeting, chat or note."),
        _field(
            "at",
            pa.timestamp("us"),
            "When its newest turn was spoken, on the clock of where it was, if that is known.",
            nullable=True,
        ),
        _field("seller", pa.string(), "Who of us the talk counts for; empty where nobody alone."),
        _field("measure", pa.string(), "The measure's id: talk_share."),
        _field("value", pa.float64(), "Its value; none where there is too little.", nullable=True),
        _field("unit", pa.string(), "What the value is in; share is 0 to 1."),
        _field("count", pa.float64(), "What was counted."),
        _field("of", pa.float64(), "What it was counted out of."),
        _field("low", pa.float64(), "Lower end of the 95 % interval, if any.", nullable=True),
        _field("high", pa.float64(), "Upper end of the 95 % interval, if any.", nullable=True),
        _field("note", pa.string(), "Why there is no value, or what to know about it."),
    )
)
"""What ``figures`` gives: a row a conversation and measure."""
