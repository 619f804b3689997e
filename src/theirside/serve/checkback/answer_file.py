"""The file of answers that the page offers to save: JSON, one entry a statement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from theirside.errors import IntakeError
from theirside.serve.checkback.gathered import NOT_HOW
from theirside.serve.checkback.statement import Answer, Reply, Sent, Unclear, Verdict

KIND = "theirside check-back"


def is_answer_file(text: str) -> bool:
    """Say whether a text looks like a page's answer file."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and KIND in text


def code_of(text: str, item: str) -> str:
    """Return the code of the check-back that a file answers. Raises ``IntakeError``."""
    return str(_data(text, item).get("checkback", ""))


def read_answer_file(text: str, sent: Sent, item: str) -> Reply:
    """Return the answers in a file. Raises ``IntakeError`` naming the file and what is wrong."""
    entries = _data(text, item).get("answers")
    if not isinstance(entries, list):
        raise IntakeError(item, "holds no answers; save it again from the page")
    answers: dict[int, Answer] = {}
    unclear: list[Unclear] = []
    for entry in entries:
        number, verdict, words = _entry(entry, item)
        if number not in sent.statements or number in answers:
            raise IntakeError(item, f"statement {number} is not on that page, or stands twice")
        if verdict is Verdict.NOT_QUITE and not words:
            unclear.append(Unclear(verdict, NOT_HOW, number))
        else:
            text_kept = words if verdict is Verdict.NOT_QUITE else ""
            answers[number] = Answer(number, verdict, text_kept)
    return Reply(tuple(answers[number] for number in sorted(answers)), tuple(unclear))


def _data(text: str, item: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except ValueError as error:
        raise IntakeError(item, f"is no whole answer file ({error}); save it again") from error
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise IntakeError(item, "is no answer file of a check-back")
    return data


def _entry(entry: Any, item: str) -> tuple[int, Verdict, str]:
    try:
        return int(entry["number"]), Verdict(entry["answer"]), str(entry.get("words", "")).strip()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise IntakeError(
            item, f"an answer that is none of {', '.join(Verdict)}: {entry!r}"
        ) from error
