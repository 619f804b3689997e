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
from itertools import groupby, islice

from theirside.conversation import Channel, Conversation
from theirside.errors import IntakeError
from theirside.intake.chat import NO_ZONE, conversation, conversations
from theirside.intake.csv_columns import columns, delimiter, is_bot, split
from theirside.intake.csv_row import Row, channel_of, key_of, turn_of
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


_SEP = re.compile(r"\ufeff?\"?sep=.\"?\s*$", re.IGNORECASE)


def recognises(source: Source) -> float:
    """Sure when the first line has titles for the text and for who wrote it."""
    first = _titles(iter(source.head_text.lstrip("\ufeff").split("\n")))
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
            turn = turn_of(row, order)
            if is_bot(row.get("side")):
                report.skip(_item(source, row.number), BOT)
                continue
            if not turn.text:
                report.skip(_item(source, row.number), QUOTED if turn.apart else EMPTY)
                continue
            report.keep(NAME)
            entry = (key_of(row), row.number, json.dumps(row.named), pickle.dumps(turn))
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


def _rows(source: Source, report: Report) -> Iterator[Row]:
    csv.field_size_limit(FIELD_BYTES)
    text = (f"{line}\n" for line in lines(source))
    first = _titles(text)
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
            yield Row(number, fields)


def _titles(text: Iterator[str]) -> str:
    """Return the line with the column titles; Excel may put one before it (``sep=;``)."""
    return next((line for line in text if line.strip() and not _SEP.match(line)), "")


def _conversations(
    key: str, entries: Iterable[tuple[str, int, str, bytes]], source: Source
) -> Iterator[Conversation]:
    rows, turns = [], []
    for _, number, fields, turn in entries:
        rows.append(Row(number, json.loads(fields)))
        turns.append(pickle.loads(turn))  # noqa: S301 - our own, from a moment ago
    if all(turn.at is not None for turn in turns):
        turns.sort(key=lambda turn: turn.at)
    subject = next((row.get("subject").strip() for row in rows if row.get("subject")), "")
    channel = next((named for row in rows if (named := channel_of(row)) is not None), Channel.CHAT)
    blank = Conversation("", channel, (), subject=subject, source=source.name, format=NAME)
    if key:
        yield conversation(turns, key, blank)
    else:
        yield from conversations(turns, key, blank)
