"""Every language file's own examples, run: what fires and what stays silent."""

from __future__ import annotations

import pytest

from theirside.intake.mail.languages import Example, Language, languages, lexicon
from theirside.intake.mail.reply import split

_FIRES = [(language.code, example) for language in languages() for example in language.fires]
_SILENT = [(language.code, example) for language in languages() for example in language.silent]


@pytest.mark.parametrize(("code", "example"), _FIRES)
def test_a_reply_in_this_language_is_told_apart(code: str, example: Example) -> None:
    body = split(example.text)
    assert body.text == example.new, code
    assert body.apart


@pytest.mark.parametrize(("code", "example"), _SILENT)
def test_ordinary_sentences_in_this_language_stay(code: str, example: Example) -> None:
    body = split(example.text)
    assert body.text == example.text.strip(), code
    assert body.apart == ()


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.code)
def test_each_language_brings_its_words_and_examples(language: Language) -> None:
    assert len(language.fires) >= 2
    assert len(language.silent) >= 2
    assert {"from", "sent", "to", "subject"} <= {kind for kind, _ in language.fields}
    for kind in ("verbs", "original", "forwarded", "closings", "thanks", "sent_from", "notices"):
        assert getattr(language, kind), kind


def test_there_are_at_least_ten_languages_and_no_code_twice() -> None:
    codes = [language.code for language in languages()]
    assert len(codes) == len(set(codes)) >= 10


def test_the_lexicon_is_compiled_once() -> None:
    assert lexicon() is lexicon()
