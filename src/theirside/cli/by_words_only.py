"""What search can look through by words only: made ready where it is little, and else told."""

from __future__ import annotations

from theirside.cli.printing import count, paragraph


def make_ready_or_tell(*, quiet: bool = False) -> None:
    """Make ready for search by meaning what a command changed, or say what there is to run."""
    from theirside.app.recoding import code_few

    lacking = code_few()
    if lacking and not quiet:
        paragraph(
            f"{count(lacking, 'conversation')} can be searched by words only until "
            "`theirside read --again` makes them ready for search by meaning.",
            hang=2,
        )


def in_words(number: int) -> str:
    """Return what search says where it could not look through so many by meaning."""
    return (
        f"{count(number, 'conversation')} could be looked through by words only; "
        "`theirside read --again` makes them ready for search by meaning."
    )
