"""Who is whom: the persons on their side, and which speaker of which conversation is one of them.

Joined is only what is certain: the same address, phone or contact card, or a full name that is
exactly one known person's. What is merely likely is proposed (``likeness``) and left to the user,
whose merges and splits outrank everything and are given as keys (``voices``), so that they hold on
every further import.

A person's id is the hash of their best key. ``keep_ids`` keeps the id that a person already has
when a later import brings them a better one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from theirside.conversation import Contact, Conversation, Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.joining import Groups
from theirside.understand.likeness import likely_same
from theirside.understand.names import company_of, fold, is_full, is_placeholder
from theirside.understand.understanding import Person
from theirside.understand.voices import Voice, add_card, card_of, id_of, voice_keys, voices_of

__all__ = [
    "Decision",
    "People",
    "Proposal",
    "describe",
    "id_of",
    "keep_ids",
    "people_in",
    "voice_keys",
]

Decision = tuple[str, str]
"""Two keys or person ids: the same person (merged), or the second is not the first (split)."""

_KINDS = ("email", "phone", "name", "label", "contact")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two persons who are likely one, and why, in plain words; ``likelihood`` 0..1 ranks."""

    first: Person
    second: Person
    reason: str
    likelihood: float


@dataclass(frozen=True)
class People:
    """The persons on their side. ``keys`` gives each person's keys, the best first."""

    persons: tuple[Person, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    of_voice: Mapping[str, str] = field(default_factory=dict)
    by_id: Mapping[str, Person] = field(default_factory=dict)

    def of(self, conversation: str, speaker: Speaker) -> Person | None:
        """Return the person whom this speaker of that conversation is; None where not theirs."""
        if speaker.side is not Side.THEIRS:
            return None
        for key in voice_keys(speaker, conversation):
            if key in self.of_voice:
                return self.by_id[self.of_voice[key]]
        return None

    def find(self, asked: str) -> Person:
        """Return the person with that id, address, phone, name or part of a name.

        Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
        """
        wanted = fold(asked)
        exact = [p for p in self.persons if wanted in {p.id, *p.emails, *p.phones}]
        named = [p for p in self.persons if wanted in map(fold, p.names)]
        part = [p for p in self.persons if wanted and _has_part(p, wanted)]
        for found in (exact, named, part):
            if len(found) == 1:
                return found[0]
            if found:
                raise AmbiguousError(asked, [describe(person) for person in found])
        raise NotFoundError(
            f"{asked!r}: no such person; `theirside people` lists everyone who is known"
        )


def describe(person: Person) -> str:
    """Return a person's name with whatever tells them from a namesake."""
    known = next(iter((*person.emails, *person.phones)), "") or person.company
    return f"{person.name} <{known}>" if known and known != person.name else person.name


def _has_part(person: Person, wanted: str) -> bool:
    return any(wanted in text.casefold() for text in (*person.names, *person.emails))


def people_in(
    conversations: Iterable[Conversation],
    contacts: Iterable[Contact] = (),
    merged: Sequence[Decision] = (),
    split: Sequence[Decision] = (),
    known: Sequence[Person] = (),
) -> People:
    """Return the persons on their side, their keys, and who is likely one with whom.

    ``known`` are persons of an earlier run: what they are known by stays together, and they keep
    their ids. The order in which anything is given makes no difference.
    """
    voices, together = voices_of(conversations)
    cards = [*contacts, *(card_of(each) for each in known if each.emails or each.phones)]
    of_cards = [add_card(voices, card) for card in cards]
    key_of_id = {id_of(key): key for voice in voices.values() for key in voice.keys}
    groups = Groups({first: voice.keys for first, voice in voices.items()}, key_of_id)
    groups.keep_apart(split)
    for one, other in merged:
        groups.join(one, other)
    _join_certain(groups, voices, of_cards)
    named = {key for pair in split for key in pair}
    people = keep_ids(_people(groups, voices, named), known)
    return replace(people, proposals=_proposals(people, groups, together))


def _join_certain(
    groups: Groups, voices: Mapping[str, Voice], of_cards: Iterable[Sequence[str]]
) -> None:
    shared: dict[str, list[str]] = {}
    for first in sorted(voices):
        for key in voices[first].keys:
            if key.startswith(("email:", "phone:")):
                shared.setdefault(key, []).append(first)
    for together in (*shared.values(), *sorted(map(list, of_cards))):
        for voice in together[1:]:
            groups.join_voices(together[0], voice)
    _join_by_full_name(groups, voices)


def _join_by_full_name(groups: Groups, voices: Mapping[str, Voice]) -> None:
    """Join a label with the one person who bears it as their full name, or with itself."""
    bearers: dict[str, set[str]] = {}
    labels: dict[str, list[str]] = {}
    for first in sorted(voices):
        if first.startswith(("label:", "contact:")):
            for key in voices[first].keys:
                if key.startswith("name:"):
                    labels.setdefault(key, []).append(first)
            continue
        for name in filter(is_full, voices[first].names):
            bearers.setdefault(f"name:{fold(name)}", set()).add(groups.group_of(first))
    for key, firsts in labels.items():
        known = sorted(bearers.get(key, ()))
        if len(known) <= 1:
            for voice in firsts:
                groups.join_voices((known or firsts)[0], voice)


def _people(groups: Groups, voices: Mapping[str, Voice], named: set[str]) -> People:
    """Return the groups as persons.

    A full name that several bear is nobody's key. Of a shared mailbox that was split, the address
    stays with those whom the split does not name.
    """
    members = groups.members()
    claims = Counter(key for group in members for key in _keys_in(group, voices))
    persons: list[Person] = []
    keys: dict[str, tuple[str, ...]] = {}
    of_voice: dict[str, str] = {}
    for group in members:
        its_keys = [
            key
            for key in _keys_in(group, voices)
            if claims[key] == 1 or not (key.startswith("name:") or named & set(group))
        ]
        person = _person(id_of(its_keys[0]), [voices[voice] for voice in group], its_keys)
        persons.append(person)
        keys[person.id] = tuple(its_keys)
        of_voice.update(dict.fromkeys(group, person.id))
    return _gathered(persons, keys, of_voice)


def _gathered(
    persons: Iterable[Person], keys: Mapping[str, tuple[str, ...]], of_voice: Mapping[str, str]
) -> People:
    ordered = sorted(persons, key=lambda person: (person.name.casefold(), person.id))
    return People(tuple(ordered), keys, (), of_voice, {person.id: person for person in ordered})


def _keys_in(group: Iterable[str], voices: Mapping[str, Voice]) -> list[str]:
    """Return a group's keys, the best first: address, phone, name, label; general before own."""
    keys = {key for voice in group for key in voices[voice].keys}
    return sorted(keys, key=lambda key: (_KINDS.index(key.partition(":")[0]), "/" in key, key))


def _person(person_id: str, voices: Sequence[Voice], keys: Sequence[str]) -> Person:
    names = sum((voice.names for voice in voices), Counter[str]())
    companies = sum((voice.companies for voice in voices), Counter[str]())
    values = [key.partition(":") for key in keys]
    emails = _unique(value.partition("/")[0] for kind, _, value in values if kind == "email")
    phones = _unique(value.partition("/")[0] for kind, _, value in values if kind == "phone")
    domains = [company_of(email) for email in emails]
    return Person(
        person_id,
        _shown_names(names, reachable=bool(emails or phones)),
        emails,
        phones,
        next(iter(_most_first(companies)), "") or next(filter(None, domains), ""),
        max((voice.role for voice in voices), default=""),
    )


def _shown_names(names: Counter[str], *, reachable: bool) -> tuple[str, ...]:
    proper = [name for name in _most_first(names) if "@" not in name]
    if reachable:  # an address tells more than "Guest" or "iPhone"
        proper = [name for name in proper if not is_placeholder(name)]
    by_fold = {fold(name): name for name in reversed(proper)}
    return tuple(
        sorted(
            (name for name in proper if by_fold[fold(name)] == name),
            key=lambda name: not is_full(name),
        )
    )


def _most_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _proposals(
    people: People, groups: Groups, together: Mapping[str, Iterable[str]]
) -> tuple[Proposal, ...]:
    voices: dict[str, list[str]] = {}
    for voice, person in people.of_voice.items():
        voices.setdefault(person, []).append(voice)
    found = likely_same(
        people.persons,
        {talk: {people.of_voice[voice] for voice in heard} for talk, heard in together.items()},
        lambda one, other: groups.are_apart(voices[one], voices[other]),
    )
    return tuple(
        Proposal(people.by_id[one], people.by_id[other], reason, likelihood)
        for one, other, reason, likelihood in found
    )


def keep_ids(people: People, known: Sequence[Person]) -> People:
    """Return the same people, those who were known before under the ids that they had.

    A known person is recognised by any key that they still have: the id of a label is kept when
    an address is learnt. Where two known persons have become one, the first one's id stays.
    """
    places: dict[str, list[int]] = {}
    for place, person in enumerate(known):
        for key in (person.id, *person.emails, *person.phones):
            places.setdefault(key, []).append(place)
    new_ids: dict[str, str] = {}
    given: set[str] = set()
    for person in people.persons:
        ids = [person.id, *(id_of(key) for key in people.keys[person.id])]
        former = {n for key in (*ids, *person.emails, *person.phones) for n in places.get(key, ())}
        free = [known[n].id for n in sorted(former) if known[n].id not in given]
        if free:
            new_ids[person.id] = free[0]
            given.add(free[0])
        elif former or person.id in places:  # split off from the known person who keeps that id
            new_ids[person.id] = id_of("apart " + people.keys[person.id][-1])
    return _gathered(
        (replace(person, id=new_ids.get(person.id, person.id)) for person in people.persons),
        {new_ids.get(each, each): keys for each, keys in people.keys.items()},
        {voice: new_ids.get(each, each) for voice, each in people.of_voice.items()},
    )
