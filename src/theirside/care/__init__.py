"""How we showed up: measures, moments, review of drafts, pushback.

Everything here is counted or found by rules that can be read, and opens to the words that it rests
on. Measures, rules and the toolkit are data files beside the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing the package itself stays instant
    from theirside.care.figure import Figure
    from theirside.conversation import Conversation
    from theirside.evidence import Annotation
    from theirside.understand.people import People

__all__ = ["measure"]


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
