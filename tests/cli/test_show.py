"""``theirside show``: the talk as a talk."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import DANA, NORA, Run, mail
from tests.cli.forms import fits


def test_without_a_conversation_it_lists_what_there_is(sample: Run) -> None:
    assert "first call" in sample("show").out
    fits("talks", sample("show", "--json").json)


def test_a_talk_is_shown_with_sides_times_and_margin(sample: Run) -> None:
    out = sample("show", "Skarvøy first call").out
    assert "▸ Nora Tveit (ours)" in out
    assert "◂ Sigrun Aas (theirs)" in out
    assert "open question" in out


def test_as_json_it_is_the_conversation_with_its_annotations(sample: Run) -> None:
    form = sample("show", "Skarvøy first call", "--json").json
    fits("talk", form)
    turns = form["conversation"]["turns"]
    for each in form["annotations"]:
        assert 0 <= each["start"] < each["end"] <= len(turns[each["turn"]]["text"])


def test_what_fits_nothing_or_several_is_an_error(sample: Run) -> None:
    assert sample("show", "no such talk").code == 1
    several = sample("show", "call")
    assert several.code == 1
    assert "fits several" in several.err


def test_every_listed_id_opens_its_conversation(sample: Run) -> None:
    lines = sample("show").out.splitlines()[1:]
    starts = [line.split()[-1] for line in lines]
    whole = [each["id"] for each in sample("show", "--json").json]
    for start, full in zip(starts, whole, strict=True):
        assert [each for each in whole if each.startswith(start)] == [full]
    talk = sample("show", starts[-1], "--json").json
    assert talk["conversation"]["id"] == whole[-1]


def test_a_chat_without_a_subject_is_listed_by_who_spoke(sample: Run) -> None:
    chats = [line for line in sample("show").out.splitlines() if " chat " in line]
    assert all("Callum" in line for line in chats)
    assert chats


def test_wide_signs_keep_the_margin_straight(theirside: Run, tmp_path: Path) -> None:
    from rich.cells import cell_len

    call = tmp_path / "call.txt"
    text = "我们最大的问题是没有人看到什么已经逾期了而且每个人都在等待别人去处理这些事情所以我们"
    call.write_text(
        f"Kim: {text} 🫐. Our biggest problem is the queue.\nRobin: How many wait?\n"
        "Kim: Our biggest problem is the oven.\n",
        encoding="utf-8",
    )
    lines = theirside("read", call).out.splitlines()
    margins = {cell_len(line.removesuffix("pain")) for line in lines if line.endswith("  pain")}
    assert len(margins) == 1


def test_a_long_link_is_shown_whole(theirside: Run, tmp_path: Path) -> None:
    link = "https://fjord.example/" + "plan/" * 40
    call = tmp_path / "call.txt"
    call.write_text(f"Kim: See {link}\nRobin: I will.\nKim: Good.\n", encoding="utf-8")
    assert link in theirside("read", call).out


def test_lines_that_a_mail_program_broke_are_joined_again(theirside: Run, tmp_path: Path) -> None:
    box = tmp_path / "mail.eml"
    broken = (
        "The plan that we spoke of on Tuesday is at the printer now, and\n"
        "it comes back on Friday.\nBest\nDana"
    )
    box.write_text(mail(DANA, NORA, 1, broken), encoding="utf-8")
    out = theirside("read", box).out
    assert "printer now, and it" in " ".join(out.split())
    assert "and\n  it" not in out
