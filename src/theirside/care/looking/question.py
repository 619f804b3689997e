"""They asked, and got something else, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting.fate import fates_in
from theirside.care.looking._turns import began, shown, sureness
from theirside.care.looking.passed_over import said_at
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield each question of theirs that met the fate ``what``, and how our reply began."""
    for place, fate in fates_in(spoken.talk).items():
        asked = said_at(spoken, place) if fate == how.what else None
        if asked is None:
            continue
        reply = began(spoken, place.turn)
        evidence = shown(spoken, [asked, *reply])
        if evidence:
            yield Found(evidence, sureness(spoken, asked, ("question",)))
