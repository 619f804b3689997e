"""vCon, the IETF's container for conversations (draft-ietf-vcon-vcon-core), old and new forms.

A recording's words come from the best transcript among its analyses: one that says who speaks
before one that does not. Texts (chat, mail) are turns as they are. Signed vCons are opened,
encrypted ones refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from theirside.conversation import Channel, Conversation, Turn
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.loose_json import fields, items, number, objects, parsed, text, time
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcribed import cues_in
from theirside.intake.transcript import NOBODY, About, Cue, conversation, joined, turns_of
from theirside.intake.vcon_parts import (
    Opened,
    Parts,
    Who,
    body_of,
    indexes,
    is_compact,
    opened,
    people_of,
)

NAME = "vcon"

_SPOKEN = re.compile(
    r"(?!.*(?:summar|sentiment|translat)).*(?:transcri|diari[sz]|wtf)", re.IGNORECASE
)
_KNOWN_EXTENSIONS = frozenset(
    {"wtf_transcription", "wtf", "cc", "lawful_basis", "sip-signaling", "provenance", "mimi"}
)


def recognises(source: Source) -> float:
    """Say how surely this is a vCon: its version, its main fields, or its signed wrapping."""
    head = source.head_text.lstrip("\ufeff \t\n")
    if is_compact(head.strip()[:4096].rsplit(".", 1)[0] + ".x") and head.startswith("eyJ"):
        return 0.6
    if not head.startswith(("{", "[")):
        return 0.0
    if re.search(r'"vcon"\s*:\s*"\d', head):
        return 1.0
    known = sum(f'"{name}"' in head for name in ("vcon", "parties", "dialog", "analysis"))
    if known >= 3:
        return 0.95
    wrapped = '"payload"' in head and ('"signatures"' in head or '"signature"' in head)
    if wrapped or ('"ciphertext"' in head and '"iv"' in head):
        return 0.6
    return 0.4 if known == 2 else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield each vCon's conversation; one item a vCon."""
    del options
    compact = source.head.lstrip().startswith(b"eyJ")
    value: object = source.text().strip() if compact else parsed(source)
    several = _several(value)
    for place, one in enumerate(several, start=1):
        part = str(place) if len(several) > 1 else ""
        yield from _read_one(opened(one), About(NAME, source, part=part), report)
    if not several:
        report.skip(source.name, "no vCon in it")


def _several(value: object) -> list[object]:
    """Return the vCons of a list or of a collection (``{"vcons": […]}``), or the one itself."""
    if isinstance(value, list):
        return value
    return [*objects(fields(value).get("vcons"))] or [value]


def _read_one(found: Opened, about: About, report: Report) -> Iterator[Conversation]:
    if found.encrypted:
        report.skip(about.item, "encrypted: it needs the key of whoever encrypted it")
        return
    if found.signed:
        report.notes.append(f"{about.item}: opened; its signature was not checked")
    try:
        talk = _conversation(found.vcon, about)
    except IntakeError as error:
        report.skip(about.item, error.reason)
        return
    report.keep(NAME)
    yield talk


def _conversation(vcon: Parts, about: About) -> Conversation:
    _refuse_what_must_be_understood(vcon, about)
    dialogs = [fields(dialog) for dialog in items(vcon.get("dialog"))]
    began = min(filter(None, (time(one, "start") for one in dialogs)), default=None)
    spoken = tuple(turn for cues in _spoken(vcon, dialogs, began) for turn in turns_of(cues))
    written = _written(vcon, dialogs)
    turns = _in_order(spoken, written, began)
    if not turns:
        raise IntakeError(about.item, _why_nothing(dialogs))
    told = replace(
        about,
        subject=text(vcon, "subject"),
        started_at=began or time(vcon, "created_at"),
        channel=None if spoken else _channel(dialogs),
    )
    return conversation(turns, told)


def _refuse_what_must_be_understood(vcon: Parts, about: About) -> None:
    for name in ("critical", "must_support"):
        needed = vcon.get(name)
        for extension in needed if isinstance(needed, list) else []:
            if str(extension).casefold() not in _KNOWN_EXTENSIONS:
                raise IntakeError(about.item, "needs an extension of vCon that is not known")


def _spoken(vcon: Parts, dialogs: list[Parts], began: datetime | None) -> list[list[Cue]]:
    """Return what was said in each recording, by the best transcript of it."""
    best: dict[int, list[Cue]] = {}
    for analysis in [*objects(vcon.get("analysis")), *_misplaced(vcon, dialogs)]:
        cues = _transcript(analysis, Who(vcon))
        for dialog in list(indexes(analysis.get("dialog")))[:1] or [0]:
            if cues and _worth(cues) > _worth(best.get(dialog, [])):
                best[dialog] = cues
    return [_shifted(best[each], _since(dialogs, each, began)) for each in sorted(best)]


def _misplaced(vcon: Parts, dialogs: list[Parts]) -> Iterator[Parts]:
    """Yield transcripts from where no draft puts them, but programs do."""
    for attachment in objects(vcon.get("attachments")):
        if _SPOKEN.search(text(attachment, "type", "purpose")):
            yield {**attachment, "type": "transcript"}
    for place, dialog in enumerate(dialogs):
        if text(dialog, "type").casefold() == "transcript":
            yield {**dialog, "dialog": place}


def _transcript(analysis: Parts, who: Who) -> list[Cue]:
    body = body_of(analysis)
    if not _SPOKEN.search(text(analysis, "type")):
        turns = objects(body)
        if not turns or not all("speaker" in turn for turn in turns):
            return []
    return [cue for cue in cues_in(body, who) if joined(cue.text)]


def _worth(cues: list[Cue]) -> tuple[bool, bool, bool, int]:
    """Rank transcripts: there are words, somebody is named, times are known, more words."""
    named = any(cue.speaker not in (None, NOBODY) for cue in cues)
    timed = any(cue.start is not None for cue in cues)
    return bool(cues), named, timed, sum(len(cue.text.split()) for cue in cues)


def _since(dialogs: list[Parts], dialog: int, began: datetime | None) -> float:
    start = time(dialogs[dialog], "start") if 0 <= dialog < len(dialogs) else None
    return (start - began).total_seconds() if start and began else 0.0


def _shifted(cues: list[Cue], by: float) -> list[Cue]:
    if not by:
        return cues
    return [
        replace(
            cue,
            start=None if cue.start is None else round(cue.start + by, 3),
            end=None if cue.end is None else round(cue.end + by, 3),
        )
        for cue in cues
    ]


def _written(vcon: Parts, dialogs: list[Parts]) -> list[Turn]:
    """Return the texts, each a turn of whoever wrote it to the others."""
    people = people_of(vcon)
    turns: list[Turn] = []
    for dialog in dialogs:
        if text(dialog, "type").casefold() != "text":
            continue
        body = body_of(dialog)
        said = _plain(body, text(dialog, "mediatype", "mimetype")) if isinstance(body, str) else ""
        if not joined(said):
            continue
        members = [index for index in indexes(dialog.get("parties")) if 0 <= index < len(people)]
        sender = number(dialog, "originator")
        first = int(sender) if sender is not None and 0 <= sender < len(people) else None
        by = first if first is not None else next(iter(members), None)
        turns.append(
            Turn(
                id="",
                speaker=NOBODY if by is None else people[by],
                text=joined(said),
                at=time(dialog, "start"),
                to=tuple(people[index] for index in members if index != by),
            )
        )
    return turns


def _plain(body: str, mediatype: str) -> str:
    if "html" not in mediatype.casefold():
        return body
    from theirside.intake.mail.html import to_text

    return to_text(body)


def _in_order(
    spoken: tuple[Turn, ...], written: list[Turn], began: datetime | None
) -> tuple[Turn, ...]:
    """Return all turns by the time they were said, numbered."""

    def since(turn: Turn) -> float:
        if turn.start is not None:
            return turn.start
        return (turn.at - began).total_seconds() if turn.at and began else 0.0

    turns = [*spoken, *written]
    if written:
        turns.sort(key=since)
    return tuple(replace(turn, id=str(place)) for place, turn in enumerate(turns))


def _channel(dialogs: list[Parts]) -> Channel:
    letters = any(
        "@" in text(one, "message_id") or "rfc822" in text(one, "mediatype") for one in dialogs
    )
    return Channel.MAIL if letters else Channel.CHAT


def _why_nothing(dialogs: list[Parts]) -> str:
    kinds = {text(dialog, "type").casefold() for dialog in dialogs}
    if "recording" in kinds:
        return "a recording without its transcript"
    return "a call that did not come about" if kinds == {"incomplete"} else "no words in it"
