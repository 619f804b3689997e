"""What was said just before a sentence: “That's the main thing for me” is nothing without it."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.cli.printing import one_line
from theirside.conversation import Conversation
from theirside.evidence import Annotation

LONGEST = 100
SHORTEST = 12
"""A sentence of fewer characters (“Hm.”, “Yes.”) says too little; the one before it is added."""


def last_words(
    talk: Conversation, turn: int, start: int, annotations: Sequence[Annotation] | None
) -> str:
    """Return the sentence before a place in a talk, with its speaker where that is another.

    Empty where there is none, where it is of a special category, and where ``annotations`` is
    None: of a talk that nobody read it is not known what may be shown.
    """
    if annotations is None:
        return ""
    own = _last_sentence(talk, turn, start, annotations)
    if own is None or len(own) >= SHORTEST or not turn:
        return own or ""
    other = _last_sentence(talk, turn - 1, len(talk.turns[turn - 1].text), annotations)
    if not other:
        return own
    return f"{talk.turns[turn - 1].speaker.label}: {other}" + (f" – {own}" if own else "")


def _last_sentence(
    talk: Conversation, turn: int, end: int, annotations: Sequence[Annotation]
) -> str | None:
    """Return the last sentence before ``end``, cut at its front; None where it may not be shown."""
    from theirside.reader.split import spans
    from theirside.understand.heard import SPECIAL, is_label

    text = talk.turns[turn].text[:end]
    begin, stop = next(iter(reversed(list(spans(text)))), (0, 0))
    for each in annotations:
        if is_label(each, SPECIAL) and each.turn == turn and each.start < stop and each.end > begin:
            return None
    words = one_line(text[begin:stop])
    return words if len(words) <= LONGEST else "… " + words[-LONGEST:].partition(" ")[2]
