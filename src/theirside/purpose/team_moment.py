"""A shared moment as a team sees it, without the customer's name unless that may stand."""

from __future__ import annotations

from dataclasses import dataclass

from theirside.care.moment import MomentKind
from theirside.conversation import Side


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One turn as the team sees it. ``rests_on``: the moment rests on it; else it stands beside.

    ``label`` is who speaks: ``The customer``, or their name where it may stand.
    """

    side: Side
    label: str
    text: str
    rests_on: bool


@dataclass(frozen=True, slots=True)
class TeamMoment:
    """A shared moment. ``where`` is what sort of talk it was, and when.

    ``waits_for`` are those of us whose words are in it and who have not shared it: until they do,
    the team does not see it.
    """

    id: str
    kind: MomentKind
    where: str
    lines: tuple[TeamLine, ...]
    waits_for: tuple[str, ...] = ()
