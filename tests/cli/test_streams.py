"""No terminal, no pipe and no closed stream makes a command fall over."""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import DANA, NORA, Run, mail
from theirside.cli.printing import print_json
from theirside.cli.streams import make_ready, plain_sign


def written(encoding: str, write: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> str:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    make_ready()
    write()
    sys.stdout.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("sign", "plain"),
    [("“", '"'), ("’", "'"), ("…", "..."), ("é", "e"), ("ø", "o"), ("✓", "+"), ("日", "?")],
)
def test_a_sign_that_cannot_be_shown_becomes_the_nearest_plain_one(sign: str, plain: str) -> None:
    assert plain_sign(sign) == plain


@given(st.text())
def test_every_text_can_be_written_in_ascii(text: str) -> None:
    make_ready()
    assert codecs.encode(text, "ascii", "theirside.plain").isascii()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_no_encoding_makes_printing_fail(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = written(encoding, lambda: sys.stdout.write("“Skarvøy” ✓ \udc80\n"), monkeypatch)
    assert "Skarv" in out
    assert out.endswith("?\n")


def test_json_is_whole_whatever_the_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"words": "“Skarvøy” 日本 \x9b \u202e \udc80"}
    for encoding in ("ascii", "latin-1", "utf-8"):
        out = written(encoding, lambda: print_json(value), monkeypatch)
        assert json.loads(out) == value


def test_json_holds_nothing_that_steers_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = written("utf-8", lambda: print_json(["a\x1bb\x9bc\u202ed\x7f"]), monkeypatch)
    assert not {"\x1b", "\x9b", "\u202e", "\x7f"} & set(out)


def test_closed_streams_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    make_ready()
    opened = sys.stdin, sys.stdout, sys.stderr
    assert sys.stdin.read() == ""
    sys.stdout.write("nobody reads this")
    for stream in opened:
        stream.close()


def test_an_error_message_holds_nothing_that_steers_a_terminal(theirside: Run) -> None:
    ran = theirside("brief", "dana\x1b[2J\u202e")
    assert ran.code == 1
    assert not {"\x1b", "\u202e"} & set(ran.err)


@pytest.mark.parametrize("error", [BrokenPipeError(), KeyboardInterrupt(), OSError(28, "full")])
def test_what_stops_a_command_is_one_line_and_a_code(
    theirside: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    from theirside.app import queries
    from theirside.cli import streams

    def stop() -> None:
        raise error

    let_go: list[str] = []
    monkeypatch.setattr(queries, "people", stop)
    monkeypatch.setattr(streams, "let_go_of_output", lambda: let_go.append("let go"))
    ran = theirside("people")
    assert ran.code == {"BrokenPipeError": 0, "KeyboardInterrupt": 130}.get(type(error).__name__, 1)
    assert len(ran.err.splitlines()) == (0 if isinstance(error, BrokenPipeError) else 1)
    assert bool(let_go) is isinstance(error, OSError)


def test_a_question_that_nobody_answers_changes_nothing(theirside: Run, tmp_path: object) -> None:
    from pathlib import Path

    box = Path(str(tmp_path)) / "mail.eml"
    box.write_text(mail(DANA, NORA, 1, "Our biggest problem is the queue."), encoding="utf-8")
    theirside("init", "--us", "fjord.example")
    theirside("add", box)
    ran = theirside("forget", "dana", stdin="")
    assert ran.code == 1
    assert "nothing more was changed" in ran.err
    assert "Dana Whitfield" in theirside("people").out


def test_an_output_that_cannot_be_written_is_named(theirside: Run, tmp_path: object) -> None:
    ran = theirside("convert", "-", "-o", str(tmp_path), stdin="")
    assert ran.code == 1
    assert str(tmp_path) in ran.err
    assert "Traceback" not in ran.err
