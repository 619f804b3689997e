"""Commands in texts that stand in both places: on a page, where one presses for the same."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.web.worded import worded
from theirside.care.definition import measures

PAGES: Mapping[str, tuple[str | Promise, str]] = {
    "brief": (gettext_lazy("“Brief” on their page"), "people"),
    "checkback": (gettext_lazy("“Check back” on their page"), "people"),
    "debrief": (gettext_lazy("“Debrief” at the talk"), "conversations"),
    "fit": (gettext_lazy("“Fit” on their page"), "people"),
    "moments": (gettext_lazy("“Worth a look” at a talk"), "conversations"),
    "people": (gettext_lazy("“People”"), "people"),
    "practice": (gettext_lazy("“What you practised”"), "practice_log"),
    "prepare": (gettext_lazy("“Prepare a talk” on their page"), "people"),
    "pushback": (gettext_lazy("“Pushback” on their page"), "people"),
    "questions": (gettext_lazy("Their page"), "people"),
    "review": (gettext_lazy("“Review”"), "review"),
}
"""What each command is called on the pages, and the page from which one gets there."""


def pressed(command: str) -> SafeString:
    """Return a command as a link to where the same is done; as it is where there is no such."""
    program, _space, rest = command.partition(" ")
    name = rest.partition(" ")[0]
    if program == "theirside" and name == "measure":
        return _link(_measure(rest.rpartition(" ")[2]), "trends")
    if program == "theirside" and name in PAGES:
        return _link(*PAGES[name])
    return format_html("<code>{}</code>", command)


def _measure(name: str) -> str:
    known = measures().get(name)
    return _("“%s” in your trends") % worded(known.name) if known else _("“Own trends”")


def _link(words: str | Promise, page: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse(page), words)
