"""Options that several commands share, worded once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON, in the documented form.")]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders or zip archives; - reads standard input."),
]
PersonText = Annotated[
    str, typer.Argument(metavar="PERSON", help="A name, part of a name, or an address.")
]
ObservationId = Annotated[
    str,
    typer.Argument(metavar="OBSERVATION", help="The number at the end of a statement in a brief."),
]
Us = Annotated[
    list[str] | None,
    typer.Option("--us", metavar="DOMAIN|ADDRESS|NAME", help="Who we are; may be repeated."),
]
Bulk = Annotated[bool, typer.Option("--bulk", help="Keep newsletters and automatic mail too.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask; the answer is yes.")]
DAY = ["%Y-%m-%d"]
"""How a day is written."""
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=DAY, metavar="DATE", help="As if it were this day."),
]
With = Annotated[str, typer.Option("--with", metavar="PERSON", help="Only those with this person.")]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write a page to print to FILE.")
]
Markdown = Annotated[
    Path | None, typer.Option("--md", metavar="FILE", help="Write it as Markdown to FILE.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of printing.")
]


@contextmanager
def refusing(name: str | None = None) -> Iterator[None]:
    """Tell of a ``ValueError`` as of a mistake in the argument or option of this name."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=name) from error
