"""Long work that somebody asked for, done in the background: the store's part of a page's button.

What is small is done while somebody waits; what may be long is noted, and a worker carries it out.
Undoing and letting go are done talk by talk, so that nothing else waits for long, and go on after a
restart where they were; forgetting is one transaction, and begins anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime

from theirside.app import queries, services
from theirside.app.services.errands import RESULT, errand_folder
from theirside.app.viewing import seen_by
from theirside.errors import AmbiguousError, NotFoundError, TheirsideError
from theirside.understand.understanding import Person

MOST_TURNS = 2_000
"""Turns that are undone, let go or handed over while somebody waits: some seconds."""
MOST_IN_STORE = 20_000
"""Turns in the whole store up to which somebody is forgotten while one waits: all are read."""


class _EndingError(Exception):
    """The process ends."""


Tell = Callable[[int, int], None]


def is_much(turns: int) -> bool:
    """Say whether so many turns are too many to be worked on while somebody waits."""
    return turns > MOST_TURNS


def forgetting_takes_long() -> bool:
    """Say whether the store is too large to forget somebody while one waits."""
    return queries.turns_in_store() > MOST_IN_STORE


def carry_out(public: str, is_ending: Callable[[], bool] = lambda: False) -> bool:
    """Do an errand; say whether that came to an end, or is to be taken up again.

    What goes wrong is kept with it, for whoever asked for it; nobody's words are.
    """
    services.clear_errands()
    it = queries.errand_to_do(public)
    if it is None or not it.busy:
        return True
    services.mark_errand(public, "doing")

    def tell(done: int, of: int) -> None:
        services.tell_errand(public, done, of)
        if is_ending():
            raise _EndingError

    try:
        outcome = _KINDS[it.kind](it, tell)
    except _EndingError:
        services.mark_errand(public, "waiting")
        return False
    except TheirsideError as error:
        services.mark_errand(public, "failed", error=str(error))
    except Exception as error:  # noqa: BLE001 - told to whoever waits; its words may be theirs
        services.mark_errand(public, "failed", error=went_wrong(error))
    else:
        services.mark_errand(public, "done", outcome=outcome)
    return True


def went_wrong(error: Exception) -> str:
    """Return what is told of a mistake of ours: its kind alone, because its words may be theirs."""
    return f"Something in Theirside went wrong ({type(error).__name__}). Ask for it again."


def _exactly(it: queries.Errand) -> Person:
    """Return the person of an errand; nobody who only looks like it by a name or address."""
    known = str(it.subject["person"])
    try:
        person = queries.find_person(known)
    except (NotFoundError, AmbiguousError):
        person = None
    if person is None or person.id != known:
        raise NotFoundError("They are not here any more")
    return person


def _undo(it: queries.Errand, tell: Tell) -> Mapping[str, object]:
    who = queries.viewer_of_member(it.member) if it.member is not None else None
    with seen_by(who):
        return asdict(services.undo_import(it.subject["number"], tell))


def _old(it: queries.Errand, tell: Tell) -> Mapping[str, object]:
    before = datetime.fromisoformat(str(it.subject["before"]))
    return asdict(services.forget_talks_before(before, tell, last=it.subject["last"]))


def _forget(it: queries.Errand, tell: Tell) -> Mapping[str, object]:
    try:
        person = _exactly(it)
    except NotFoundError:  # it was done, and the process ended before that could be noted
        return {"lines": [], "traces": []}
    done = services.forget(person, tell)
    return {"lines": done.lines(), "traces": list(done.traces)}


def _export(it: queries.Errand, tell: Tell) -> Mapping[str, object]:
    from theirside.app.exporting import written

    tell(0, 1)
    text = written(_exactly(it), str(it.subject["form"]))
    folder = errand_folder(it.id)
    (folder / "next").touch(mode=0o600)
    (folder / "next").write_text(text, "utf-8")
    (folder / "next").replace(folder / RESULT)
    return {}


_KINDS = {"undo": _undo, "old": _old, "forget": _forget, "export": _export}
