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
from theirside.understand.words import word_lists

_NAME = re.compile(r"[^\W\d_][\w.'’-]*")

_PRONOUNS = frozenset({"she", "he", "her", "him"})
_REACH = 300
"""Characters before a sentence in which a name may be meant by "she" or "he"."""


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

    def person(
        self, holder: str, speaker: Person, conversation: str, before: str = ""
    ) -> Person | None:
        """Return the one person whom this speaker means by the holder's name, if there is one.

        "She" and "he" mean the person named last in ``before``, what the speaker said until then.
        """
        if holder.casefold() in _PRONOUNS:
            return self._named_last(before[-_REACH:], speaker, conversation)
        words = [_bare(word) for word in _NAME.findall(holder)]
        named = [word for word in words if word[:1].isupper()]
        for start in range(len(words)):
            for end in range(start + 2, len(words) + 1):
                ids = self._full.get(fold(" ".join(words[start:end])), set())
                if len(ids) == 1:
                    return self._people[next(iter(ids))]
        if len(named) != 1:
            return None
        near = self._near(named[0], speaker, conversation)
        return self._people[near[0]] if len(near) == 1 else None

    def _near(self, first_name: str, speaker: Person, conversation: str) -> list[str]:
        return [
            each
            for each in self._first.get(first_name.casefold(), ())
            if each in self._present.get(conversation, ())
            or (speaker.company and self._people[each].company == speaker.company)
        ]

    def _named_last(self, before: str, speaker: Person, conversation: str) -> Person | None:
        found: Person | None = None
        for word in map(_bare, _NAME.findall(before)):
            near = self._near(word, speaker, conversation) if word[:1].isupper() else []
            if found is not None and word.casefold() in fold(found.name).split():
                continue
            if len(near) == 1 and near[0] != speaker.id:
                if found is not None:
                    return None  # two have been named: either may be meant
                found = self._people[near[0]]
            elif found is not None and _may_be_a_name(word):
                return None
        return found


def _may_be_a_name(word: str) -> bool:
    plain = word.casefold().replace("'", "").replace("’", "")
    return word[:1].isupper() and len(word) > 1 and plain not in word_lists().stop


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)
