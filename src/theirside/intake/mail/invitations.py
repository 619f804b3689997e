"""Calendar invitations: what in them is somebody's words, and what a calendar wrote.

The summary, the time and the place of a meeting, and the dial-in block beneath, are no words that
anybody said. What the organiser typed above them is.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r"^(?:[_\-*~=.·•․ ]{12,}|microsoft teams(?: meeting| .{0,40})?|join zoom meeting|"
    r"join (?:the|on your) .{0,40}|zoom-meeting beitreten|"
    r".{0,80} is inviting you to a scheduled zoom meeting\.?|"
    r"invitation from google calendar:.*|einladung von google kalender.*)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CALENDAR_LINE = re.compile(
    r"^\s*(?:(?:when|where|who|title|calendar|time|date|organi[sz]er|attendees|joining info|"
    r"video call|wann|wo|wer|ort|zeit|betreff|quand|où|qui|lieu|cuándo|dónde|quién|quando|dove|"
    r"onde|chi|wanneer|waar|kiedy|gdzie|när|var|hvornår|hvor)\s*:.*|"
    r"you have been invited to the following event\.?|this event has been (?:changed|updated|"
    r"cancell?ed).*|.{1,80} has (?:accepted|declined|tentatively accepted) this invitation.*|"
    r"view (?:your )?event at .*|more details .*|https?://\S+)\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def part_words(text: str) -> tuple[str, str]:
    """Part an invitation's text into what its sender says and what a calendar wrote."""
    match = _BLOCK.search(text)
    words, rest = (text[: match.start()], text[match.start() :]) if match else (text, "")
    if not _CALENDAR_LINE.sub("", words).strip():
        return "", text
    return words, rest
