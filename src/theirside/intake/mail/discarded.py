"""Mail that its owner threw away or took for spam, and that only its file still holds.

Thunderbird marks deleted mails in ``X-Mozilla-Status`` (bit 3, nsMsgMessageFlags.h) and leaves
them in the mbox until it is compacted; other programs write ``D`` into ``X-Status``; a Google
Takeout holds spam and trash with everything else and tells them by ``X-Gmail-Labels``.
"""

from __future__ import annotations

import re

from theirside.intake.mail.head import Head

DELETED = "deleted"
SPAM = "spam"

_EXPUNGED = 0x0008
_TRASH_LABELS = frozenset({
    "trash", "bin", "deleted", "papierkorb", "corbeille", "papelera", "cestino", "lixeira",
    "prullenbak", "papperskorgen", "papirkurv", "kosz", "roskakori", "koš", "корзина", "кошик",
    "ゴミ箱", "已删除邮件", "휴지통", "çöp kutusu",
})  # fmt: skip
_SPAM_LABELS = frozenset({
    "spam", "junk", "skräppost", "roskaposti", "спам", "迷惑メール", "垃圾邮件", "스팸함",
})  # fmt: skip
_HEX = re.compile(r"[0-9a-fA-F]{1,8}")


def discard_reason(head: Head) -> str:
    """Return why the mail's owner does not want it any more; empty when nothing says so."""
    flags = _HEX.match(head.raw("x-mozilla-status").strip())
    if flags and int(flags[0], 16) & _EXPUNGED:
        return DELETED
    if "D" in head.raw("x-status"):
        return DELETED
    labels = {label.strip('" ').casefold() for label in head.text("x-gmail-labels").split(",")}
    if labels & _TRASH_LABELS:
        return DELETED
    return SPAM if labels & _SPAM_LABELS else ""
