"""CSV exports: rows become conversations, whatever the columns are called and however sorted."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import fixture, load, said, written
from theirside.conversation import Channel, Side, Speaker
from theirside.errors import IntakeError
from theirside.intake.formats import csv_table


def test_a_ticket_export_gives_its_conversations() -> None:
    source = fixture("tickets.csv")
    assert csv_table.recognises(source) == 0.9
    (export, invoice), report = load(csv_table, source)
    assert said(export) == [
        ("Dana Okafor", "Our export takes a day each week."),
        ("Lee Ortiz", "We can do that by Friday.\n\nWould a pilot help?"),
    ]
    assert [turn.speaker.side for turn in export.turns] == [Side.THEIRS, Side.OURS]
    assert export.turns[0].speaker.email == "dana@riverbank.example"
    assert export.started_at == datetime(2025, 1, 13, 9, tzinfo=UTC)
    assert (export.subject, export.channel) == ("Export is too slow", Channel.MAIL)
    assert said(invoice) == [("Sam Reyes", "Where is my invoice?")]
    assert [(skip.item, skip.reason) for skip in report.skipped] == [
        ("tickets.csv row 5", csv_table.EMPTY)
    ]
    assert "dates read as day/month" in report.notes[0]


def test_the_documented_columns_are_all_read(tmp_path: Path) -> None:
    content = (
        "conversation,id,date,from,from_email,to,text,channel,subject,side\n"
        "c1,m1,2025-01-06T09:00:00+01:00,Dana,dana@riverbank.example,"
        '"Lee <lee@harbour.example>, sam@harbour.example",Hello,call,Hi,theirs\n'
    )
    (talk,), _ = load(csv_table, written(tmp_path, content))
    (turn,) = talk.turns
    assert (talk.channel, talk.subject, talk.format) == (Channel.CALL, "Hi", "csv")
    assert turn.id == "m1"
    assert turn.speaker == Speaker("Dana", "dana@riverbank.example", side=Side.THEIRS)
    assert turn.to == (
        Speaker("Lee", "lee@harbour.example"),
        Speaker(email="sam@harbour.example"),
    )
    assert turn.at == datetime(2025, 1, 6, 8, tzinfo=UTC)


def test_without_a_conversation_column_subject_and_people_tell(tmp_path: Path) -> None:
    rows = ["from,to,subject,text", "a@x.example,b@y.example,Price,one"]
    rows += ["b@y.example,a@x.example,Re: Price,two", "c@z.example,b@y.example,Price,three"]
    talks, _ = load(csv_table, written(tmp_path, "\n".join(rows)))
    assert [[turn.text for turn in talk.turns] for talk in talks] == [["one", "two"], ["three"]]


def test_without_a_subject_either_silence_cuts(tmp_path: Path) -> None:
    rows = ["date\tname\tmessage", "2025-01-06 09:00\tDana\tone", "2025-01-06 10:00\tLee\ttwo"]
    rows += ["2025-01-08 10:00\tDana\tthree"]
    talks, _ = load(csv_table, written(tmp_path, "\n".join(rows)))
    assert [len(talk.turns) for talk in talks] == [2, 1]
    assert {talk.channel for talk in talks} == {Channel.CHAT}


def test_newest_first_is_turned_round_and_undated_rows_stay_in_order(tmp_path: Path) -> None:
    rows = ["thread,date,from,text", "1,2025-01-07,Dana,new", "1,2025-01-06,Lee,old"]
    rows += ["2,,Dana,first", "2,2025-01-01,Lee,second"]
    talks, _ = load(csv_table, written(tmp_path, "\n".join(rows)))
    assert [[turn.text for turn in talk.turns] for talk in talks] == [
        ["old", "new"],
        ["first", "second"],
    ]


def test_a_sender_may_be_an_address_or_a_name_with_one(tmp_path: Path) -> None:
    rows = ["from,text", "Dana Okafor <Dana@Riverbank.example>,a", "sam@quarry.example,b", "Lee,c"]
    (talk,), _ = load(csv_table, written(tmp_path, "\n".join(rows)))
    assert list(talk.speakers) == [
        Speaker("Dana Okafor", "dana@riverbank.example"),
        Speaker(email="sam@quarry.example"),
        Speaker("Lee"),
    ]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheet_charsets(tmp_path: Path, charset: str) -> None:
    content = "from;text\r\nRenée;Größe für alle Läden prüfen\r\n"
    source = written(tmp_path, content.encode(charset))
    assert csv_table.recognises(source) > 0.5
    (talk,), _ = load(csv_table, source)
    assert said(talk)[0][1] == "Größe für alle Läden prüfen"


def test_excels_line_before_the_titles_is_passed_over(tmp_path: Path) -> None:
    source = written(tmp_path, "\ufeffsep=;\r\nfrom;text\r\nDana;hello, you\r\n")
    assert csv_table.recognises(source) > 0.5
    (talk,), _ = load(csv_table, source)
    assert said(talk) == [("Dana", "hello, you")]


def test_a_longer_export_has_the_same_ids(tmp_path: Path) -> None:
    rows = ["thread,date,from,text", "1,2025-01-06,Lee,a", "1,2025-01-07,Dana,b"]
    (short,), _ = load(csv_table, written(tmp_path, "\n".join(rows[:2])))
    (longer,), _ = load(csv_table, written(tmp_path, "\n".join(rows)))
    assert short.id == longer.id
    assert longer.turns[:1] == short.turns


def test_a_quotation_mark_never_closed_costs_rows_but_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_table, "FIELD_BYTES", 1000)
    content = 'from,text\nDana,fine\nLee,"oops\n' + "x" * 200_000 + "\nSam,fine\n"
    talks, report = load(csv_table, written(tmp_path, content))
    assert [turn.text for talk in talks for turn in talk.turns] == ["fine", "fine"]
    assert csv_table.UNREADABLE in report.reasons()


def test_what_a_mail_repeats_is_kept_apart(tmp_path: Path) -> None:
    mail = (
        '"Friday suits me.\n\nOn 6 Jan 2025, Lee <lee@harbour.example> wrote:\n> Does Friday suit?"'
    )
    quote = '"> Does Friday suit?"'
    rows = ["from,subject,text", f"Dana,Friday,{mail}", f"Dana,Friday,{quote}"]
    (talk,), report = load(csv_table, written(tmp_path, "\n".join(rows)))
    (turn,) = talk.turns
    assert turn.text == "Friday suits me."
    assert "> Does Friday suit?" in turn.original
    assert turn.apart
    assert report.reasons() == {csv_table.QUOTED: 1}


@pytest.mark.parametrize(
    ("titles", "row", "side"),
    [
        (
            "hs_timestamp,hs_email_from_email,hs_email_direction,hs_email_subject,hs_email_text",
            "2025-01-14T10:05:00Z,dana@riverbank.example,INCOMING_EMAIL,Hello,Hi there",
            Side.THEIRS,
        ),
        (
            "ParentId,MessageDate,FromName,FromAddress,Incoming,Subject,TextBody",
            "500x,2025-01-14 10:05:00,Dana,dana@riverbank.example,false,Hello,Hi there",
            Side.OURS,
        ),
        (
            "message_id,message_body,message_created_at,message_author_type,message_author_email,"
            "conversation_id",
            "1,<p>Hi there</p>,2025-01-14 10:05:00,lead,dana@riverbank.example,77",
            Side.THEIRS,
        ),
    ],
)
def test_exports_as_others_write_them(tmp_path: Path, titles: str, row: str, side: Side) -> None:
    source = written(tmp_path, f"{titles}\n{row}\n")
    assert csv_table.recognises(source) == 0.9
    (talk,), _ = load(csv_table, source)
    (turn,) = talk.turns
    assert (turn.text, turn.at) == ("Hi there", datetime(2025, 1, 14, 10, 5, tzinfo=UTC))
    assert (turn.speaker.email, turn.speaker.side) == ("dana@riverbank.example", side)


def test_rows_that_a_bot_wrote_are_skipped(tmp_path: Path) -> None:
    source = written(tmp_path, "from,text,author type\nHelper,Hi!,bot\nDana,Hi,user\n")
    (talk,), report = load(csv_table, source)
    assert said(talk) == [("Dana", "Hi")]
    assert report.reasons() == {csv_table.BOT: 1}


def test_unreadable_dates_are_noted(tmp_path: Path) -> None:
    _, report = load(csv_table, written(tmp_path, "date,from,text\nsoon,Dana,hi\n"))
    assert report.notes == ["chat.txt: 1 dates could not be read"]


@pytest.mark.parametrize(
    "content", ["", "name,price\na,1\n", "Dana: hi, text from me\n", "text\nhello\n", "a,b,text\n"]
)
def test_other_tables_are_not_recognised(tmp_path: Path, content: str) -> None:
    assert csv_table.recognises(written(tmp_path, content)) == 0.0


def test_a_table_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no column named text"):
        load(csv_table, written(tmp_path, "name,price\na,1\n"))


CELLS = st.sampled_from(
    ["", "Dana", "a@b.example", "2025-01-06", "01/02/25", '"', '"a\nb"', "\x00"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=6).map(",".join), max_size=6).map(
        lambda rows: "\n".join(["conversation,date,from,to,text,subject", *rows]).encode()
    )
    | st.binary(max_size=100)
)
def test_only_our_own_errors_escape(tmp_path: Path, content: bytes) -> None:
    source = written(tmp_path, content)
    assert 0 <= csv_table.recognises(source) <= 1
    try:
        talks, report = load(csv_table, source)
    except IntakeError:
        return
    assert report.kept == sum(len(talk.turns) for talk in talks)
