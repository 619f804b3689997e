"""``theirside read``: what the reader says of each sentence; nothing is stored but with --again."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Bulk, Json, Us

PANEL = "Understand"


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", help="Files, folders or zip archives; - reads standard input."
        ),
    ] = None,
    us: Us = None,
    bulk: Bulk = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Each label's probability, also below its threshold.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="What is kept, where the reader is newer by now.")
    ] = False,
    json: Json = False,
) -> None:
    """Read conversations and print what each sentence is. Nothing is stored.

    With --again, and no paths, what is kept is read again where a newer reader or a newer model for
    search by meaning is there; that is stored.

    With --json one object a line per conversation, for other programs. With --all it holds every
    label of every sentence; what is printed for people leaves out those below 0.05.

    \b
    Examples:
      theirside read call.vtt
      theirside read call.vtt --all
      theirside read inbox.mbox --us fjord.example --json | jq .annotations
      theirside read --again
    """
    if again == bool(paths):
        raise typer.BadParameter("name what to read, or --again for what is kept")
    if again:
        _read_again()
        return
    _read(paths or [], us, bulk=bulk, everything=everything, json=json)


def _read_again() -> None:
    from theirside.app.store import open_store

    open_store()
    from theirside.app.importing import read_again
    from theirside.cli.intake import progress_again
    from theirside.cli.printing import count, print_line

    with progress_again() as again:
        done = read_again(again)
    print_line(f"Read again: {count(done, 'conversation')}." if done else "All is read already.")


def _read(
    paths: list[str], us: list[str] | None, *, bulk: bool, everything: bool, json: bool
) -> None:
    from functools import partial

    from theirside import as_json
    from theirside.app.swapped import swapped_note
    from theirside.cli.intake import read_in
    from theirside.cli.printing import console, print_json
    from theirside.cli.talk import print_probabilities, print_talk
    from theirside.reader import default_reader
    from theirside.reader import read as read_conversation

    reader = default_reader()
    noting = partial(swapped_note, stored=False)
    with read_in(paths, us=us, bulk=bulk, noting=noting) as conversations:
        for number, conversation in enumerate(conversations):
            annotations = read_conversation(conversation, reader, everything)
            if json:
                print_json(as_json.reading(conversation, reader.version, annotations), line=True)
                continue
            if number:
                console().print()
            if everything:
                print_probabilities(conversation, annotations)
            else:
                print_talk(conversation, annotations)
