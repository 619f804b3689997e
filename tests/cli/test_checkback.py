"""``theirside checkback`` on the sample: made, answered, listed; withdrawn words are gone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evals.checkback_forms import FORMS, mail
from tests.cli.conftest import Run
from tests.cli.forms import fits
from theirside.app import models
from theirside.serve.checkback.shown import sales_terms_in


@pytest.fixture
def dana(theirside: Run, mailbox: Path) -> Run:
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    return theirside


def test_everybodys_page_holds_no_sales_term_and_no_feeling(sample: Run) -> None:
    made = 0
    for each in sample("people", "--json").json["people"]:
        ran = sample("checkback", each["person"]["id"], "--as", "mail", "-o", "-")
        if ran.code:
            assert "nothing to check back yet" in ran.err
            continue
        made += 1
        assert sales_terms_in(ran.out) == []
        listed = sample("checkback", each["person"]["id"], "--list", "--json").json
        fits("checkbacks", listed)
        shown = listed["checkbacks"][0]["statements"]
        assert len(shown) <= 12
        assert "feeling" not in {one["facet"] for one in shown}
    assert made >= 6


def test_a_page_is_written_and_says_what_comes_next(dana: Run, tmp_path: Path) -> None:
    ran = dana("checkback", "dana", "-o", tmp_path / "page.html")
    assert "signed Nora Tveit" in ran.out
    assert "--answer FILE" in ran.out
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "you’re the one who explains it to the board" in page


def test_a_mail_answered_confirms(dana: Run, tmp_path: Path) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    number = re.search(r"\[(\d)\] If this slips", text)
    assert number
    ran = dana("checkback", "dana", "--answer", "-", stdin=f"{number[1]}: yes\n\n" + quoted(text))
    assert "1 confirmed" in ran.out
    found = dana("brief", "dana", "--json").json["observations"]
    assert [each["status"] for each in found if each["facet"] == "stake"] == ["confirmed"]
    ran = dana("accuracy", "--json")
    fits("accuracy", ran.json)
    assert ran.json["all"]["confirmed"] == 1
    assert "Dana Whitfield" in dana("accuracy").out


@pytest.mark.parametrize("name", ["Gmail", "Outlook", "Outlook, plain", "Thunderbird", "iPhone"])
def test_a_reply_saved_from_a_mail_program_goes_round(dana: Run, tmp_path: Path, name: str) -> None:
    form = next(each for each in FORMS if each.name == name)
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    numbers = re.findall(r"^\[(\d+)\]", text, re.MULTILINE)
    lines = [(line, False) for line in text.splitlines()]
    labels = [at for at, (line, _) in enumerate(lines) if line.startswith("Your answer:")]
    said = ["yes", "not quite: only in spring"]
    for at, words in reversed(list(zip(labels, said, strict=False))):
        lines.insert(at + 1, (words, True))
    (tmp_path / "reply.eml").write_bytes(mail(form, "Hi Nora, see below.", lines))
    ran = dana("checkback", "dana", "--answer", tmp_path / "reply.eml", "--json")
    assert ran.json["unclear"] == []
    assert ran.json["answers"] == [
        {"number": int(numbers[0]), "answer": "yes", "words": ""},
        {"number": int(numbers[1]), "answer": "not quite", "words": "only in spring"},
    ]
    listed = dana("checkback", "dana", "--list", "--json").json["checkbacks"][0]["statements"]
    assert [each["status"] for each in listed[:2]] == ["confirmed", "corrected"]
    assert not any(each["status"] for each in listed[2:])


def test_a_mail_that_somebody_else_wrote_is_refused(dana: Run, tmp_path: Path) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    raw = mail(FORMS[0], "yes to all", [(line, False) for line in text.splitlines()])
    other = raw.replace(b"Dana Whitfield <dana@", b"Priya Raman <priya@")
    (tmp_path / "reply.eml").write_bytes(other)
    ran = dana("checkback", "dana", "--answer", tmp_path / "reply.eml")
    assert ran.code == 1
    assert "was written by priya@fernhill.example, which is no address of Dana" in " ".join(
        ran.err.split()
    )
    listed = dana("checkback", "dana", "--list", "--json").json["checkbacks"][0]["statements"]
    assert not any(each["status"] for each in listed)


def quoted(text: str) -> str:
    lines = "\n".join(f"> {line}" for line in text.splitlines())
    return f"On 12 March 2026 Nora Tveit wrote:\n{lines}\n"


def test_what_is_withdrawn_is_in_no_output_afterwards(dana: Run, tmp_path: Path) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    reply = text.replace(
        "to the board.\nYour answer: ", "to the board.\nYour answer: please don't keep this"
    )
    ran = dana("checkback", "dana", "--answer", "-", stdin=reply)
    assert "1 withdrawn" in ran.out
    assert "explains it" not in ran.out
    assert not models.Conversation.objects.filter(meaning=None).exists()
    outputs = [
        dana(*words).out
        for words in (
            ("brief", "dana", "--all"),
            ("export", "dana", "--json"),
            ("export", "dana", "-o", tmp_path / "dana.json"),
            ("checkback", "dana", "--list"),
            ("checkback", "dana", "--list", "--json"),
            ("checkback", "dana", "--as", "mail", "-o", "-"),
            ("show", "--json"),
            ("prepare", "dana"),
            ("questions", "dana"),
            ("fit", "dana"),
            ("accuracy", "--json"),
            ("moments",),
        )
    ]
    assert "explains it" not in "".join(outputs)
    folder = tmp_path / "data"
    assert not any(b"explains it" in file.read_bytes() for file in folder.iterdir())


def test_what_is_not_plain_is_shown_and_not_kept(dana: Run) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    ran = dana(
        "checkback", "dana", "--answer", "-", stdin="1: yes, but not in May\n\n" + quoted(text)
    )
    assert "yes, but not in May" in ran.out
    assert "Kept" not in ran.out
    ran = dana("checkback", "dana", "--answer", "-", "--json", stdin="7: yes\n" + quoted(text))
    fits("answers", ran.json)
    assert ran.json["answers"] == []


ILL = "not quite: I'm off for surgery until June, so it is July"


def test_a_correction_of_a_special_category_is_neither_kept_nor_repeated(
    dana: Run, tmp_path: Path
) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    ran = dana("checkback", "dana", "--answer", "-", stdin=f"1: {ILL}\n2: yes\n" + quoted(text))
    said = " ".join(f"{ran.out} {ran.err}".split())
    assert "1 confirmed, 0 corrected" in said
    assert "words that are not shown (under 1)" in said
    assert "never kept: say how it is without that" in said
    assert "surgery" not in said
    ran = dana("checkback", "dana", "--answer", "-", "--json", stdin=f"1: {ILL}\n" + quoted(text))
    assert [(each["number"], each["text"]) for each in ran.json["unclear"]] == [(1, "")]
    assert not any(b"surgery" in file.read_bytes() for file in (tmp_path / "data").iterdir())


def test_typed_in_it_is_left_open(dana: Run) -> None:
    dana("checkback", "dana", "-o", "-")
    ran = dana("checkback", "dana", "--ask", stdin=f"{ILL}\nyes\n" + "\n" * 9)
    said = " ".join(ran.out.split())
    assert "Left open: it touches health" in said
    assert "1 confirmed, 0 corrected" in said


def test_so_is_a_note_of_ours(dana: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ran = dana("checkback", "dana", "-o", page, "--note", "I'm glad your surgery went well.")
    assert ran.code == 1
    assert "the note touches" in ran.err
    assert "surgery" not in ran.err
    assert not page.exists()


def test_the_answer_file_is_read_and_anothers_is_refused(dana: Run, tmp_path: Path) -> None:
    code = dana("checkback", "dana", "-o", tmp_path / "p.html", "--json").json["code"]
    answers = [{"number": 1, "answer": "yes", "words": ""}]
    file = tmp_path / "answers.json"
    kind = "theirside check-back"
    file.write_text(json.dumps({"kind": kind, "checkback": code, "answers": answers}))
    assert "1 confirmed" in dana("checkback", "dana", "--answer", file).out
    file.write_text(json.dumps({"kind": kind, "checkback": "ffffffff", "answers": answers}))
    ran = dana("checkback", "dana", "--answer", file)
    assert ran.code == 1
    assert "none of Dana Whitfield's" in ran.err


def test_answers_are_typed_in(dana: Run) -> None:
    dana("checkback", "dana", "-o", "-")
    ran = dana("checkback", "dana", "--ask", stdin="y\n" * 9)
    assert "confirmed" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--tone", "jolly"), 1, "formal, short, warm"),
        (("--as", "pdf"), 2, "html, md, mail"),
        (("--note", "Our special offer ends soon"), 2, "special offer"),
        (("--answer", "nothing.eml"), 1, "nothing.eml: no such file"),
    ],
)
def test_what_is_wrong_is_said(dana: Run, words: tuple[str, ...], code: int, said: str) -> None:
    ran = dana("checkback", "dana", *words)
    assert ran.code == code
    assert said in ran.err


def test_an_answer_before_any_check_back_is_an_error(dana: Run) -> None:
    ran = dana("checkback", "dana", "--answer", "-", stdin="1: yes")
    assert ran.code == 1
    assert "no check-back was made yet" in ran.err


def test_without_any_judgement_accuracy_says_so(dana: Run) -> None:
    assert "Nobody has judged a statement yet" in dana("accuracy").out


def test_the_readable_export_tells_what_was_checked_back(dana: Run, tmp_path: Path) -> None:
    text = dana("checkback", "dana", "--as", "mail", "-o", "-").out
    number = re.search(r"\[(\d)\] If this slips", text)
    assert number
    dana("checkback", "dana", "--answer", "-", stdin=f"{number[1]}: yes\n\n" + quoted(text))
    dana("export", "dana", "-o", tmp_path / "out")
    told = (tmp_path / "out" / "everything.txt").read_text(encoding="utf-8")
    section = told.partition("Checked back with them on ")[2]
    assert "signed Nora Tveit" in section.splitlines()[0]
    assert re.search(rf"{number[1]}\. If this slips.*\n      confirmed \d", section)
