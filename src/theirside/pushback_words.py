"""Pushback looked at closely, in words: where a reason comes from, what they did afterwards."""

from __future__ import annotations

from theirside.care.kinds import kinds
from theirside.care.pushed import After, Pushed, Reason
from theirside.understand.facet import facets

_SOURCES = {
    "misbelief": "a belief that isn't so",
    "hole": "something they don't know yet",
    "unanswered": "a question of theirs that nobody answered",
    "promise": "a promise of ours, due, with no word that it was kept",
}
_THEY = {
    After.OPENED_UP: "they opened up",
    After.CAME_CLOSER: "they came closer",
    After.STAYED: "they stayed with it",
    After.REPEATED: "it came back",
    After.ENDED: "they ended it",
}


def title_of(each: Pushed) -> str:
    """Return what a pushback is, how firm, and whose: ``Price (our guess), firm``."""
    guess = " (our guess)" if each.guessed else ""
    holder = f", as they tell it of {each.holder}" if each.holder else ""
    return f"{kinds()[each.kind].name}{guess}, {each.strength.level}{holder}"


def source_of(reason: Reason) -> str:
    """Return where a reason comes from: ``a belief that isn't so``, ``risk``."""
    return _SOURCES.get(reason.source) or facets()[reason.source].name.casefold()


def afterwards(what: After) -> str:
    """Return what they did after our answer: ``They opened up``."""
    return _THEY[what][0].upper() + _THEY[what][1:]
