"""Names taken out of a talk's words, and only names."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import queries
from theirside.app.services import keep
from theirside.app.unnamed import Unnamed
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")

ROSE = Speaker("Rose Hill", "rose@fernhill.example", company="Fern & Hill Ltd", side=Side.THEIRS)


def unnamed(text: str) -> str:
    keep(thread("t", mail("<1@x>", ANNA, "We rose early.", SAM), mail("<2@x>", BEN, "Yes.", SAM)))
    keep(thread("u", mail("<3@x>", ROSE, "Hello.", SAM)))
    return Unnamed(queries.conversation("t").conversation, queries.people_met(), ["Sam Reed"])(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anna Bauer and Ben know.", "[name] and [name] know."),
        ("Write to anna@brauhaus.example, or 0171 555 01 99.", "Write to [address], or [number]."),
        ("See https://brauhaus.example/cellar today", "See [address] today"),
        ("At the Brauhaus, BRAUHAUS style", "At the [company], [company] style"),
        ("Ask Rose Hill, or Hill alone", "Ask [name], or [name] alone"),
        ("They rose at five on 12 March", "They rose at five on 12 March"),
        ("Sam said so, and so it is", "[colleague] said so, and so it is"),
        ("Ask sam.reed, or Mr Reed", "Ask [colleague], or Mr [colleague]"),
    ],
)
def test_whoever_is_theirs_is_not_named(text: str, shown: str) -> None:
    assert unnamed(text) == shown
