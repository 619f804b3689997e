"""Slack's message markup made readable: mentions, channels, links, entities, quoted lines.

``<@U024BE7LH>`` becomes ``@Dana Okafor``, ``<https://a.example|the list>`` becomes
``the list (https://a.example)``. Emoji codes (``:tada:``) and marks for bold or code stay as
people type them. The form is Slack's "mrkdwn", as its developer documentation describes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from theirside.conversation import Apart, ApartKind

_MARKUP = re.compile(r"<((?:[@#!]|[A-Za-z][\w+.-]*:)[^<>\n]*)>")
_SHOUTS = ("here", "channel", "everyone")


def plain(text: str, names: Mapping[str, str]) -> str:
    """Return the text as Slack shows it; ``names`` gives names of users and channels by id."""
    shown = _MARKUP.sub(lambda match: _shown(match[1], names), text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(inside: str, names: Mapping[str, str]) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return "@" + (names.get(target[1:]) or label.lstrip("@") or target[1:])
    if target.startswith("#"):
        return "#" + (names.get(target[1:]) or label.lstrip("#") or target[1:])
    if target.startswith("!"):
        shout = target[1:].split("^")[0]
        return f"@{shout}" if shout in _SHOUTS else label or f"@{shout}"
    address = re.sub(r"^(?:mailto|tel):", "", target)
    if not label or label == address or _bare(label) == _bare(address):
        return label if label == address else address
    return f"{label} ({address})"


def _bare(address: str) -> str:
    """Return an address without what people leave out: ``https://``, ``www.``, a last slash."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", address)


def own_words(text: str) -> tuple[str, tuple[Apart, ...]]:
    """Return what the sender says and the stretches that are somebody else's, quoted by ``>``."""
    apart: list[Apart] = []
    own: list[str] = []
    at = 0
    quoting = in_code = False
    for line in text.split("\n"):
        end = min(at + len(line) + 1, len(text))
        quoting = quoting or (not in_code and line.startswith(">>>"))
        if quoting or (not in_code and line.startswith(">")):
            if apart and apart[-1].end == at:
                apart[-1] = Apart(ApartKind.QUOTED, apart[-1].start, end)
            elif end > at:
                apart.append(Apart(ApartKind.QUOTED, at, end))
        else:
            own.append(line)
            in_code ^= line.count("```") % 2 == 1
        at = end
    return "\n".join(own).strip(), tuple(apart)
