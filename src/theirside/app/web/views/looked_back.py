"""What a rehearsal looked back on shows: how it ended, what went on in them, what we did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from theirside.app.web.counted import counts
from theirside.app.web.measured import value_of
from theirside.app.web.worded import all_worded, worded
from theirside.care.definition import measures
from theirside.care.moment import moment_kinds
from theirside.purpose.chairs.data import acts
from theirside.purpose.chairs.habits import habit_data
from theirside.purpose.chairs.looking_back import LookedBack
from theirside.purpose.chairs.session import Chair
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class ShownInner:
    """What one exchange may have done to them; a guess by rule."""

    said: str
    thoughts: tuple[str, ...]
    heard: str
    trust: int
    patience: int


@dataclass(frozen=True, slots=True)
class ShownMoment:
    """A stretch worth talking about, with its words."""

    name: str
    why: str
    good: bool
    words: tuple[str, ...]
    talk_about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted: a name, a value, and what of how much."""

    name: str
    value: str
    of: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows."""

    code: str
    person: Person
    seller: bool
    ending: str
    trust: int
    patience: int
    told: tuple[Counted, ...]
    inner: tuple[ShownInner, ...]
    done: tuple[Counted, ...]
    habits: tuple[Counted, ...]
    figures: tuple[Counted, ...]
    moments: tuple[ShownMoment, ...]
    ask: tuple[str, ...]


def looked_back(seen: LookedBack) -> Page:
    """Return a rehearsal looked back on, as its page shows it."""
    it = seen.rehearsal
    habits = {each.id: each.name for each in habit_data().kinds}
    of = _("%(some)d of %(all)d")
    return Page(
        it.code,
        it.person,
        it.chair is Chair.SELLER,
        worded(seen.ending.says),
        it.state.trust,
        it.state.patience,
        tuple(Counted(name, of % {"some": n, "all": m}, "") for name, n, m in seen.told),
        tuple(_inner(seen)),
        tuple(Counted(worded(acts()[act].name), str(times), "") for act, times in seen.acts),
        tuple(
            Counted(habits[habit], of % {"some": n, "all": m}, "") for habit, n, m in seen.played
        ),
        tuple(
            Counted(worded(measures()[each.measure].name), value_of(each), counts(each))
            for each in seen.figures
            if each.value is not None
        ),
        tuple(_moments(seen)),
        seen.ask,
    )


def _inner(seen: LookedBack) -> Iterator[ShownInner]:
    for each in seen.inner:
        thoughts = (*each.thoughts, *((each.did,) if each.did else ()))
        yield ShownInner(each.said, thoughts, ", ".join(each.heard), *each.stood)


def _moments(seen: LookedBack) -> Iterator[ShownMoment]:
    for each in seen.moments:
        kind = moment_kinds()[each.kind]
        words = tuple(one.text for one in each.evidence)
        yield ShownMoment(
            worded(kind.name), worded(kind.why), kind.good, words, all_worded(kind.talk_about)
        )
