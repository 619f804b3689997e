"""What all transcripts share: cues become turns, turns become a conversation.

A transcript says who spoke when in small pieces (cues) that follow the width of a screen, not the
talk. Here consecutive cues of one speaker become one turn, in the order in which they were spoken,
with their times kept; where two people talk at once the times overlap, as they did in the call.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.intake.clock import date_in
from theirside.intake.jsonl_form import readable
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.speaker_names import one_person_each

NOBODY = Speaker()
PAUSE_SECONDS = 2.0
"""Between cues without a speaker, a longer silence begins a new turn."""

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*$")
FASTEST_WORDS_PER_SECOND = 8
"""Nobody speaks faster than this over a whole call."""
NO_WORDS = "no words in it"


_UNNAMED = re.compile(
    r"\(no name\)|speaker|(?:unknown|unidentified|other)(?: speakers?)?|unbekannt\w*(?: \w+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A piece of a transcript: who said what, from ``start`` to ``end`` seconds.

    ``speaker`` is ``None`` where the source leaves it out because the same person goes on;
    ``utterance`` joins pieces that the source itself says belong together.
    """

    speaker: Speaker | None
    text: str
    start: float | None = None
    end: float | None = None
    utterance: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a transcript beside its words."""

    format: str
    source: Source
    subject: str = ""
    started_at: datetime | None = None
    channel: Channel | None = None
    part: str = ""
    """Names one call of several in one file, for reports."""

    @property
    def item(self) -> str:
        """What the report calls it."""
        return f"{self.source.name}#{self.part}" if self.part else self.source.name


def conversation(turns: Sequence[Turn], about: About) -> Conversation:
    """Return the conversation of these turns, at least one."""
    speakers = {turn.speaker for turn in turns}
    stem = file_stem(about.source.name)
    return Conversation(
        id=conversation_id(turns),
        channel=about.channel or (Channel.CALL if len(speakers) <= 2 else Channel.MEETING),
        turns=tuple(turns),
        subject=joined(about.subject) or ("" if _NUMBER.fullmatch(stem) else stem),
        started_at=about.started_at or date_in(stem),
        source=about.source.name,
        format=about.format,
    )


def keep_or_skip(cues: Iterable[Cue], about: About, report: Report) -> Iterator[Conversation]:
    """Yield the conversation that the cues make, if there is a word in it; count it either way."""
    turns = turns_of(cues)
    if not turns:
        report.skip(about.item, NO_WORDS)
        return
    report.keep(about.format)
    yield conversation(turns, about)


def turns_of(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """Join consecutive cues of one speaker to turns, in the order they were spoken."""
    said = in_order(_utterances(_with_speaker(cues)))
    people = one_person_each(cue.speaker or NOBODY for cue in said)
    groups: list[list[Cue]] = []
    for cue in said:
        spoken = replace(cue, speaker=people[cue.speaker or NOBODY])
        if groups and _goes_on(groups[-1][-1], spoken):
            groups[-1].append(spoken)
        else:
            groups.append([spoken])
    return tuple(_turn(str(place), group) for place, group in enumerate(groups))


def in_order(cues: Sequence[Cue]) -> list[Cue]:
    """Put cues in the order of their starts; one without a time stays behind the one before it.

    A cue that ends before it starts is taken to end where it starts.
    """
    keyed: list[tuple[float, int, Cue]] = []
    latest = float("-inf")
    for place, cue in enumerate(cues):
        if cue.start is not None:
            latest = cue.start
            if cue.end is not None and cue.end < cue.start:
                cue = replace(cue, end=cue.start)  # noqa: PLW2901
        keyed.append((latest, place, cue))
    return [cue for _, _, cue in sorted(keyed, key=lambda entry: entry[:2])]


def in_seconds(cues: Sequence[Cue], duration: float | None = None) -> list[Cue]:
    """Return cues with times in seconds, where a source may have counted in milliseconds.

    They were milliseconds if they run to ten times the call's ``duration`` (seconds) or, where
    that is not known, if they are whole numbers and, as milliseconds, give a human pace of talk.
    """
    times = [at for cue in cues for at in (cue.start, cue.end) if at is not None]
    latest = max(times, default=0.0)
    words = sum(len(cue.text.split()) for cue in cues)
    if duration is not None and duration > 0:
        milliseconds = latest > 10 * duration
    else:
        whole = all(at == int(at) for at in times)
        milliseconds = whole and words * 1000 < latest * FASTEST_WORDS_PER_SECOND
    if not milliseconds:
        return list(cues)
    return [replace(cue, start=_over(cue.start), end=_over(cue.end)) for cue in cues]


def _over(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else round(milliseconds / 1000, 3)


def joined(lines: str) -> str:
    """Return wrapped lines as one, with single spaces."""
    return " ".join(readable(lines).split())


def conversation_id(turns: Sequence[Turn]) -> str:
    """Return an id made of who said what and when, the same wherever the file lies."""
    digest = hashlib.sha256()
    for turn in turns:
        start = "" if turn.start is None else f"{turn.start:.3f}"
        at = "" if turn.at is None else turn.at.isoformat()
        who = turn.speaker
        parts = (who.name, who.email, who.phone, start, at, turn.text)
        digest.update("\x1f".join(parts).encode("utf-8", "surrogatepass") + b"\x1e")
    return f"call-{digest.hexdigest()[:20]}"


_NUMBER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}", re.IGNORECASE)
"""The name of a file that a machine gave it tells nobody what the talk was about."""


def file_stem(name: str) -> str:
    """Return a file's name without folders, archive and suffixes (``a.zip!b/c.transcript.vtt``)."""
    base = PurePosixPath(name.rsplit("!", 1)[-1].replace("\\", "/")).name
    return re.sub(
        r"(?:\.(?:transcript|vcon|cc|[a-z]{2}(?:-[A-Z]{2})?))?\.[A-Za-z0-9]{1,5}$", "", base
    )


def _with_speaker(cues: Iterable[Cue]) -> list[Cue]:
    """Drop empty cues; who is not named is who spoke before."""
    said: list[Cue] = []
    speaker: Speaker | None = None
    for cue in cues:
        speaker = cue.speaker if cue.speaker is not None else speaker
        text = joined(cue.text)
        if text:
            said.append(replace(cue, text=text, speaker=speaker or NOBODY))
    return said


def _utterances(cues: Sequence[Cue]) -> list[Cue]:
    """Join the pieces that the source itself marks as one utterance of one speaker."""
    whole: dict[tuple[str, Speaker | None], Cue] = {}
    for place, cue in enumerate(cues):
        key = (cue.utterance or f"\0{place}", cue.speaker)
        before = whole.get(key)
        if before is None:
            whole[key] = cue
        else:
            text = f"{before.text} {cue.text}"
            whole[key] = replace(
                before,
                text=text,
                end=cue.end if before.end is None else max(before.end, cue.end or 0.0),
            )
    return list(whole.values())


def _goes_on(before: Cue, cue: Cue) -> bool:
    """Say whether a cue belongs to the turn of the cue before it."""
    if before.speaker != cue.speaker:
        return False
    if cue.speaker is not None and cue.speaker.label and not _UNNAMED.fullmatch(cue.speaker.label):
        return True
    # Nobody is named: a sentence may go on, but two sentences may be two people.
    if _SENTENCE_END.search(before.text):
        return False
    return before.end is None or cue.start is None or cue.start - before.end <= PAUSE_SECONDS


def _turn(turn_id: str, cues: Sequence[Cue]) -> Turn:
    start = next((cue.start for cue in cues if cue.start is not None), None)
    ends = [cue.end for cue in cues if cue.end is not None]
    end = max(ends) if ends else None
    if start is not None and end is not None:
        end = max(start, end)
    text = " ".join(cue.text for cue in cues)
    return Turn(turn_id, cues[0].speaker or NOBODY, text, start=start, end=end)
