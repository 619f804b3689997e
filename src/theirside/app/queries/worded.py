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
FEWER = 200
"""The same where something narrows it: a side, a person, days, or what one may see."""
OWN = 1000
"""Turns of one person in each of which the words are looked for, if they have no more."""
WINDOW = 12
"""PostgreSQL puts all that it finds in order, however few are wanted: so where words stand in more
than every twelfth turn, as many times of the last turns are looked through first."""
FIRST_STEP = 1000
"""Turns with the words that are looked at first: each step takes long, however short it is."""
LONGEST_STEP = 25_000
"""Turns with the words of which is looked at once which are wanted and seen."""


def last_with_words(wanted: Wanted, phrases: Sequence[Sequence[str]]) -> tuple[list[int], bool]:
    """Return the turns wanted that were brought in last, and whether there may be more of them.

    ``MOST`` where nothing narrows the search, and ``FEWER`` otherwise: then many more may have to
    be looked at, so it is gone back from the last in steps, as long as are likely to be enough.
    """
    free = viewer() is None and wanted == Wanted(wanted.text, words_only=wanted.words_only)
    own = _own(wanted.person) if wanted.person else None
    if own is not None:
        return _with_words(phrases, None, len(own) or 1, own), False
    most, step = (MOST, MOST) if free else (FEWER, FIRST_STEP)
    found: list[int] = []
    before: int | None = None
    while True:
        part = _with_words(phrases, before, step)
        those = part if free else _those(wanted, part)
        found += those
        if len(part) < step:
            return found, False
        if len(found) >= most:
            return found, True
        lacking = most - len(found)
        likely = lacking * len(part) * 3 // (2 * max(1, len(those)))
        before, step = part[-1], min(LONGEST_STEP, max(step, likely))


def _those(wanted: Wanted, pks: Sequence[int]) -> list[int]:
    """Return those of these turns that are wanted and seen, the last in first."""
    # Written out, because thousands of placeholders take longer than the query.
    these = models.Turn.objects.extra(where=[f"theirside_turn.id IN ({_listed(pks)})"])  # noqa: S610
    return sorted(narrowed(wanted, these).values_list("pk", flat=True), reverse=True)


def _listed(pks: Sequence[int]) -> str:
    """Return primary keys as SQL lists them; NULL, which is in no list, where there are none."""
    return ",".join(map(str, pks)) or "NULL"


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
    if before is not None:
        sql += f" AND {pk} < {before}"
    if among is not None:
        sql += f" AND {pk} IN ({_listed(among)})"
    with connection.cursor() as cursor:

        def found(sql: str) -> list[int]:
            cursor.execute(f"{sql} ORDER BY {pk} DESC LIMIT %s", [query, most])
            return [int(pk) for (pk,) in cursor.fetchall()]

        if connection.vendor != "sqlite" and among is None:
            cursor.execute("SELECT max(id) FROM theirside_turn")
            last = before or cursor.fetchone()[0] or 0
            newest = found(f"{sql} AND id > {last - most * WINDOW}")
            if len(newest) == most:
                return newest
        return found(sql)
