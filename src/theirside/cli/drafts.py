"""Drafts as they come in from files and standard input, and go back after a fix."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from theirside.errors import IntakeError

_ENCODED = re.compile(
    rb"^content-(?:transfer-encoding:\s*(?:quoted-printable|base64)|type:\s*(?:multipart/|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
_ZIPPED = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft's text, its line ends as they are, and the encoding that it came in.

    ``encoding`` is "" where the text had to be taken out of something (a Word file, an encoded
    mail) and cannot be written back; lines then count in the text as it was taken out.
    """

    name: str
    text: str
    encoding: str

    def write(self, text: str) -> None:
        """Put a text in the place of this one; its ``\\n`` become the line ends as they were."""
        ends = re.findall(r"\r\n|\r|\n", self.text)
        lines = text.split("\n")
        whole = "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
        Path(self.name).write_bytes(whole.encode(self.encoding))


def read_draft(name: str) -> DraftFile:
    """Return the draft in a file, or of standard input ("-"). Raises ``IntakeError``."""
    if name == "-":
        content = sys.stdin.buffer.read()
    else:
        try:
            content = Path(name).read_bytes()
        except OSError as error:
            reason = f"it cannot be read ({error.strerror}); check the path"
            raise IntakeError(name, reason) from error
    if content.startswith(_ZIPPED):
        return DraftFile(name, _of_word(name, content), "")
    if _ENCODED.search(content.partition(b"\n\n")[0].replace(b"\r\n", b"\n")[:20_000]):
        return DraftFile(name, _of_mail(content), "")
    if b"\0" in content[:4096] and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise IntakeError(name, "this is no text; save the draft as text, mail or .docx")
    for encoding in ("utf-8-sig" if content[:3] == b"\xef\xbb\xbf" else "utf-8", "utf-16"):
        try:
            return DraftFile(name, content.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return DraftFile(name, content.decode("cp1252", errors="replace"), "cp1252")


def _of_word(name: str, content: bytes) -> str:
    import io

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        paragraphs = Document(io.BytesIO(content)).paragraphs
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise IntakeError(name, "this is no Word file that can be read; save it anew") from error
    return "\n\n".join(each.text for each in paragraphs)


def _of_mail(content: bytes) -> str:
    from email import message_from_bytes, policy

    from theirside.intake.mail.html import to_page

    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = to_page(text).text
    return f"Subject: {message.get('Subject', '')}\n\n{text}"
