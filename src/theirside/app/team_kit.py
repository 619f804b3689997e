"""What a team talks over once a month (P20), from moments shared with consent and nothing else.

Both the command and the page call this. How moments come to be shared is ``theirside.app.sharing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from theirside.app import measuring, queries, services
from theirside.app.access import Right, require
from theirside.app.sharing import Looking, shared_groups
from theirside.app.viewing import seen_by
from theirside.care.measuring import figures_by
from theirside.care.over_time import day_of
from theirside.care.unheard import unheard
from theirside.purpose.session import (
    LookedBack,
    Session,
    Shared,
    earlier,
    pick_experiment,
    pick_moments,
    pick_questions,
)
from theirside.purpose.team_moment import TeamMoment
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Kit:
    """A month's session, and its moments as the team sees them."""

    session: Session
    moments: tuple[TeamMoment, ...]


def team_session(month: date, *, keep: bool = True) -> Kit:
    """Return the plan of a month's session; ``month`` is any day of it.

    With ``keep`` it is remembered, so that it stays the same and can be looked back on.
    Raises ``NotAllowedError`` where somebody without the right to it looks.
    """
    require(Right.TEAM_KIT)
    first = month.replace(day=1)
    looking = Looking()
    ready: list[Shared] = []
    seen: dict[str, TeamMoment] = {}
    for group in shared_groups():
        opened = looking.opened(group)
        view = looking.as_seen(*opened, group) if opened is not None else None
        if opened is not None and view is not None and not view.waits_for:
            named = all(each.named for each in group)
            sellers = tuple(each.seller for each in group)
            ready.append(Shared(opened[1], sellers, named, group[0].month))
            seen[opened[1].id] = view
    session = _planned(first, ready)
    if keep and session.experiment is not None:
        codes = [each.moment.id for each in session.moments]
        services.take_up(first, session.experiment.id, codes)
    return Kit(session, tuple(seen[each.moment.id] for each in session.moments))


def _planned(month: date, ready: Sequence[Shared]) -> Session:
    past = queries.team_experiments()
    moments = pick_moments(month, ready)
    looked_back = _looked_back(month, past)
    if not moments:
        return Session(month, (), looked_back=looked_back)
    return Session(
        month,
        moments,
        pick_questions(month, moments),
        pick_experiment(month, moments, past, queries.measures_off()),
        looked_back,
    )


def _looked_back(month: date, past: Mapping[date, str]) -> LookedBack | None:
    """Return the last experiment with its measure; all talks of ours together, nobody's alone."""
    last = earlier(month, past)
    if last is None:
        return None
    start, experiment = last
    if experiment.measure in queries.measures_off():
        return None
    end = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)

    def keys(talk: Talk) -> Iterable[str]:
        day = day_of(talk)
        if day is None or day >= end:
            return ()
        return ("during",) if day >= start else ("before",)

    with seen_by(None):  # of all talks, whoever looks: a figure of everybody's together
        ours = measuring.ours()
        found = figures_by(
            ours.talks(), keys, [experiment.measure], unheard=unheard(), doubt=ours.doubt
        )
    before, during = ([*found.get(each, []), None][0] for each in ("before", "during"))
    return LookedBack(start, experiment, before, during)
