"""What we do not know of a person: facets of which nothing, or nothing recent, was heard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from theirside.understand.facet import Facet, facets
from theirside.understand.moments import latest, seconds
from theirside.understand.understanding import Gap, Observation

DAYS_A_MONTH = 30.44


def gaps_in(current: Iterable[Observation], as_of: datetime | None) -> list[Gap]:
    """Return the gaps, those that matter most to close first."""
    newest: dict[str, datetime | None] = {}
    for each in current:
        if each.holder:
            continue  # "my boss wants …" tells of the boss
        newest[each.facet] = latest((each.last_at, newest.get(each.facet)))
    found = [(facet.weight, _gap(facet, newest, as_of)) for facet in facets().values()]
    return [gap for _, gap in sorted(found, key=lambda pair: -pair[0]) if gap is not None]


def _gap(facet: Facet, newest: dict[str, datetime | None], as_of: datetime | None) -> Gap | None:
    if facet.id not in newest:
        return Gap(facet.id, f"We have not heard {facet.heading[0].lower()}{facet.heading[1:]}.")
    at = newest[facet.id]
    if at is None or as_of is None or not is_stale(facet, at, as_of):
        return None
    return Gap(facet.id, f"Last heard on {at:%-d %B %Y}; it may have changed.", at)


def is_stale(facet: Facet, at: datetime, as_of: datetime) -> bool:
    """Say whether something of this facet, last heard then, no longer counts as recent."""
    return seconds(as_of) - seconds(at) > facet.fresh_for * DAYS_A_MONTH * 86400
