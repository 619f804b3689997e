"""Turns in which given words stand, found by the database's own index, the last in first."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from theirside.app import models
from theirside.app.queries.wanted import Wanted, narrowed
from theirside.app.search_index import COLUMN, TABLE
from theirside.app.viewing import viewer

MOST = 1000
"""Turns that are put in order where nothing narrows a search for words that everybody uses."""
FEWER = 300
"""The same where something narrows it: a side, a person, days, or what one may see."""
OWN = 1000
"""Turns of one person in each of which the words are looked for, if they have no more."""
LONGEST_STEP = 10_000
"""Turns with the words of which is looked at once what may be seen: within what SQLite takes."""


def last_with_words(wanted: Wanted, phrases: Sequence[Sequence[str]]) -> tuple[list[int], bool]:
    """Return the turns wanted that were brought in last, and whether there may be more of them.

    ``MOST`` where nothing narrows the search, and ``FEWER`` otherwise: then many more may have to
    be looked at, so it is gone back from the last in longer and longer steps.
    """
    free = viewer() is None and wanted == Wanted(wanted.text, words_only=wanted.words_only)
    own = _own(wanted.person) if wanted.person else None
    if own is not None:
        return _with_words(phrases, None, len(own) or 1, own), False
    most, step = (MOST, MOST) if free else (FEWER, FEWER)
    found: list[int] = []
    before: int | None = None
    while True:
        part = _with_words(phrases, before, step)
        found += part if free else _those(wanted, part)
        if len(part) < step:
            return found, False
        if len(found) >= most:
            return found, True
        before, step = part[-1], min(LONGEST_STEP, step * 2)


def _those(wanted: Wanted, pks: Sequence[int]) -> list[int]:
    rows = narrowed(wanted, models.Turn.objects.filter(pk__in=pks))
    return list(rows.values_list("pk", flat=True))


def _own(person: str) -> list[int] | None:
    """Return the turns of a person; None where they are too many to look for the words in each."""
    rows = models.Turn.objects.filter(speaker__person__public=person)
    pks = list(rows.values_list("pk", flat=True)[: OWN + 1])
    return pks if len(pks) <= OWN else None


def _with_words(
    phrases: Sequence[Sequence[str]],
    before: int | None,
    most: int,
    among: Sequence[int] | None = None,
) -> list[int]:
    """Return the turns with these words by the database's own index, those brought in last first.

    Only those from before one of them, or ``among`` some. Only letters and digits of what was typed
    get here, so none of it is syntax.
    """
    if connection.vendor == "sqlite":
        query = " AND ".join(f'"{" ".join(phrase)}" *' for phrase in phrases)
        pk, sql = "rowid", f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608
    else:
        query = " & ".join(f"({' <-> '.join(phrase)}:*)" for phrase in phrases)
        pk, sql = "id", f"SELECT id FROM theirside_turn WHERE {COLUMN} @@ to_tsquery('simple', %s)"  # noqa: S608
    older = f" AND {pk} < %s" if before is not None else ""
    if among is not None:
        older += f" AND {pk} IN ({','.join(map(str, among)) or 'NULL'})"
    given: list[str | int] = [query, *([before] if before is not None else []), most]
    with connection.cursor() as cursor:
        cursor.execute(f"{sql}{older} ORDER BY {pk} DESC LIMIT %s", given)
        return [int(found) for (found,) in cursor.fetchall()]
