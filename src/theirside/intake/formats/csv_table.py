"""A CSV export: one message a row, under column titles that ``csv_columns`` knows.

Rows of one conversation need not stand together and may come newest first, so they are sorted:
by SQLite in a temporary file, because an export may be larger than memory. Where no column names
the conversation, rows with the same subject between the same people are one; where there is no
subject either, the rows are one chat, cut where it was silent.
"""

from __future__ import annotations

import csv
import json
import pickle
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from email.utils import getaddresses, parseaddr
from itertools import groupby, islice

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.errors import IntakeError
from theirside.intake.chat import NO_ZONE, conversation, conversations, digest
from theirside.intake.csv_columns import BOTS, CHANNELS, SIDES, columns, delimiter, split, word
from theirside.intake.format import Options
from theirside.intake.jsonl_form import readable
from theirside.intake.lines import lines
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.table_dates import date, numbers
from theirside.intake.whatsapp_dates import DateOrder, decide

NAME = "csv"

EMPTY = "no text"
BOT = "written by a bot"
QUOTED = "nothing but quoted words"
UNREADABLE = "a row that cannot be read"
FIELD_BYTES = 16 * 1024 * 1024
"""A longer field is a quotation mark that was never closed."""
SAMPLE_ROWS = 20_000
"""How many rows decide whether day or month comes first."""


_HTML = re.compile(r"<(?:p|div|html|body|br|span|ul|ol|table|h\d)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one row by column; ``number`` counts as a spreadsheet does, titles are 1."""

    number: int
    fields: dict[str, str]

    def get(self, column: str) -> str:
        return self.fields.get(column, "")

    @property
    def named(self) -> dict[str, str]:
        """What says to which conversation the row belongs."""
        return {column: self.get(column) for column in ("subject", "channel")}


def recognises(source: Source) -> float:
    """Sure when the first line has titles for the text and for who wrote it."""
    first = source.head_text.lstrip("\ufeff\n").split("\n", 1)[0]
    known = columns(split(first, delimiter(first)))
    if "text" not in known or not known.keys() & {"from", "from_email", "side"}:
        return 0.0
    return 0.9 if len(known) >= 4 else 0.6


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the table's conversations; each row is an item."""
    del options
    order = _date_order(source, report)
    with closing(sqlite3.connect("")) as shelf:  # a temporary file of SQLite's own
        shelf.execute("CREATE TABLE row (key TEXT, number INTEGER, fields TEXT, turn BLOB)")
        for row in _rows(source, report):
            turn = _turn(row, order)
            if word(row.get("side")) in BOTS:
                report.skip(_item(source, row.number), BOT)
                continue
            if not turn.text:
                report.skip(_item(source, row.number), QUOTED if turn.apart else EMPTY)
                continue
            report.keep(NAME)
            entry = (_key(row), row.number, json.dumps(row.named), pickle.dumps(turn))
            shelf.execute("INSERT INTO row VALUES (?, ?, ?, ?)", entry)
        entries = shelf.execute("SELECT * FROM row ORDER BY key, number")
        for key, group in groupby(entries, key=lambda entry: str(entry[0])):
            yield from _conversations(key, group, source)


def _date_order(source: Source, report: Report) -> DateOrder:
    """Decide over the first rows whether day or month comes first; note how dates are read."""
    stamps = []
    unread = 0
    for row in islice(_rows(source, Report()), SAMPLE_ROWS):
        if (stamp := numbers(row.get("date"))) is not None:
            stamps.append(stamp)
        elif row.get("date").strip():
            unread += date(row.get("date"), _LIKELY) is None
    order = decide(stamps)
    if order is not None:
        report.notes.append(f"{source.name}: dates read as {order.value}; {NO_ZONE}")
    if unread:
        report.notes.append(f"{source.name}: {unread} dates could not be read")
    return order or _LIKELY


_LIKELY = DateOrder.DAY_MONTH_LIKELY


def _item(source: Source, number: int) -> str:
    return f"{source.name} row {number}"


def _rows(source: Source, report: Report) -> Iterator[_Row]:
    csv.field_size_limit(FIELD_BYTES)
    text = (f"{line}\n" for line in lines(source))
    first = next((line for line in text if line.strip()), "")
    mark = delimiter(first)
    known = columns(split(first, mark))
    if "text" not in known:
        raise IntakeError(source.name, "no column named text: docs/formats.md lists the columns")
    reader = csv.reader(text, delimiter=mark)
    number = 1
    while True:
        number += 1
        try:
            values = next(reader, None)
        except csv.Error:
            report.skip(_item(source, number), UNREADABLE)
            continue
        if values is None:
            return
        if values:
            fields = {c: readable(values[at]) for c, at in known.items() if at < len(values)}
            yield _Row(number, fields)


def _key(row: _Row) -> str:
    """Return what tells the row's conversation from others; empty where nothing does."""
    if named := row.get("conversation").strip():
        return f"id {named}"
    subject = word(row.get("subject"))
    while subject.startswith(_REPLY_MARKS):
        subject = subject.split(" ", 1)[1]
    if not subject:
        return ""
    people = {_sender(row).label, *(to.label for to in _recipients(row))}
    return "\n".join(["subject", subject, *sorted(people)])


_REPLY_MARKS = ("re ", "fwd ", "fw ", "aw ", "wg ", "sv ", "antw ", "rif ", "tr ")


def _conversations(
    key: str, entries: Iterable[tuple[str, int, str, bytes]], source: Source
) -> Iterator[Conversation]:
    rows, turns = [], []
    for _, number, fields, turn in entries:
        rows.append(_Row(number, json.loads(fields)))
        turns.append(pickle.loads(turn))  # noqa: S301 - our own, from a moment ago
    if all(turn.at is not None for turn in turns):
        turns.sort(key=lambda turn: turn.at)
    subject = next((row.get("subject").strip() for row in rows if row.get("subject")), "")
    channel = next((named for row in rows if (named := _channel(row)) is not None), Channel.CHAT)
    blank = Conversation("", channel, (), subject=subject, source=source.name, format=NAME)
    if key:
        yield conversation(turns, key, blank)
    else:
        yield from conversations(turns, key, blank)


def _turn(row: _Row, order: DateOrder) -> Turn:
    at, speaker, text = date(row.get("date"), order), _sender(row), row.get("text").strip()
    turn = Turn(
        id=row.get("id").strip() or digest(at, speaker.label, text),
        speaker=speaker,
        text=text,
        at=at,
        to=_recipients(row),
    )
    if text and _channel(row) is Channel.MAIL:
        return _without_repeated(turn)
    return replace(turn, text=_without_tags(text)) if _HTML.match(text) else turn


def _without_tags(text: str) -> str:
    from theirside.intake.mail.html import to_text

    return to_text(text).strip()


def _without_repeated(turn: Turn) -> Turn:
    """Return a mail's turn with only its new words as text."""
    from theirside.intake.mail.reply import split as split_mail

    name, email = turn.speaker.name, turn.speaker.email
    body = split_mail(turn.text, sender_name=name, sender_email=email)
    original = body.original if body.original != body.text else ""
    return replace(turn, text=body.text, original=original, apart=body.apart)


def _sender(row: _Row) -> Speaker:
    name, address = parseaddr(row.get("from"))
    if "@" not in address:
        name, address = row.get("from").strip(), ""
    email = parseaddr(row.get("from_email"))[1] or address
    return Speaker(
        name=name if name != email else "",
        email=email.lower() if "@" in email else "",
        side=SIDES.get(word(row.get("side")), Side.UNKNOWN),
    )


def _recipients(row: _Row) -> tuple[Speaker, ...]:
    field = row.get("to").replace(";", ",")
    if "@" not in field:
        return tuple(Speaker(name=name.strip()) for name in field.split(",") if name.strip())
    pairs = getaddresses([field])
    return tuple(Speaker(name, email.lower()) for name, email in pairs if "@" in email)


def _channel(row: _Row) -> Channel | None:
    """Return the channel that the row names; else mail where there is a subject."""
    named = CHANNELS.get(word(row.get("channel")))
    return named or (Channel.MAIL if row.get("subject") else None)
