"""Of what a brief states, how much is true? By patterns alone, and by patterns and model.

    python -m evals.statements list INPUTS --out FILE [--model FOLDER] [--seed N] [--count 200]
    python -m evals.statements judge FILE [VERDICTS]
    python -m evals.statements score INPUTS [--model FOLDER]

``list`` does the main job on the sample workspace and on INPUTS, once with each reader, and writes
a sample of the statements into FILE, to be judged by reading: numbered, with what was said before.
Which reader makes which stands only at the end of FILE, so that nobody judges by it. Drawn are all
of the sample workspace and, of the inputs, a like share of every source and kind; where that is
more than ``count``, half of them come from the sample workspace. Statements judged before are left
out (``--again`` lists them too). FILE holds people's words: it is never committed.

``judge`` takes lines ``number<TAB>true|false<TAB>reason`` (no words of the inputs in the reason)
from FILE itself or from VERDICTS, and keeps them in ``judged_statements.tsv`` by identifier.

``score`` prints, for each reader, for both and for what only one of them says, how many statements
are shown, how many of the judged ones are true, and how many nobody has judged. Sides are those
that the source tells (the calls in INPUTS/vcon do), elsewhere assigned as in ``evals/inputs.py``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from evals.inputs import with_guessed_sides
from evals.judgements import (
    JUDGED,
    numbered,
    read_judged,
    tally,
    verdicts_in,
    write_judged,
)
from evals.shown import Statement, kind_of, source_of, statements
from theirside.conversation import Conversation, Side
from theirside.reader import Reader, read
from theirside.understand.offer import Offer

SAMPLE = "sample"
SOURCES = ("vcon", "zoom", "mailing-lists", "slack", "whatsapp")
PATTERNS, BOTH = "patterns alone", "patterns and model"
BEFORE, AFTER = 400, 200
"""Characters of what was said before and after that are printed for whoever judges."""


@dataclass(frozen=True, slots=True)
class Source:
    """Conversations that belong together, with our offer where we know it."""

    name: str
    talks: Sequence[Conversation]
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What each reader states, by the statements' identifiers."""

    by: Mapping[str, Mapping[str, Statement]]

    @property
    def every(self) -> dict[str, Statement]:
        """All statements, whoever makes them."""
        return {name: each for found in self.by.values() for name, each in found.items()}

    def rows(self) -> dict[str, set[str]]:
        """Return the identifiers of each reader, of both and of one only."""
        sets = {reader: set(found) for reader, found in self.by.items()}
        if BOTH in sets:
            first, second = sets[PATTERNS], sets[BOTH]
            sets |= {
                "in both": first & second,
                "only with the model": second - first,
                "only by patterns alone": first - second,
            }
        return sets


def sources(inputs: Path) -> list[Source]:
    """Return the sample workspace and the inputs, ready to be understood."""
    import theirside
    from theirside import sample
    from theirside.intake.load import Intake

    where = sample.folder()
    parts = (str(where / part) for part in ("mail", "calls", "chat"))
    talks = list(theirside.load(*parts, us=list(sample.US)))
    found = [Source(SAMPLE, talks, theirside.load_offer(where / "offer.yaml"))]
    return found + [
        Source(name, [with_sides(each) for each in Intake([inputs / name])])
        for name in SOURCES
        if (inputs / name).exists()
    ]


def with_sides(talk: Conversation) -> Conversation:
    """Return the talk with sides: its own where its source tells both, else guessed ones."""
    told = {who.side for who in talk.speakers}
    return talk if {Side.OURS, Side.THEIRS} <= told else with_guessed_sides(talk)


def readers(model: Path | None) -> dict[str, Reader]:
    """Return the readers that are compared; without a model only the patterns."""
    from theirside.reader.combined import CombinedReader
    from theirside.reader.encoder import Encoder
    from theirside.reader.measured import measured
    from theirside.reader.patterns import PatternReader

    found: dict[str, Reader] = {PATTERNS: PatternReader()}
    if model is not None:
        found[BOTH] = CombinedReader(encoder=Encoder(model), figures=measured(model))
    return found


def made_of(found: Sequence[Source], compared: Mapping[str, Reader]) -> Made:
    """Do the main job with each reader."""
    from theirside.understand import understand

    by: dict[str, dict[str, Statement]] = {}
    for name, reader in compared.items():
        by[name] = {}
        for source in found:
            annotations = {talk.id: read(talk, reader) for talk in source.talks}
            understood = understand(source.talks, annotations, offer=source.offer)
            by[name] |= {each.id: each for each in statements(source.name, understood)}
    return Made(by)


def drawn(names: Collection[str], count: int, seed: int) -> list[str]:
    """Draw statements: all of the sample workspace, and of the rest a like share of every kind.

    Which ones are drawn first hangs on seed and identifier alone, so that another reader's list
    has as many as can be of those that were judged.
    """
    own = [each for each in names if source_of(each) == SAMPLE]
    rest = [each for each in names if source_of(each) != SAMPLE]
    own = _even(own, max(count - len(rest), count // 2), seed)
    return sorted(own + _even(rest, count - len(own), seed))


def _chance(seed: int, name: object) -> float:
    told = blake2b(f"{seed}:{name}".encode(), digest_size=6).digest()
    return int.from_bytes(told, "big") / 256**6


def _even(names: Collection[str], count: int, seed: int) -> list[str]:
    """Return so many, every source and kind giving the same share of its statements."""
    strata: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in sorted(names, key=lambda name: _chance(seed, name)):
        strata[source_of(each), kind_of(each)].append(each)
    placed = [
        ((place + _chance(seed, stratum)) / len(inside), each)
        for stratum, inside in strata.items()
        for place, each in enumerate(inside)
    ]
    return [each for _, each in sorted(placed)[:count]]


def sheet(
    chosen: Sequence[Statement], talks: Mapping[tuple[str, str], Conversation], made: Made
) -> str:
    """Return the list to judge by: numbered statements with what was said around them."""
    parts = ["True or false? One line for each: number<TAB>true|false<TAB>reason\n"]
    for number, each in enumerate(chosen, 1):
        talk = talks[each.source, each.quote.conversation]
        parts.append(f"#{number} {each.id}\n{_told(each, talk)}")
    parts.append("Which reader makes which\n")
    parts += [
        f"{number:>5}  {', '.join(reader for reader in made.by if each.id in made.by[reader])}"
        for number, each in enumerate(chosen, 1)
    ]
    return "\n".join(parts)


def _told(each: Statement, talk: Conversation) -> str:
    at, turn = each.quote, talk.turns[each.quote.turn]
    said = [f"{turn.speaker.label}: {turn.text}" for turn in talk.turns[: at.turn]]
    before = _one_line(" / ".join(said[-3:]))[-BEFORE:]
    own = _one_line(turn.text[: at.start])[-BEFORE:]
    after = _one_line(turn.text[at.end :])[:AFTER]
    if not after and at.turn + 1 < len(talk.turns):
        following = talk.turns[at.turn + 1]
        after = f"/ {following.speaker.label}: {following.text}"[:AFTER]
    return (
        f"   before  … {before}\n"
        f"   {turn.speaker.label} ({turn.speaker.side})  … {own} "
        f"«{_one_line(at.text)}» {_one_line(after)} …\n"
        f"   {each.person} > {each.words}: “{_one_line(at.text)}”\n"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def write_list(options: argparse.Namespace) -> None:
    """Write the list."""
    found = sources(options.inputs)
    made = made_of(found, readers(options.model))
    judged = {} if options.again else read_judged(options.judged)
    every = made.every
    names = drawn(every, options.count, options.seed)
    chosen = [every[each] for each in names if each not in judged]
    talks = {(source.name, talk.id): talk for source in found for talk in source.talks}
    options.out.write_text(sheet(chosen, talks, made), encoding="utf-8")
    for reader, shown in made.rows().items():
        print(f"{reader:<24}{len(shown):>6}, of them drawn {len(shown & set(names))}")
    print(f"{len(names)} drawn, {len(names) - len(chosen)} judged before, {len(chosen)} to judge")


def judge(options: argparse.Namespace) -> None:
    """Keep the verdicts."""
    text = options.file.read_text(encoding="utf-8")
    lines = options.verdicts.read_text(encoding="utf-8") if options.verdicts else text
    found = verdicts_in(lines.splitlines(), numbered(text))
    known = read_judged(options.judged)
    write_judged(known | found, options.judged)
    new = len(found.keys() - known.keys())
    print(f"{len(found)} verdicts, {new} of them new; {len(known | found)} are kept")


def score(options: argparse.Namespace) -> None:
    """Print what was judged of what each reader states."""
    made = made_of(sources(options.inputs), readers(options.model))
    verdicts, every = read_judged(options.judged), made.every
    header = f"{'':<28}{'shown':>6}{'judged':>8}{'true':>6}{'unjudged':>10}  share true [95%]"
    for reader, shown in made.rows().items():
        print(f"\n{reader}\n{header}")
        parts: dict[str, set[str]] = {"all": shown}
        parts["printed without --all"] = {each for each in shown if _first(made, reader, each)}
        for group in (source_of, kind_of):
            counted = Counter(map(group, shown))
            for name in sorted(counted):
                parts[f"  {name}"] = {each for each in shown if group(each) == name}
        for name, inside in parts.items():
            held = tally(inside, verdicts)
            print(
                f"{name:<28}{held.shown:>6}{len(held.held):>8}{sum(held.held):>6}"
                f"{held.unjudged:>10}  {held.share()}"
            )
    gone = len(verdicts.keys() - every.keys())
    print(f"\n{len(verdicts)} judged in all, {gone} of them no longer made by either")


def _first(made: Made, reader: str, name: str) -> bool:
    """Say whether a statement stands on a sheet: that of this reader, else of any that makes it."""
    if reader in made.by:
        return made.by[reader][name].first
    return any(found[name].first for found in made.by.values() if name in found)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--judged", type=Path, default=JUDGED, help="the kept judgements")
    commands = parser.add_subparsers(required=True)
    listing = commands.add_parser("list", help="write statements to judge")
    judging = commands.add_parser("judge", help="keep verdicts")
    scoring = commands.add_parser("score", help="print shares")
    for each in (listing, scoring):
        each.add_argument("inputs", type=Path)
        each.add_argument("--model", type=Path, help="folder of the model; patterns alone without")
    listing.add_argument("--out", type=Path, required=True)
    listing.add_argument("--seed", type=int, default=1)
    listing.add_argument("--count", type=int, default=200)
    listing.add_argument("--again", action="store_true", help="list what was judged before, too")
    judging.add_argument("file", type=Path)
    judging.add_argument("verdicts", type=Path, nargs="?")
    listing.set_defaults(run=write_list)
    judging.set_defaults(run=judge)
    scoring.set_defaults(run=score)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Do what the first word says."""
    options = _options(arguments)
    options.run(options)


if __name__ == "__main__":
    main(sys.argv[1:])
