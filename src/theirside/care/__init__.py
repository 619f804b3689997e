"""How we showed up: measures, moments, review of drafts, pushback.

Everything here is counted or found by rules that can be read, and opens to the words that it rests
on. Measures, moments and rules are data files beside the code. Reviews and pushback have rooms of
their own: ``theirside.care.review``, ``theirside.care.pushback``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing the package itself stays instant
    from theirside.care.figure import Figure
    from theirside.care.moment import Moment
    from theirside.conversation import Conversation
    from theirside.evidence import Annotation
    from theirside.understand.people import People

__all__ = ["measure", "moments"]


def measure(
    conversations: Conversation | Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    *,
    people: People | None = None,
    only: Sequence[str] = (),
) -> list[Figure]:
    """Return what each measure comes to over one conversation or several together.

    ``annotations`` are by conversation id; a conversation without any given is read here. Sides
    must be set (``theirside.load(…, us=…)``). ``only`` are measures' ids, to have those alone.
    A figure's ``value`` is None where there is too little to say, and its ``note`` says why.

    Raises ``NotFoundError`` for a measure that there isn't.
    """
    from theirside.care.measuring import figures
    from theirside.care.talks import talks_of
    from theirside.care.unheard import unheard

    return figures(talks_of(conversations, annotations, people), only, unheard=unheard())


def moments(
    conversations: Conversation | Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    *,
    people: People | None = None,
    limit: int | None = 5,
    only: Sequence[str] = (),
) -> list[Moment]:
    """Return the moments most worth looking at together, the weightiest first.

    ``annotations`` are by conversation id; a conversation without any given is read here. Sides
    must be set. Give the oldest conversation first, so that what became of promises can be told.
    ``limit`` None returns all; ``only`` are ids of kinds, to have those alone.

    Raises ``NotFoundError`` for a kind of moment that there isn't.
    """
    from theirside.care.talks import talks_of
    from theirside.care.worthwhile import moments_in

    return moments_in(talks_of(conversations, annotations, people), limit, only=only)


def __dir__() -> list[str]:
    return __all__
