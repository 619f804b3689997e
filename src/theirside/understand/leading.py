"""What was said just before a sentence: “That's the main thing for me” is nothing without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote

LONGEST = 100
SHORTEST = 12
"""A sentence of fewer characters (“Hm.”, “Yes.”) says too little; the one before it is added."""
LEANS = re.compile(
    r"(?:and |but |so )?(?:that|this|it|then|these|those|he|she|they)\b", re.IGNORECASE
)
"""How a sentence begins that is hard to understand without the one before it."""


def lead_of(
    quote: Quote, talk: Conversation | None, annotations: Sequence[Annotation] | None
) -> str:
    """Return what went before a quote that leans on it; empty where it stands by itself."""
    if talk is None or not LEANS.match(quote.text):
        return ""
    return last_words(talk, quote.turn, quote.start, annotations)


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
    words = " ".join(text[begin:stop].split())
    return words if len(words) <= LONGEST else "… " + words[-LONGEST:].partition(" ")[2]
