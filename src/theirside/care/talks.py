"""Conversations to talks that can be looked at: read where they aren't yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from theirside.conversation import Conversation, Side
from theirside.evidence import Annotation
from theirside.understand.people import People, id_of, voice_keys
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person


def talks_of(
    conversations: Conversation | Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    people: People | None = None,
) -> Iterator[Talk]:
    """Yield each conversation with its annotations, in the order given.

    Without ``people`` everybody is told apart within their conversation.
    """
    several = [conversations] if isinstance(conversations, Conversation) else conversations
    for each in several:
        known = people if people is not None else _apart(each)
        yield Talk.of(each, _annotations(each, annotations), known)


def _apart(conversation: Conversation) -> People:
    """Return those of theirs who spoke or were written to, each voice a person: quickly made."""
    of_voice: dict[str, str] = {}
    by_id: dict[str, Person] = {}
    for turn in conversation.turns:
        for speaker in (turn.speaker, *turn.to):
            if speaker.side is Side.THEIRS:
                key = voice_keys(speaker, conversation.id)[0]
                of_voice[key] = id_of(key)
                by_id.setdefault(id_of(key), Person(id_of(key), (speaker.label,)))
    return People(tuple(by_id.values()), of_voice=of_voice, by_id=by_id)


def _annotations(
    conversation: Conversation, given: Mapping[str, Sequence[Annotation]] | None
) -> Sequence[Annotation]:
    if given is not None and conversation.id in given:
        return given[conversation.id]
    from theirside.reader import read

    return read(conversation)
