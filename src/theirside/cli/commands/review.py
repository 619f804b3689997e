"""``theirside review``: a draft read from their side, before it is sent."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.care.review.draft import DraftKind
from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.care.review import Finding, Switch, Them
    from theirside.cli.drafts import DraftFile
    from theirside.cli.reports import Found

PANEL = "Set right"
FOUND = 3
"""The exit code where something was found."""


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def review(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Drafts: text, mail or .docx; - reads standard input."),
    ],
    to: Annotated[
        str, typer.Option(metavar="PERSON", help="Whom it is for: their words count too.")
    ] = "",
    kind: Annotated[DraftKind, typer.Option(help="What the draft is.")] = DraftKind.MAIL,
    fix: Annotated[
        bool, typer.Option("--fix", help="Make the safe changes, and say which.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    json: Json = False,
) -> None:
    """Read a draft from their side, before it is sent: what reads badly there, why, what is better.

    Quoted mail, signatures and code are left alone. Exit codes: 0 nothing found; 3 something found;
    1 it could not be done; 2 wrong usage. To silence a rule, write "theirside: off RULE" on the
    line, or see `theirside rules`. --fix changes nothing that is meant; of standard input it prints
    the text as changed.

    \b
    Examples:
      theirside review reply.txt --to dana
      pbpaste | theirside review -
      theirside review notes.md --kind note
      theirside review proposal.docx --kind proposal --json
      theirside review reply.txt --fix
    """
    from theirside.care.review import review as reviewed
    from theirside.cli.drafts import read_draft

    switches, them = _from_store(to)
    found = []
    for draft in map(read_draft, files):
        text = draft.text.replace("\r\n", "\n").replace("\r", "\n")
        findings = reviewed(text, kind, them, switches)
        if fix:
            text = _fix(draft, text, findings)
            findings = reviewed(text, kind, them, switches)
        found.append((draft.name, text, findings))
    if not (fix and "-" in files):
        _print(found, Format.JSON if json else form, them)
    from theirside.cli.reports import to_do

    if any(to_do(findings) for _, _, findings in found):
        raise typer.Exit(FOUND)


def _from_store(to: str) -> tuple[tuple[Switch, ...], Them | None]:
    """Return what the workspace says; without one, and for nobody, nothing."""
    from theirside.app.places import database

    place = database()
    if not to and place.path is not None and not place.path.exists():
        return (), None
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.app.reviewing import for_review

    return for_review(queries.find_person(to) if to else None)


def _fix(draft: DraftFile, text: str, findings: list[Finding]) -> str:
    """Make the safe changes in the file, or print the text as changed; return it."""
    from theirside.care.review.fix import fixed
    from theirside.cli.findings import print_changes
    from theirside.errors import IntakeError

    new, changes = fixed(text, findings)
    if draft.name == "-":
        typer.echo(new, nl=False)
    elif changes and not draft.encoding:
        raise IntakeError(draft.name, "it cannot be changed in place; save the draft as text")
    elif changes:
        draft.write(new)
    print_changes(draft.name, changes)
    return new


def _print(found: Found, form: Format, them: Them | None) -> None:
    from theirside import as_json
    from theirside.cli import reports
    from theirside.cli.findings import print_findings
    from theirside.cli.printing import print_json

    if form is Format.SARIF:
        print_json(reports.sarif(found, _version()))
    elif form is Format.GITHUB:
        for line in reports.github(found):
            typer.echo(line)
    elif form is Format.JSON:
        for file, _, findings in found:
            print_json(as_json.review(file, reports.to_do(findings)), line=len(found) > 1)
    else:
        for file, text, findings in found:
            print_findings(file, text, findings, them.talks if them else ())


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("theirside")
    except PackageNotFoundError:  # run from a checkout
        return "0"
