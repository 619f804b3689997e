"""What the page of long work says: what is done, how far it has come, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from theirside.app import services
from theirside.app.queries import Errand
from theirside.app.viewing import Viewer, seen_by
from theirside.app.web.tasks import run_errand


@dataclass(frozen=True, slots=True)
class Shown:
    """An errand in words. ``lines`` tell what came of it, ``left`` where they are still named."""

    id: str
    title: str
    told: str
    busy: bool
    failed: str
    done: int
    of: int
    lines: tuple[str, ...]
    left: tuple[str, ...]
    file: bool
    back: str


def begin(kind: str, subject: Mapping[str, object], who: Viewer | None) -> str:
    """Note long work that a member asks for, and let the worker do it; return its public id."""
    with seen_by(who):
        public = services.begin_errand(kind, subject, who)
    run_errand.enqueue(public)
    return public


def begin_for_customer(kind: str, subject: Mapping[str, object]) -> str:
    """Note long work that a customer asks for by their link: no member sees it."""
    with seen_by(None):
        public = services.begin_errand(kind, subject, None, hidden=True)
    run_errand.enqueue(public)
    return public


def shown(it: Errand) -> Shown:
    """Return the errand in words."""
    doing, done = {
        "undo": (_("Taking the import back"), _("Taken back")),
        "old": (_("Erasing old talks"), _("Erased")),
        "forget": (_("Forgetting them"), _("Erased")),
        "export": (_("Gathering all that is kept"), _("All that is kept lies ready")),
    }[it.kind]
    return Shown(
        it.id,
        done if it.state == "done" else doing,
        _state(it),
        it.busy,
        it.error if it.state == "failed" else "",
        it.done,
        it.of,
        tuple(_lines(it)) if it.state == "done" else (),
        tuple(map(str, it.outcome.get("traces", ())))[:10],
        it.file is not None,
        "add" if it.kind == "undo" else "data",
    )


def _state(it: Errand) -> str:
    if it.state == "waiting":
        return _("It waits for its turn: one thing is done after the other.")
    if it.state == "doing" and it.kind == "forget":
        return _("Everything is read through, so that nothing of them is left anywhere.")
    if it.state == "doing":
        return _("%(done)s of %(of)s so far") % {"done": f"{it.done:,}", "of": f"{it.of:,}"}
    return ""


def _lines(it: Errand) -> list[str]:
    if it.kind == "forget":
        lines = it.outcome.get("lines") or [_("Nothing of them is kept any more.")]
        return [str(each) for each in lines]
    if it.kind == "export":
        return [_("It lies here for a day, for you alone.")]
    counts = {name: f"{it.outcome.get(name, 0):,}" for name in ("turns", "conversations", "people")}
    return [
        _("%s turns") % counts["turns"],
        _("%s whole talks") % counts["conversations"],
        _("%s people of whom nothing else was known") % counts["people"],
    ]
