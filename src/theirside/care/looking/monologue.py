"""We spoke long, and after it they said next to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.intervals import median
from theirside.care.looking._turns import sentences, shown, words
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken
from theirside.conversation import Side


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield how a long stretch of ours began and ended, and what they said then.

    ``least`` are the words that make it long, ``most`` those of theirs that are next to nothing.
    Whoever never says more has not fallen silent; nor has whoever answers a question in brief.
    """
    if _usual(spoken) <= how.most:
        return
    for ours, theirs in _stretches(spoken):
        said = sentences(spoken, ours)
        count, after = words(spoken, ours), words(spoken, theirs)
        if count < how.least or after > how.most or said[-1].text.rstrip().endswith("?"):
            continue
        if "question" in said[-1].labels or "?" in spoken.turns[theirs[0]].text:
            continue
        evidence = shown(spoken, [said[0], said[-1], *sentences(spoken, theirs)])
        if evidence:
            note = f"{count} words of ours, then {after} of theirs"
            yield Found(evidence, min(1.0, 0.5 + count / (4 * how.least)), note)


def _usual(spoken: Spoken) -> float:
    said = [
        float(count)
        for count, side in zip(spoken.words, spoken.sides, strict=True)
        if side is Side.THEIRS and count
    ]
    return median(said) if said else 0.0


def _stretches(spoken: Spoken) -> Iterator[tuple[list[int], list[int]]]:
    """Yield our turns in one go, and theirs between them and our next word of substance.

    What they murmur while we go on is inside the stretch; only where we go on about something else
    after it, or ask, is it their answer. The last stretch of a talk has no answer and counts not.
    """
    ours: list[int] = []
    murmured: list[int] = []
    for number, side in enumerate(spoken.sides):
        if side is Side.OURS:
            if murmured and _begins_anew(spoken, number):
                yield ours, murmured
                ours = []
            murmured = []
            ours.append(number)
        elif side is Side.THEIRS and ours and spoken.words[number]:
            murmured.append(number)
            if not spoken.is_backchannel(number):
                if number + 1 < len(spoken.sides):
                    yield ours, murmured
                ours, murmured = [], []


def _begins_anew(spoken: Spoken, number: int) -> bool:
    """Say whether our turn asks: then what they murmured before it was their answer."""
    return "?" in spoken.turns[number].text
