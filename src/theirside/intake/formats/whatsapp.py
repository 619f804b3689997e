"""A WhatsApp chat exported as text, in the date formats of all countries.

The phone writes dates the way its owner's country does and does not say which way that is, so the
order of day and month is decided over the whole file (``whatsapp_dates``) and noted in the
report. Lines of WhatsApp itself and placeholders for pictures are skipped; a caption is kept.
A chat has no id in its export: two people's chat is known again by their names, and each
conversation by its first message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.errors import IntakeError
from theirside.intake.chat import NO_ZONE, conversations, digest, phone_number
from theirside.intake.format import Options
from theirside.intake.jsonl_form import readable
from theirside.intake.lines import lines
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.whatsapp_dates import DateOrder, Stamp, decide, stamp

NAME = "whatsapp"

SYSTEM = "a line of WhatsApp itself"
MEDIA = "picture, recording or file without words"
DELETED = "deleted by its sender"
EMPTY = "no text"
BAD_DATE = "a date that does not exist"
NO_HEAD = "no date and sender before it"

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PHONE = re.compile(r"\+?[0-9\s().\-\u2010\u2011]{6,}")
_ATTACHED = re.compile(
    r"[^\n]*\.\w{2,5} \([^()\n]{4,30}\)(?:\n|$)|<[^<>\n]{3,20}: [^<>\n]+\.\w{2,5}>"
)
_PLACEHOLDER = re.compile(r"<[^<>\n]{3,40}>|\u200e?null")
_OMITTED = re.compile(
    r"(?i)(?:image|photo|picture|video|video note|audio|sticker|gif|document|contact card|bild|foto"
    r"|videonachricht|dokument|kontaktkarte|imagen|vídeo|tarjeta de contacto|documento|vidéo"
    r"|autocollant|fiche contact|immagine|scheda contatto|imagem|figurinha|cartão do contato"
    r"|afbeelding|contactkaart) (?:omitted|weggelassen|omitid[oa]|absente?|omis[e]?|omess[oa]"
    r"|ocultad[oa]|weggelaten|non inclus[oa]?)"
)
_FILE = re.compile(r"[^\n]+\.\w{2,5}(?: • [^\n]*)?")
_DELETED = re.compile(
    r"(?i)(?:this message was deleted|you deleted this message"
    r"|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje"
    r"|eliminaste este mensaje|ce message a été supprimé|vous avez supprimé ce message"
    r"|questo messaggio è stato eliminato|hai eliminato questo messaggio|mensagem apagada"
    r"|esta mensagem foi apagada|você apagou esta mensagem|dit bericht is verwijderd"
    r"|je hebt dit bericht verwijderd)(?: by admin \S+)?\.?"
)
_EDITED = re.compile(
    r"(?i)\s*<(?:this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje"
    r"|ce message a été modifié|mensagem editada|questo messaggio è stato modificato"
    r"|dit bericht is bewerkt)\.?>$"
)
_NOTICE = re.compile(
    r"(?:Messages (?:and calls|to this chat|you send to this)|Nachrichten und Anrufe"
    r"|Los mensajes y las llamadas|Les messages et (?:les )?appels|I messaggi e le chiamate"
    r"|Berichten en oproepen|As mensagens e as (?:ligações|chamadas)).*"
    r"(?:end-to-end|extremo|bout en bout|ponta a ponta|Ende-zu-Ende)"
)


@dataclass(slots=True)
class _Message:
    line: int
    stamp: Stamp
    sender: str
    text: list[str] = field(default_factory=list)


def recognises(source: Source) -> float:
    """Sure when the first line, or several, begin with a WhatsApp date and time."""
    head = [line for line in source.head_text.split("\n") if line.strip()]
    stamped = sum(stamp(line) is not None for line in head)
    if head and stamp(head[0]) is not None:
        return 0.95
    return 0.6 if stamped >= 3 and stamped > len(head) / 2 else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the chat's conversations; each message is an item."""
    del options
    messages = (_message(number, line) for number, line in enumerate(lines(source), start=1))
    senders: set[str] = set()
    order = decide(_noting_senders(messages, senders))
    if order is None:
        raise IntakeError(source.name, "no line begins with a date and time of WhatsApp's")
    report.notes.append(f"{source.name}: dates read as {order.value}; {NO_ZONE}")
    people = "\n".join(sorted(senders)) if len(senders) == 2 else ""
    blank = Conversation("", Channel.CHAT, (), source=source.name, format=NAME)
    yield from conversations(_turns(source, order, report), people, blank)


def _noting_senders(messages: Iterator[_Message | None], senders: set[str]) -> Iterator[Stamp]:
    for message in messages:
        if message is not None:
            if message.sender and not _why_skipped(message, message.text[0]):
                senders.add(message.sender)
            yield message.stamp


def _message(number: int, line: str) -> _Message | None:
    """Return the message that a line begins; its sender is empty on a line of WhatsApp itself."""
    begun = stamp(line)
    if begun is None:
        return None
    before, colon, after = begun.rest.partition(":")
    sender = _MARKS.sub("", readable(before)).strip(" ~\u202f\u00a0")
    # 'Dana changed the subject to "Plan: B"' has a colon, but no sender.
    if not colon or sum(sender.count(mark) for mark in '"“”„«»') % 2 or len(sender) > 100:
        return _Message(number, begun, "", [begun.rest])
    return _Message(number, begun, sender, [after.removeprefix(" ")])


def _turns(source: Source, order: DateOrder, report: Report) -> Iterator[Turn]:
    for message in _gathered(source, report):
        item = f"{source.name}:{message.line}"
        raw = readable("\n".join(message.text))
        at = message.stamp.time(order)
        text = _own_words(raw)
        if reason := _why_skipped(message, raw):
            report.skip(item, reason)
        elif at is None:
            report.skip(item, BAD_DATE)
        elif not text:
            report.skip(item, EMPTY if not raw.strip() else MEDIA)
        else:
            report.keep(NAME)
            original = _MARKS.sub("", raw).strip()
            yield Turn(
                id=digest(at, message.sender, text),
                speaker=_speaker(message.sender),
                text=text,
                at=at,
                original=original if original != text else "",
            )


def _gathered(source: Source, report: Report) -> Iterator[_Message]:
    """Gather lines to messages; a line without a date goes on with the message before."""
    current: _Message | None = None
    for number, line in enumerate(lines(source), start=1):
        message = _message(number, line)
        if message is not None:
            if current is not None:
                yield current
            current = message
        elif current is not None:
            current.text.append(line)
        elif line.strip():
            report.skip(f"{source.name}:{number}", NO_HEAD)
    if current is not None:
        yield current


def _why_skipped(message: _Message, raw: str) -> str:
    bare = _MARKS.sub("", raw).strip()
    if not message.sender or _NOTICE.match(bare):
        return SYSTEM
    if _DELETED.fullmatch(bare):
        return DELETED
    # iPhones put an invisible mark before everything that the sender did not type.
    if raw.startswith("\u200e") and not _own_words(raw):
        return MEDIA
    return SYSTEM if raw.startswith("\u200e") and not _ATTACHED.match(bare) else ""


def _own_words(raw: str) -> str:
    """Return what the sender typed: no marks, no placeholder for a picture, no file name."""
    before, mark, last = raw.rpartition("\u200e")
    if mark and _OMITTED.fullmatch(last.strip()):
        raw = "" if _FILE.fullmatch(_MARKS.sub("", before).strip()) else before
    text = _EDITED.sub("", _MARKS.sub("", raw).strip())
    text = _ATTACHED.sub("", text, count=1).strip()
    return "" if _PLACEHOLDER.fullmatch(text) or _OMITTED.fullmatch(text) else text


def _speaker(sender: str) -> Speaker:
    if _PHONE.fullmatch(sender):
        return Speaker(phone=phone_number(sender))
    return Speaker(name=sender)
