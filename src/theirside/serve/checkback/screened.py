"""What an answer tells that is nobody's to keep: it is handed back without its words."""

from __future__ import annotations

from theirside.reader.special import touches_special
from theirside.serve.checkback.statement import Reply, Unclear

NOT_KEPT = (
    "it touches health, religion, politics, sexuality, ethnicity or union membership, which is "
    "never kept: say how it is without that, or leave it"
)


def screened(reply: Reply) -> Reply:
    """Return the reply without what touches a special category; its place and why stay.

    The words themselves are nowhere in what is returned, so that no output can repeat them.
    """
    special = {each.number for each in reply.answers if touches_special(each.text)}
    return Reply(
        tuple(each for each in reply.answers if each.number not in special),
        (
            *(Unclear("", NOT_KEPT, number) for number in sorted(special)),
            *(_without_words(each) for each in reply.unclear),
        ),
    )


def _without_words(each: Unclear) -> Unclear:
    return Unclear("", NOT_KEPT, each.number) if touches_special(each.text) else each
