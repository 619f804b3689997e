"""The chat file of a Zoom meeting, in both forms that Zoom writes.

Cloud recordings give ``00:13:46<tab>Dana Okafor:<tab>text``, the time counted from the start of
the recording; the desktop client gives ``10:02:11 From Dana Okafor to Everyone:`` with the text
below, by the clock on the wall but without a date, so there the first message is second 0.
Reactions are no messages and are skipped; of a reply, the words that it repeats are kept apart.
These files have no date, so a meeting is known again by its first three messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from theirside.conversation import Apart, ApartKind, Channel, Conversation, Speaker, Turn
from theirside.errors import IntakeError
from theirside.intake.chat import TurnIds, digest, is_notetaker
from theirside.intake.format import Options
from theirside.intake.jsonl_form import readable
from theirside.intake.lines import lines
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "zoom_chat"

REACTION = "reaction"
NOTETAKER = "written by a note-taking service"
EMPTY = "no text"
NO_SPEAKER = "no time and speaker before it"

_RECORDED = re.compile(r"(\d\d):(\d\d):(\d\d)\t(.+?):\t(.*)")
_SAVED = re.compile(
    r"(\d{1,2}):(\d\d):(\d\d)\s+(?:From|Von|De|Van|Da|Från|Fra|Od|Desde)\s+(\S.*?)"
    r"(?:\s+(?:to|an|à|a|para|aan|till|til|do)\s+(\S.*?))?\s*:(?:\s+(.*)|$)"
)
_EVERYONE = re.compile(
    r"(?i)(?:everyone|alle|todos|tout le monde|tous|tutti|iedereen|alla|wszyscy"
    r"|hosts and panelists)\b.*"
)
_DIRECT = re.compile(r"\s*\((?:direct message|privat\w*|direct\w*)\)", re.IGNORECASE)
_EMOJI = r"[\"“]?(?:[^\s\w]{1,12}|[\d#*]\ufe0f?\u20e3|:[\w-]+:)[\"”]?"
_REACTIONS = re.compile(
    rf"(?s)(?:Reacted to .+ with {_EMOJI}|Removed an? {_EMOJI} reaction from .+"
    rf"|Hat auf .+ mit {_EMOJI} reagiert|Heeft gereageerd op .+ met {_EMOJI}"
    rf"|(?:Se ha reaccionado|Reaccionó|Ha reaccionado) a .+ con {_EMOJI}"
    rf"|A réagi à .+ (?:avec|par) {_EMOJI}|Ha reagito a .+ con {_EMOJI}"
    rf"|Reagiu a .+ com {_EMOJI})\s*"
)
_REPLY = re.compile(
    r"(?s)(?:Replying to|Antwort auf|(?:Als )?antwoord op|Antwoord verzenden naar|En réponse à"
    r"|Réponse à|Respondiendo a|En respuesta a|In risposta a|Em resposta a|Respondendo a) [\"“«]"
    # Zoom shortens what it repeats; where it repeats all of it, a blank line ends it.
    r"(?:[^\n]*?(?:…|\.\.\.)[\"”»][ \t]*\n|.*?[\"”»][ \t]*\n[ \t]*\n)\s*"
)


@dataclass(slots=True)
class _Message:
    line: int
    seconds: int
    speaker: str
    to: str
    text: list[str] = field(default_factory=list)


def recognises(source: Source) -> float:
    """Sure when most of the first lines that begin with a time are messages of one form."""
    head = source.head_text.lstrip("\ufeff\n").split("\n")
    timed = [line for line in head if re.match(r"\d{1,2}:\d\d:\d\d\s", line)]
    messages = sum(_begin(0, line) is not None for line in timed)
    if not timed or messages < 0.9 * len(timed):
        return 0.0
    return 0.95 if _begin(0, head[0]) is not None else 0.5


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the meeting's chat as one conversation; each message is an item."""
    del options
    ids = TurnIds()
    turns = []
    counted = report.found
    for message in _messages(source, report):
        item = f"{source.name}:{message.line}"
        turn = _turn(message, ids)
        if reason := _why_skipped(message, turn):
            report.skip(item, reason)
            continue
        report.keep(NAME)
        turns.append(turn)
    if report.found == counted:
        raise IntakeError(source.name, "no chat message found in it")
    if turns:
        opening = [(turn.start, turn.speaker.name, turn.text) for turn in turns[:3]]
        identity = digest(NAME, *opening)
        yield Conversation(identity, Channel.CHAT, tuple(turns), source=source.name, format=NAME)


def _messages(source: Source, report: Report) -> Iterator[_Message]:
    """Gather lines to messages; a line that begins none goes on with the one before."""
    message: _Message | None = None
    origin: int | None = None
    clock = 0
    for number, line in enumerate(lines(source), start=1):
        begun = _begin(number, line)
        if begun is None:
            if message is not None:
                message.text.append(line.removeprefix("\t"))
            elif line.strip(" \t\ufeff"):
                report.skip(f"{source.name}:{number}", NO_SPEAKER)
            continue
        if message is not None:
            yield message
        message, saved = begun
        if saved:
            origin = message.seconds if origin is None else origin
            while message.seconds - origin < clock - 43200:  # past midnight
                message.seconds += 86400
            message.seconds -= origin
            clock = message.seconds
    if message is not None:
        yield message


def _begin(number: int, line: str) -> tuple[_Message, bool] | None:
    """Return the message that the line begins, and whether its time is the wall's."""
    if match := _RECORDED.fullmatch(line):
        hours, minutes, seconds, speaker, text = match.groups()
        to, saved = "", False
    elif match := _SAVED.fullmatch(line.rstrip()):
        hours, minutes, seconds, speaker, to, text = (group or "" for group in match.groups())
        saved = True
    else:
        return None
    time = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    message = _Message(number, time, readable(speaker).strip(), readable(to).strip())
    message.text.append(text)
    return message, saved


def _turn(message: _Message, ids: TurnIds) -> Turn:
    original = readable("\n".join(message.text)).strip()
    reply = _REPLY.match(original)
    text = original[reply.end() :] if reply else original
    to = _DIRECT.sub("", message.to).strip()
    return Turn(
        id=ids.of(message.seconds, message.speaker, original),
        speaker=Speaker(name=message.speaker),
        text=text,
        start=float(message.seconds),
        to=() if not to or _EVERYONE.fullmatch(to) else (Speaker(name=to),),
        original=original if reply else "",
        apart=(Apart(ApartKind.QUOTED, 0, reply.end()),) if reply else (),
    )


def _why_skipped(message: _Message, turn: Turn) -> str:
    if not turn.text:
        return EMPTY
    if _REACTIONS.fullmatch(turn.text):
        return REACTION
    return NOTETAKER if is_notetaker(message.speaker) else ""
