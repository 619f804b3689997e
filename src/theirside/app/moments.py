"""The moments of what is stored: of one conversation, a person's, or all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from theirside.app import queries
from theirside.app.measuring import ready, subject
from theirside.care.moment import Moment
from theirside.care.worthwhile import moments_in
from theirside.conversation import Conversation
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Moments:
    """What was looked at, the few moments, and the conversations that they are in, by id."""

    title: str
    moments: tuple[Moment, ...]
    conversations: Mapping[str, Conversation]


def moments_about(text: str, most: int) -> Moments:
    """Return the moments of the conversation or person that a user's words mean; "" means all.

    Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
    """
    if text:
        asked = subject(text)
        title, talks = asked.title, iter(asked.talks())
    else:
        title, talks = "All our talks", _all()
    found = moments_in(talks, most)
    keys = {quote.conversation for each in found for quote in each.evidence}
    conversations = {key: queries.conversation(key).conversation for key in sorted(keys)}
    return Moments(title, tuple(found), conversations)


def _all() -> Iterator[Talk]:
    """Yield every stored talk, the oldest first, so that it can be told what became of promises."""
    summaries = queries.conversations()
    for each in sorted(summaries, key=lambda one: seconds(one.last_at)):
        yield from ready([queries.conversation(each.id)])
