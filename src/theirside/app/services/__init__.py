"""All writing to the store: one verb each, each in one transaction."""

from __future__ import annotations

from theirside.app.services.annotating import (
    reread,
)
from theirside.app.services.arrivals import (
    begin_arrival,
    drop_arrival,
    mark_arrival,
    open_arrival,
    stop_arrival,
    tell_progress,
)
from theirside.app.services.bringing import (
    bringing,
)
from theirside.app.services.checkback_links import (
    make_link,
    revoke_links,
)
from theirside.app.services.checking_back import (
    Taken,
    keep_checkback,
    new_code,
    take_answers,
)
from theirside.app.services.coding import (
    code_again,
)
from theirside.app.services.commenting import (
    change_comment,
    comment,
    drop_comment,
)
from theirside.app.services.contacts import (
    keep_contacts,
)
from theirside.app.services.counting import (
    count_up,
)
from theirside.app.services.errands import (
    begin_errand,
    clear_errands,
    drop_exports,
    mark_errand,
    note_unerased,
    tell_errand,
)
from theirside.app.services.fits import (
    decide_fit,
)
from theirside.app.services.forgetting import (
    Forgotten,
    forget,
)
from theirside.app.services.gleaning import (
    glean,
)
from theirside.app.services.judging import (
    judge,
)
from theirside.app.services.keeping import (
    Kept,
    keep,
)
from theirside.app.services.ledger import (
    add_to_ledger,
    correct_in_ledger,
    restore_in_ledger,
    strike_from_ledger,
    strike_referral,
    thank_for_referral,
)
from theirside.app.services.members import (
    agree_open,
    come_in,
    give_unheld,
    hold,
    hold_all,
    invite,
    let_go,
    set_role,
    share,
)
from theirside.app.services.people import (
    merge,
    split,
)
from theirside.app.services.placing import (
    place_again,
    place_by_names,
)
from theirside.app.services.practice import (
    finish_task,
    give_task,
    keep_shown,
    put_task_aside,
)
from theirside.app.services.preparations import (
    drop_preparation,
    keep_preparation,
)
from theirside.app.services.promises import (
    ToGive,
    give_to_calendar,
    mark,
    mark_noted,
    note,
    set_calendar_words,
    set_forgotten_after,
)
from theirside.app.services.rehearsals import (
    erase_rehearsal,
    keep_rehearsal,
    new_rehearsal_code,
)
from theirside.app.services.retention import (
    Expired,
    forget_talks_before,
    last_talk,
)
from theirside.app.services.screening import (
    refuse_special,
)
from theirside.app.services.shelf import (
    answer_thing,
    keep_thing,
    remove_thing,
)
from theirside.app.services.sides import (
    set_side,
)
from theirside.app.services.switching import (
    switch,
    switch_back,
)
from theirside.app.services.switching_measures import (
    switch_measure,
)
from theirside.app.services.team_kit import (
    share_moment,
    take_up,
    unshare_moment,
)
from theirside.app.services.undoing import (
    Undone,
    undo_import,
)
from theirside.app.services.waiting import (
    begin_to_look,
    calendar_owner,
    calendar_secret,
    keep_waiting,
    not_today,
)
from theirside.app.services.workspace import (
    add_us,
    begin_import,
    initialise,
    record_import,
    remove_us,
)

__all__ = [
    "Expired",
    "Forgotten",
    "Kept",
    "Taken",
    "ToGive",
    "Undone",
    "add_to_ledger",
    "add_us",
    "agree_open",
    "answer_thing",
    "begin_arrival",
    "begin_errand",
    "begin_import",
    "begin_to_look",
    "bringing",
    "calendar_owner",
    "calendar_secret",
    "change_comment",
    "clear_errands",
    "code_again",
    "come_in",
    "comment",
    "correct_in_ledger",
    "count_up",
    "decide_fit",
    "drop_arrival",
    "drop_comment",
    "drop_exports",
    "drop_preparation",
    "erase_rehearsal",
    "finish_task",
    "forget",
    "forget_talks_before",
    "give_task",
    "give_to_calendar",
    "give_unheld",
    "glean",
    "hold",
    "hold_all",
    "initialise",
    "invite",
    "judge",
    "keep",
    "keep_checkback",
    "keep_contacts",
    "keep_preparation",
    "keep_rehearsal",
    "keep_shown",
    "keep_thing",
    "keep_waiting",
    "last_talk",
    "let_go",
    "make_link",
    "mark",
    "mark_arrival",
    "mark_errand",
    "mark_noted",
    "merge",
    "new_code",
    "new_rehearsal_code",
    "not_today",
    "note",
    "note_unerased",
    "open_arrival",
    "place_again",
    "place_by_names",
    "put_task_aside",
    "record_import",
    "refuse_special",
    "remove_thing",
    "remove_us",
    "reread",
    "restore_in_ledger",
    "revoke_links",
    "set_calendar_words",
    "set_forgotten_after",
    "set_role",
    "set_side",
    "share",
    "share_moment",
    "split",
    "stop_arrival",
    "strike_from_ledger",
    "strike_referral",
    "switch",
    "switch_back",
    "switch_measure",
    "take_answers",
    "take_up",
    "tell_errand",
    "tell_progress",
    "thank_for_referral",
    "undo_import",
    "unshare_moment",
]
