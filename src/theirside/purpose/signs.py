"""Signs: what somebody's own talks show that a task would help with.

A sign is one file, ``signs/<id>.yaml``. Its id is that of the kind of moment, or of the measure, by
which it is seen. A moment is there or isn't; a measure shows in a talk where its value is ``above``
or ``below`` a limit. The limits are ours and say only "worth a look in this talk": they are no
targets, and nobody is held against anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.measuring import figures_by
from theirside.care.moment import moment_kinds
from theirside.care.unheard import unheard
from theirside.care.worthwhile import moments_in
from theirside.datafile import files_in, filled, made
from theirside.evidence import Quote
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign; ``says`` goes after "in 3 of your last 10 talks".

    ``watch`` is the measure that may move when one practises, "" where there is none. Of a measure,
    ``shows`` says which words open it: those ``counted``, the ``rest``, or "" where none do; it is
    looked for in talks of ``channels`` only, if there are any.
    """

    id: str
    says: str
    source: str
    watch: str = ""
    above: float | None = None
    below: float | None = None
    shows: str = ""
    channels: tuple[str, ...] = ()

    @property
    def by_measure(self) -> bool:
        """Whether it is seen by a measure, and not as a moment."""
        return self.above is not None or self.below is not None

    def holds(self, value: float) -> bool:
        """Say whether a talk with this value shows it."""
        over = self.above is not None and value > self.above
        return over or (self.below is not None and value < self.below)


@dataclass(frozen=True, slots=True)
class Shown:
    """In how many of the talks looked at (``of``) a sign shows, with its words, the newest last."""

    sign: Sign
    talks: int
    of: int
    evidence: tuple[Quote, ...] = ()


@cache
def signs() -> Mapping[str, Sign]:
    """Return every sign by id. Raises ``SettingsError`` for a file that is not as it should be."""
    found = (made(path, _sign) for path in files_in(Path(__file__).parent / "signs"))
    return {each.id: each for each in found}


def shown_in(
    talks: Sequence[Talk], only: Sequence[str] = (), off: Collection[str] = ()
) -> dict[str, Shown]:
    """Return the signs that show in these talks, by id; give the oldest talk first.

    ``only`` are ids of signs, to look for those alone. Talks whose sides are in doubt should be
    left out beforehand: what they show would be somebody else's. Measures that are ``off`` are no
    signs.
    """
    wanted = [
        each
        for each in signs().values()
        if (not only or each.id in only) and not (each.by_measure and each.id in off)
    ]
    found = [_by_moments(each, talks) for each in wanted if not each.by_measure]
    found += _by_measures([each for each in wanted if each.by_measure], talks)
    return {each.sign.id: each for each in found if each.talks}


def _by_moments(sign: Sign, talks: Sequence[Talk]) -> Shown:
    order = {talk.id: place for place, talk in enumerate(talks)}
    found = sorted(
        moments_in(talks, None, only=[sign.id]),
        key=lambda each: (order[each.evidence[0].conversation], each.evidence[0].turn),
    )
    where = {each.evidence[0].conversation for each in found}
    words = tuple(quote for each in found for quote in each.evidence)
    return Shown(sign, len(where), len(talks), words)


def _by_measures(wanted: Sequence[Sign], talks: Sequence[Talk]) -> list[Shown]:
    """Count each talk by itself; one in which there is too little to say shows nothing."""
    if not wanted:
        return []
    channel = {talk.id: str(talk.conversation.channel) for talk in talks}
    of_talk = figures_by(
        talks, lambda talk: (talk.id,), [each.id for each in wanted], evidence=True,
        unheard=unheard(),
    )  # fmt: skip
    found = []
    for sign in wanted:
        showing = [
            figure
            for talk, figures in of_talk.items()
            if not sign.channels or channel[talk] in sign.channels
            for figure in figures
            if figure.measure == sign.id and figure.value is not None and sign.holds(figure.value)
        ]
        words = tuple(quote for each in showing for quote in _words(sign, each))
        found.append(Shown(sign, len(showing), len(talks), words))
    return found


def _words(sign: Sign, figure: Figure) -> tuple[Quote, ...]:
    if sign.shows == "counted":
        return figure.evidence
    return figure.rest if sign.shows == "rest" else ()


def _sign(content: Any) -> Sign:
    sign = filled(Sign, content)
    if sign.shows not in ("", "counted", "rest"):
        raise ValueError(f"{sign.shows!r} is not counted, rest or nothing")
    if sign.id not in (measures() if sign.by_measure else moment_kinds()):
        raise ValueError(f"{sign.id!r} is no {'measure' if sign.by_measure else 'moment'}")
    if sign.watch and sign.watch not in measures():
        raise ValueError(f"{sign.watch!r} is no measure")
    return sign
