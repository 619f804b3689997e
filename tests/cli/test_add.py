"""``theirside add``: everything in, once, with an account."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import DANA, NORA, Run, mail


def test_the_account_says_what_was_found_kept_and_skipped(theirside: Run, mailbox: Path) -> None:
    (mailbox / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    theirside("init", "--us", "fjord.example")
    ran = theirside("add", mailbox)
    assert ran.code == 0
    assert "3 found, 2 kept, 1 skipped" in ran.out
    assert "1 × not a format that is known: photo.png" in ran.out
    assert "Conversations: 1 new" in ran.out


def test_the_account_as_json_adds_up(theirside: Run, mailbox: Path) -> None:
    (mailbox / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = theirside("add", mailbox, "--json").json
    assert report["found"] == report["kept"] + len(report["skipped"]) == 3
    assert report["skipped"][0]["item"].endswith("photo.png")


def test_adding_again_adds_nothing(theirside: Run, mailbox: Path) -> None:
    theirside("add", mailbox)
    before = theirside("status", "--json").json
    assert "Conversations: 1 known already" in theirside("add", mailbox).out
    after = theirside("status", "--json").json
    assert [after[name] for name in ("conversations", "turns", "people")] == [
        before[name] for name in ("conversations", "turns", "people")
    ]


def test_a_later_mail_continues_its_conversation(
    theirside: Run, mailbox: Path, tmp_path: Path
) -> None:
    theirside("add", mailbox)
    later = tmp_path / "later.eml"
    later.write_text(mail(NORA, DANA, 3, "What would help most?", answers=1), encoding="utf-8")
    assert "Conversations: 1 continued" in theirside("add", later).out
    status = theirside("status", "--json").json
    assert (status["conversations"], status["turns"]) == (1, 3)


def test_standard_input_is_read(theirside: Run) -> None:
    talk = {
        "id": "t1",
        "channel": "call",
        "turns": [{"speaker": "Dana", "text": "We lose two days a month to this."}],
    }
    assert "1 found, 1 kept" in theirside("add", "-", stdin=json.dumps(talk) + "\n").out


def test_a_path_that_is_not_there_is_an_error_that_names_it(theirside: Run) -> None:
    ran = theirside("add", "gone.mbox")
    assert ran.code == 1
    assert "gone.mbox" in ran.err
    assert "Traceback" not in ran.err


def test_speakers_whose_side_is_not_known_are_named(theirside: Run, tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(
        "Kim: How are the ovens?\nRobin: One of the three is cold again.\nKim: Since when?\n",
        encoding="utf-8",
    )
    out = theirside("add", call).out
    assert "1 conversation has speakers whose side is not known" in out
    assert "Kim, Robin" in out
    assert "theirside sides" in out


def test_a_file_that_nobody_can_read_is_a_failure_in_scripts(
    theirside: Run, mailbox: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert theirside("add", photo).code == 1
    assert theirside("add", photo, mailbox).code == 0


def test_what_an_older_reader_read_is_read_again(theirside: Run, mailbox: Path) -> None:
    from theirside.app import models

    theirside("add", mailbox)
    models.Conversation.objects.update(reader="patterns-0")
    assert theirside("status", "--json").json["waiting"] == 1
    theirside("add", mailbox)
    assert theirside("status", "--json").json["waiting"] == 0
