"""A Slack export, unpacked: a folder for each channel with a file for each day.

A channel is cut where it was silent (``intake.chat``); a thread belongs to the conversation in
which it began, and stands there right after the message that it answers, however late its replies
came. So each message is always in the same conversation: a longer export of the same workspace, in
which more has been answered, only adds to what was there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.intake.chat import digest, stretches
from theirside.intake.format import Options
from theirside.intake.report import Report
from theirside.intake.slack_message import Message, People, message, speaker_of, text_of
from theirside.intake.source import Source, decode

NAME = "slack"

NOT_JSON = "not valid JSON"
TWICE = "the same message twice"

_LISTS = ("channels.json", "groups.json", "mpims.json", "dms.json")


@dataclass(frozen=True, slots=True)
class _Place:
    """A channel: its folder, its id, and what to call it."""

    folder: Path
    id: str
    subject: str


@dataclass(slots=True)
class _Said:
    """The messages of one channel: those in the channel itself, and the replies by thread."""

    top: list[Turn] = field(default_factory=list)
    replies: dict[str, list[Turn]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)


def recognises(source: Source) -> float:
    """Certain for a folder with the two lists that every export has."""
    folder = source.path
    here = folder.is_dir() and all((folder / n).is_file() for n in ("users.json", "channels.json"))
    return 1.0 if here else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the conversations of each channel in turn; each message is an item."""
    del options
    people = _people(source, report)
    for place in _places(source, people, report):
        yield from _conversations(place, _said(place, source, people, report), source)


def _people(source: Source, report: Report) -> People:
    users = _listed(source, "users.json", report)
    speakers = {text_of(user, "id"): speaker_of(user) for user in users}
    bots = {text_of(user, "id") for user in users if isinstance(user, dict) and user.get("is_bot")}
    names = {id_: speaker.name for id_, speaker in speakers.items()}
    for name in _LISTS:
        channels = _listed(source, name, report)
        names |= {text_of(entry, "id"): text_of(entry, "name") for entry in channels}
    return People(speakers, frozenset(bots | {"USLACKBOT"}), names)


def _places(source: Source, people: People, report: Report) -> Iterator[_Place]:
    """Yield the channels that have a folder, listed or not, by the folder's name."""
    entries = [entry for name in _LISTS for entry in _listed(source, name, report)]
    listed = {text_of(entry, "name") or text_of(entry, "id"): entry for entry in entries}
    for folder in sorted(path for path in source.path.iterdir() if path.is_dir()):
        entry = listed.get(folder.name)
        if text_of(entry, "name") and not folder.name.startswith("mpdm-"):
            subject = f"#{folder.name}"
        else:
            subject = ", ".join(_members(entry, people)) or f"#{folder.name}"
        yield _Place(folder, text_of(entry, "id") or folder.name, subject)


def _members(entry: object, people: People) -> Iterator[str]:
    members = entry.get("members") if isinstance(entry, dict) else None
    for member in members if isinstance(members, list) else []:
        if isinstance(member, str):
            yield people.speakers.get(member, Speaker(name=member)).label


def _said(place: _Place, source: Source, people: People, report: Report) -> _Said:
    said = _Said()
    for file in sorted(place.folder.glob("*.json")):
        day = f"{source.name}/{place.folder.name}/{file.name}"
        entries = _json(file)
        if not isinstance(entries, list):
            report.skip(day, NOT_JSON)
            continue
        for number, entry in enumerate(entries, start=1):
            found = message(entry, people)
            if isinstance(found, str):
                report.skip(f"{day}#{number}", found)
            elif found.turn.id in said.seen:
                report.skip(f"{day}#{number}", TWICE)
            else:
                report.keep(NAME)
                _add(found, said)
    return said


def _add(found: Message, said: _Said) -> None:
    said.seen.add(found.turn.id)
    if found.thread in ("", found.turn.id):
        said.top.append(found.turn)
    else:
        said.replies.setdefault(found.thread, []).append(found.turn)


def _conversations(place: _Place, said: _Said, source: Source) -> Iterator[Conversation]:
    """Yield a channel's conversations; replies to what is not kept make their own."""
    whole = stretches(sorted(said.top, key=_order))
    found = [(talk[0].id, tuple(_with_replies(talk, said.replies))) for talk in whole]
    lone = said.replies.items()
    found += [(thread, tuple(sorted(replies, key=_order))) for thread, replies in lone]
    for first, turns in sorted(found, key=lambda one: _order(one[1][0])):
        yield Conversation(
            id=digest(NAME, place.id, first),
            channel=Channel.CHAT,
            turns=turns,
            subject=place.subject,
            started_at=turns[0].at,
            source=source.name,
            format=NAME,
        )


def _with_replies(stretch: Iterable[Turn], replies: dict[str, list[Turn]]) -> Iterator[Turn]:
    """Yield messages, each followed by its thread, which is taken out of ``replies``."""
    for turn in stretch:
        yield turn
        yield from sorted(replies.pop(turn.id, ()), key=_order)


def _order(turn: Turn) -> tuple[float, str]:
    return (turn.at.timestamp() if turn.at is not None else 0.0, turn.id)


def _listed(source: Source, name: str, report: Report) -> list[object]:
    """Return a list file's entries; a note in the report where it can't be read."""
    path = source.path / name
    if not path.is_file():
        return []
    entries = _json(path)
    if isinstance(entries, list):
        return entries
    note = f"{source.name}/{name}: {NOT_JSON}, so names may be missing"
    if note not in report.notes:
        report.notes.append(note)
    return []


def _json(path: Path) -> object:
    try:
        return json.loads(decode(path.read_bytes()))
    except (ValueError, RecursionError):
        return None
