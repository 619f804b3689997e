"""Persons who are likely one: proposed with the reason in plain words, never joined.

Looked at are only persons of the same company or the same conversation, and bearers of the same
full name, so that a long list of people stays quick. Misheard names are compared word by word with
difflib: for a few pairs RapidFuzz would be one more compiled dependency.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from theirside.understand.names import fold, is_full, is_placeholder, name_lists
from theirside.understand.understanding import Person

ALIKE = 0.75
"""Share of letters in common from which two words of a name may be one misheard or mistyped."""
_LARGEST = 60
"""A company or conversation with more people than this is not searched for likenesses."""

Likely = tuple[str, str, str, float]
"""Two person ids, the reason, and how likely (0..1)."""


def likely_same(
    persons: Sequence[Person],
    together: Mapping[str, Iterable[str]],
    are_apart: Callable[[str, str], bool],
) -> list[Likely]:
    """Return pairs of persons who are likely one, the likeliest first.

    ``together`` gives the ids of the people of each conversation; ``are_apart`` tells of two ids
    whether the user has split them.
    """
    by_id = {person.id: person for person in persons}
    vague = {person.id for person in persons if _is_vague(person)}
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for where, ids in _circles(persons, together):
        circle = [by_id[each] for each in ids]
        for one, other in _pairs(ids, None if where == "name" else vague):
            why = _reason(by_id[one], by_id[other], circle, where)
            if why is not None and not are_apart(one, other):
                before = found.get((one, other))
                found[one, other] = max(why, before or why, key=lambda each: each[1])
    for one, other, why in _from_afar(persons):
        pair = (min(one, other), max(one, other))
        if pair not in found and not are_apart(one, other):
            found[pair] = why
    ranked = sorted(found.items(), key=lambda item: (-item[1][1], item[0]))
    return [(one, other, reason, likelihood) for (one, other), (reason, likelihood) in ranked]


def _is_vague(person: Person) -> bool:
    """Say whether little tells who it is; two with addresses and full names are two."""
    return not (person.emails or person.phones) or not any(map(is_full, person.names))


def _pairs(ids: Sequence[str], vague: set[str] | None) -> Iterator[tuple[str, str]]:
    """Yield each pair once, in order; with ``vague`` only those in which one is."""
    ordered = sorted(ids)
    if vague is None:
        yield from combinations(ordered, 2)
        return
    for one in ordered:
        for other in ordered if one in vague else ():
            if one != other and (other not in vague or one < other):
                yield min(one, other), max(one, other)


def _circles(
    persons: Sequence[Person], together: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield groups of people within which a short form can mean somebody."""
    companies: dict[str, list[str]] = {}
    namesakes: dict[str, list[str]] = {}
    for person in persons:
        if person.company:
            companies.setdefault(person.company.casefold(), []).append(person.id)
        for name in {fold(name) for name in person.names if is_full(name)}:
            namesakes.setdefault(name, []).append(person.id)
    for where, groups in (("company", companies), ("name", namesakes)):
        for _, ids in sorted(groups.items()):
            if 1 < len(ids) <= _LARGEST:
                yield where, ids
    companions = {each.id: each.company.casefold() for each in persons if each.company}
    seen = {tuple(sorted(ids)) for ids in companies.values()}
    for _, present in sorted(together.items()):
        near = set(present)
        # Those of the same companies can be meant although they were silent or absent.
        for company in {companions[each] for each in near if each in companions}:
            near |= set(companies[company])
        circle = tuple(sorted(near))
        if 1 < len(near) <= _LARGEST and circle not in seen:
            seen.add(circle)
            yield "conversation", circle


def _from_afar(persons: Sequence[Person]) -> Iterator[tuple[str, str, tuple[str, float]]]:
    """Yield who is known by one label only, and the one person of all whom it fits."""
    by_word: dict[str, set[str]] = {}
    for person in persons:
        for name in filter(is_full, person.names):
            full = fold(name).split()
            for word in (full[0], full[-1]):
                by_word.setdefault(word, set()).add(person.id)
    names = {person.id: person.name for person in persons}
    for person in persons:
        if person.emails or person.phones or person.company or is_placeholder(person.name):
            continue
        words = fold(person.name).split()
        fitting = by_word.get(words[0], set()) - {person.id} if len(words) == 1 else set()
        if len(fitting) == 1:
            (other,) = fitting
            reason = f"Of everybody known, “{person.name}” fits only {names[other]}."
            yield person.id, other, (reason, 0.4)


def _reason(
    one: Person, other: Person, circle: Sequence[Person], where: str
) -> tuple[str, float] | None:
    for name in one.names:
        for another in other.names:
            if is_placeholder(name) or is_placeholder(another):
                continue
            if where == "name":
                found = _same_name(name, another, one, other)
            else:
                found = _fits_only(name, another, other, circle, where) or _fits_only(
                    another, name, one, circle, where
                )
            if found is not None:
                return found
    return None


def _same_name(name: str, another: str, one: Person, other: Person) -> tuple[str, float] | None:
    if fold(name) != fold(another) or not is_full(name):
        return None
    if one.emails and other.emails:
        return f"Both are called {name}, with two addresses.", 0.7
    return f"Both are called {name}.", 0.6


def _fits_only(
    short: str, whole: str, person: Person, circle: Sequence[Person], where: str
) -> tuple[str, float] | None:
    """Return why a short name fits this person's full one, if it fits nobody else's around."""
    kind = how_it_fits(short, whole) if is_full(whole) else None
    if kind is None:
        return None
    fitting = {
        each.id
        for each in circle
        if any(is_full(known) and how_it_fits(short, known) for known in each.names)
    }
    reason, likelihood = kind
    shown = reason.format(short=short, whole=whole, place=where)
    return (shown, likelihood) if fitting == {person.id} else None


def how_it_fits(short: str, whole: str) -> tuple[str, float] | None:
    """Return why a name may be short (or mistaken) for a full one, and how likely; else None."""
    parts, full = fold(short).replace(".", "").split(), fold(whole).split()
    if not parts or fold(short) == fold(whole):
        return None
    first, last = full[0], full[-1]
    if len(parts) == 1 and parts[0] in (first, last):
        return "“{short}” fits only {whole} in the same {place}.", 0.7
    if len(parts) == 2 and _is_initialled(parts, first, last):
        return "“{short}” is {whole} with an initial, and nobody else in the same {place}.", 0.75
    if _are_nicknames(parts[0], first) and (len(parts) == 1 or parts[-1] == last):
        likelihood = 0.7 if len(parts) > 1 else 0.55
        return "“{short}” is short for the first name of {whole} in the same {place}.", likelihood
    if len(parts) == len(full) and all(map(_sounds_alike, parts, full)):
        return "“{short}” differs from {whole} by a few letters: misheard or mistyped?", 0.5
    return None


def _sounds_alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _is_initialled(parts: Sequence[str], first: str, last: str) -> bool:
    one, other = parts
    return (len(one) == 1 and first.startswith(one) and other == last) or (
        len(other) == 1 and one == first and last.startswith(other)
    )


def _are_nicknames(one: str, other: str) -> bool:
    rows = name_lists().nicknames
    return one != other and bool(rows.get(one, frozenset()) & rows.get(other, frozenset()))
