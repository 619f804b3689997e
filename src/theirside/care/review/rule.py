"""What a rule is, and how its data file is read.

A rule is one file, ``packs/<pack>/<name>.yaml``: what it looks for, by one of a few kinds (see
``kinds``), what is said of what it finds, why it reads so from their side, what would be better,
where that comes from, and drafts in which it must fire and in which it must stay silent. The form
is described in docs/review.md.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from theirside.care.review.draft import Draft, DraftKind
from theirside.care.review.finding import Hit, Level
from theirside.care.review.kept import contents, rule_files
from theirside.datafile import name_of, naming
from theirside.errors import NotFoundError, SettingsError
from theirside.reader.words import parsed

if TYPE_CHECKING:
    from theirside.care.review.them import Them


class Kind(Protocol):
    """The working part of a rule; its module in ``kinds`` makes it by ``read(content)``."""

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:
        """Yield what it finds; ``them`` is whom the draft is for, where that is known."""
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``kinds`` are the kinds of draft that it reads; ``on`` whether it is by default."""

    id: str
    name: str
    kind: str
    kinds: frozenset[DraftKind]
    level: Level
    on: bool
    message: str
    why: str
    better: str
    source: str
    looks: Kind

    @property
    def pack(self) -> str:
        """The pack that it belongs to."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Example:
    """A draft in which a rule must fire (or stay silent).

    ``at`` is what must be underlined ("" for anything). ``they`` tells of its reader, as pairs: a
    facet and what they said, a ``question`` that they asked, a ``misbelief`` followed by its
    ``fact``, a ``promise`` that we gave followed by the day when it is ``due``, what we ``gave`` or
    ``asked`` followed by the day when we did (``on``).
    """

    text: str
    kind: DraftKind
    at: str = ""
    they: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Documented:
    """A rule with its examples of both kinds."""

    rule: Rule
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, pack by pack. Raises ``SettingsError`` for a bad file."""
    return {rule.id: rule for rule in map(rule_of, contents())}


def packs() -> tuple[str, ...]:
    """Return the names of the packs."""
    return tuple(dict.fromkeys(rule.pack for rule in rules().values()))


def documented() -> list[Documented]:
    """Return every rule with its examples, from the files themselves."""
    found = []
    for path in rule_files():
        content = parsed(path.read_text(encoding="utf-8"), name_of(path))
        rule = rule_of(content)
        if rule.id != f"{path.parent.name}.{path.stem}":
            raise SettingsError(f"{path.name}: its id is {rule.id}, which is another file's name.")
        examples = content.get("examples", {})
        default = next(each for each in DraftKind if each in rule.kinds)
        fires, silent = (
            tuple(_example(each, default) for each in examples.get(kind, ()))
            for kind in ("fires", "silent")
        )
        found.append(Documented(rule, fires, silent))
    return found


def rule_of(content: Mapping[str, Any]) -> Rule:
    """Return the rule that a data file's content describes."""
    name = content.get("id", "(without an id)")
    with naming(f"The rule {name}"):
        return Rule(
            id=content["id"],
            name=content["name"],
            kind=content["kind"],
            kinds=frozenset(DraftKind(each) for each in content.get("in", DraftKind)),
            level=Level(content.get("level", Level.WARNING)),
            on=content.get("default", "on") != "off",
            message=content["message"],
            why=content["why"],
            better=content["better"],
            source=content["source"],
            looks=_kind(content["kind"]).read(content),
        )


@cache
def _kind(name: str) -> Any:
    if name not in kind_names():
        raise ValueError(f"kind: {name!r} is none of {', '.join(kind_names())}")
    return importlib.import_module(f"theirside.care.review.kinds.{name}")


@cache
def kind_names() -> tuple[str, ...]:
    """Return the kinds of rules that there are."""
    from theirside.care.review import kinds

    return tuple(found.name for found in pkgutil.iter_modules(kinds.__path__))


def _example(content: str | Mapping[str, Any], default: DraftKind) -> Example:
    if isinstance(content, str):
        return Example(content, default)
    return Example(
        text=content["draft"],
        kind=DraftKind(content.get("kind", default)),
        at=content.get("at", ""),
        they=tuple(
            (facet, said) for each in content.get("they", ()) for facet, said in each.items()
        ),
    )


def find_rules(name: str) -> list[Rule]:
    """Return the rule of that id, or the rules of that pack. Raises ``NotFoundError``."""
    known = rules()
    found = [known[name]] if name in known else [r for r in known.values() if r.pack == name]
    if not found:
        from difflib import get_close_matches

        near = get_close_matches(name, [*known, *packs()], n=3)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`theirside rules` lists them"
        raise NotFoundError(f"No rule or pack is called {name!r}. {hint}")
    return found
