"""What mail programs mean by their HTML: which element is a quote, a header, a signature.

Each program marks its parts in its own way (classes, ids, border lines); where it does, that says
more than any wording can, in every language. The names below were read off mails of the programs
named beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What an element's lines are, as the program that wrote them says."""

    QUOTE = "quote"
    INDENT = "indent"
    """A plain blockquote: a quote when a reply header stands above it, else the sender's own."""
    HEADER = "header"
    SIGNATURE = "signature"
    REST = "rest"
    """From here to the end of the mail everything is the message replied to."""


_SIGNATURES = re.compile(
    r"gmail_signature|moz-signature|applemailsignature|ms-outlook-mobile-signature"
    r"|(?:protonmail_|tutanota_|zmail_|yahoo[-_]?)signature|divtagdefaultwrapper_signature"
    r"|(?:^|\s)(?:ydp\w*)?signature(?:$|\s)",
)
_QUOTES = re.compile(
    r"yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|olk_src_body_section"
    r"|mail-editor-reference-message-container|mail-quote-collapse|ntes-mailmaster-quote"
    r"|(?:^|\s)gmail_quote(?:$|\s)|aolmsgpart_",
)
_HEADERS = re.compile(r"gmail_attr|moz-cite-prefix|moz-email-headers-table")
_RESTS = re.compile(r"(?:^|\s)(?:divrplyfwdmsg|appendonsend|reply-intro|origbody)(?:$|\s)")
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|max-height\s*:\s*0(?:px|pt)?\s*(?:;|$|!)"
    r"|(?<![-\w])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
)
_RULED = re.compile(r"border-top\s*:\s*solid|border-top-style\s*:\s*solid")

HINTS = re.compile(
    r"gmail_quote|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted|divRplyFwdMsg"
    r"|appendonsend|OLK_SRC_BODY_SECTION|<blockquote|protonmail_|tutanota_quote|zmail_extra"
    r"|mail-editor-reference|border-top:\s*solid|AppleMailSignature|ms-outlook-mobile-signature",
    re.IGNORECASE,
)
"""Whether HTML may mark quotes or a signature at all: a look that is cheaper than reading it."""


def role(tag: str, attributes: Mapping[str, str]) -> Role | None:
    """Return what an element's program says it is, ``None`` for ordinary text."""
    if not attributes and tag != "blockquote":
        return None
    name = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    if name != " ":
        for pattern, found in (
            (_RESTS, Role.REST),
            (_HEADERS, Role.HEADER),
            (_SIGNATURES, Role.SIGNATURE),
            (_QUOTES, Role.QUOTE),
        ):
            if pattern.search(name):
                return found
    if attributes.get("data-smartmail") == "gmail_signature":
        return Role.SIGNATURE
    if tag == "blockquote":
        return Role.QUOTE if attributes.get("type", "").lower() == "cite" else Role.INDENT
    return None


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is kept from its readers' eyes (preheaders, trackers)."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style.lower()))


def is_ruled(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether a line is drawn above an element, as Outlook does above what it quotes."""
    if tag == "hr":
        return True
    style = attributes.get("style")
    return bool(style and tag == "div" and _RULED.search(style.lower()))
