"""The moments of what is stored: of one conversation, a person's, or all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from theirside.app import queries
from theirside.app.measuring import of_conversation, ours, subject
from theirside.care.moment import Moment
from theirside.care.worthwhile import moments_in
from theirside.conversation import Conversation
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Moments:
    """What was looked at, the few moments, and the conversations that they are in, by id.

    ``left_out`` are talks that were not looked at, because their two speakers look swapped.
    """

    title: str
    moments: tuple[Moment, ...]
    conversations: Mapping[str, Conversation]
    left_out: tuple[Conversation, ...] = ()


def moments_about(text: str, most: int) -> Moments:
    """Return the moments of the conversation or person that a user's words mean; "" means all.

    Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
    """
    asked = subject(text) if text else ours()
    swapped: list[Conversation] = []

    def talks() -> Iterator[Talk]:
        for each in asked.talks():
            if asked.doubt(each):
                swapped.append(each.conversation)
            else:
                yield each

    found = moments_in(talks(), most)
    keys = {quote.conversation for each in found for quote in each.stretch}
    conversations = {key: queries.conversation(key).conversation for key in sorted(keys)}
    return Moments(asked.title, tuple(found), conversations, tuple(swapped))


def moments_of_conversation(key: str, most: int) -> list[Moment]:
    """Return the moments of one conversation, in the order of the talk. Raises ``NotFoundError``.

    Whether its two speakers look swapped is not asked here: it takes the model longer than all
    the rest, and whoever shows the moments says so beside them (``theirside.app.swapped``).
    """
    found = moments_in(of_conversation(key).talks(), most)
    return sorted(found, key=lambda each: (each.evidence[0].turn, each.evidence[0].start))
