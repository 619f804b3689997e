"""What was handed over in the web app, read in the background with progress for whoever waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from theirside.app import queries, services
from theirside.app.importing import import_all, prepare, read_again
from theirside.app.places import spool_folder
from theirside.conversation import Conversation
from theirside.errors import TheirsideError
from theirside.intake.load import Intake

_EVERY = 1.0
"""Seconds between two notes of how far it has come."""
_REASONS = 8


class _StopError(Exception):
    """Somebody asked for it, or the process ends."""


def read_arrival(public: str, is_ending: Callable[[], bool] = lambda: False) -> bool:
    """Read what lies in the spool under this id; say whether that came to an end.

    It did not where the process ends meanwhile: the arrival waits, to be taken up again. Whatever
    goes wrong is kept with the arrival, for whoever handed it over.
    """
    arrival = queries.arrival(public)
    if arrival.state not in ("waiting", "reading"):
        return True
    services.mark_arrival(public, "reading")
    asked = threading.Event()
    try:
        _read(arrival, asked, is_ending)
    except _StopError:
        services.mark_arrival(public, "stopped" if asked.is_set() else "waiting")
        return asked.is_set()
    except TheirsideError as error:
        services.mark_arrival(public, "failed", error=str(error))
    except Exception as error:  # noqa: BLE001 - told to whoever waits; its words may be theirs
        kind = type(error).__name__
        services.mark_arrival(
            public,
            "failed",
            error=f"Something in Theirside went wrong ({kind}). What came in until then is kept.",
        )
    else:
        services.mark_arrival(public, "done")
    return True


def _read(arrival: queries.Arrival, asked: threading.Event, is_ending: Callable[[], bool]) -> None:
    folder = spool_folder() / arrival.id
    paths = [str(path) for path in sorted(folder.iterdir())]
    account = arrival.report
    if account is None:
        account = services.begin_import(arrival.names, arrival.member)
        services.mark_arrival(arrival.id, "reading", report=account)
    who = queries.viewer_of_member(arrival.member) if arrival.member is not None else None
    intake = prepare(paths, under=folder)
    counts: dict[str, int] = {"talks": 0}

    def each(_talk: Conversation) -> None:
        counts["talks"] += 1
        if asked.is_set() or is_ending():
            raise _StopError

    def go_on(_done: int, _of: int) -> None:
        if is_ending():
            raise _StopError

    with _telling(arrival.id, intake, counts, asked):
        import_all(intake, arrival.names, each, who=who, into=account)
    read_again(go_on)


@contextmanager
def _telling(
    public: str, intake: Intake, counts: dict[str, int], asked: threading.Event
) -> Iterator[None]:
    """Note every second how far it has come, and look whether it is to stop."""
    over = threading.Event()

    def tell() -> None:
        from django.db import connection

        try:
            while not over.wait(_EVERY):
                if services.tell_progress(public, _progress(intake, counts)):
                    asked.set()
        finally:
            connection.close()

    thread = threading.Thread(target=tell, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        services.tell_progress(public, _progress(intake, counts))


def _progress(intake: Intake, counts: dict[str, int]) -> dict[str, object]:
    report = intake.report
    reasons: dict[str, int] = {}
    for each in list(report.skipped):
        reasons[each.reason] = reasons.get(each.reason, 0) + 1
    most = sorted(reasons.items(), key=lambda each: -each[1])[:_REASONS]
    return {
        "found": report.found,
        "kept": report.kept,
        "skipped": len(report.skipped),
        "reasons": most,
        "talks": counts["talks"],
        "of": max(intake.letters, report.found),
        "reading": intake.reading.rpartition("/")[2],
    }
