"""Mails without references put to the thread that they belong to: by subject, people and time.

Some programs answer without saying what they answer. Such a mail joins an earlier one of the same
subject, at most 30 days older, when each writer takes part in both mails and it is an answer: by
its prefix (``Re:``), or because it goes the other way. Two customers who both write "Question" to
us stay two conversations: neither takes part in the other's mail.
"""

from __future__ import annotations

from collections import deque

from theirside.intake.mail.index import Index, Loose

_WITHIN_SECONDS = 30 * 86400
_MOST_COMPARED = 50


def join_loose(index: Index) -> None:
    """Join the index's mails that lack references to earlier mails of the same talk."""
    subject = ""
    latest: deque[Loose] = deque(maxlen=_MOST_COMPARED)
    for mail in index.by_subject():
        if mail.subject != subject:
            subject = mail.subject
            latest.clear()
        if not mail.linked:
            earlier = next((other for other in reversed(latest) if _answers(mail, other)), None)
            if earlier is not None:
                index.join(earlier.node, mail.node)
        latest.append(mail)


def _answers(mail: Loose, earlier: Loose) -> bool:
    if mail.at - earlier.at > _WITHIN_SECONDS:
        return False
    others = mail.people - {mail.sender}
    earlier_others = earlier.people - {earlier.sender}
    if not others and not earlier_others:  # an archive that lost its To lines
        return mail.answers and mail.source == earlier.source
    if mail.sender not in earlier.people or earlier.sender not in mail.people:
        return False
    return mail.answers or mail.sender != earlier.sender
