"""Who may see and do what: the one place where that is settled.

A seller's talks are theirs. A coach sees their own, what was shared, and everything where the team
agreed on that. An administrator sees to accounts, settings and people's rights, and reads nobody
else's talks. Nobody else sees anything. People are seen by whoever sees a talk with them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from theirside.app.viewing import Role, Viewer, viewer
from theirside.errors import TheirsideError

if TYPE_CHECKING:
    from django.db.models import Exists, QuerySet

    from theirside.app.models.members import Holding


class Right(StrEnum):
    """What not everybody may do."""

    ACCOUNTS = "accounts"
    SETTINGS = "settings"
    PEOPLES_DATA = "people's data"
    TEAM_KIT = "team kit"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.SELLER: frozenset(),
    Role.COACH: frozenset({Right.TEAM_KIT}),
    Role.ADMINISTRATOR: frozenset({Right.ACCOUNTS, Right.SETTINGS, Right.PEOPLES_DATA}),
}


class NotAllowedError(TheirsideError):
    """Somebody asked for what is not theirs to do."""


def may(right: Right, who: Viewer | None = None) -> bool:
    """Say whether who looks may do this; on one's own machine one may do everything."""
    looking = who or viewer()
    if looking is None:
        return True
    return looking.role is not None and right in RIGHTS[looking.role]


def require(right: Right) -> None:
    """Raise ``NotAllowedError`` where who looks may not do this."""
    if not may(right):
        raise NotAllowedError(
            f"This needs the right to {right}, which your account does not have; "
            "an administrator can give it"
        )


def sees(who: Viewer, conversation: str) -> Exists:
    """Return the condition that a viewer sees a row's talk.

    ``conversation`` names the row's field with the talk's primary key (``pk``,
    ``turn__conversation_id``).
    """
    from django.db.models import Exists, OuterRef, Q

    from theirside.app.models.members import Holding

    held = Holding.objects.filter(conversation=OuterRef(conversation))
    if who.role is Role.COACH and who.sees_team:
        return Exists(held)
    if who.role is Role.COACH:
        return Exists(held.filter(Q(member=who.member) | Q(shared=True)))
    return Exists(held.filter(member=who.member))


def held_for(who: Viewer) -> QuerySet[Holding] | None:
    """Return what leads to the talks that a viewer sees; None where these may be nearly all.

    It says the same as ``sees``, for lists: a database finds the few talks of one viewer by it much
    sooner than by asking of each talk whether they see it.
    """
    from django.db.models import Q

    from theirside.app.models.members import Holding

    if who.role is not Role.COACH:
        return Holding.objects.filter(member=who.member)
    if who.sees_team:
        return None
    return Holding.objects.filter(Q(member=who.member) | Q(shared=True))
