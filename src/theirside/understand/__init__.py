"""Annotations to observations, understanding, gaps and questions.

``understand`` composes, for each person on their side, what is understood of them: every statement
with the quotes that it rests on, what is not known, and the questions worth asking next. Who is
whom is worked out in ``people``; ``offer`` reads what we sell, against which beliefs are held.
Facets, questions and word lists are data files beside the code. See docs/understanding.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing the package itself stays instant
    from theirside.conversation import Conversation
    from theirside.evidence import Annotation
    from theirside.intake.us import Us
    from theirside.understand.offer import Offer
    from theirside.understand.people import People
    from theirside.understand.understanding import Judgement, Understanding

__all__ = ["understand"]


def understand(
    conversations: Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    *,
    us: Us | None = None,
    offer: Offer | None = None,
    people: People | None = None,
    judgements: Sequence[Judgement] = (),
    as_of: datetime | None = None,
    person: str | None = None,
) -> list[Understanding]:
    """Return what is understood of each person on their side, by name.

    ``annotations`` are by conversation id; a conversation without any given is read here. ``us``
    gives the sides where the conversations do not have them yet. ``people`` defaults to
    ``people_in(conversations)``. ``as_of``, by which "recent" is measured, defaults to the newest
    turn's time. ``person`` is an id, name, part of a name or address, to have that one only.

    Raises ``NotFoundError`` or ``AmbiguousError`` where ``person`` fits none or several.
    """
    from theirside.understand.compose import compose

    return compose(
        conversations,
        annotations,
        us=us,
        offer=offer,
        people=people,
        judgements=judgements,
        as_of=as_of,
        person=person,
    )
