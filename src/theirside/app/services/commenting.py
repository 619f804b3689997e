"""Comments on turns: what colleagues say to each other over a talk."""

from __future__ import annotations

from django.utils import timezone

from theirside.app import models
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.services.screening import refuse_special
from theirside.app.services.withdrawn import Hashes, blotted
from theirside.app.store import writing
from theirside.errors import NotFoundError

LONGEST = 4000
"""Characters of a comment."""


def comment(conversation: str, turn: int, text: str, *, author: str, name: str = "") -> int:
    """Keep a comment on a turn, and return its id.

    Raises ``ValueError`` where there is nothing to keep, ``NotFoundError`` where there is no such
    turn, ``NotKeptError`` where it touches a special category.
    """
    refuse_special("the comment", text)
    said = _said(text)
    with writing():
        rows = models.Turn.objects.filter(conversation__key=conversation, place=turn)
        row = rows.first()
        if row is None:
            raise NotFoundError(f"{conversation}, turn {turn}: there is no such turn any more")
        return models.Comment.objects.create(
            turn=row, author=clip(author), name=clip(name), text=said, at=timezone.now()
        ).pk


def change_comment(comment: int, text: str, *, author: str) -> None:
    """Let a comment of one's own read otherwise.

    Raises ``ValueError`` where nothing is left of it, ``NotFoundError`` where there is none of
    this author's, ``NotKeptError`` where it touches a special category.
    """
    refuse_special("the comment", text)
    said = _said(text)
    with writing():
        row = _own(comment, author)
        row.text, row.changed_at = said, timezone.now()
        row.save(update_fields=["text", "changed_at"])


def drop_comment(comment: int, *, author: str) -> None:
    """Erase a comment of one's own. Raises ``NotFoundError``."""
    with writing():
        _own(comment, author).delete()


def _own(comment: int, author: str) -> models.Comment:
    row = models.Comment.objects.filter(pk=comment, author=author).first()
    if row is None:
        raise NotFoundError("There is no such comment of yours; only who wrote it can change it")
    return row


def _said(text: str) -> str:
    """Return the text as it is kept. What was forgotten or withdrawn stays so."""
    [said] = silenced([storable(text.strip()[:LONGEST])])
    if not said:
        raise ValueError("a comment without words")
    return blotted(said, Hashes.stored().spans(said))
