"""Gong's API: transcripts (``/v2/calls/transcript``), with the calls and parties beside them.

One file may hold ``callTranscripts`` alone or with the ``calls`` of ``/v2/calls/extensive``, which
say who a ``speakerId`` is and on whose side: ``Internal`` is the side whose Gong it is, ours.
Sentences are in milliseconds, a call's duration in seconds; exports that converted the former
are recognised by how fast people would have to speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from theirside.conversation import Channel, Conversation, Side, Speaker
from theirside.intake.format import Options
from theirside.intake.loose_json import fields, number, objects, objects_in, parsed, text, time
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.speaker_names import phone_number, speaker_of
from theirside.intake.transcript import About, Cue, in_seconds, keep_or_skip

NAME = "gong"

_SIDES = {"internal": Side.OURS, "external": Side.THEIRS}


def recognises(source: Source) -> float:
    """Say how surely this is Gong's: the names of its fields, which no other tool uses."""
    head = source.head_text.lstrip("\ufeff \t\n")
    if not head.startswith(("{", "[")):
        return 0.0
    if '"callTranscripts"' in head:
        return 1.0
    if '"speakerId"' in head and '"sentences"' in head:
        return 0.9
    return 0.8 if '"metaData"' in head and '"parties"' in head else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield each call; one item a call. A call without its transcript is skipped."""
    del options
    calls: dict[str, Mapping[str, object]] = {}
    transcripts: dict[str, list[Mapping[str, object]]] = {}
    for found in objects_in(parsed(source)):
        if "metaData" in found:
            calls.setdefault(_call_id(found), found)
        monologues = [one for one in objects(found.get("transcript")) if "sentences" in one]
        if monologues or "callId" in found:
            transcripts.setdefault(_call_id(found) or str(len(transcripts) + 1), monologues)
    for call_id in dict.fromkeys([*transcripts, *calls]):
        call = calls.get(call_id, {})
        yield from _call(call_id, call, transcripts.get(call_id, []), source, report)
    if not transcripts and not calls:
        report.skip(source.name, "no call in it")


def _call_id(found: Mapping[str, object]) -> str:
    return text(found, "callId", "call_id") or text(fields(found.get("metaData")), "id")


def _call(
    call_id: str,
    call: Mapping[str, object],
    monologues: list[Mapping[str, object]],
    source: Source,
    report: Report,
) -> Iterator[Conversation]:
    meta = fields(call.get("metaData"))
    about = About(
        NAME,
        source,
        subject=text(meta, "title"),
        started_at=time(meta, "started", "scheduled"),
        channel=Channel.CALL,
        part=call_id,
    )
    if not monologues:
        report.skip(about.item, "a call without its transcript")
        return
    yield from keep_or_skip(_cues(call, monologues), about, report)


def _cues(call: Mapping[str, object], monologues: list[Mapping[str, object]]) -> list[Cue]:
    people = {text(one, "speakerId"): _person(one) for one in objects(call.get("parties"))}
    people[""] = Speaker()  # parties who did not speak have no id
    unnamed = 0
    cues: list[Cue] = []
    for monologue in monologues:
        speaker_id = text(monologue, "speakerId", "speaker_id")
        if speaker_id and people.get(speaker_id, Speaker()) == Speaker():
            unnamed += 1
            people[speaker_id] = Speaker(f"Speaker {unnamed}")
        for sentence in objects(monologue.get("sentences")):
            start, end = number(sentence, "start"), number(sentence, "end")
            cues.append(Cue(people[speaker_id], text(sentence, "text"), start, end))
    return in_seconds(cues, number(fields(call.get("metaData")), "duration"))


def _person(party: Mapping[str, object]) -> Speaker:
    named = speaker_of(text(party, "name"))
    return replace(
        named,
        email=text(party, "emailAddress").strip().lower(),
        phone=phone_number(text(party, "phoneNumber")) or named.phone,
        side=_SIDES.get(text(party, "affiliation", "context").casefold(), Side.UNKNOWN),
    )
