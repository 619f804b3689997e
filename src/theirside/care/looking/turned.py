"""They leaned against something, and later in the same talk towards it."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting._choosing import fits
from theirside.care.looking._turns import sentences, shown, sureness
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken
from theirside.conversation import Side


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield where they last leaned against it, what we said last, and how they then leaned to it.

    ``theirs`` says what leaning against is, ``has`` what leaning towards is.
    """
    against = None
    for said in spoken.sentences:
        if said.side is not Side.THEIRS:
            continue
        if fits(said, how.theirs):
            against = said
        elif against and how.has and fits(said, how.has) and said.turn > against.turn:
            between = range(against.turn + 1, said.turn)
            ours = [number for number in between if spoken.sides[number] is Side.OURS]
            reply = sentences(spoken, ours[-1:])[:1]
            evidence = shown(spoken, [against, *reply, said]) if reply else ()
            if evidence:
                yield Found(evidence, sureness(spoken, said, how.has.labels))
            against = None
