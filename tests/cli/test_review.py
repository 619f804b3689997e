"""``theirside review``: findings as a linter prints them, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits

DRAFT = "Hi Dana,\n\nI am just checking in on the the offer.\n\nBest regards,\nNora Tveit\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "reply.txt"
    path.write_text(DRAFT, encoding="utf-8", newline="\n")
    return path


def test_a_finding_has_its_place_its_words_why_and_what_is_better(
    theirside: Run, draft: Path
) -> None:
    ran = theirside("review", draft)
    out = ran.out[ran.out.index(f"{draft}:3:6 pressure.checking_in") :]
    lines = out.splitlines()
    assert ran.code == 3
    assert lines[0].startswith(f"{draft}:3:6 pressure.checking_in “just checking in”")
    assert lines[1].strip() == "I am just checking in on the the offer."
    assert lines[2].strip() == "^" * len("just checking in")
    assert lines[2].index("^") == lines[1].index("just")
    assert "    Better: " in ran.out


def test_a_draft_without_findings_is_fine(theirside: Run) -> None:
    ran = theirside("review", "-", stdin="The cards are in the post.\n")
    assert (ran.code, ran.out) == (0, "No findings.\n")


def test_json_has_exactly_the_documented_form(theirside: Run, draft: Path) -> None:
    ran = theirside("review", draft, "--json")
    fits("review", ran.json)
    assert ran.code == 3
    assert ran.json["file"] == str(draft)
    for each in ran.json["findings"]:
        assert set(each) == {"rule", "line", "column", "start", "end", "why", "better"}
    words = {each["rule"]: DRAFT[each["start"] : each["end"]] for each in ran.json["findings"]}
    assert words["pressure.checking_in"] == "just checking in"
    assert words["plain.doubled_word"] == "the the"


def test_several_drafts_are_an_object_a_line(theirside: Run, draft: Path) -> None:
    out = theirside("review", draft, draft, "--json").out
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(draft)] * 2


def test_github_shows_a_finding_beside_its_line(theirside: Run, draft: Path) -> None:
    lines = theirside("review", draft, "--format", "github").out.splitlines()
    first = next(line for line in lines if "pressure.checking_in" in line)
    assert first.startswith("::warning file=")
    assert ",line=3,endLine=3,col=6,endColumn=22,title=pressure.checking_in::" in first
    assert "%0ABetter%3A" not in first
    assert "%0ABetter: " in first


def test_sarif_names_the_rule_the_region_and_the_fix(theirside: Run, draft: Path) -> None:
    log = theirside("review", draft, "--format", "sarif").json
    [run] = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    doubled = next(each for each in run["results"] if each["ruleId"] == "plain.doubled_word")
    region = doubled["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 26, 33)
    [change] = doubled["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "the"


def test_fix_changes_only_what_is_safe_and_says_what(theirside: Run, draft: Path) -> None:
    ran = theirside("review", draft, "--fix")
    assert draft.read_bytes().decode() == DRAFT.replace("the the", "the")
    assert f"{draft}:3:26 plain.doubled_word “the the” → “the”" in ran.err
    assert "1 safe change" in ran.err
    assert "pressure.checking_in" in ran.out
    assert "plain.doubled_word" not in ran.out


def test_fix_keeps_line_ends_and_what_is_quoted(theirside: Run, draft: Path) -> None:
    text = "It is the the offer.\r\n\r\nOn Mon, 2 Mar 2026 at 09:12, Dana wrote:\r\n> is is it\r\n"
    draft.write_bytes(text.encode())
    theirside("review", draft, "--fix")
    assert draft.read_bytes().decode() == text.replace("the the", "the")


def test_fix_of_standard_input_prints_the_text(theirside: Run) -> None:
    ran = theirside("review", "-", "--fix", stdin="It is the the offer.\n")
    assert (ran.code, ran.out) == (0, "It is the offer.\n")
    assert "1 safe change" in ran.err


def test_for_a_person_their_own_words_count_and_are_quoted(sample: Run, draft: Path) -> None:
    draft.write_text("Shall we have a quick call on Friday?\n", encoding="utf-8")
    assert "them." not in sample("review", draft).out
    out = sample("review", draft, "--to", "sigrun").out
    assert "them.calls_unwanted “a quick call”: Sigrun" in out
    assert "“Mail me, not a call.”" in out


def test_a_word_file_is_read_and_not_changed(theirside: Run, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("It is the the offer.")
    path = tmp_path / "offer.docx"
    document.save(str(path))
    assert theirside("review", path, "--kind", "proposal").code == 3
    ran = theirside("review", path, "--kind", "proposal", "--fix")
    assert ran.code == 1
    assert "save the draft as text" in ran.err


def test_an_encoded_mail_is_decoded_first(theirside: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.eml"
    path.write_text(
        "Subject: Cards\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\nIt is the the=20\n=C3=A9toile.\n",
        encoding="ascii",
    )
    assert "plain.doubled_word" in theirside("review", path).out


@pytest.mark.parametrize(
    ("content", "told"), [(None, "No such file"), (b"\0\1\2", "this is no text")]
)
def test_what_cannot_be_read_is_named(
    theirside: Run, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "draft.txt"
    if content is not None:
        path.write_bytes(content)
    ran = theirside("review", path)
    assert ran.code == 1
    assert str(path) in ran.err
    assert told in ran.err


def test_without_a_workspace_none_is_made(
    theirside: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "none" / "theirside.sqlite3"
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(place))
    assert theirside("review", draft).code == 3
    assert not place.parent.exists()


def test_a_long_line_is_shown_around_the_words(theirside: Run, draft: Path) -> None:
    draft.write_text("word " * 30 + "just checking in " + "word " * 30, encoding="utf-8")
    lines = theirside("review", draft).out.splitlines()
    at = 2 + next(place for place, line in enumerate(lines) if "pressure.checking_in" in line)
    start = lines[at].index("^")
    assert lines[at - 1][start : start + 16] == "just checking in"
    assert len(lines[at - 1]) <= 88


def test_signs_that_could_steer_the_terminal_are_not_printed(theirside: Run) -> None:
    out = theirside("review", "-", stdin="\x1b[31mjust checking in\x1b[0m\n").out
    assert "\x1b" not in out
