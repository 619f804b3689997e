"""Telling whether words typed or sent touch a special category, before anything keeps them.

What was said in a talk is screened where it is read. This is for what comes in beside the talks: a
correction, a reason, a want, a note. The same patterns decide (``labels/special.yaml``), and no
more than they know: health told in words that they don't have goes through.
"""

from __future__ import annotations

from functools import cache

from theirside.conversation import Channel, Side
from theirside.reader.patterns import SPECIAL, PatternReader
from theirside.reader.reader import Sentence
from theirside.reader.split import spans

_LONGEST = 1500
"""Characters that are looked at together: patterns read no sentence longer than 2000."""
_SHARED = 300
"""Characters that two neighbouring stretches share, so that nothing hides where they are cut."""


def touches_special(text: str) -> bool:
    """Say whether a text tells somebody's health, religion, politics, sexuality, ethnicity, union.

    Each sentence is judged by itself, as in a talk.
    """
    joined = " ".join(text.split())
    sentences = [joined[start:end] for start, end in spans(joined)]
    places = [stretch for each in sentences for stretch in _stretches(each)]
    read = special_reader().annotate([_sentence(each, at) for at, each in enumerate(places)])
    return any(each.label == SPECIAL for each in read)


@cache
def special_reader() -> PatternReader:
    """Return a reader that knows this one label. Made once."""
    from theirside.reader.label import rules

    return PatternReader([each for each in rules() if each.id == SPECIAL])


def _stretches(text: str) -> list[str]:
    return [text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST - _SHARED)]


def _sentence(text: str, number: int) -> Sentence:
    return Sentence(
        turn=number,
        start=0,
        end=len(text),
        text=text,
        side=Side.THEIRS,
        speaker="",
        before="",
        before_side=Side.OURS,
        channel=Channel.MAIL,
        at=None,
    )
