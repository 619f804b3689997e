"""The points of the practice by their codes, in words; the docs say what each means."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

POINTS: Mapping[str, str | Promise] = {
    "P1": _("Who they are"),
    "P2": _("Their business and their stakes"),
    "P3": _("What they know"),
    "P4": _("Feeling and thinking"),
    "P5": _("Where they come from"),
    "P6": _("Ask"),
    "P7": _("Check"),
    "P8": _("Count how we showed up"),
    "P9": _("Pushback is rational"),
    "P10": _("Honest responses"),
    "P11": _("Read it as they will"),
    "P12": _("Respect in private"),
    "P13": _("Honest fit"),
    "P14": _("Give before asking"),
    "P15": _("With them in mind"),
    "P16": _("Patience"),
    "P17": _("Be the one they recommend"),
    "P18": _("Wants at the door"),
    "P19": _("Rework the closing habits"),
    "P20": _("Practise"),
}
