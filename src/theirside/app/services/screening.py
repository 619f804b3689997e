"""The last gate before typed words are kept: nothing of a special category passes."""

from __future__ import annotations

from theirside.errors import NotKeptError


def refuse_special(what: str, *texts: str) -> None:
    """Raise ``NotKeptError`` where one of the texts touches a special category.

    ``what`` names the text for the message ("the correction"); its words are not repeated.
    """
    from theirside.reader.special import touches_special

    if any(touches_special(text) for text in texts if text.strip()):
        raise NotKeptError(
            f"{what} touches somebody's health, religion, politics, sexuality, ethnicity or union "
            "membership, which is never kept. Nothing was changed: say it without that (what it "
            "means for the work, “away until June”), or leave it out"
        )
