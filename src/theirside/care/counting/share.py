"""How much of something is of a kind: our words of all words, open questions of all questions.

Sentences and turns are counted one by one, with Wilson's interval. Words and seconds come in turns,
so their interval is drawn over turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from theirside.care.counting._choosing import chosen, fits, quotes, sides, turn_quotes
from theirside.care.definition import How, Selector
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_parts, of_share
from theirside.care.spoken import Said, Spoken

LABELS: Mapping[str, tuple[str, ...]] = {}


def tally(spoken: Spoken, how: How) -> Tally:
    """Return how much there is, and how much of it is of the kind."""
    if how.count.unit == "sentences":
        of = chosen(spoken, how.of)
        wanted = sides(how.count.side)
        found = [each for each in of if each.side in wanted and fits(each, how.count)]
        rest = [each for each in of if each not in found]
        return Tally(len(found), len(of), quotes(spoken, found), quotes(spoken, rest))
    numbers = range(len(spoken.turns))
    parts = [(_much(spoken, n, how.count), _much(spoken, n, how.of)) for n in numbers]
    parts = [(count, of) for count, of in parts if of]
    counted = [n for n in numbers if _much(spoken, n, how.count)]
    return Tally(
        sum(count for count, _ in parts),
        sum(of for _, of in parts),
        turn_quotes(spoken, counted)
        if not how.count.labels
        else quotes(spoken, chosen(spoken, how.count)),
        parts=tuple(parts),
    )


def _much(spoken: Spoken, turn: int, selector: Selector) -> float:
    """Return how many words or seconds of a turn are meant."""
    if spoken.sides[turn] not in sides(selector.side):
        return 0.0
    whole = float(spoken.words[turn]) if selector.unit == "words" else spoken.seconds(turn)
    if not (selector.labels or selector.without or selector.says or selector.unsaid):
        return whole
    said = spoken.by_turn[turn]
    return whole * _words(e for e in said if fits(e, selector)) / max(1, _words(said))


def _words(said: Iterable[Said]) -> int:
    return sum(each.words for each in said)


def estimate(gathered: Gathered, how: How) -> Estimate:
    """Return the share, 0..1, and its interval."""
    return divided(gathered, of_share if how.count.unit == "sentences" else of_parts)
