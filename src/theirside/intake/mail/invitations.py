"""Calendar invitations: what in them is somebody's words, and what a calendar wrote.

The summary, the time and the place of a meeting, and the dial-in block beneath, are no words that
anybody said. What the organiser typed above them is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_STATED = re.compile(r"^(?:SUMMARY|LOCATION)(?:;[^:\r\n]*)?:([^\r\n]+)", re.MULTILINE)
_TIME_SPAN = re.compile(
    r"\d{1,2}[:.h]\d\d\s*(?:[ap]m)?\s*(?:-|–|—|to|bis|à|a|til|tot|do)\s*\d{1,2}\b"
)
_BLOCK = re.compile(
    r"^(?:[_\-*~=.·•․ ]{12,}|microsoft teams(?: meeting| .{0,40})?|join zoom meeting|"
    r"join (?:the|on your) .{0,40}|zoom-meeting beitreten|"
    r".{0,80} is inviting you to a scheduled zoom meeting\.?|"
    r"invitation from google calendar:.*|einladung von google kalender.*)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CALENDAR_LINE = re.compile(
    r"^[ \t]*(?:(?:when|where|who|title|calendar|time|date|organi[sz]er|attendees|joining info|"
    r"video call|wann|wo|wer|ort|zeit|betreff|quand|où|qui|lieu|cuándo|dónde|quién|quando|dove|"
    r"onde|chi|wanneer|waar|kiedy|gdzie|när|var|hvornår|hvor)[ \t]*:.*|"
    r"you have been invited to the following event\.?|this event has been (?:changed|updated|"
    r"cancell?ed).*|.{1,80} has (?:accepted|declined|tentatively accepted) this invitation.*|"
    r"view (?:your )?event at .*|more details .*|https?://\S+)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def part_words(text: str, calendars: Sequence[str] = ()) -> tuple[str, str]:
    """Part an invitation's text into what its sender says and what a calendar wrote.

    ``calendars`` are its text/calendar parts: a line that only repeats the summary or the place
    that stands there is a calendar's too.
    """
    match = _BLOCK.search(text)
    words, rest = (text[: match.start()], text[match.start() :]) if match else (text, "")
    repeated = [value.strip() for calendar in calendars for value in _STATED.findall(calendar)]
    said = _CALENDAR_LINE.sub("", words)
    if not any(_is_said(line, repeated) for line in said.split("\n")):
        return "", text
    return words, rest


def _is_said(line: str, repeated: list[str]) -> bool:
    if not line.strip() or _TIME_SPAN.search(line):
        return False
    return not any(value and value in line for value in repeated)
