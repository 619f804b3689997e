"""How a ledger stands in sentences, in the page's language; ``ledger_words`` says it in English."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

from theirside.app.web.showing import day
from theirside.serve.ledger.balance import Counts, Standing


def counted(it: Counts) -> str:
    """Return the counts as one sentence."""
    if it == Counts():
        return _("Nothing given or asked on either side, that we found.")
    return _("We %(we_gave)s and %(we_asked)s; they %(they_gave)s and %(they_asked)s.") % {
        "we_gave": _offered(_we_gave(it.gave), it.offered),
        "we_asked": _we_asked(it.asked),
        "they_gave": _offered(_they_gave(it.they_gave), it.they_offered),
        "they_asked": _they_asked(it.they_asked),
    }


def since_gift(it: Standing) -> str:
    """Return how often we asked since our last gift, as a sentence."""
    times = _often(len(it.asks))
    if it.last_gift is None:
        return _("We have asked %(times)s and given nothing that we found.") % {"times": times}
    if it.last_gift.on is None:
        return _("Since our last gift we asked %(times)s.") % {"times": times}
    told = {"day": day(it.last_gift.on), "times": times}
    return _("Since our last gift, %(day)s, we asked %(times)s.") % told


def lines_of(it: Standing) -> Iterator[str]:
    """Yield how it stands, in plain lines; nothing is judged."""
    yield counted(it.counts)
    if it.asks:
        yield since_gift(it)
    ours, theirs = it.weights
    if ours is not None:
        told = _("By the weights that you typed, our gifts come to %(weight)s.")
        yield told % {"weight": f"{ours:g}"}
    if theirs is not None:
        told = _("By the weights that you typed, their gifts come to %(weight)s.")
        yield told % {"weight": f"{theirs:g}"}


def _often(n: int) -> str:
    if n in (1, 2):
        return _("once") if n == 1 else _("twice")
    return npgettext("how often", "%(n)s time", "%(n)s times", n) % {"n": f"{n:,}"}


def _offered(told: str, offered: int) -> str:
    if not offered:
        return told
    return _("%(told)s (%(n)s only offered)") % {"told": told, "n": offered}


def _we_gave(n: int) -> str:
    if n < 3:
        return (
            pgettext("we", "never gave"),
            pgettext("we", "gave once"),
            pgettext("we", "gave twice"),
        )[n]
    return npgettext("we", "gave %(n)s time", "gave %(n)s times", n) % {"n": f"{n:,}"}


def _we_asked(n: int) -> str:
    if n < 3:
        return (
            pgettext("we", "never asked"),
            pgettext("we", "asked once"),
            pgettext("we", "asked twice"),
        )[n]
    return npgettext("we", "asked %(n)s time", "asked %(n)s times", n) % {"n": f"{n:,}"}


def _they_gave(n: int) -> str:
    if n < 3:
        return (
            pgettext("they", "never gave"),
            pgettext("they", "gave once"),
            pgettext("they", "gave twice"),
        )[n]
    return npgettext("they", "gave %(n)s time", "gave %(n)s times", n) % {"n": f"{n:,}"}


def _they_asked(n: int) -> str:
    if n < 3:
        return (
            pgettext("they", "never asked"),
            pgettext("they", "asked once"),
            pgettext("they", "asked twice"),
        )[n]
    return npgettext("they", "asked %(n)s time", "asked %(n)s times", n) % {"n": f"{n:,}"}
