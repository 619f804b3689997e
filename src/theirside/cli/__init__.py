"""The command line: one file a command in ``cli/commands``; it prints and decides nothing.

Exit codes: 0 done; 1 it could not be done, and the message says why; 2 wrong usage;
130 interrupted.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit; the ``theirside`` command."""
    from theirside.cli.program import program
    from theirside.errors import TheirsideError

    try:
        program()(prog_name="theirside")
    except TheirsideError as error:
        print(f"theirside: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("theirside: interrupted; what was done so far is kept", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
