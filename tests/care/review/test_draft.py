"""A draft's sentences, where they stand, and what each of them is."""

from __future__ import annotations

from theirside.care.review.draft import Draft, DraftKind, Part, draft

MAIL = (
    "Subject: The cards\n\nHi Dana,\n\nthe cards are here. Is Monday\nfine?\n\nThey cost nothing.\n"
)


def said(it: Draft) -> list[tuple[Part, str]]:
    return [(each.part, it.text[each.start : each.end]) for each in it.clauses]


def test_subject_greeting_and_sentences_are_told_apart() -> None:
    assert said(draft(MAIL)) == [
        (Part.SUBJECT, "The cards"),
        (Part.GREETING, "Hi Dana,"),
        (Part.BODY, "the cards are here."),
        (Part.BODY, "Is Monday\nfine?"),
        (Part.BODY, "They cost nothing."),
    ]


def test_the_body_is_numbered_and_knows_its_paragraphs() -> None:
    body = draft(MAIL).body
    assert [each.number for each in body] == [0, 1, 2]
    assert body[0].paragraph == body[1].paragraph
    assert body[2].paragraph == body[1].paragraph + 1


def test_a_sentence_over_two_lines_reads_as_one() -> None:
    assert draft(MAIL).body[1].smooth.text == "Is Monday fine?"
    assert draft(MAIL).body[1].size == 3


def test_lines_and_columns_count_from_one() -> None:
    it = draft("ab\ncd\n")
    assert [it.place(at) for at in (0, 1, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert [it.text[slice(*it.line(number))] for number in (1, 2)] == ["ab", "cd"]


def test_the_words_of_the_draft_are_those_of_its_sentences() -> None:
    it = draft("One. Two!")
    assert {"one", "two"} <= it.words
    assert "three" not in it.words


def test_an_empty_draft_has_nothing() -> None:
    it = draft("")
    assert (it.clauses, it.own, it.place(0)) == ((), (), (1, 1))


def test_headings_of_a_note_are_no_sentences() -> None:
    it = draft("# Whitfield\n\nThey pay late.", DraftKind.NOTE)
    assert [each.part for each in it.clauses] == [Part.HEADING, Part.BODY]
