"""The command line: one file a command in ``cli/commands``; it prints and decides nothing.

Exit codes: 0 done; 1 it could not be done, and the message says why; 2 wrong usage;
130 interrupted.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit; the ``theirside`` command."""
    from theirside.cli.streams import make_ready

    make_ready()
    try:
        from theirside.cli.program import program

        program()(prog_name="theirside")
    except KeyboardInterrupt:  # while it was still starting; the program itself answers later ones
        sys.exit(130)
