"""What is looked for: the words, and what narrows the search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.queries.excerpts import folded
from theirside.conversation import Channel, Side

_QUOTES = re.compile('["“”„]')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. ``person`` is an id; ``since`` and ``until`` are days, both in.

    With ``words_only`` what says it in other words is not looked for, nor where quotation marks ask
    for words that follow one another.
    """

    text: str
    side: Side | None = None
    channel: Channel | None = None
    person: str = ""
    since: date | None = None
    until: date | None = None
    words_only: bool = False

    @property
    def by_meaning(self) -> bool:
        """Whether to look for what means the same, too."""
        return not self.words_only and bool(self.phrases) and not _QUOTES.search(self.text)

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words to be found, folded; those that must follow one another together."""
        found: list[tuple[str, ...]] = []
        for number, part in enumerate(_QUOTES.split(self.text)):
            words = tuple(_WORD.findall(folded(part)))
            found += [words] if number % 2 else [(word,) for word in words]
        return tuple(phrase for phrase in found if phrase)


def narrowed(wanted: Wanted, rows: QuerySet[models.Turn]) -> QuerySet[models.Turn]:
    """Return those of the turns that the filters let through, with ``when`` each was said."""
    rows = rows.annotate(when=Coalesce("at", "conversation__started_at"))
    if wanted.side is not None:
        rows = rows.filter(speaker__side=wanted.side)
    if wanted.channel is not None:
        rows = rows.filter(conversation__channel=wanted.channel)
    if wanted.person:
        rows = rows.filter(speaker__person__public=wanted.person)
    if wanted.since is not None:
        rows = rows.filter(when__gte=datetime.combine(wanted.since, time.min, UTC))
    if wanted.until is not None:
        after = wanted.until + timedelta(days=1)
        rows = rows.filter(when__lt=datetime.combine(after, time.min, UTC))
    return rows
