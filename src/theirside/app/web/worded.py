"""Words that the rooms below bring along, in the page's language.

What experts edit (``theirside``'s data files) and the constant sentences of pure rooms are English
and know no other language. Here, where they are shown, they are looked up among what translators
wrote; ``scripts/messages.py`` gathers them. What is meant to be said to a customer is left as it
is: it belongs to the talk and not to the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext


def worded(text: str) -> str:
    """Return words of ours in the page's language; those that nobody translated as they are."""
    return gettext(text) if text else ""  # gettext says of "" who translated


def all_worded(texts: Iterable[str]) -> tuple[str, ...]:
    """Return several of them."""
    return tuple(map(worded, texts))


def capitalised(text: str) -> str:
    """Return them as a heading: with a capital first."""
    told = worded(text)
    return told[:1].upper() + told[1:]
