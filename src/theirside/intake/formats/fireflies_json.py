"""Fireflies as JSON: a transcript of its GraphQL API, several of them, or the app's own export.

The API wraps a transcript in ``data.transcript`` or a list in ``data.transcripts``; the app's
export is the bare list of sentences. Fireflies does not say whose side anybody is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from theirside.conversation import Conversation, Speaker
from theirside.intake.format import Options
from theirside.intake.loose_json import number, objects, objects_in, parsed, text, time
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.speaker_names import phone_number, speaker_of
from theirside.intake.transcript import About, Cue, keep_or_skip

NAME = "fireflies_json"

_TEXT = ("text", "raw_text", "sentence")
_WHO = ("speaker_name", "speakerName")


def recognises(source: Source) -> float:
    """Say how surely this is Fireflies': sentences with ``speaker_name``."""
    head = source.head_text.lstrip("\ufeff \t\n")
    if not head.startswith(("{", "[")):
        return 0.0
    named = '"speaker_name"' in head or '"speakerName"' in head
    if '"sentences"' in head:
        return 0.9 if named else 0.4
    if named and '"sentence"' in head:
        return 0.7
    return 0.3 if '"transcript_url"' in head else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield each meeting; one item a meeting."""
    del options
    data = parsed(source)
    found = [one for one in objects_in(data) if _is_transcript(one)]
    for place, one in enumerate(found, start=1):
        part = text(one, "id") or str(place) if len(found) > 1 else ""
        about = About(
            NAME,
            source,
            subject=text(one, "title"),
            started_at=time(one, "dateString", "date"),
            part=part,
        )
        yield from keep_or_skip(_cues(objects(one.get("sentences")), _people(one)), about, report)
    if not found:
        yield from keep_or_skip(_cues(objects(data), {}), About(NAME, source), report)


def _is_transcript(one: Mapping[str, object]) -> bool:
    return "sentences" in one or ("transcript_url" in one and "title" in one)


def _people(one: Mapping[str, object]) -> dict[str, Speaker]:
    """Return who the speakers' names are, with address and phone where an attendee has the name."""
    attendees: dict[str, Speaker] = {}
    for attendee in objects(one.get("meeting_attendees")):
        email = text(attendee, "email").strip().lower()
        phone = phone_number(text(attendee, "phoneNumber"))
        for name in (text(attendee, "displayName"), text(attendee, "name")):
            if name.strip():
                named = replace(speaker_of(name), email=email)
                attendees[name.strip().casefold()] = replace(named, phone=phone or named.phone)
    return attendees


def _cues(sentences: Sequence[Mapping[str, object]], people: dict[str, Speaker]) -> Iterator[Cue]:
    for sentence in sentences:
        name = text(sentence, *_WHO).strip()
        if not name:
            index = number(sentence, "speaker_id", "speakerId")
            name = "" if index is None else f"Speaker {int(index) + 1}"
        speaker = people.get(name.casefold()) or speaker_of(name)
        start = number(sentence, "start_time", "startTime")
        end = number(sentence, "end_time", "endTime")
        yield Cue(speaker, text(sentence, *_TEXT), start, end)
