"""Reading ``offer.yaml`` so that every mistake is told with its line and what to do about it.

PyYAML's nodes keep the line of each value; a library that validates plain dictionaries would not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from theirside.errors import SettingsError

_REQUIRED = "\x00"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of the file: its values by key, and where it stands."""

    file: str
    line: int
    values: dict[str, Node]

    def only(self, *allowed: str) -> None:
        """Refuse keys that are not known: most often a misspelling that would go unnoticed."""
        for key, node in self.values.items():
            if key not in allowed:
                near = get_close_matches(key, allowed, 1)
                remedy = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(allowed)}"
                self.refuse(node, f"{key!r} is not known here; {remedy}")

    def text(self, key: str, default: str = _REQUIRED) -> str:
        """Return a text; ``default`` where it is missing, else that is an error."""
        node = self.values.get(key)
        if node is None:
            if default is _REQUIRED:
                self.refuse(None, f"{key!r} is missing; add `{key}: …`")
            return default
        if not isinstance(node, ScalarNode) or not node.value.strip():
            self.refuse(node, f"{key!r} must be a text; write `{key}: some words`")
        return " ".join(str(node.value).split())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where it is missing."""
        node = self.values.get(key)
        if node is None or _is_null(node):
            return ()
        if not isinstance(node, SequenceNode):
            self.refuse(node, f"{key!r} must be a list; write `{key}: [one, two]`")
        for each in node.value:
            if not isinstance(each, ScalarNode) or not each.value.strip():
                self.refuse(each, f"each of {key!r} must be a text; put quotes round it")
        return tuple(" ".join(str(each.value).split()) for each in node.value)

    def yes_or_no(self, key: str) -> bool:
        """Return whether something is so; no where it is missing."""
        node = self.values.get(key)
        if node is None or _is_null(node):
            return False
        if not isinstance(node, ScalarNode) or node.tag != "tag:yaml.org,2002:bool":
            self.refuse(node, f"{key!r} must be yes or no; write `{key}: yes`")
        return str(node.value).casefold() in {"yes", "true", "on"}

    def patterns(self, key: str) -> None:
        """Refuse a list of texts in which one between slashes is no regular expression."""
        for text in self.texts(key):
            if len(text) > 2 and text.startswith("/") and text.endswith("/"):
                try:
                    re.compile(text[1:-1])
                except (re.error, OverflowError, RecursionError) as error:
                    problem = f"{text} is not a regular expression ({error}); leave out the slashes"
                    self.refuse(self.values[key], f"{problem} to mean the words themselves")

    def entries(self, key: str) -> Sequence[Entry]:
        """Return a list of mappings, empty where it is missing."""
        node = self.values.get(key)
        if node is None or _is_null(node):
            return ()
        if not isinstance(node, SequenceNode):
            self.refuse(node, f"{key!r} must be a list; begin each of its entries with `- `")
        return [_entry(self.file, each, f"each of {key!r}") for each in node.value]

    def unique(self, key: str) -> Sequence[Entry]:
        """Return a list of mappings whose ``id`` occurs once."""
        found = self.entries(key)
        seen: set[str] = set()
        for entry in found:
            name = entry.text("id")
            if name in seen:
                entry.refuse(None, f"the id {name!r} is used twice in {key!r}; rename one")
            seen.add(name)
        return found

    def refuse(self, node: Node | None, problem: str) -> NoReturn:
        """Raise the error, with the line of the node or of this entry."""
        line = node.start_mark.line + 1 if node is not None else self.line
        raise SettingsError(f"{self.file}, line {line}: {problem}")


def entry_of(path_or_text: Path | str) -> Entry:
    """Return the outermost mapping of a file, or of YAML text (a string that has line ends)."""
    file, text = _text_of(path_or_text)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise SettingsError(
            f"{file}, line {line}: not valid YAML ({error.problem}); "
            "check the indentation, and put quotes round texts that hold a colon"
        ) from error
    except (YAMLError, RecursionError) as error:
        raise SettingsError(f"{file}: not valid YAML; write it as docs/offer.md shows") from error
    if node is None:
        raise SettingsError(f"{file}, line 1: the file is empty; begin with `name: …`")
    return _entry(file, node, "the file")


def _text_of(path_or_text: Path | str) -> tuple[str, str]:
    if isinstance(path_or_text, str) and ("\n" in path_or_text or ": " in path_or_text):
        return "offer.yaml", path_or_text
    try:
        return str(path_or_text), Path(path_or_text).read_text("utf-8")
    except (OSError, ValueError) as error:
        reason = "not UTF-8; save it as UTF-8" if isinstance(error, UnicodeError) else "unreadable"
        raise SettingsError(f"{path_or_text}: {reason} ({error})") from error


def _entry(file: str, node: Node, what: str) -> Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, MappingNode):
        raise SettingsError(f"{file}, line {line}: {what} must be `key: value` lines")
    values: dict[str, Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            again = key.start_mark.line + 1
            raise SettingsError(f"{file}, line {again}: {name!r} is given twice; keep one")
        values[name] = value
    return Entry(file, line, values)


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null"
