"""Mail that no person wrote to another: bulk, notifications, bounces, out-of-office replies.

Each is recognised by what standards have its sender declare (RFC 2369, 2919, 3464, 3834, 8098)
and, because many do not, by the sender's address and the subjects of the common programs' automatic
replies. A reason, once given, is one of few, so that the import report can count it.
"""

from __future__ import annotations

import re

from theirside.intake.mail.head import Head

BULK = "bulk mail"
AUTOMATIC = "automatic mail"
OUT_OF_OFFICE = "out-of-office reply"
BOUNCE = "bounce"
READ_RECEIPT = "read receipt"

_MACHINE_LOCAL_PART = re.compile(
    r"(?:[\w.+-]*[._+-])?(?:no[._-]?reply|do[._-]?not[._-]?reply|nicht[._-]?antworten|"
    r"ne[._-]?pas[._-]?repondre|no[._-]?responder|mailer-daemon|postmaster|notifications?|notify|"
    r"bounces?|newsletters?|mailings?|auto[._-]?confirm|listserv|majordomo)(?:[._+=-][\w.+=-]*)?"
)
_OUT_OF_OFFICE = re.compile(
    r"\s*(?:re: ?)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|"
    r"abwesenheits(?:notiz|nachricht|meldung)|automatische antwort|réponse automatique|"
    r"absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|fuori sede|"
    r"resposta automática|ausência|automatisch antwoord|automatische beantwoording|autosvar|"
    r"automatisk svar|automatiskt svar|frånvaro|automaattinen vastaus|odpowiedź automatyczna|"
    r"automatická odpověď|otomatik yanıt|автоответ|автоматический ответ|自動応答|自动答复|自动回复)"
    r"\s*(?:[:：\-–!(]|$)",
    re.IGNORECASE,
)


def automatic_reason(head: Head, sender: str) -> str:
    """Return why this is not one person's mail to another; empty when it may be."""
    local_part = sender.partition("@")[0]
    return _report(head, local_part) or _away(head) or _machine(head, local_part)


def _report(head: Head, local_part: str) -> str:
    kind = head.raw("content-type").lower()
    if "multipart/report" in kind:
        return READ_RECEIPT if "disposition-notification" in kind else BOUNCE
    if local_part == "mailer-daemon" or "x-failed-recipients" in head:
        return BOUNCE
    return ""


def _away(head: Head) -> str:
    answered = head.raw("auto-submitted").lower().startswith("auto-replied")
    declared = answered or "x-autoreply" in head or "x-autorespond" in head
    precedence = head.raw("precedence").lower().strip()
    if declared or precedence == "auto_reply" or _OUT_OF_OFFICE.match(head.text("subject")):
        return OUT_OF_OFFICE
    return ""


def _machine(head: Head, local_part: str) -> str:
    precedence = head.raw("precedence").lower().strip()
    if precedence in {"bulk", "list", "junk"} or _has(head, "list-id"):
        return BULK
    if _has(head, "list-unsubscribe") and "in-reply-to" not in head:
        return BULK  # sales and help desk programs put it under people's answers too
    submitted = head.raw("auto-submitted").lower().partition(";")[0].strip()
    # Exchange puts milder values of it under what people write.
    hushed = head.raw("x-auto-response-suppress").strip().lower() == "all"
    if submitted not in {"", "no"} or hushed:
        return AUTOMATIC
    if _MACHINE_LOCAL_PART.fullmatch(local_part):
        return AUTOMATIC
    return ""


def _has(head: Head, *names: str) -> bool:
    return any(head.raw(name).strip().lower() not in {"", "none"} for name in names)
