"""All writing to the store: one verb each, each in one transaction."""

from __future__ import annotations

from theirside.app.services.annotating import reread
from theirside.app.services.checking_back import (
    Taken,
    keep_checkback,
    new_code,
    take_answers,
)
from theirside.app.services.commenting import change_comment, comment, drop_comment
from theirside.app.services.contacts import keep_contacts
from theirside.app.services.fits import decide_fit
from theirside.app.services.forgetting import Forgotten, forget
from theirside.app.services.judging import judge
from theirside.app.services.keeping import Kept, keep
from theirside.app.services.members import (
    agree_open,
    come_in,
    give_unheld,
    hold,
    invite,
    let_go,
    set_role,
    share,
)
from theirside.app.services.people import merge, split
from theirside.app.services.placing import place_again, place_by_names
from theirside.app.services.preparations import drop_preparation, keep_preparation
from theirside.app.services.sides import set_side
from theirside.app.services.switching import switch, switch_back
from theirside.app.services.workspace import add_us, initialise, record_import, remove_us

__all__ = [
    "Forgotten",
    "Kept",
    "Taken",
    "add_us",
    "agree_open",
    "change_comment",
    "come_in",
    "comment",
    "decide_fit",
    "drop_comment",
    "drop_preparation",
    "forget",
    "give_unheld",
    "hold",
    "initialise",
    "invite",
    "judge",
    "keep",
    "keep_checkback",
    "keep_contacts",
    "keep_preparation",
    "let_go",
    "merge",
    "new_code",
    "place_again",
    "place_by_names",
    "record_import",
    "remove_us",
    "reread",
    "set_role",
    "set_side",
    "share",
    "split",
    "switch",
    "switch_back",
    "take_answers",
]
