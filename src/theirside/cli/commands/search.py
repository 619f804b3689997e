"""``theirside search``: what people said, found by its words or by its meaning."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from theirside.cli.options import DAY, Json

K = TypeVar("K", bound=StrEnum)
if TYPE_CHECKING:
    from collections.abc import Sequence

    from theirside.app.queries import Hit

PANEL = "Understand"
Day = Annotated[datetime | None, typer.Option(formats=DAY, metavar="DAY")]


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD…", help="Words, or a question in your own.")
    ],
    side: Annotated[
        str, typer.Option("--side", metavar="theirs|ours", help="Only the words of one side.")
    ] = "",
    person: Annotated[
        str, typer.Option("--person", metavar="PERSON", help="Only what this person said.")
    ] = "",
    channel: Annotated[
        str, typer.Option("--channel", metavar="KIND", help="Only mail, call, meeting, chat.")
    ] = "",
    since: Day = None,
    until: Day = None,
    words_only: Annotated[
        bool, typer.Option("--words-only", help="Nothing that says it in other words.")
    ] = False,
    page: Annotated[int, typer.Option("--page", min=1, help="Twenty quotes a page.")] = 1,
    json: Json = False,
) -> None:
    """Find what people said; what comes back are quotes.

    First come those with all the words, the newest first: a word finds whatever begins with it; in
    quotation marks, words must follow one another. Then come the ten that are nearest by meaning
    though in other words. What touches a special category is never found.

    \b
    Examples:
      theirside search board
      theirside search what we pay is a worry
      theirside search "'last time'" --side theirs
      theirside search price --person dana --since 2026-01-01
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli.by_words_only import in_words
    from theirside.cli.printing import paragraph, print_json, print_line
    from theirside.conversation import Channel, Side

    wanted = queries.Wanted(
        " ".join(words).replace("'", '"'),
        _one_of(Side, side, "--side"),
        _one_of(Channel, channel, "--channel"),
        queries.find_person(person).id if person else "",
        since.date() if since else None,
        until.date() if until else None,
        words_only,
    )
    found = queries.search(wanted, page)
    if json:
        print_json([_form(each) for each in found.hits])
        if found.uncoded:
            print(in_words(found.uncoded), file=sys.stderr)
        return
    _print_all(found.hits)
    if not found.hits:
        print_line("Nobody said that. Try fewer words, or the beginning of one.")
    elif found.more:
        print_line(f"And more with these words: --page {page + 1}")
    if found.uncoded:
        paragraph(in_words(found.uncoded), style="dim")


def _print_all(hits: Sequence[Hit]) -> None:
    from theirside.cli.printing import heading, print_line

    meant = [each for each in hits if each.by == "meaning"]
    for each in hits[: len(hits) - len(meant)]:
        _print(each)
    if meant:
        if len(meant) < len(hits):
            print_line("")
        heading("In other words" if meant[0].sure else "Nobody said quite that; what comes nearest")
    for each in meant:
        _print(each)


def _one_of(kind: type[K], value: str, option: str) -> K | None:
    if not value:
        return None
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise typer.BadParameter(f"{value!r}: say one of {known}", param_hint=option) from None


def _form(hit: Hit) -> dict[str, object]:
    return {
        "conversation": hit.conversation,
        "turn": hit.turn,
        "text": "".join(text for text, _ in hit.pieces),
        "speaker": hit.speaker,
        "side": str(hit.side),
        "person": hit.person,
        "channel": str(hit.channel),
        "subject": hit.subject,
        "at": hit.at.isoformat() if hit.at else None,
        "by": str(hit.by),
        "likeness": hit.likeness,
    }


def _print(hit: Hit) -> None:
    from theirside.cli.printing import day, one_line, paragraph

    meant = hit.by == "meaning"  # then the sentence alone: what stands around it hides it
    text = one_line("".join(text for text, marked in hit.pieces if marked or not meant))
    paragraph(f"“{text}”", hang=1, style="words" if hit.side == "theirs" else "")
    place = f"{hit.channel} “{hit.subject}”" if hit.subject else str(hit.channel)
    parts = [hit.name or hit.speaker, place, day(hit.at) if hit.at else ""]
    paragraph("  " + ", ".join(filter(None, parts)), style="dim", hang=2)
