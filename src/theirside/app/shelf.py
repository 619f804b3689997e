"""The shelf, and with whom it is in mind: what the commands and the pages both call."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import BinaryIO

from theirside.app import queries, services
from theirside.app.places import offer_path, pace_path
from theirside.app.remembered import Remembered
from theirside.app.understanding import understood, understood_each
from theirside.conversation import Conversation
from theirside.errors import NotFoundError
from theirside.intake.report import Report
from theirside.intake.shelf.load import read_shelf
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.choosing import Chosen, Why, choose, for_today, why_them
from theirside.serve.in_mind.given import Answer, Answered
from theirside.serve.in_mind.near import Nearness
from theirside.serve.in_mind.pace import Pace, pace_of, usual_pace
from theirside.serve.in_mind.quiet import quiet_time
from theirside.serve.in_mind.selling import Ourselves, Sold, sold_in
from theirside.understand.offer import load_offer
from theirside.understand.understanding import Person

Talks = Mapping[str, Conversation]
SELLS = "something is sold in it ({})"
LOOKED_AT = 60
"""So many people at most are thought of for the day's list, those heard from last."""
KEPT = 32
"""Lists of the day that are kept at most, the last asked for."""
KEPT_FOR = 600.0
"""Seconds after which a day's list is made anew even if nothing seems to have changed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A thing that was not kept, and what shows that something is sold in it."""

    thing: Thing
    sold: tuple[Sold, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """An import to the shelf: its account, how many things are new or were there, and refusals.

    The account's skipped items include those that were refused.
    """

    report: Report
    new: int
    known: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A thing on the shelf as it stands now; ``sold`` shows that something is sold in it."""

    shelved: queries.Shelved
    sold: tuple[Sold, ...]

    @property
    def may_be_given(self) -> bool:
        """Whether it is ever proposed: nothing is sold in it, or somebody said that it may be."""
        return self.shelved.anyway or not self.sold


@dataclass(frozen=True, slots=True)
class Today:
    """The few people of the day, of ``known`` people whom ``looked_at`` were looked at.

    ``talks`` are the conversations that the quotes point to, by id.
    """

    people: tuple[Chosen, ...]
    looked_at: int
    known: int
    talks: Mapping[str, Conversation]


def ourselves() -> Ourselves:
    """Return what is ours and so is no gift: the offer's name and prices, our domains.

    Raises ``SettingsError`` where ``offer.yaml`` is there and not as it should be.
    """
    place = offer_path()
    offer = load_offer(place) if place.exists() else None
    return Ourselves.of(offer, queries.workspace_us().domains)


def workspace_pace() -> Pace:
    """Return how seldom and how few, as this workspace has it.

    Raises ``SettingsError`` where ``in-mind.yaml`` is not as it should be.
    """
    place = pace_path()
    if not place.is_file():
        return usual_pace()
    return pace_of(place.read_text(encoding="utf-8"), str(place))


def add_paths(
    paths: Sequence[str],
    *,
    tags: Sequence[str] = (),
    anyway: bool = False,
    stdin: BinaryIO | None = None,
) -> Added:
    """Put what lies in files, folders and archives on the shelf; refuse what sells something.

    ``tags`` are added to what each has. With ``anyway`` nothing is refused. Raises ``IntakeError``
    for a path that does not exist.
    """
    report = Report()
    found = read_shelf(paths, report, stdin)
    tagged = (replace(each, tags=tuple(dict.fromkeys((*each.tags, *tags)))) for each in found)
    return _add(tagged, report, anyway=anyway)


def add_files(
    files: Sequence[tuple[str, bytes]], *, tags: Sequence[str] = (), anyway: bool = False
) -> Added:
    """Put what lies in files that somebody handed over on the shelf: their names and bytes."""
    report = Report()
    with tempfile.TemporaryDirectory(prefix="theirside-") as folder:
        for number, (name, data) in enumerate(files):
            place = Path(folder) / str(number)  # two of one name do not meet
            place.mkdir()
            (place / (Path(name).name.lstrip(".") or "file")).write_bytes(data)
        found = [
            replace(each, tags=tuple(dict.fromkeys((*each.tags, *tags))), source=_name(each.source))
            for each in read_shelf([folder], report)
        ]
        return _add(found, report, anyway=anyway)


def _name(source: str) -> str:
    """Return a file's name without the folder that it only lay in for a moment."""
    return Path(source).name


def add_thing(thing: Thing, *, anyway: bool = False) -> Added:
    """Put one thing on the shelf, that somebody typed."""
    report = Report()
    report.keep(thing.format)
    return _add([thing], report, anyway=anyway)


def _add(things: Iterable[Thing], report: Report, *, anyway: bool) -> Added:
    ours, refused = ourselves(), []
    counts = {True: 0, False: 0}
    for each in things:
        sold = sold_in(each, ours)
        if sold and not anyway:
            refused.append(Refused(each, sold))
            continue
        counts[services.keep_thing(each, anyway=bool(sold))] += 1
    for one in refused:
        reason = SELLS.format(", ".join(each.sign for each in one.sold))
        report.take_back(one.thing.format, one.thing.title, reason)
    return Added(report, counts[True], counts[False], tuple(refused))


def shelf() -> list[OnShelf]:
    """Return everything on the shelf, what was added last first, with what it sells by now."""
    ours = ourselves()
    return [OnShelf(each, sold_in(each.thing, ours)) for each in queries.shelf()]


def in_mind_of(
    person: Person, today: date, near: Nearness | None = None
) -> tuple[Chosen, Mapping[str, Conversation]]:
    """Return what there is for a person today, and the conversations by id.

    ``near`` defaults to the reader's embeddings. Raises ``NotFoundError`` or ``SettingsError``.
    """
    understanding, inputs = understood(person)
    pace = workspace_pace()
    chosen = choose(
        understanding,
        _may_be_given(),
        queries.shelf_answers(),
        near=near or _by_model(),
        today=today,
        pace=pace,
        quiet=quiet_time(understanding.current, today, pace.days_quiet),
    )
    return chosen, {talk.id: talk for talk in inputs.conversations}


_kept = Remembered[Today](KEPT, KEPT_FOR)


def in_mind_today(today: date, near: Nearness | None = None) -> Today:
    """Return the few people to think of today, one thing each, nothing to two of them.

    Looked at are those heard from lately, ``LOOKED_AT`` at most. Raises ``SettingsError``.
    """
    going = _Going(_may_be_given(), queries.shelf_answers(), workspace_pace())
    if near is not None:
        return _today(today, going, near)
    return _kept(today, (*queries.state(), going), lambda: _today(today, going, _by_model()))


@dataclass(frozen=True, slots=True)
class _Going:
    """What may be given, what was, and how seldom."""

    things: Sequence[Thing]
    answered: Sequence[Answered]
    pace: Pace


def _today(today: date, going: _Going, near: Nearness) -> Today:
    pace = going.pace
    since = today - timedelta(days=pace.days_known)
    lately, count = queries.heard_since(since, LOOKED_AT)
    talks: dict[str, Conversation] = {}
    chosen = []
    for understanding, inputs in understood_each(lately if going.things else ()):
        found = choose(
            understanding,
            going.things,
            going.answered,
            near=near,
            today=today,
            pace=pace,
            quiet=quiet_time(understanding.current, today, pace.days_quiet),
        )
        if found.things:
            chosen.append(found)
            talks.update({talk.id: talk for talk in inputs.conversations})
    few = tuple(for_today(chosen, pace))
    return Today(few, len(lately), count, talks)


def _may_be_given() -> list[Thing]:
    return [each.shelved.thing for each in shelf() if each.may_be_given]


def given(person: Person, thing: Thing, today: date, near: Nearness | None = None) -> Answered:
    """Keep that a thing was given to a person, with the reason that it would have had.

    Raises ``NotFoundError``.
    """
    return _answer(person, thing, Answer.GIVEN, _reason(person, thing, today, near))


def never(person: Person, thing: Thing) -> Answered:
    """Keep that a thing is nothing for a person, now or later. Raises ``NotFoundError``."""
    return _answer(person, thing, Answer.NEVER, None)


def _answer(person: Person, thing: Thing, answer: Answer, reason: Why | None) -> Answered:
    services.answer_thing(
        person,
        thing,
        answer,
        facet=reason.facet if reason else "",
        evidence=reason.evidence[-1:] if reason else (),
    )
    for each in queries.shelf_answers(person):
        if each.thing == thing.id:
            return each
    raise NotFoundError(f"{person.name}: forgotten in this moment")


def _reason(person: Person, thing: Thing, today: date, near: Nearness | None) -> Why | None:
    """Return why a thing is for a person, whatever was given before; None where nothing tells."""
    understanding, _ = understood(person)
    return why_them(
        understanding, thing, near=near or _by_model(), today=today, pace=workspace_pace()
    )


@cache
def _by_model() -> Nearness:
    """Return nearness by the reader's embeddings; those of things are remembered."""
    from theirside.reader.encoder import default_encoder
    from theirside.serve.in_mind.near import nearness_by

    return nearness_by(default_encoder())
