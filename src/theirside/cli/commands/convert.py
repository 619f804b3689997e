"""``theirside convert``: any format that is known to Theirside's own conversation JSONL."""

from __future__ import annotations

from theirside.cli.options import Bulk, Output, Paths, Us

PANEL = "Bring in and take out"


def convert(paths: Paths, us: Us = None, bulk: Bulk = False, output: Output = None) -> None:
    """Turn any known format into conversation JSONL: one conversation a line.

    \b
    Examples:
      theirside convert inbox.mbox > talks.jsonl
      theirside convert calls.zip -o talks.jsonl
      zcat old.mbox.gz | theirside convert -
    """
    from theirside.cli.intake import read_in
    from theirside.cli.printing import print_json
    from theirside.intake.jsonl_form import to_dict, to_line

    with read_in(paths, us=us, bulk=bulk) as conversations:
        if output is None:
            for conversation in conversations:
                print_json(to_dict(conversation), line=True)
            return
        with output.open("w", encoding="utf-8") as target:
            for conversation in conversations:
                target.write(to_line(conversation) + "\n")
