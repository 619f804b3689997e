"""How well a mail's new text is told from what it repeats, on mails that nobody here wrote.

    python evals/replies.py INPUTS

``INPUTS`` holds ``reply-parsing/talon`` (mailgun/talon's fixtures, with the results that its tests
expect) and ``reply-parsing/crisp`` (crisp-oss/email-reply-parser's), and optionally
``mailing-lists`` and ``malformed-mail``. A body counts as recovered only when its new text is
exactly right, white space aside. What is right for crisp's replies was judged by reading every one
of them; ``replies_expected.json`` keeps the judgements as hashes, the mails themselves stay out.

Other libraries are measured in the same run where they are installed (``mail-parser-reply``,
``email-reply-parser``, ``quotequail``, ``talon``); none is needed. The first two read no HTML.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from theirside.conversation import ApartKind
from theirside.intake.mail.html import to_text
from theirside.intake.mail.reply import Body, split

_JUDGED = Path(__file__).with_name("replies_expected.json")
_TALON_HTML = "Hi. I am fine.\n\nThanks,\nAlex"

_HTML_SAYS = {
    "outlook": "Allo! Follow up MIME!",
    "sparrow": "Hello -- xxx Sent with Sparrow",
}
"""Where a mail's HTML part says something else than its plain text does."""

Read = Callable[["Case"], str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One mail body and the hash of the new text that is right for it."""

    group: str
    name: str
    text: str
    expected: str
    html: str = ""
    sender_name: str = ""
    sender_email: str = ""
    with_signature: bool = False
    """Whether the expected text holds the signature too, as talon's quotation tests want it."""


def fingerprint(text: str) -> str:
    """Return the hash of a text, white space aside."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:24]


def signature_cases(talon: Path) -> Iterator[Case]:
    """talon's signature files: a body, its sender, and the signature to take off."""
    for folder in ("P", "stripped"):
        for path in sorted((talon / "signature/emails" / folder).glob("*_body")):
            raw = path.read_text("utf-8")
            sender = (
                path.with_name(path.name.replace("_body", "_sender")).read_text("utf-8").strip()
            )
            signed = path.with_name(path.name.replace("_body", "_signature"))
            taken = signed.read_text("utf-8").strip() if signed.exists() else ""
            text = raw.replace("#sig#", "").replace("#reply#", "")
            new = raw.strip().removesuffix(taken) if taken else raw
            yield Case(
                "talon signatures",
                f"{folder}/{path.name}",
                text,
                fingerprint(_unmarked(new)),
                sender_name="" if "@" in sender else sender,
                sender_email=sender if "@" in sender else "",
            )
    marked = talon / "signature/emails/P/102682_R_S"
    message = cast(EmailMessage, email.message_from_bytes(marked.read_bytes()))
    body = str(message.get_payload())
    plain = body.replace("#sig# ", "").replace("#sig#", "").replace("#reply#", "")
    yield Case(
        "talon signatures",
        "P/102682_R_S",
        plain,
        fingerprint(_unmarked(body)),
        sender_name="John Doe",
        sender_email="doe@example.com",
    )
    header, _, body = (talon / "signature/emails/P/unicode_msg").read_text("utf-8").partition("\n")
    new = "\n".join(body.strip().splitlines()[:-2])
    name = header.removeprefix("From: ")
    yield Case("talon signatures", "P/unicode_msg", body, fingerprint(new), sender_name=name)


def _unmarked(text: str) -> str:
    return "\n".join(
        line for line in text.splitlines() if not line.startswith(("#sig#", "#reply#"))
    )


def reply_cases(talon: Path) -> Iterator[Case]:
    """talon's replies of mail programs, as their plain text and as their HTML."""
    for path in sorted((talon / "standard_replies").glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        beside = path.with_name(f"{path.stem}_reply_text")
        expected = beside.read_text("utf-8") if beside.exists() else "Hello"
        for kind in ("plain", "html"):
            part = message.get_body((kind,))
            if part is None:
                continue
            content = cast(str, part.get_content())
            right = _HTML_SAYS.get(path.stem, expected) if kind == "html" else expected
            yield Case(
                f"talon replies, {kind}",
                path.name,
                content if kind == "plain" else "",
                fingerprint(right),
                html=content if kind == "html" else "",
                with_signature=True,
            )
    others = {"OLK_SRC_BODY_SECTION.html": "Reply", "reply-separated-by-hr.html": "Hi there"}
    pages = sorted((talon / "html_replies").glob("*.html"))
    for path in [*pages, *(talon / name for name in others)]:
        expected = others.get(path.name, _TALON_HTML)
        page = path.read_text("utf-8")
        group = "talon replies, html"
        yield Case(group, path.name, "", fingerprint(expected), html=page, with_signature=True)


def crisp_cases(crisp: Path) -> Iterator[Case]:
    """crisp's replies, with the new text that reading them said is right."""
    judged: dict[str, str] = json.loads(_JUDGED.read_text("utf-8"))
    for path in sorted(crisp.glob("*.txt")):
        yield Case("crisp", path.name, path.read_text("utf-8"), judged.get(path.name, ""))


def ours(case: Case) -> str | None:
    """Read a case with Theirside."""
    body = split(
        case.text,
        html=case.html,
        sender_name=case.sender_name,
        sender_email=case.sender_email,
    )
    return _with_signature(body) if case.with_signature else body.text


def _with_signature(body: Body) -> str:
    """The new text with the signature back in its place."""
    apart = [part for part in body.apart if part.kind is not ApartKind.SIGNATURE]
    kept, at = "", 0
    for part in apart:
        kept += body.original[at : part.start]
        at = part.end
    return kept + body.original[at:]


def libraries() -> Iterator[tuple[str, Read]]:
    """The other libraries that are installed, as readers of plain text (``None``: can't)."""
    for name, module, read in (
        ("mail-parser-reply", "mailparser_reply", _read_mailparser_reply),
        ("email-reply-parser", "email_reply_parser", _read_email_reply_parser),
        ("quotequail", "quotequail", _read_quotequail),
        ("talon", "talon", _read_talon),
    ):
        try:
            importlib.import_module(module)
        except ImportError:
            continue
        yield name, read


def _read_mailparser_reply(case: Case) -> str | None:
    if case.html:
        return None
    parser = importlib.import_module("mailparser_reply").EmailReplyParser
    languages = ["en", "de", "fr", "es", "it", "nl", "da", "sv", "pl", "cs", "ja", "ko", "zh"]
    found = parser(languages=languages).read(case.text).replies
    return str((found[0].content if case.with_signature else found[0].body) if found else "")


def _read_email_reply_parser(case: Case) -> str | None:
    if case.html:
        return None
    return str(
        importlib.import_module("email_reply_parser").EmailReplyParser.parse_reply(case.text)
    )


def _read_quotequail(case: Case) -> str | None:
    quotequail = importlib.import_module("quotequail")
    found = quotequail.unwrap_html(case.html) if case.html else quotequail.unwrap(case.text)
    if found is None:
        return to_text(case.html) if case.html else case.text
    kind = "html" if case.html else "text"
    new = "\n".join(found.get(f"{kind}_{where}") or "" for where in ("top", "bottom"))
    return to_text(new) if case.html else new


def _read_talon(case: Case) -> str | None:
    quotations = importlib.import_module("talon.quotations")
    if case.html:
        return to_text(str(quotations.extract_from_html(case.html)))
    new = str(quotations.extract_from_plain(case.text))
    if not case.with_signature:
        new = str(importlib.import_module("talon.signature.bruteforce").extract_signature(new)[0])
    return new


def _share(name: str, read: Read, cases: list[Case], missed: list[str]) -> str:
    """How many of ``cases`` a reader gets exactly right, of those that it can read at all."""
    right = able = 0
    for case in cases:
        try:
            new = read(case)
        except Exception:  # another library's crash is its miss
            if name == "theirside":
                raise
            new = "(crashed)"
        if new is None:
            continue
        able += 1
        if fingerprint(new) == case.expected:
            right += 1
        elif name == "theirside":
            missed.append(f"{case.group}: {case.name}")
    return f"{right:>4} of {able:<3} {right / able:6.1%}" if able else "-"


def main(arguments: list[str]) -> int:
    """Print a table of the shares recovered exactly, then what we missed."""
    inputs = Path(arguments[0])
    talon, crisp = inputs / "reply-parsing/talon", inputs / "reply-parsing/crisp"
    cases = [*signature_cases(talon), *reply_cases(talon), *crisp_cases(crisp)]
    readers: list[tuple[str, Read]] = [("theirside", ours), *libraries()]
    groups = list(dict.fromkeys(case.group for case in cases))
    print(f"{'new text recovered exactly':28}", *(f"{name:>20}" for name, _ in readers))
    missed: list[str] = []
    for group in [*groups, "all talon", "all"]:
        chosen = [
            case
            for case in cases
            if group in {case.group, "all"} or case.group.startswith(group[4:])
        ]
        row = [
            _share(name, read, chosen, missed if group == "all" else []) for name, read in readers
        ]
        print(f"{group:28}", *(f"{cell:>20}" for cell in row))
    print("\nmissed by theirside:", *(missed or ["none"]), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
