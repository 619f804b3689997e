"""Turns that belong together, and sentences of substance in them, for all ways of looking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theirside.care.counting._choosing import quotes
from theirside.care.review.parts import is_greeting
from theirside.care.spoken import Said, Spoken
from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.words import stems_of


def replies(spoken: Spoken, turn: int, within: int = 1) -> list[int]:
    """Return our turns after one of theirs: the answer, or so many answers one after the other."""
    found: list[int] = []
    for _ in range(within):
        after = spoken.talk.reply_to(found[-1] if found else turn)
        if not after:
            break
        found += after
    return found


def answers(spoken: Spoken, turn: int) -> list[int]:
    """Return their turns after one of ours, up to our next word of substance."""
    found: list[int] = []
    for number in range(turn + 1, len(spoken.turns)):
        if spoken.sides[number] is Side.THEIRS:
            found.append(number)
        elif not spoken.is_backchannel(number):
            break
    return found


def sentences(spoken: Spoken, turns: Iterable[int]) -> list[Said]:
    """Return the sentences of these turns."""
    return [said for number in turns for said in spoken.by_turn[number]]


def began(spoken: Spoken, turn: int) -> list[Said]:
    """Return how our answer to a turn of theirs began, at most one sentence.

    "Dear Priya," shows nothing, unless there is nothing else.
    """
    said = sentences(spoken, replies(spoken, turn))
    return ([each for each in said if not is_greeting(each.text)] or said)[:1]


def words(spoken: Spoken, turns: Iterable[int]) -> int:
    """Return how many words these turns have."""
    return sum(spoken.words[number] for number in turns)


def shown(spoken: Spoken, said: Sequence[Said]) -> tuple[Quote, ...]:
    """Return these sentences as quotes; none at all where one of them may not be shown.

    A moment of which a part is left out would say something else.
    """
    found = quotes(spoken, said)
    return found if len(found) == len(said) else ()


def sureness(spoken: Spoken, said: Said, labels: Iterable[str]) -> float:
    """Return how sure the reader is of a sentence's surest of these labels or groups; 1 if none."""
    wanted = set(labels)
    marks = [
        each.probability
        for each in spoken.talk.annotations
        if each.turn == said.turn
        and each.start < said.end
        and said.start < each.end
        and not wanted.isdisjoint((each.label, each.label.partition(".")[0]))
    ]
    return max(marks, default=1.0)


def shares_words(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two have a word of content in common."""
    return not stems_of(" ".join(one)).isdisjoint(stems_of(" ".join(other)))
