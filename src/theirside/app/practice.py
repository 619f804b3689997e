"""Practice (P20): today's task for one of us, what became of it, and what moved over the weeks.

Both the command and the page call these. ``today`` is always given by whoever calls, so that a test
can go through the weeks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from theirside.app import measuring, queries, services
from theirside.app.viewing import viewer
from theirside.care.figure import Figure
from theirside.care.measuring import figures_by
from theirside.care.over_time import day_of
from theirside.care.unheard import unheard
from theirside.conversation import Conversation
from theirside.errors import NotFoundError
from theirside.purpose.choosing import AFTER_OPEN, Outcome, Practised, choose
from theirside.purpose.deck import Task, deck
from theirside.purpose.practised import Moved, Week, watched, weeks_of
from theirside.purpose.signs import Shown, shown_in, signs
from theirside.understand.names import fold
from theirside.understand.talk import Talk

TALKS = 20
"""The newest talks that are looked at for signs."""
QUOTES = 5
"""The newest words in which a sign shows that are kept with a task."""


@dataclass(frozen=True, slots=True)
class Today:
    """A seller's task of a day; ``because`` is the sign that called for it, if one did.

    ``conversations`` are those in which its words stand, by id.
    """

    seller: str
    given: Practised
    task: Task
    because: Shown | None
    conversations: Mapping[str, Conversation]


@dataclass(frozen=True, slots=True)
class Log:
    """What a seller did, the newest week first, and how the measures behind it stand."""

    seller: str
    weeks: tuple[Week, ...]
    moved: tuple[Moved, ...]


def seller_named(text: str = "") -> str:
    """Return the name of the one of us who is meant; for "" the workspace's own person.

    "" where nobody is known by name yet. In a team's web app it is always who looks. Raises
    ``NotFoundError`` for a name that nobody bears, or where several of us could be meant and none
    is named.
    """
    known = measuring.sellers()
    spoke = {known.name(each) for each in queries.our_speakers()}
    if (who := viewer()) is not None:
        return _as_spoken(who.name, spoke) if who.name else f"member {who.member}"
    own = sorted(queries.workspace_us().names) or sorted(spoke)
    if not text.strip():
        if len(own) > 1:
            raise NotFoundError(f"several of us practise here: --seller NAME, of {_named(own)}")
        return _as_spoken(own[0], spoke) if own else ""
    every = sorted({*own, *spoke, *queries.practising()})
    exact = [name for name in every if fold(name) == fold(text)]
    found = exact or [name for name in every if fold(text) in fold(name)]
    if not found or len({fold(name) for name in found}) > 1:
        raise NotFoundError(f"{text!r}: which of us is that? There are {_named(every)}")
    return _as_spoken(found[0], spoke)


def _as_spoken(name: str, spoke: Iterable[str]) -> str:
    return next((each for each in spoke if fold(each) == fold(name)), name)


def _named(names: Iterable[str]) -> str:
    return ", ".join(names)


def todays_task(seller: str, today: date) -> Today:
    """Return the seller's task of the day: the one given already, or one chosen now and kept."""
    log = queries.practised_by(seller)
    given = [each for each in log if each.day == today and each.task in deck()]
    if given and given[-1].outcome is not Outcome.SKIPPED:
        return _again(seller, given[-1])
    talks = _newest(seller)
    chosen = choose(deck(), shown_in(talks, off=queries.measures_off()), log, today, seller)
    services.give_task(seller, today, chosen)
    kept = queries.practised_by(seller)[-1]
    return Today(seller, kept, chosen.task, chosen.because, _homes(chosen.because, talks))


def _again(seller: str, given: Practised) -> Today:
    """Return a task given earlier, its reason with the words that show it now."""
    if given.sign not in signs():
        return Today(seller, given, deck()[given.task], None, {})
    words = queries.words_shown(seller, given)
    if words is None:
        found = shown_in(_newest(seller), [given.sign], queries.measures_off()).get(given.sign)
        words = found.evidence[-QUOTES:] if found else ()
        services.keep_shown(seller, given.day, given.task, words)
    because = Shown(signs()[given.sign], given.talks, given.of, words)
    talks = queries.talks_with_ids(sorted({each.conversation for each in words}))
    homes = {each.conversation.id: each.conversation for each in talks}
    return Today(seller, given, deck()[given.task], because, homes)


def _newest(seller: str) -> list[Talk]:
    """Return the newest talks whose sides are not in doubt, the oldest of them first."""
    subject = measuring.newest_of(seller, TALKS)
    return [talk for talk in subject.talks() if not subject.doubt(talk)]


def _homes(because: Shown | None, talks: Iterable[Talk]) -> dict[str, Conversation]:
    wanted = {quote.conversation for quote in because.evidence} if because else set[str]()
    return {talk.id: talk.conversation for talk in talks if talk.id in wanted}


def finish(seller: str, today: date, note: str = "") -> Today:
    """Say that the task is done: today's, or else the newest that is open; return it.

    Raises ``NotFoundError`` where none was given lately.
    """
    given = _latest(seller, today)
    services.finish_task(seller, given.day, given.task, note)
    kept = next(
        each
        for each in reversed(queries.practised_by(seller))
        if (each.day, each.task) == (given.day, given.task)
    )
    return Today(seller, kept, deck()[kept.task], None, {})


def put_aside(seller: str, today: date) -> Today:
    """Put today's task aside for some weeks, and return another one. Raises ``NotFoundError``."""
    given = _latest(seller, today)
    if given.outcome is Outcome.DONE:
        raise NotFoundError(f"{given.task!r} is done already; tomorrow there is another one")
    services.put_task_aside(seller, given.day, given.task)
    return todays_task(seller, today)


def _latest(seller: str, today: date) -> Practised:
    log = [each for each in queries.practised_by(seller) if each.task in deck()]
    todays = [each for each in log if each.day == today and each.outcome is not Outcome.SKIPPED]
    since = today - timedelta(days=AFTER_OPEN)
    lately = [each for each in log if each.outcome is Outcome.OPEN and since <= each.day <= today]
    for found in (todays, lately):
        if found:
            return found[-1]
    raise NotFoundError("no task was given yet; `theirside practice` shows today's")


def practice_log(seller: str, weeks: int | None = None) -> Log:
    """Return what a seller did, the newest ``weeks`` weeks of it, and what moved beside it."""
    log = queries.practised_by(seller)
    return Log(seller, weeks_of(log)[:weeks], tuple(_moved(seller, _watched(log))))


def _watched(log: Sequence[Practised]) -> dict[str, date]:
    """Return since when each measure is watched, less those that are switched off."""
    off = queries.measures_off()
    return {each: since for each, since in watched(log, deck()).items() if each not in off}


def _moved(seller: str, since: Mapping[str, date]) -> list[Moved]:
    """Return each measure before its day and since; one pass through the seller's talks."""
    if not since:
        return []
    known, everything = measuring.sellers(), measuring.ours()
    days = set(since.values())

    def keys(talk: Talk) -> Iterable[tuple[date, bool]]:
        day = day_of(talk)
        if day is None or (seller and known.of(talk.conversation) != seller):
            return ()
        return [(each, day >= each) for each in days]

    found = figures_by(
        everything.talks(), keys, list(since), unheard=unheard(), doubt=everything.doubt
    )
    figures = {(*key, each.measure): each for key, inside in found.items() for each in inside}

    def figure(measure: str, *, after: bool) -> Figure | None:
        return figures.get((since[measure], after, measure))

    return [
        Moved(each, since[each], figure(each, after=False), figure(each, after=True))
        for each in sorted(since)
    ]
