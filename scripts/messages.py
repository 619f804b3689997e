#!/usr/bin/env python3
"""Gathers the words of the pages for translators: ``make messages``, ``make messages LANG=de``.

Without a language it writes ``locale/django.pot``, every word that a page says, those of the data
files among them (``data_words.py``); a test fails when that no longer holds. With one it brings
``locale/<language>/LC_MESSAGES/django.po`` up to date, making it at first, and compiles what is
translated.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from runpy import run_path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "theirside" / "app" / "web"
LOCALE = WEB / "locale"
POT = LOCALE / "django.pot"
_CALLS: Mapping[str, object] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
"""The functions that ask for a translation, and which of their arguments hold the words."""
_SIGN = "to_translate"
"""What marks constant sentences in rooms that know no other language than English."""


def sources() -> Iterator[tuple[Path, str]]:
    """Yield every file that holds words, with what of it reads as Python."""
    for path in sorted(WEB.rglob("*.py")):
        yield path, path.read_text("utf-8")
    for path in sorted((WEB / "templates").rglob("*.html")):
        made = templatize(path.read_text("utf-8"), origin=str(path))
        yield path, "\n".join(line.strip() for line in made.splitlines())


def catalogue() -> Catalog:
    """Return every word, with the files that say it and what was noted for translators."""
    made = Catalog(charset="utf-8")
    for path, text in sources():
        found = extract("python", io.BytesIO(text.encode()), _CALLS, ["Translators:"])
        for _line, words, notes, context in found:
            where = (path.relative_to(WEB).as_posix(), None)
            made.add(words, locations=[where], auto_comments=notes, context=context)
    for path in sorted((ROOT / "src").rglob("*.py")):
        text = path.read_text("utf-8")
        if f"{_SIGN}(" in text and not path.is_relative_to(WEB):
            for _line, words, _notes, _context in extract(
                "python", io.BytesIO(text.encode()), {_SIGN: None}
            ):
                made.add(words, locations=[(path.relative_to(WEB.parents[1]).as_posix(), None)])
    for file, note, text in data_words()["words"]():
        where = (file.relative_to(WEB.parents[1]).as_posix(), None)
        made.add(text, locations=[where], auto_comments=[note])
    return made


def data_words() -> Mapping[str, Any]:
    """Return the names of the script beside this one, from wherever this one is run."""
    return run_path(str(Path(__file__).with_name("data_words.py")))


def as_text(made: Catalog) -> str:
    """Return a catalogue as it is kept: sorted, without dates, so that only changes change it."""
    kept = io.BytesIO()
    write_po(kept, made, width=98, omit_header=True, sort_output=True)
    return _header(made) + kept.getvalue().decode()


def _header(made: Catalog) -> str:
    lines = ["Project-Id-Version: Theirside", "Content-Type: text/plain; charset=utf-8"]
    lines.append("Content-Transfer-Encoding: 8bit")
    if made.locale is not None:
        lines += [f"Language: {made.locale}", f"Plural-Forms: {made.plural_forms}"]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def translate_into(language: str) -> tuple[Path, int]:
    """Bring a language up to date with the pages and compile it.

    Returns the file to edit and how many messages are translated.
    """
    folder = LOCALE / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "django.po"
    kept = Catalog(locale=language, charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            kept = read_po(file, locale=language)
    kept.update(catalogue())
    path.write_text(as_text(kept), "utf-8")
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, kept)
    return path, sum(1 for each in kept if each.id and all(_strings(each)) and not each.fuzzy)


def _strings(each: Message) -> tuple[str, ...]:
    return (each.string,) if isinstance(each.string, str) else tuple(each.string or ("",))


def main(languages: list[str]) -> None:
    """Write the words, and bring these languages up to date."""
    LOCALE.mkdir(exist_ok=True)
    made = catalogue()
    POT.write_text(as_text(made), "utf-8")
    print(f"{POT.relative_to(ROOT)}: {len(made)} messages")  # noqa: T201
    for each in languages:
        path, done = translate_into(each)
        print(f"{path.relative_to(ROOT)}: {done} of {len(made)} translated")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
