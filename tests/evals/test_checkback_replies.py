"""Nothing is misattributed and nothing lost, in whatever form a reply to a check-back comes."""

from __future__ import annotations

import pytest

from evals.checkback_forms import FORMS, Form
from evals.checkback_given import STYLES, WORDS, given, reply, second_round
from evals.checkback_replies import judge, read, tally
from theirside.serve.checkback.statement import Answer, Reply, Verdict

PLAIN = [form for form in FORMS if form.plain]
OUTLOOK = next(form for form in FORMS if form.name == "Outlook, plain")
GMAIL = next(form for form in FORMS if form.name == "Gmail, plain")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_form_and_no_way_of_answering_loses_or_misplaces_an_answer(form: Form) -> None:
    for style in STYLES:
        done = tally(form, style, range(0, len(WORDS), 3))
        assert not done.counts["wrong"] + done.counts["lost"], done.faults
        if style != "bottom":
            assert not done.counts["asked in vain"], done.faults


@pytest.mark.parametrize("form", PLAIN, ids=lambda form: form.name)
@pytest.mark.parametrize("style", STYLES)
def test_our_own_words_of_an_earlier_round_are_never_theirs(form: Form, style: str) -> None:
    said = {1: WORDS[0], 2: WORDS[1], 4: WORDS[2]}
    raw = second_round(form, style, said, "Correct, thank you.", "3: not quite: mail is fine, too")
    found = read(raw)
    assert Answer(3, Verdict.NOT_QUITE, "mail is fine, too") in found.answers
    assert {each.number for each in found.answers} <= {1, 2, 3, 4}
    told = {each.number: (each.verdict, each.text) for each in found.answers if each.number != 3}
    assert told.items() <= {number: words[1:] for number, words in said.items()}.items()


def test_what_was_given_under_another_statement_counts_as_wrong() -> None:
    said = {1: WORDS[0]}
    assert [what for what, _ in judge(Reply((Answer(2, Verdict.YES),), ()), said)] == [
        "lost",
        "wrong",
    ]


def test_a_reply_that_answers_one_and_says_nothing_of_the_rest_answers_one() -> None:
    found = read(reply(OUTLOOK, "behind", {4: WORDS[2]}))
    assert found == Reply((Answer(4, Verdict.DONT_KEEP),), ())


def test_a_line_of_theirs_that_the_program_broke_is_kept_whole() -> None:
    said = {5: ("not quite: the board decides in May and never before", Verdict.NOT_QUITE, "")}
    found = read(reply(GMAIL, "behind", said))
    assert found.answers == (
        Answer(5, Verdict.NOT_QUITE, "the board decides in May and never before"),
    )


def test_an_answer_below_an_unmarked_quote_is_asked() -> None:
    found = read(reply(OUTLOOK, "bottom", {2: WORDS[0]}))
    assert found.answers == ()
    assert [(each.number, each.text) for each in found.unclear] == [(2, "2: yes")]


def test_every_reply_leaves_one_statement_out() -> None:
    assert all(len(given(turn)) == 4 for turn in range(len(WORDS)))


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("-> yes", Verdict.YES),
        ("=> please don't keep this", Verdict.DONT_KEEP),
        ("👍", Verdict.YES),
        ("*yes*", Verdict.YES),
        ("yes\n\nSent from my iPhone", Verdict.YES),
        ("yes / no", None),
        ("DW: please don't keep this", None),
        ("same as above", None),
        ("🤔", None),
        ("correct?", None),
        ("please keep this", None),
    ],
)
@pytest.mark.parametrize("form", [GMAIL, OUTLOOK], ids=lambda form: form.name)
def test_what_people_write_around_an_answer_is_read_or_asked(
    form: Form, words: str, verdict: Verdict | None
) -> None:
    found = read(reply(form, "under", {2: (words, verdict, "")}))
    assert found.answers == ((Answer(2, verdict),) if verdict else ())
    assert [each.number for each in found.unclear] == ([] if verdict else [2])
