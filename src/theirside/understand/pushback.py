"""Where they resist, and what we said to it. Whether that was a good answer is care's to say."""

from __future__ import annotations

from theirside.evidence import Quote
from theirside.understand.heard import time_of
from theirside.understand.talk import Talk
from theirside.understand.understanding import Pushback

LABEL = "pushback."
_SAID_BETTER = {"brush_off": "putting it off"}


def kind_in_words(kind: str) -> str:
    """Return a kind of pushback as it stands in a sentence: ``status quo``, ``putting it off``."""
    return _SAID_BETTER.get(kind, kind.replace("_", " "))


def pushback_in(talk: Talk, person: str) -> list[Pushback]:
    """Return this person's pushback in a conversation, one for each turn and kind."""
    found: dict[tuple[int, str], list[Quote]] = {}
    for each in talk.annotations:
        if each.label.startswith(LABEL) and talk.spoke(person, each.turn):
            kind = each.label.removeprefix(LABEL)
            found.setdefault((each.turn, kind), []).append(talk.quote(each))
    return [
        Pushback(
            kind,
            tuple(dict.fromkeys(quotes)),
            answer_to(talk, turn),
            time_of(talk.conversation, talk.turn(turn)),
        )
        for (turn, kind), quotes in sorted(found.items(), key=lambda item: item[0])
    ]


def answer_to(talk: Talk, turn: int) -> tuple[Quote, ...]:
    """Return our turns directly after theirs, each as one quote."""
    quotes = (talk.whole(number) for number in talk.reply_to(turn))
    return tuple(quote for quote in quotes if quote is not None)
