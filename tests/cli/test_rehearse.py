"""``theirside rehearse``: role-play in two chairs, from a pipe as from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.app import queries

REPLIES = "How do you go about the rounds today?\n\nThat is understandable.\n"


def test_replies_come_from_a_pipe_one_a_line_and_it_is_kept(sample: Run) -> None:
    ran = sample("rehearse", "sigrun", "--seed", "1", stdin=REPLIES)
    assert ran.code == 0
    assert ran.out.startswith("You face Sigrun Aas.")
    assert "▸ How do you go about the rounds today?\n◂ Sigrun: " in ran.out
    [kept] = queries.rehearsals(whole=True)
    replies = [each.reply for each in kept.exchanges]
    assert replies == ["", "How do you go about the rounds today?", "That is understandable."]
    assert f"--resume {kept.code}" in ran.out
    assert kept.end


def test_it_has_the_documented_form_and_its_quotes_stand(sample: Run) -> None:
    form = sample("rehearse", "sigrun", "--seed", "1", "--json", stdin=REPLIES).json
    fits("looked_back", form)
    lines = [line for each in form["rehearsal"]["exchanges"] for line in each["lines"]]
    told = [quote for line in lines for quote in quotes_in(line)]
    assert told
    for quote in told:
        turn = queries.conversation(quote["conversation"]).conversation.turns[quote["turn"]]
        assert turn.text[quote["start"] : quote["end"]] == quote["quote"]
    fits("rehearsals", sample("rehearse", "--list", "--json").json)
    fits("export", sample("export", "sigrun", "--json").json)


def test_who_asks_for_all_that_is_kept_reads_it_as_role_play(sample: Run) -> None:
    sample("rehearse", "sigrun", "--seed", "1", stdin=REPLIES)
    sample("export", "sigrun", "-o", "out")
    text = Path("out/everything.txt").read_text(encoding="utf-8")
    assert "role-play with what they said, no real talk" in text
    assert "we: How do you go about the rounds today?\n    Sigrun, played: " in text


def test_the_same_seed_plays_alike(sample: Run) -> None:
    one, other = (
        sample("rehearse", "sigrun", "--seed", "3", "--json", stdin=REPLIES).json for _ in range(2)
    )
    spoken = [
        [line["text"] for each in form["rehearsal"]["exchanges"] for line in each["lines"]]
        for form in (one, other)
    ]
    assert spoken[0] == spoken[1]


def test_in_the_other_chair_the_seller_has_our_habits(sample: Run) -> None:
    ran = sample("rehearse", "sigrun", "--chair", "customer", stdin="It is too dear for us.\n")
    assert ran.out.startswith("You are Sigrun Aas. The seller talks as you do.")
    assert "of the words (" in ran.out
    assert "◂ Seller: " in ran.out
    assert "Your habits, as they came up" in ran.out


def test_nothing_typed_ends_well_and_is_kept(sample: Run) -> None:
    ran = sample("rehearse", "sigrun", stdin="")
    assert ran.code == 0
    assert len(queries.rehearsals()) == 1


def test_ctrl_c_ends_well_and_keeps_what_was_said(
    sample: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from theirside.cli import rehearsing

    def stopped(*, quiet: bool):  # type: ignore[no-untyped-def]
        del quiet
        yield "How do you go about the rounds today?"
        raise KeyboardInterrupt

    monkeypatch.setattr(rehearsing, "_replies", stopped)
    ran = sample("rehearse", "sigrun")
    assert ran.code == 0
    assert "What may have gone on in them" in ran.out
    assert queries.rehearsals()[0].replies == 1


def test_a_kept_one_is_listed_gone_on_with_looked_back_on_and_erased(sample: Run) -> None:
    sample("rehearse", "sigrun", stdin=REPLIES)
    [kept] = queries.rehearsals()
    assert kept.code in sample("rehearse", "--list").out
    assert kept.code not in sample("rehearse", "callum", "--list").out

    out = sample("rehearse", "--resume", kept.code, stdin="Who decides?\n").out
    assert "from where it stood" in out
    assert queries.rehearsal(kept.code).replies == 3
    assert "What you did" in sample("rehearse", "--look-back", kept.code).out

    assert "Erased" in sample("rehearse", "--erase", kept.code).out
    assert "No rehearsal is kept" in sample("rehearse", "--list").out


def test_inside_shows_what_each_reply_did_as_one_goes(sample: Run) -> None:
    out = sample("rehearse", "sigrun", "--inside", stdin="You have to sign today.\n").out
    assert "pressed: trust -2" in out.partition("What may have gone on")[0].replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sigrun", "--chair", "sofa"), "seller or customer"),
        ((), "--list"),
        (("--list", "--erase", "x"), "--list"),
    ],
)
def test_a_wrong_usage_is_told(sample: Run, words: tuple[str, ...], told: str) -> None:
    ran = sample("rehearse", *words)
    assert ran.code == 2
    assert told in ran.err


def test_what_is_not_there_is_told(sample: Run) -> None:
    assert sample("rehearse", "Zebulon").code == 1
    ran = sample("rehearse", "--look-back", "nothing")
    assert (ran.code, "nothing" in ran.err) == (1, True)
    assert sample("rehearse", "sigrun", "--chair", "customer", "--as", "Zebulon").code == 1
