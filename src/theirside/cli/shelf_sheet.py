"""The shelf, and what there is for whom, as they stand in a terminal: their words first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from theirside.cli.intake import account
from theirside.cli.printing import count, day, heading, one_line, paragraph, print_line, where
from theirside.conversation import Conversation
from theirside.serve.in_mind.choosing import Chosen, InMind, Silence
from theirside.serve.in_mind.given import Answered

if TYPE_CHECKING:
    from theirside.app.shelf import Added, OnShelf, Today

NUMBER = 6
"""So many characters of a thing's id are shown."""
_SHOWN = 5
_EMPTY = (
    "The shelf is empty. Put things on it that you would give to somebody: "
    "theirside shelf add articles/ bookmarks.html"
)


def print_added(added: Added) -> None:
    """Print the account of an import, and what was refused with the words that show why."""
    for line in account(added.report):
        paragraph(line, hang=6)
    parts = [f"{added.new:,} new"] if added.new else []
    parts += [f"{added.known:,} there already"] if added.known else []
    if parts:
        paragraph("On the shelf: " + ", ".join(parts))
    for each in added.refused[:_SHOWN]:
        paragraph(f"  “{each.thing.title}” would sell them something:", hang=2)
        for sold in each.sold:
            paragraph(f"“{one_line(sold.words)}”: {sold.why}", style="dim", indent=4, hang=2)
    if len(added.refused) > _SHOWN:
        paragraph(f"  and {len(added.refused) - _SHOWN} more", style="dim")
    if added.refused:
        paragraph("Keep it all the same with --anyway; you know better than a list of words.")


def print_shelf(found: Sequence[OnShelf]) -> None:
    """Print everything on the shelf."""
    if not found:
        paragraph(_EMPTY, hang=2)
        return
    for each in found:
        thing, sold = each.shelved.thing, each.sold
        print_line(f"{thing.id[:NUMBER]}  {thing.kind:<8} {one_line(thing.title)}")
        given = f"given to {count(each.shelved.given, 'person').replace('persons', 'people')}"
        told = [thing.url, ", ".join(thing.tags), given if each.shelved.given else ""]
        if line := " · ".join(part for part in told if part):
            paragraph(line, style="dim", indent=17, hang=2)
        if sold:
            words = ", ".join(f"“{one_line(one.words)}”" for one in sold)
            kept = "kept all the same" if each.shelved.anyway else "so it is proposed to nobody"
            paragraph(f"something is sold in it ({words}); {kept}", indent=17, hang=2)
    paragraph("")
    paragraph(
        f"{count(len(found), 'thing')} on the shelf. Who would be glad of one: theirside in-mind"
    )


def print_chosen(chosen: Chosen, talks: Mapping[str, Conversation]) -> None:
    """Print what there is for a person."""
    paragraph(chosen.person.name, style="head")
    _last_given(chosen.last_given)
    for each in chosen.things:
        _thing(each, talks)
    _how(chosen)


def print_today(found: Today, *, is_empty: bool) -> None:
    """Print the few people of the day."""
    if is_empty:
        paragraph(_EMPTY, hang=2)
        return
    if not found.people:
        paragraph(
            "Nobody today: nothing on the shelf is near enough to what somebody said.", hang=2
        )
    for number, each in enumerate(found.people):
        if number:
            paragraph("")
        paragraph(each.person.name, style="head")
        _last_given(each.last_given)
        _thing(each.things[0], found.talks)
    if found.people:
        _how(found.people[0])
    if found.looked_at < found.known:
        paragraph(
            f"Looked at: the {found.looked_at} people heard from last, of {found.known:,}. "
            "For another: theirside in-mind NAME",
            style="dim",
            hang=2,
        )


def _last_given(last: Answered | None) -> None:
    if last is None:
        paragraph("nothing was given to them from the shelf yet", style="dim", indent=2)
    else:
        told = f"last given: “{one_line(last.title)}”, {day(last.at)}"
        paragraph(told, style="dim", indent=2, hang=2)


def _thing(each: InMind, talks: Mapping[str, Conversation]) -> None:
    thing, why = each.thing, each.why
    heading(f"  {thing.title}")
    told = [str(thing.kind), thing.url, thing.id[:NUMBER]]
    paragraph(" · ".join(part for part in told if part), style="dim", indent=2, hang=2)
    quote = why.evidence[-1] if why.evidence else None
    paragraph(f"why them: “{one_line(quote.text if quote else why.statement)}”", indent=2, hang=2)
    if quote:
        place = where(quote, talks.get(quote.conversation))
        paragraph(f"{why.facet} · {place}", style="dim", indent=4, hang=2)
    paragraph(f"a first line: {each.opening}", indent=2, hang=2)


def _how(chosen: Chosen) -> None:
    name = chosen.person.names[0].split()[0] if chosen.person.names else chosen.person.name
    number = chosen.things[0].thing.id[:NUMBER]
    paragraph("")
    paragraph(
        f"Given it? theirside in-mind given {name} {number}. "
        f"Not for them? theirside in-mind no {name} {number}",
        style="dim",
        hang=2,
    )


def print_silence(chosen: Chosen, *, is_empty: bool) -> None:
    """Print why there is nothing for a person."""
    name = chosen.person.name
    if is_empty:
        paragraph(_EMPTY, hang=2)
        return
    if chosen.silence is Silence.QUIET:
        quote = chosen.evidence[-1] if chosen.evidence else None
        said = f": “{one_line(quote.text)}”" if quote else ""
        paragraph(f"{name} asked for quiet until {day(chosen.until)}{said}", hang=2)
    elif chosen.silence is Silence.TOO_SOON:
        last = chosen.last_given
        title = f" (“{one_line(last.title)}”, {day(last.at)})" if last else ""
        paragraph(
            f"{name}: something was given to them a short while ago{title}. "
            f"Nothing more before {day(chosen.until)}",
            hang=2,
        )
    elif chosen.silence is Silence.NOTHING_KNOWN:
        paragraph(
            f"{name}: we know of nothing that they like, want or struggle with. "
            f"Worth asking: theirside questions {chosen.person.id}",
            hang=2,
        )
    else:
        paragraph(f"{name}: nothing on the shelf is near enough to what they said.", hang=2)


def print_answered(answered: Answered, name: str) -> None:
    """Print what was noted."""
    if answered.is_given:
        why = f" Why: “{one_line(answered.evidence[-1].text)}”" if answered.evidence else ""
        paragraph(f"Noted: “{answered.title}” was given to {name}.{why}", hang=2)
    else:
        paragraph(f"Noted: “{answered.title}” is nothing for {name}, now or later.", hang=2)
