"""``theirside debrief``: a talk held against what was prepared for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Html, Json, Markdown

if TYPE_CHECKING:
    from theirside.understand.understanding import Person

PANEL = "With purpose"


def debrief(
    conversation: Annotated[str, typer.Argument(help="Part of a subject, or the start of an id.")],
    person: Annotated[
        str | None,
        typer.Option("--for", metavar="PERSON", help="Whose side; else who said most."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    html: Html = None,
    md: Markdown = None,
    json: Json = False,
) -> None:
    """Hold a talk against its preparation: whose wants it served, what was asked, what is new.

    Without a preparation it is held against what was known before the talk.

    \b
    Examples:
      theirside debrief "first call"
      theirside debrief call-44536c --for dana
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import purpose_as_json
    from theirside.app import queries
    from theirside.app.debriefing import debriefed
    from theirside.cli.debriefed_page import DebriefedPage
    from theirside.cli.page_files import show
    from theirside.cli.printing import paragraph

    talk = queries.find_conversation(conversation).conversation
    spoke = queries.people_who_spoke(talk.id)
    whom = _whom(person, spoke, talk.id)
    made, known = debriefed(talk, whom)
    talks = {each.id: each for each in known.conversations}
    page = DebriefedPage(made, talks, everything=everything).page()
    show(page, purpose_as_json.debrief(made) if json else None, html, md)
    others = [each.name for each in spoke if each.id != whom.id]
    if others and not json:
        also = ", ".join(others)
        paragraph("")
        paragraph(f"Also in it: {also}. See theirs with --for.", style="dim", hang=2)


def _whom(asked: str | None, spoke: list[Person], talk: str) -> Person:
    """Return whose side is wanted: who was named, else who said most."""
    from theirside.app import queries
    from theirside.errors import NotFoundError

    if asked is not None:
        return queries.find_person(asked)
    if not spoke:
        raise NotFoundError(
            f"{talk}: nobody on their side spoke in it; `theirside sides {talk}` says who is who"
        )
    prepared = [each for each in spoke if queries.preparations_of(each)]
    return prepared[0] if len(prepared) == 1 else spoke[0]
