"""What a speech-to-text service made of a recording, in whichever of their many JSON forms.

Services agree on nothing but the idea: somebody (perhaps) said words (perhaps) at a time. This
reads lists of ``{speaker, message}``, segments (Whisper, the World Transcription Format),
utterances (Deepgram, AssemblyAI), paragraphs of sentences (Deepgram), single words, monologues
(Rev), WebVTT and plain text. A field that names a form is tried before one that says less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from theirside.conversation import Speaker
from theirside.intake.labelled import is_transcript, labelled
from theirside.intake.loose_json import fields, number, objects, parsed_text, text
from theirside.intake.transcript import NOBODY, Cue, in_seconds

Who = Callable[[str], Speaker]
"""Says who a service's speaker is, by its label or number ("" where it names none)."""

_SPEAKER = ("speaker", "speaker_name", "speakerName", "speaker_label", "participant", "party")
_MORE_SPEAKER = ("role", "from", "name", "speaker_id", "speakerId", "channel")
_WORDS = (
    "message",
    "text",
    "transcript",
    "content",
    "utterance",
    "punctuated_word",
    "word",
    "body",
)
_START = ("start", "start_time", "startTime", "offset", "ts", "timestamp", "begin")
_END = ("end", "end_time", "endTime", "end_ts", "stop")
_LISTS = (
    "segments", "utterances", "paragraphs", "monologues", "conversation", "messages", "turns",
    "dialogue", "sentences", "entries",
)  # fmt: skip
_INSIDE = ("transcript", "results", "channels", "transcription", "body", "output")
_HOLDERS = ("paragraphs", "utterances", "segments", "alternatives", "channels")
_DEEPEST = 8


def cues_in(body: object, who: Who, depth: int = _DEEPEST) -> list[Cue]:
    """Return the cues of a transcript in any of the known forms; none where it is in no such.

    Times are in seconds; services that count in milliseconds are found out by the pace of talk.
    """
    return in_seconds(_cues(body, who, depth))


def _cues(body: object, who: Who, depth: int) -> list[Cue]:
    if depth <= 0:
        return []
    if isinstance(body, str):
        return _of_text(body, who, depth)
    if isinstance(body, list):
        return _of_list(body, who, depth)
    held = fields(body)
    who = _with_labels(held, who)
    if objects(held.get("alternatives")):  # guesses at the same words, the best one first
        held = objects(held.get("alternatives"))[0]
    for name in (*_LISTS, *_INSIDE):
        found = _cues(held[name], who, depth - 1) if held.get(name) else []
        if found:
            return found
    words = objects(held.get("words"))
    said = text(held, *_WORDS)
    return list(_of_words(words, who)) or ([_cue(held, said, who)] if said else [])


def _of_text(body: str, who: Who, depth: int) -> list[Cue]:
    if body.lstrip().startswith(("{", "[")):
        value = parsed_text(body)
        if isinstance(value, dict | list):
            return _cues(value, who, depth - 1)
    if "-->" in body:
        from theirside.intake.formats.webvtt import cues_in as captions

        return [_renamed(cue, who) for cue in captions(body)]
    found = labelled(body.split("\n"))
    if is_transcript(found):
        return [_renamed(cue, who) for cue in found.cues]
    return [Cue(who(""), paragraph) for paragraph in body.split("\n\n")]


def _renamed(cue: Cue, who: Who) -> Cue:
    if cue.speaker is None or cue.speaker == NOBODY:
        return cue
    return replace(cue, speaker=who(cue.speaker.label))


def _of_list(body: list[object], who: Who, depth: int) -> list[Cue]:
    cues: list[Cue] = []
    for item in body:
        if isinstance(item, str):
            cues.append(Cue(who(""), item))
            continue
        held = fields(item)
        inside = _parts(held)
        said = text(held, *_WORDS)
        if any(held.get(name) for name in _HOLDERS) or not (said or inside or "elements" in held):
            cues.extend(_cues(item, who, depth - 1))
        elif inside:
            cues.extend(_cue(part, text(part, *_WORDS), who, held) for part in inside)
        elif said:
            cues.append(_cue(held, said, who))
        elif "elements" in held:
            cues.append(_of_elements(held, who))
    return cues


def _parts(held: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the sentences of a paragraph or turn, if it has some."""
    return [one for one in objects(held.get("sentences")) if text(one, *_WORDS)]


def _of_words(words: list[Mapping[str, object]], who: Who) -> Iterator[Cue]:
    """Yield words as cues; punctuation that stands alone goes with the word before it."""
    before: Cue | None = None
    for word in words:
        cue = _cue(word, text(word, "punctuated_word", "text", "word"), who)
        if before is not None and word.get("is_punctuation") is True:
            before = Cue(before.speaker, before.text + cue.text, before.start, cue.end)
            continue
        if before is not None:
            yield before
        before = cue
    if before is not None:
        yield before


def _of_elements(held: Mapping[str, object], who: Who) -> Cue:
    """Return a monologue whose words and punctuation are elements with the spaces among them."""
    parts = objects(held.get("elements"))
    said = "".join(text(part, "value") or str(part.get("value") or "") for part in parts)
    starts = [at for at in (number(part, "ts") for part in parts) if at is not None]
    ends = [at for at in (number(part, "end_ts") for part in parts) if at is not None]
    start, end = min(starts, default=None), max(ends, default=None)
    return Cue(who(_label(held)), said, start, end)


def _cue(
    held: Mapping[str, object], said: str, who: Who, outer: Mapping[str, object] | None = None
) -> Cue:
    label = _label(held) or _label(outer or {})
    return Cue(who(label), said, number(held, *_START), number(held, *_END))


def _label(held: Mapping[str, object]) -> str:
    for name in (*_SPEAKER, *_MORE_SPEAKER):
        value = held.get(name)
        inside = fields(value)
        label = text(inside, "name", "label", "id") if inside else text(held, name)
        if label:
            return label.strip()
    return ""


def _with_labels(held: Mapping[str, object], who: Who) -> Who:
    """Let a form's own list of speakers say the name for a number."""
    speakers = held.get("speakers")
    listed = [(text(one, "id", "speaker"), one) for one in objects(speakers)]
    listed += [(str(key), fields(one)) for key, one in fields(speakers).items()]
    names = {key: text(one, "label", "name", "display_name") for key, one in listed}
    return lambda label: who(names.get(label) or label)
