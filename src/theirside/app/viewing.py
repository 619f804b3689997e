"""Who is looking: while somebody is, the store shows them only what they may see.

On one's own machine, in the command line and in background work nobody is set, and everything is
there. The web app of a team sets who came in for as long as a request lasts. What one may see is
settled in ``theirside.app.access``; the rows of the models go through it by themselves, so that a
new page cannot forget to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member is here for."""

    SELLER = "seller"
    COACH = "coach"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks. ``member`` is the member's primary key; 0 is somebody who belongs nowhere.

    ``sees_team``: a coach whose team agreed to let its coaches see every talk.
    """

    member: int
    role: Role | None
    name: str = ""
    sees_team: bool = False


_viewer: ContextVar[Viewer | None] = ContextVar("viewer", default=None)


def viewer() -> Viewer | None:
    """Return who looks; None where everything is to be seen."""
    return _viewer.get()


@contextmanager
def seen_by(who: Viewer | None) -> Iterator[None]:
    """Show only what this viewer may see, as long as the block lasts; None shows everything."""
    token = _viewer.set(who)
    try:
        yield
    finally:
        _viewer.reset(token)
