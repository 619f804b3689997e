"""Companies: the people on their side who work at the same one."""

from __future__ import annotations

from theirside.app.queries.people import people, plain
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.understanding import Person


def find_company(text: str) -> tuple[str, list[Person]]:
    """Return the company of that name, or with that part of a name, and its people by name.

    Case and accents do not matter. Raises ``NotFoundError``, or ``AmbiguousError`` with the
    candidates.
    """
    at: dict[str, list[Person]] = {}
    names: dict[str, str] = {}
    for person in sorted((each.person for each in people()), key=lambda one: one.name.casefold()):
        if person.company:
            at.setdefault(plain(person.company), []).append(person)
            names.setdefault(plain(person.company), person.company)
    wanted = plain(text)
    found = [name for name in at if name == wanted] or [name for name in at if wanted in name]
    if not found or not wanted:
        raise NotFoundError(f"{text!r}: no such company; `theirside people` lists who is where")
    if len(found) > 1:
        raise AmbiguousError(text, sorted(names[name] for name in found))
    return names[found[0]], at[found[0]]
