"""Conversations as JSON objects: the form that Theirside writes and any other tool can produce.

``to_dict`` and ``from_dict`` are each other's inverse. ``conversation.schema.json`` beside this
file describes the form; docs/formats.md shows it. What is missing may be missing (an id becomes a
hash of the content), what is wrong is refused with the name of the field.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from theirside.conversation import Apart, ApartKind, Channel, Conversation, Side, Speaker, Turn
from theirside.errors import IntakeError
from theirside.intake.chat import TurnIds, digest

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")

Kind = TypeVar("Kind", bound=StrEnum)


def to_dict(conversation: Conversation) -> dict[str, object]:
    """Return the conversation as a JSON object; fields that say nothing are left out."""
    return {
        "id": conversation.id,
        "channel": conversation.channel.value,
        **_said(subject=conversation.subject, started_at=_iso(conversation.started_at)),
        **_said(source=conversation.source, format=conversation.format),
        "turns": [_turn_to_dict(turn) for turn in conversation.turns],
    }


def to_line(conversation: Conversation) -> str:
    """Return the conversation as one line of JSON, without a line end."""
    return json.dumps(to_dict(conversation), ensure_ascii=False)


def from_dict(data: object, where: str) -> Conversation:
    """Make a conversation of a JSON object.

    ``where`` names the object in errors ("talks.jsonl:12"). Times without a zone are taken as
    UTC. Raises ``IntakeError`` naming the field that is not as it should be.
    """
    fields = _Fields(data, where, "")
    items = fields.items("turns")
    if items is None:
        raise fields.wrong("turns", "is missing")
    ids = TurnIds()
    turns = tuple(
        _turn(_Fields(item, where, f"turns[{index}]"), ids) for index, item in enumerate(items)
    )
    if len({turn.id for turn in turns}) < len(turns):
        raise fields.wrong("turns", "two turns have the same id")
    channel = fields.kind("channel", Channel, None)
    subject, started_at = fields.text("subject"), fields.time("started_at")
    content = ((turn.id, turn.speaker, turn.text, turn.at, turn.start) for turn in turns)
    return Conversation(
        id=fields.text("id") or digest(channel, subject, started_at, *content),
        channel=channel,
        turns=turns,
        subject=subject,
        started_at=started_at,
        source=fields.text("source"),
        format=fields.text("format"),
    )


def _turn_to_dict(turn: Turn) -> dict[str, object]:
    apart = [{"kind": part.kind.value, "start": part.start, "end": part.end} for part in turn.apart]
    return {
        "id": turn.id,
        "speaker": turn.speaker.name,
        **_speaker_to_dict(turn.speaker),
        "text": turn.text,
        **_said(at=_iso(turn.at), start=turn.start, end=turn.end),
        **_said(to=[{"name": to.name, **_speaker_to_dict(to)} for to in turn.to]),
        **_said(original=turn.original, apart=apart),
    }


def _speaker_to_dict(speaker: Speaker) -> dict[str, object]:
    side = "" if speaker.side is Side.UNKNOWN else speaker.side.value
    return _said(email=speaker.email, phone=speaker.phone, company=speaker.company, side=side)


def _said(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in ("", None, [])}


def _iso(time: datetime | None) -> str:
    return time.isoformat() if time is not None else ""


def _turn(fields: _Fields, ids: TurnIds) -> Turn:
    if not fields.has("text"):
        raise fields.wrong("text", "is missing")
    if not fields.has("speaker") and not fields.has("email"):
        raise fields.wrong("speaker", "is missing, and so is email")
    speaker, text = _speaker(fields, "speaker"), fields.text("text")
    at, start = fields.time("at"), fields.number("start")
    return Turn(
        id=fields.text("id") or ids.of(at, start, speaker, text),
        speaker=speaker,
        text=text,
        at=at,
        start=start,
        end=fields.number("end"),
        to=tuple(_speaker(to, "name") for to in fields.objects("to")),
        original=fields.text("original"),
        apart=tuple(_apart(part) for part in fields.objects("apart")),
    )


def _speaker(fields: _Fields, name: str) -> Speaker:
    return Speaker(
        name=fields.text(name),
        email=fields.text("email").strip().lower(),
        phone=fields.text("phone"),
        company=fields.text("company"),
        side=fields.kind("side", Side, Side.UNKNOWN),
    )


def _apart(fields: _Fields) -> Apart:
    kind = fields.kind("kind", ApartKind, None)
    start, end = fields.number("start"), fields.number("end")
    if start is None or end is None or not 0 <= start <= end:
        raise fields.wrong("end", "start and end must be characters, 0 <= start <= end")
    return Apart(kind, int(start), int(end))


class _Fields:
    """A JSON object whose fields are asked for by type; knows its place for the error."""

    def __init__(self, data: object, where: str, place: str) -> None:
        self._where, self._place = where, place
        if not isinstance(data, Mapping):
            raise IntakeError(where, f"{place or 'the conversation'}: must be a JSON object")
        self._data = data

    def wrong(self, name: str, problem: str) -> IntakeError:
        path = f"{self._place}.{name}" if self._place else name
        return IntakeError(self._where, f"{path}: {problem}")

    def has(self, name: str) -> bool:
        return self._data.get(name) is not None

    def text(self, name: str) -> str:
        value = self._data.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(name, "must be text")
        return readable(value)

    def number(self, name: str) -> float | None:
        value = self._data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(name, "must be a number")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.wrong(name, "must be a finite number")
        return number

    def time(self, name: str) -> datetime | None:
        text = self.text(name).strip()
        if not text:
            return None
        try:
            time = datetime.fromisoformat(text)
        except ValueError:
            raise self.wrong(name, "must be a time such as 2025-03-14T09:30:00+01:00") from None
        return time if time.tzinfo is not None else time.replace(tzinfo=UTC)

    def kind(self, name: str, kinds: type[Kind], default: Kind | None) -> Kind:
        text = self.text(name).strip().lower()
        if not text:
            if default is None:
                raise self.wrong(name, "is missing")
            return default
        try:
            return kinds(text)
        except ValueError:
            raise self.wrong(name, f"must be one of {', '.join(kinds)}") from None

    def items(self, name: str) -> list[object] | None:
        value = self._data.get(name)
        if value is not None and not isinstance(value, list):
            raise self.wrong(name, "must be a list")
        return value

    def objects(self, name: str) -> list[_Fields]:
        prefix = f"{self._place}.{name}"
        items = self.items(name) or []
        return [_Fields(item, self._where, f"{prefix}[{i}]") for i, item in enumerate(items)]


def readable(text: str) -> str:
    """Return the text with what no database and no UTF-8 file can hold replaced by U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text)
