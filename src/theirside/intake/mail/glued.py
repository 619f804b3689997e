"""Reply headers that an archive has glued into a line: "… see you.From:Ann <a@b>Date:…To:…".

Some list archives drop the line ends of a mail's HTML. The header above the quote then stands in
the middle of a line, and what follows, another's words, would be taken for the writer's own.
Here such a header gets its lines back; what it means is told where all headers are read.
"""

from __future__ import annotations

import re

from theirside.intake.mail.languages import Lexicon

_DIVIDER = re.compile(r"(?<=[^\s\-_>])[ \t]*([-_]{3,12} ?([^\W\d_][^\n_>-]{3,40}?) ?[-_]{3,12})")
_SENDER = re.compile(
    r"(?<=[^\s>*|])[ \t]{0,3}(?=(?:From|Sender) ?: ?[^\n]{2,200}?(?:Date|Sent) ?:)"
)
_FIELD = re.compile(r"(?<=[^\s])[ \t]{0,3}(?=(?:Date|Sent|To|Cc|Subject|Title) ?:)")
_WITHIN = 1200
"""Characters below a glued header's beginning within which its fields stand."""


def unglued(text: str, words: Lexicon) -> str:
    """Return the text with every reply header that stands within a line on lines of its own."""
    if "---" in text or "___" in text:
        text = _DIVIDER.sub(lambda found: _apart(found, words), text)
    parts = _SENDER.split(text)
    return "\n\n".join(parts[:1] + [_fields_apart(part) for part in parts[1:]])


def _apart(found: re.Match[str], words: Lexicon) -> str:
    inner = found[2].strip().casefold()
    if inner in words.original or inner in words.forwarded:
        return f"\n\n{found[1]}\n"
    return found[0]


def _fields_apart(part: str) -> str:
    """Give the fields that follow a glued sender their own lines, if there are three of them."""
    line = part[:_WITHIN].split("\n", 1)[0]
    rest = part[len(line) :]
    names = [each.start() for each in _FIELD.finditer(line)]
    if len(names) < 2:
        return part
    return _FIELD.sub("\n", line, count=4) + rest
