"""A conversation to sentences, each with what a reader may know of its circumstances."""

from __future__ import annotations

from theirside.conversation import Conversation, Side, Turn
from theirside.reader.reader import BEFORE_CHARACTERS, Sentence
from theirside.reader.split import spans


def sentences(conversation: Conversation) -> list[Sentence]:
    """Return the conversation's sentences in the order they were said.

    Offsets are characters of the turn's text; every character that is not whitespace belongs to
    exactly one sentence.
    """
    found: list[Sentence] = []
    earlier, earlier_side = "", Side.UNKNOWN
    for number, turn in enumerate(conversation.turns):
        found.extend(_of_turn(conversation, number, turn, earlier, earlier_side))
        if turn.text and not turn.text.isspace():
            earlier = _end_of(earlier, turn.text)
            earlier_side = turn.speaker.side
    return found


def _of_turn(
    conversation: Conversation, number: int, turn: Turn, earlier: str, earlier_side: Side
) -> list[Sentence]:
    found: list[Sentence] = []
    for start, end in spans(turn.text):
        own = turn.text[max(0, start - BEFORE_CHARACTERS) : start].rstrip() if found else ""
        found.append(
            Sentence(
                turn=number,
                start=start,
                end=end,
                text=turn.text[start:end],
                side=turn.speaker.side,
                speaker=turn.speaker.label,
                before=_end_of(earlier, own),
                before_side=turn.speaker.side if found else earlier_side,
                channel=conversation.channel,
                at=turn.at or conversation.started_at,
            )
        )
    return found


def _end_of(earlier: str, text: str) -> str:
    """Return the last characters of both, of the earlier only what there is room for."""
    text = text.strip()
    if not text or len(text) >= BEFORE_CHARACTERS:
        return (text or earlier)[-BEFORE_CHARACTERS:]
    return f"{earlier[-BEFORE_CHARACTERS:]}\n{text}".strip()[-BEFORE_CHARACTERS:]
