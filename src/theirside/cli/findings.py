"""Findings as a linter prints them: place, rule, the words underlined, why, and what is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from theirside.care.review import Finding
from theirside.care.review.finding import Level
from theirside.care.review.fix import Change
from theirside.cli.printing import count, harmless, one_line, paragraph, print_line, where
from theirside.conversation import Conversation

_ROOM = 76
"""Columns in which the line with the words is shown; of a longer one, the part around them."""


def print_findings(
    file: str, text: str, findings: Sequence[Finding], talks: Sequence[Conversation] = ()
) -> None:
    """Print each finding of one file, and how many there are; ``talks`` are what is quoted."""
    from rich.text import Text

    by_id = {talk.id: talk for talk in talks}
    for each in findings:
        head = Text(f"{file}:{each.line}:{each.column} ", style="head")
        head.append(each.rule, style="confirmed" if each.level is Level.PRAISE else "guess")
        head.append(f" {each.message}")
        print_line(head)
        for line in underlined(text, each):
            print_line(f"    {line}")
        paragraph(each.why, indent=4)
        for quote in each.quotes:
            paragraph(f"“{one_line(quote.text)}”", indent=6, style="words")
            paragraph(where(quote, by_id.get(quote.conversation)), indent=6, style="dim")
        paragraph(f"Better: {each.better}", indent=4, style="dim")
        print_line("")
    print_line(summary(findings))


def summary(findings: Sequence[Finding]) -> str:
    """Return what was found, in a sentence."""
    praised = sum(each.level is Level.PRAISE for each in findings)
    told = count(len(findings) - praised, "finding") if len(findings) > praised else "No findings"
    return told + (f", {count(praised, 'thing')} that serves them." if praised else ".")


def underlined(text: str, finding: Finding) -> Iterator[str]:
    """Yield the line on which a finding begins, and under it the marks for its words."""
    begin = text.rfind("\n", 0, finding.start) + 1
    stop = text.find("\n", finding.start)
    stop = len(text) if stop < 0 else stop
    line = text[begin:stop].replace("\t", " ")
    start, end = finding.start - begin, min(finding.end, stop) - begin
    cut = max(0, min(start - 12, len(line) - _ROOM)) if len(line) > _ROOM else 0
    shown = line[cut : cut + _ROOM]
    lead, tail = "… " if cut else "", " …" if cut + _ROOM < len(line) else ""
    yield harmless(lead + shown + tail)
    size = max(1, min(end, cut + _ROOM) - start)
    yield " " * (len(lead) + start - cut) + "^" * size


def print_changes(file: str, changes: Sequence[Change]) -> None:
    """Say on standard error what was changed, and where."""
    import sys

    for each in changes:
        place = f"{file}:{each.finding.line}:{each.finding.column}"
        new = f"“{each.new}”" if each.new.strip() else "(taken out)"
        told = f"{place} {each.finding.rule} “{each.old}” → {new}"
        print(harmless(told), file=sys.stderr)
    told = count(len(changes), "safe change") if changes else "nothing to change safely"
    print(f"{file}: {told}", file=sys.stderr)
