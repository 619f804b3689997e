"""Kinds of marks in the margin of a talk: which labels they gather, and which of them are shown.

What was chosen stands in the query string, and is remembered for the next talk.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from theirside.app.web.worded import worded
from theirside.reader.label import labels

REMEMBERED = "marks"
"""Where in the session it stands."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Marks that are switched together. ``gathers`` are labels, or the groups that they are in."""

    id: str
    words: str | Promise
    gathers: frozenset[str]
    shown: bool = True


KINDS = (
    Kind("told", _("What they tell us"), frozenset({"facet", "wish"})),
    Kind("feelings", _("Feelings, we think"), frozenset({"feeling", "facet.feeling"})),
    Kind("questions", _("Questions"), frozenset({"question"})),
    Kind("pushback", _("Pushback and leanings"), frozenset({"pushback", "readiness"})),
    Kind("listening", _("How we listened"), frozenset({"reflection", "acknowledge"})),
    Kind("promises", _("Promises, asks, gifts"), frozenset({"promise", "ask", "gift"})),
    Kind("pressing", _("Pressing, contempt"), frozenset({"press", "contempt"})),
    Kind("finer", _("Finer emotions"), frozenset({"emotion"}), shown=False),
    Kind(
        "common",
        _("What most sentences do"),
        frozenset({"advise", "customer_focus", "inform", "self_focus", "small_talk"}),
        shown=False,
    ),
)
_BY_DEFAULT = frozenset(each.id for each in KINDS if each.shown)
LEFT_ALONE = "special"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A kind, and whether it is shown."""

    id: str
    words: str | Promise
    on: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mark means, and why it matters from their side."""

    name: str
    definition: str
    why: str


def shown_kinds(request: HttpRequest) -> frozenset[str]:
    """Return the kinds that are wanted: as the query says, else as was chosen last."""
    known = {each.id for each in KINDS}
    if "marks" in request.GET:
        wanted = frozenset(request.GET.getlist("mark")) & known
        request.session[REMEMBERED] = sorted(wanted)
        return wanted
    kept = request.session.get(REMEMBERED)
    return frozenset(kept) & known if isinstance(kept, list) else _BY_DEFAULT


def choices(wanted: Collection[str]) -> tuple[Chosen, ...]:
    """Return every kind with whether it is shown."""
    return tuple(Chosen(each.id, each.words, each.id in wanted) for each in KINDS)


def kind_of(label: str) -> str:
    """Return the kind that a label belongs to; "" for none."""
    group = label.partition(".")[0]
    exact = next((each.id for each in KINDS if label in each.gathers), "")
    return exact or next((each.id for each in KINDS if group in each.gathers), "")


def name_of(label: str) -> str:
    """Return what a label is called in plain words."""
    if label == LEFT_ALONE:
        return str(_("Left alone"))
    known = labels().get(label)
    return worded(known.name) if known is not None else label.rpartition(".")[2].replace("_", " ")


def meanings(found: Collection[str]) -> tuple[Meaning, ...]:
    """Return what these labels mean, in the order of their names."""
    known = sorted((labels()[each] for each in set(found) if each in labels()), key=_by_name)
    return tuple(
        Meaning(worded(each.name), worded(each.definition), worded(each.why)) for each in known
    )


def _by_name(label: object) -> str:
    return str(getattr(label, "name", ""))
