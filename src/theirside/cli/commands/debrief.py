"""``theirside debrief``: a talk held against what was prepared for it."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Html, Json, Markdown

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
    from theirside.app.debriefing import debriefed, whose_side
    from theirside.cli.debriefed_page import DebriefedPage
    from theirside.cli.page_files import show
    from theirside.cli.printing import paragraph

    talk = queries.find_conversation(conversation).conversation
    whom, also = whose_side(talk.id, person or "")
    made, known = debriefed(talk, whom)
    talks = {each.id: each for each in known.conversations}
    page = DebriefedPage(made, talks, everything=everything).page()
    show(page, purpose_as_json.debrief(made) if json else None, html, md)
    if also and not json:
        others = ", ".join(each.name for each in also)
        paragraph("")
        paragraph(f"Also in it: {others}. See theirs with --for.", style="dim", hang=2)
