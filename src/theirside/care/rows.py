"""Figures as rows: one for each talk and measure, for tables of any kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from theirside.care.figure import Figure
from theirside.care.measuring import Doubt, Gathering, chosen_measures
from theirside.care.sellers import Sellers
from theirside.care.spoken import Earlier, Spoken
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of one talk. ``seller`` is who of us it counts for, "" where nobody alone."""

    conversation: str
    channel: str
    at: datetime | None
    seller: str
    figure: Figure


NAMES = (
    "conversation", "channel", "at", "seller", "measure", "value", "unit", "count", "of", "low",
    "high", "note",
)  # fmt: skip


def rows(
    talks: Iterable[Talk],
    only: Sequence[str] = (),
    *,
    sellers: Sellers | None = None,
    off: Collection[str] = (),
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> Iterator[Row]:
    """Yield the figures of each talk by itself; measures that make no sense for it are left out."""
    chosen, earlier, known = chosen_measures(only, off), Earlier(), sellers or Sellers()
    for talk in talks:
        conversation = talk.conversation
        if sellers is None:
            known.learn(conversation.speakers)
        seller = known.of(conversation)
        spoken = Spoken(talk, earlier, doubt(talk) if doubt is not None else "")
        for measure in chosen:
            gathering = Gathering(measure, evidence=False)
            gathering.add(gathering.tally(spoken))
            figure = gathering.figure(unheard)
            if figure is not None:
                yield Row(talk.id, str(conversation.channel), conversation.last_at, seller, figure)


def cells(row: Row) -> tuple[str | float | datetime | None, ...]:
    """Return a row's values in the order of ``NAMES``; ``at`` without its zone."""
    each, at = row.figure, row.at
    return (
        row.conversation,
        row.channel,
        at.replace(tzinfo=None) if at is not None else None,
        row.seller,
        each.measure,
        each.value,
        each.unit,
        each.count,
        each.of,
        each.low,
        each.high,
        each.note,
    )
