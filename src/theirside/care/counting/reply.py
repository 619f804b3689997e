"""What we said to something of theirs: a feeling, a worry, pushback.

A turn of theirs counts once, and only where we replied. ``what`` is ``taken_up`` (our reply has one
of the labels ``reply``) or ``first`` (one of those comes before any of ``before``).
"""

from __future__ import annotations

from collections.abc import Mapping

from theirside.care.counting._choosing import chosen, quotes
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_share
from theirside.care.spoken import Said, Spoken
from theirside.understand.phrases import phrases

LABELS: Mapping[str, tuple[str, ...]] = {}


def tally(spoken: Spoken, how: How) -> Tally:
    """Return how many turns of theirs we replied to, and how many were replied to so."""
    turns: dict[int, list[Said]] = {}
    for each in chosen(spoken, how.of):
        turns.setdefault(each.turn, []).append(each)
    met: list[Said] = []
    missed: list[Said] = []
    of = count = 0
    for turn, said in turns.items():
        replied = [each for number in spoken.talk.reply_to(turn) for each in spoken.by_turn[number]]
        if not replied:
            continue
        good = _is_first(replied, how) if how.what == "first" else _is_taken_up(replied, how)
        of, count = of + 1, count + good
        (met if good else missed).extend(said)
    return Tally(count, of, quotes(spoken, met), rest=quotes(spoken, missed))


def _is_taken_up(replied: list[Said], how: How) -> bool:
    """Say whether the reply has a label that takes it up, or words that plainly do."""
    return any(
        not each.labels.isdisjoint(how.reply) or phrases().acknowledging.search(each.text)
        for each in replied
    )


def _is_first(replied: list[Said], how: How) -> bool:
    """Say whether one of the wanted labels comes before any of the others."""
    for each in replied:
        if not each.labels.isdisjoint(how.reply):
            return True
        if not each.labels.isdisjoint(how.before):
            return False
    return False


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the share, 0..1, and its interval."""
    return divided(gathered, of_share)
