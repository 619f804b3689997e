"""A rehearsal looked back on: what was counted, the moments, and what went on in the customer.

What went on in the customer is what the rules say, in plain words: a guess about somebody, made so
that it can be doubted rule by rule, and never a statement about the real person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from theirside.care.figure import Figure
from theirside.care.moment import Moment
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.purpose.chairs.data import Ending, acts, moves, rungs, start
from theirside.purpose.chairs.playing import finish
from theirside.purpose.chairs.reading import REHEARSAL, US
from theirside.purpose.chairs.session import Chair, Exchange, Rehearsal
from theirside.purpose.chairs.state import Card
from theirside.reader.reader import Reader

MOMENTS = 3


@dataclass(frozen=True, slots=True)
class Inner:
    """What one exchange did: what was said, and heard in it, and what they may have thought.

    ``exchange`` is its number. ``thoughts`` are one for each act that moved something, ``did`` why
    they then did what they did. ``stood`` is where trust and patience stood afterwards.
    """

    exchange: int
    said: str
    heard: tuple[str, ...]
    thoughts: tuple[str, ...]
    did: str
    trust: int
    patience: int
    stood: tuple[int, int]


@dataclass(frozen=True, slots=True)
class LookedBack:
    """All that there is to see of a rehearsal afterwards.

    ``conversation`` is the rehearsal as a talk, which the quotes of ``figures`` and ``moments``
    point into. ``acts`` says how often what was done. ``told`` names the rungs and how many things
    of each were told, out of how many; ``played`` how often each habit of a played seller did
    something, out of how often it could. ``ask`` are questions worth asking the real person.
    """

    rehearsal: Rehearsal
    ending: Ending
    conversation: Conversation
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    inner: tuple[Inner, ...]
    acts: tuple[tuple[str, int], ...]
    played: tuple[tuple[str, int, int], ...]
    told: tuple[tuple[str, int, int], ...]
    ask: tuple[str, ...]


def look_back(
    rehearsal: Rehearsal, reader: Reader, card: Card | None = None, off: Collection[str] = ()
) -> LookedBack:
    """Return a rehearsal looked back on; ``card`` is the played customer's, if there was one.

    Measures that are ``off`` are not counted.
    """
    from theirside.care.measuring import figures
    from theirside.care.talks import talks_of
    from theirside.care.unheard import unheard
    from theirside.care.worthwhile import moments_in
    from theirside.reader import read

    talk = as_conversation(rehearsal)
    talks = list(talks_of(talk, {talk.id: read(talk, reader)}))
    ended = finish(rehearsal)
    done = Counter(each.act for exchange in rehearsal.exchanges for each in exchange.heard)
    every = figures(talks, off=off, unheard=unheard()) if talk.turns else []
    return LookedBack(
        rehearsal=rehearsal,
        ending=next(each for each in start().ends if each.id == ended.end),
        conversation=talk,
        figures=tuple(each for each in every if each.value is not None),
        moments=tuple(moments_in(talks, MOMENTS)),
        inner=tuple(inner_voice(rehearsal)),
        acts=tuple((each, done[each]) for each in acts() if done[each]),
        played=tuple(_played(rehearsal.exchanges)),
        told=tuple(_told(rehearsal, card)) if card is not None else (),
        ask=tuple(dict.fromkeys(_asks(rehearsal.exchanges))),
    )


def as_conversation(rehearsal: Rehearsal) -> Conversation:
    """Return a rehearsal as a talk: only what was spoken, and never kept among real talks."""
    mine, other = Side.OURS, Side.THEIRS
    if rehearsal.chair is Chair.CUSTOMER:
        mine, other = other, mine
    them = rehearsal.person.name
    voices = {Side.OURS: US, Side.THEIRS: Speaker(them, side=Side.THEIRS)}
    turns: list[Turn] = []
    for each in rehearsal.exchanges:
        spoken = "\n".join(line.text for line in each.lines if not line.outside)
        for side, text in ((mine, each.reply), (other, spoken)):
            if text:
                turns.append(Turn(str(len(turns)), voices[side], text))
    key = f"{REHEARSAL}-{rehearsal.code}"
    return Conversation(key, Channel.CALL, tuple(turns), f"Rehearsal: {them}")


def inner_voice(rehearsal: Rehearsal) -> Sequence[Inner]:
    """Return what went on in the customer, exchange by exchange."""
    found = []
    for number, each in enumerate(rehearsal.exchanges):
        spoken = "\n".join(line.text for line in each.lines if not line.outside)
        said = each.reply if rehearsal.chair is Chair.SELLER else spoken
        if not said:
            continue
        moving = [acts()[one.act] for one in each.heard]
        thoughts = tuple(act.inner for act in moving if act.trust or act.patience)
        did = next((move.why for move in moves() if move.id == each.move), "")
        names = tuple(act.name for act in moving)
        found.append(
            Inner(number, said, names, thoughts, did, each.trust, each.patience, each.stood)
        )
    return found


def _told(rehearsal: Rehearsal, card: Card) -> Sequence[tuple[str, int, int]]:
    told = set(rehearsal.state.told)
    counted = []
    for number, rung in enumerate(rungs().rungs):
        here = [each.id for each in card.items if each.rung == number]
        counted.append((rung.name, sum(each in told for each in here), len(here)))
    return counted


def _played(exchanges: Sequence[Exchange]) -> Sequence[tuple[str, int, int]]:
    every = [each for exchange in exchanges for each in exchange.played]
    times, did = Counter(e.habit for e in every), Counter(e.habit for e in every if e.did)
    return [(habit, did[habit], times[habit]) for habit in sorted(times)]


def _asks(exchanges: Sequence[Exchange]) -> list[str]:
    return [line.ask for each in exchanges for line in each.lines if line.ask]


def without_words(rehearsal: Rehearsal) -> Rehearsal:
    """Return a rehearsal without its exchanges: for lists."""
    return replace(rehearsal, exchanges=())
