"""``theirside export``: all that is kept, for the person's own eyes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_both_files_are_written_and_hold_their_words(
    theirside: Run, mailbox: Path, tmp_path: Path
) -> None:
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    ran = theirside("export", "dana", "-o", tmp_path / "for-dana")
    assert ran.code == 0
    text = (tmp_path / "for-dana" / "everything.txt").read_text(encoding="utf-8")
    assert "All that is kept about Dana Whitfield" in text
    assert "nobody sees what is overdue" in text
    kept = json.loads((tmp_path / "for-dana" / "everything.json").read_text(encoding="utf-8"))
    assert kept["person"]["emails"] == ["dana@whitfield.example"]
    [talk] = kept["conversations"]
    assert [turn["speaker"] for turn in talk["turns"]] == ["Nora Tveit", "Dana Whitfield"]


def test_json_can_be_printed_instead(sample: Run) -> None:
    sample("people", "merge", "sigrun", "torstein")
    form = sample("export", "sigrun", "--json").json
    fits("export", form)
    assert form["person"]["name"] == "Sigrun Aas"
    assert [each["kind"] for each in form["decisions"]] == ["merge"]


def exported(sample: Run, person: str) -> str:
    folder = Path("out") / person
    assert sample("export", person, "-o", folder).code == 0
    return (folder / "everything.txt").read_text(encoding="utf-8")


def test_the_text_speaks_to_somebody_who_has_never_seen_theirside(sample: Run) -> None:
    text = exported(sample, "sigrun")
    assert "What is at stake for them" in text
    assert "call “2025-11-19 Skarvøy first call (Zoom)”, 19 Nov 2025, 08:22" in text
    for jargon in ("(theirs)", "mail-", "call-", "turn 0", "Decision criterion"):
        assert jargon not in text


def test_the_text_holds_all_that_is_understood_and_said(sample: Run) -> None:
    form = sample("export", "callum", "--json").json
    text = " ".join(exported(sample, "callum").split())
    for each in form["understanding"]["observations"]:
        assert " ".join(each["statement"].split()) in text
    for talk in form["conversations"]:
        for turn in talk["turns"]:
            assert " ".join(turn["text"].split()) in text


def test_what_was_judged_is_said_in_words(sample: Run) -> None:
    form = sample("brief", "marit", "--json").json
    first, second, *_ = [each["id"] for each in form["observations"]]
    sample("confirm", first)
    sample("withdraw", second, "--yes")
    text = exported(sample, "marit")
    assert "confirmed on " in text
    assert "withdrawn on " in text
    assert "how sure we are: " in text


def test_no_folder_of_ours_is_told(sample: Run) -> None:
    for talk in sample("export", "uwe", "--json").json["conversations"]:
        assert "/" not in talk["source"]


def test_a_folder_that_is_a_file_is_named(sample: Run, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    ran = sample("export", "uwe", "-o", taken)
    assert ran.code == 1
    assert "taken" in ran.err


def test_the_text_holds_what_colleagues_wrote_beside_the_talks(sample: Run) -> None:
    from theirside.app.services import comment
    from theirside.app.store import open_store

    open_store()
    comment("call-44536cb2353ee673cc69", 3, "Here I\nwould ask.", author="cora", name="Cora Lindt")

    text = exported(sample, "sigrun")

    assert "what Cora Lindt wrote beside it on " in text
    assert "      Here I\n      would ask." in text
