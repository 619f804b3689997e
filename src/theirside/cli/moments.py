"""Moments in a terminal: the stretch as a small talk, then why, and what to talk about."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.app.measuring import SWAPPED
from theirside.app.moments import Moments
from theirside.care.moment import Moment, moment_kinds
from theirside.care.worthwhile import quotes_by_turn
from theirside.cli.printing import heading, one_line, paragraph, where
from theirside.cli.talk import SIDE_MARKS
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.purpose.team_moment import TeamMoment

WHOLE = 45
"""Words up to which a turn is printed whole; of a longer one only what the moment rests on."""
AROUND = 20
"""Words of the turn before, and of the one after, that are printed."""
GAP = "…"


def print_moments(found: Moments) -> None:
    """Print each moment with its words, why it matters, and what to talk about over it."""
    paragraph(found.title, style="head")
    for talk in found.left_out:
        named = talk.subject or f"the {talk.channel} without a subject"
        paragraph(f"Left out: {named}: {SWAPPED}", style="dim", hang=2)
    if not found.moments:
        paragraph("No stretch stands out. That is neither good nor bad.", style="dim")
        return
    for number, each in enumerate(found.moments, start=1):
        _print(number, each, found.conversations[each.evidence[0].conversation])


def _print(number: int, moment: Moment, talk: Conversation) -> None:
    kind = moment_kinds()[moment.kind]
    note = f" ({moment.note})" if moment.note else ""
    heading(f"{number}. {'+ ' if kind.good else ''}{kind.name}{note}")
    paragraph(f"{where(moment.evidence[0], talk)} · {moment.id}", style="dim", hang=2)
    quoted = quotes_by_turn(moment)
    for whole in moment.stretch:
        inside = quoted.get(whole.turn, [])
        _turn(talk, whole, inside, before=whole.turn < moment.evidence[0].turn)
    paragraph(f"Why: {kind.why}", indent=2, hang=2)
    for question in kind.talk_about:
        paragraph(f"? {question}", indent=2, hang=2)


def print_shared(found: Sequence[TeamMoment], *, just_now: bool) -> None:
    """Print moments as the team will see them, and for whose consent they wait."""
    if not found:
        paragraph("Nothing is shared. `theirside moments --mine` shows moments with their ids;")
        paragraph("theirside moments share ID lets the team look at one of yours.", style="dim")
        return
    if just_now:
        paragraph("The team will see this, and nothing else of that talk:", style="head")
    for each in found:
        heading(f"{'+ ' if each.kind.good else ''}{each.kind.name}")
        paragraph(f"{each.where} · {each.id}", style="dim", hang=2)
        for line in each.lines:
            text = f"“{line.text}”" if line.rests_on else line.text
            style = "" if line.rests_on else "dim"
            paragraph(f"{SIDE_MARKS[line.side]} {line.label}: {text}", style=style, indent=2,
                      hang=2)  # fmt: skip
        if each.waits_for:
            names = " and ".join(each.waits_for)
            paragraph(f"Not shown to the team yet: {names} would have to share it, too.", hang=2)
    if just_now:
        paragraph("")
        paragraph(
            f"Names are taken out where they are known as such. If something else tells who it is: "
            f"theirside moments unshare {found[0].id}",
            style="dim",
            hang=2,
        )


def print_unshared(moment: str) -> None:
    """Say that a moment is the seller's own again."""
    paragraph(f"{moment} is yours alone again.")


def _turn(talk: Conversation, whole: Quote, quotes: Sequence[Quote], *, before: bool) -> None:
    speaker = talk.turns[whole.turn].speaker
    head = f"{SIDE_MARKS[speaker.side]} {speaker.label}: "
    if quotes:
        paragraph(f"{head}“{marked(whole, quotes)}”", indent=2, hang=2)
    else:
        paragraph(f"{head}{beside(whole.text, before=before)}", style="dim", indent=2, hang=2)


def marked(whole: Quote, quotes: Sequence[Quote]) -> str:
    """Return a turn's words: all of a short one, of a long one the quoted, gaps marked."""
    if len(whole.text.split()) <= WHOLE:
        return one_line(whole.text)
    parts: list[str] = []
    end = whole.start
    for each in sorted(quotes, key=lambda one: one.start):
        if whole.text[end - whole.start : each.start - whole.start].strip():
            parts.append(GAP)
        parts.append(one_line(each.text))
        end = each.end
    if whole.text[end - whole.start :].strip():
        parts.append(GAP)
    return " ".join(parts)


def beside(text: str, *, before: bool) -> str:
    """Return the end of what was said before a moment, or the beginning of what came after."""
    words = text.split()
    if len(words) <= AROUND:
        return " ".join(words)
    return f"{GAP} {' '.join(words[-AROUND:])}" if before else f"{' '.join(words[:AROUND])} {GAP}"
