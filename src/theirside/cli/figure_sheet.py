"""One measure opened: what it says, who published what of it, and the sentences that it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure
from theirside.care.told import counts, interval, range_line, shown
from theirside.cli.printing import heading, one_line, paragraph, where
from theirside.conversation import Conversation
from theirside.evidence import Quote

SHOWN = 20


def print_opened(
    figure: Figure, talks: Mapping[str, Conversation], *, everything: bool = False
) -> None:
    """Print a figure with its definition, what is published, and the words that it counts."""
    measure = measures()[figure.measure]
    heading(measure.name)
    value = shown(figure.value, figure.unit) if figure.value is not None else "?"
    parts = [value, interval(figure), counts(figure), figure.note]
    paragraph(" · ".join(part for part in parts if part), hang=2)
    _explain(measure)
    _quotes("Counted", figure.evidence, talks, everything=everything)
    _quotes("Looked at, not counted", figure.rest, talks, everything=everything)


def _explain(measure: Measure) -> None:
    paragraph(measure.definition, style="dim", hang=2)
    paragraph(f"= {measure.formula}", style="dim", hang=2)
    paragraph(measure.why, style="dim", hang=2)
    for each in measure.ranges:
        paragraph(range_line(each), style="dim", hang=2)


def _quotes(
    title: str, quotes: Sequence[Quote], talks: Mapping[str, Conversation], *, everything: bool
) -> None:
    if not quotes:
        return
    heading(f"{title}: {len(quotes):,}")
    for each in quotes if everything else quotes[:SHOWN]:
        talk = talks.get(each.conversation)
        who = talk.turns[each.turn].speaker.label if talk is not None else ""
        paragraph(f"  “{one_line(each.text)}”", hang=3)
        paragraph(" · ".join(part for part in (who, where(each, talk)) if part), style="dim",
                  indent=4, hang=2)  # fmt: skip
    more = len(quotes) - SHOWN
    if more > 0 and not everything:
        paragraph(f"and {more:,} more: --all", style="dim", indent=4)
