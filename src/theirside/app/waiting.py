"""Looking who has something open, some people at a time, so that the first page is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from theirside.app import queries, services
from theirside.app.due import people_with_talks
from theirside.app.queries import Open
from theirside.app.viewing import seen_by
from theirside.evidence import Quote
from theirside.serve.due import With, due_with
from theirside.understand.feelings import feelings_passed_over
from theirside.understand.heard import time_of

AT_ONCE = 15
"""People who are looked at while somebody waits for the page."""
FELT_LATELY = timedelta(days=14)
"""So long, a feeling that our next words passed over is brought up."""
FEELING = "feeling"


def look(today: date, most: int = AT_ONCE) -> int:
    """Look at so many people who want looking at; return how many are left.

    While somebody looks, these are people whom they see, and so are those who are counted.
    """
    people, every = queries.unlooked(today, most)
    if not people:
        return 0
    with seen_by(None):  # what is open is kept for everybody, and shown to whom it concerns
        services.begin_to_look(people)
        found, _ = people_with_talks(today, people)
        rows = [each for it in found for each in _open(it, today)]
        services.keep_waiting(people, rows, today)
    return every - len(people)


def look_at_all(today: date, is_ending: Callable[[], bool] = lambda: False) -> None:
    """Look at everybody who wants looking at, until the process ends: for background work."""
    while not is_ending() and look(today):
        pass


def _open(it: With, today: date) -> Iterator[Open]:
    for each in due_with(it, today):
        talk = each.evidence[-1].conversation if each.evidence else ""
        held = bool(each.held)
        if each.on is not None or not held:
            yield Open(it.person.id, each.kind, each.id, each.on, each.said, talk, held)
    for place, said in felt_lately(it, today):
        code = feeling_code(place)
        yield Open(it.person.id, FEELING, code, None, said, place.conversation)


def felt_lately(it: With, today: date) -> Iterator[tuple[Quote, date]]:
    """Yield the feelings of the last fortnight that our next words passed over, with their day."""
    for talk in it.talks:
        at = talk.conversation.last_at
        if at is None or not timedelta() <= today - at.date() <= FELT_LATELY:
            continue
        for place in feelings_passed_over(talk, it.person.id):
            said = time_of(talk.conversation, talk.turn(place.turn))
            yield place, (said or at).date()


def feeling_code(place: Quote) -> str:
    """Return the number of a feeling that was passed over: where it stands."""
    return f"f-{place.conversation}-{place.turn}-{place.start}"
