"""Whose view it is: a name that somebody gives another's view under, looked up among the people.

"Dana wants it simpler" is heard of Dana only where exactly one person can be meant: by full name
anywhere, by first name among those of the same conversation or company. Else it stays with the
speaker, with the holder named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from theirside.conversation import Conversation
from theirside.understand.names import fold, is_full
from theirside.understand.people import People
from theirside.understand.understanding import Person

_NAME = re.compile(r"[^\W\d_][\w.'’-]*")


class Holders:
    """Looks up the person behind a holder's name, for the people of given conversations."""

    def __init__(self, people: People, conversations: Iterable[Conversation]) -> None:
        self._full: dict[str, set[str]] = {}
        self._first: dict[str, set[str]] = {}
        self._people: Mapping[str, Person] = people.by_id
        for person in people.persons:
            for name in filter(is_full, person.names):
                self._full.setdefault(fold(name), set()).add(person.id)
            for name in person.names:
                if "@" not in name:
                    self._first.setdefault(fold(name).split()[0], set()).add(person.id)
        self._present: dict[str, set[str]] = {}
        for talk in conversations:
            there = {who for turn in talk.turns for who in (turn.speaker, *turn.to)}
            found = (people.of(talk.id, who) for who in there)
            self._present[talk.id] = {person.id for person in found if person is not None}

    def person(self, holder: str, speaker: Person, conversation: str) -> Person | None:
        """Return the one person whom this speaker means by the holder's name, if there is one."""
        words = [_bare(word) for word in _NAME.findall(holder)]
        named = [word for word in words if word[:1].isupper()]
        for start in range(len(words)):
            for end in range(start + 2, len(words) + 1):
                ids = self._full.get(fold(" ".join(words[start:end])), set())
                if len(ids) == 1:
                    return self._people[next(iter(ids))]
        if len(named) != 1:
            return None
        near = [
            each
            for each in self._first.get(named[0].casefold(), ())
            if each in self._present.get(conversation, ())
            or (speaker.company and self._people[each].company == speaker.company)
        ]
        return self._people[near[0]] if len(near) == 1 else None


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)
