"""Addresses of the web, without the marks by which a sender is told who clicked.

The parameters below are those that mail and advertising systems append for counting; a page is the
same without them. What cannot be taken out (an address that leads through a counter) stays, and
``theirside.serve.in_mind.selling`` says so.
"""

from __future__ import annotations

import re

TRACKING = re.compile(
    r"(?:utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid"
    r"|mkt_tok|_hsenc|_hsmi|__hs\w+|hsa_\w+|hsctatracking|vero_id|vero_conv|oly_anon_id|oly_enc_id"
    r"|ml_subscriber\w*|s_cid|trk|trkinfo|spm|ref_src|ck_subscriber_id|dm_i|at_campaign|at_medium)",
    re.IGNORECASE,
)
"""Names of parameters that only count."""
_WEB = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?", re.IGNORECASE)
NO_ADDRESS = "not an address of the web (https://…)"


def plain_address(url: str) -> tuple[str, tuple[str, ...]]:
    """Return an address without its tracking marks, and their names.

    Raises ``ValueError`` where it is no address of the web.
    """
    address = url.strip()
    if not _WEB.fullmatch(address):
        raise ValueError(NO_ADDRESS)
    before, hash_mark, fragment = address.partition("#")
    page, asked, query = before.partition("?")
    kept, marks = [], []
    for part in query.split("&") if asked else ():
        name = part.partition("=")[0]
        if TRACKING.fullmatch(name):
            marks.append(name)
        elif part:
            kept.append(part)
    if fragment.casefold().startswith(("utm_", "xtor=")):
        marks.append(fragment.partition("=")[0])
        hash_mark = fragment = ""
    query = "?" + "&".join(kept) if kept else ""
    return f"{page}{query}{hash_mark}{fragment}", tuple(marks)
