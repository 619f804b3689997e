"""``theirside review``: a draft read from their side, before it is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.care.review.draft import DraftKind
from theirside.cli.options import Json

PANEL = "Set right"
FOUND = 3


def review(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The draft; - reads standard input.")],
    kind: Annotated[DraftKind, typer.Option(help="What the draft is.")] = DraftKind.MAIL,
    json: Json = False,
) -> None:
    """Read a draft from their side and print what reads badly there.

    \b
    Examples:
      theirside review reply.txt
    """
    from theirside.care.review import review as reviewed
    from theirside.cli.drafts import read_draft
    from theirside.cli.findings import print_findings

    text = read_draft(file)
    findings = reviewed(text, kind)
    print_findings("-" if file == "-" else file, text, findings)
    if findings:
        raise typer.Exit(FOUND)
