#!/usr/bin/env python3
"""Writes what is generated: ``python scripts/reference.py``.

These are the pages of the documentation that list what the program has, and the labels' and the
review's rules in the form that is opened quickly. A test fails when one of them no longer says what
the program does; running this mends it.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import os
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from theirside import load, load_offer, read, sample, understand
from theirside.app.places import SETTINGS
from theirside.care.definition import Measure, measures
from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.strength import wording
from theirside.care.pushback.toolkit import Steps, toolkit
from theirside.care.pushback.ways import ways
from theirside.care.review import kept as review_kept
from theirside.care.review.rule import Documented, documented
from theirside.care.told import range_line
from theirside.cli.program import program
from theirside.cli.sheet import Sheet
from theirside.reader import labels, rulebook
from theirside.reader.encoder import FOLDER
from theirside.reader.kept import KEPT
from theirside.reader.label import Example, Label
from theirside.reader.measured import LABELS as MEASURED
from theirside.reader.measured import MODEL, PATTERNS, Measured, measured
from theirside.understand.facet import facets
from theirside.understand.people import people_in

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
SESSION_BEGINS = "```console\n$ theirside brief Sigrun\n"
SESSION_ENDS = "\n```"
SHOWN = {
    "What is at stake for them",
    "How they like to be treated",
    "What they believe that isn't so",
}


def plain(text: str) -> str:
    """Return help text as Markdown: terminal mark-up taken out, examples as a block."""
    text = inspect.cleandoc(text).replace("\b\n", "")
    before, _, examples = text.partition("Examples:")
    page = before.strip()
    if examples.strip():
        lines = [line.strip() for line in examples.strip().splitlines()]
        page += "\n\n```console\n" + "\n".join(f"$ {line}" for line in lines if line) + "\n```"
    return page


def parameter_line(parameter: Any) -> str:
    """Return one argument or option as a list item."""
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name.upper()
    else:
        name = ", ".join(parameter.opts)
        if parameter.metavar:
            name += f" {parameter.metavar}"
        elif not parameter.is_flag:
            name += f" {parameter.name.upper()}"
    return f"- `{name}`: {plain(parameter.help or '')}"


def command_section(name: str, command: Any) -> str:
    """Return the section of one command, its subcommands after it."""
    level = "##" if " " not in name else "###"
    parts = [f"{level} `theirside {name}`", plain(command.help or "")]
    parameters = [each for each in command.params if each.name != "help"]
    if parameters:
        parts.append("\n".join(parameter_line(each) for each in parameters))
    for sub, child in sorted(getattr(command, "commands", {}).items()):
        parts.append(command_section(f"{name} {sub}", child))
    return "\n\n".join(part for part in parts if part)


def commands_page() -> str:
    """Return the page of all commands."""
    root: Any = typer.main.get_command(program())
    sections = [command_section(name, command) for name, command in root.commands.items()]
    head = (
        "# Commands\n\n"
        "Every command answers `--help`. Exit codes: 0 done; 1 it could not be done, and the "
        "message says why; 2 wrong usage; 130 interrupted."
    )
    return "\n\n".join([head, *sections]) + "\n"


def settings_page() -> str:
    """Return the page of all environment settings."""
    rows = "\n".join(f"| `{each.name}` | {each.meaning} | {each.default} |" for each in SETTINGS)
    return (
        "# Settings\n\nTheirside obeys these environment variables and no others. Who *we* are "
        "is kept in the database: [`theirside init`](commands.md#theirside-init).\n\n"
        f"| variable | meaning | default |\n|---|---|---|\n{rows}\n"
    )


def facets_page() -> str:
    """Return the page of all facets, with the questions that each one holds ready."""
    parts = [
        "# Facets\n\nA facet is a kind of thing that one can understand about a person. Each is a "
        "file in `src/theirside/understand/facets`."
    ]
    for facet in facets().values():
        asks = "\n".join(f"- {ask.text}  \n  *{ask.why}*" for ask in facet.questions)
        parts.append(
            f"## {facet.name} (`{facet.id}`)\n\n{facet.definition}\n\n"
            f"In a brief: *{facet.heading}*. {facet.why} "
            f"What is known counts as recent for {facet.fresh_for} months. "
            f"Source: {facet.source}.\n\nQuestions:\n\n{asks}"
        )
    return "\n\n".join(parts) + "\n"


def labels_page() -> str:
    """Return the page of all labels, with sentences that fire and sentences that don't."""
    parts = [
        "# Labels\n\nA label is what the reader says of a sentence. Each is a file in "
        "`src/theirside/reader/labels`; its examples are tests. Whose sentences it is read from "
        "stands after its id; in brackets stands what was said before."
    ]
    for label in labels().values():
        fires = "\n".join(f"- {said(each)}" for each in label.fires)
        silent = "\n".join(f"- {said(each)}" for each in label.silent)
        parts.append(
            f"## `{label.id}` ({label.rule.side})\n\n{label.definition}\n\n{label.why} "
            f"Source: {label.source}.\n\n{how_read(label)}\n\n"
            f"Fires:\n\n{fires}\n\nStays silent:\n\n{silent}"
        )
    return "\n\n".join(parts) + "\n"


def said(example: Example) -> str:
    """Return an example as the page shows it, what was said before it in brackets."""
    before = f"(“{example.before}”) " if example.before else ""
    return f"{before}“{example.text}”"


PACKS = {
    "gift": "What do *they* get out of it?",
    "pressure": "Does it press?",
    "them": "Does it go with what is known of this person? Needs `--to`.",
    "plain": "Is it easy to read?",
    "respect": "How we write of people who don't see it.",
    "closing": "The habits of closing: whom does each serve?",
}


def rules_page() -> str:
    """Return the page of all rules of the review, pack by pack."""
    found = documented()
    parts = [
        f"# Rules\n\nWhat [`theirside review`](review.md) looks for: {len(found)} rules. Each is a "
        "file in `src/theirside/care/review/packs`; its examples are tests. "
        "`theirside rules show RULE` prints one in full."
    ]
    for pack, question in PACKS.items():
        rows = [rule_row(each) for each in found if each.rule.pack == pack]
        if rows:
            head = "| rule | what it says | why it reads so | better |\n|---|---|---|---|\n"
            parts.append(f"## {pack}\n\n{question}\n\n{head}" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def rule_row(each: Documented) -> str:
    """Return a rule as a row of its pack's table."""
    rule = each.rule
    name = f"**`{rule.id}`**<br>{rule.name}"
    marks = [str(rule.level)] if rule.level != "warning" else []
    marks += [] if rule.on else ["off by default"]
    marks += sorted(rule.kinds) if len(rule.kinds) < 4 else []
    name += f"<br>*{', '.join(marks)}*" if marks else ""
    cells = (name, rule.message, f"{rule.why} *{rule.source}*", rule.better)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


TAUGHT = {
    "written": "sentences written for Theirside",
    "real": "real sentences labelled by hand",
    "goemotions": "GoEmotions",
}
READ = {"patterns": "the patterns", "model": "the model", "both": "the patterns and the model"}


def how_read(label: Label) -> str:
    """Return who reads a label, what taught it, and what was measured of it, if anything was."""
    taught = ", ".join(TAUGHT[each] for each in label.training)
    lines = [f"Taught by {taught}." if taught else "Not taught: only patterns read it."]
    if label.rule.of:
        lines = [f"Stands wherever a label of the group `{label.rule.of}` does."]
    if label.group:
        lines.append(f"Belongs to `{label.group}`.")
    figures = (measured() if (FOLDER / MEASURED).exists() else {}).get(label.id)
    if figures is not None:
        lines.append(figures_line(figures))
    return " ".join(lines)


def figures_line(figures: Measured) -> str:
    """Return what was measured of a label, in a sentence or two."""
    line = f"Read by {READ[figures.by]}"
    if figures.by != PATTERNS:
        line += f", threshold {figures.threshold:.2f}"
    line += f"; {figures.positives} in the test set"
    if figures.precision is not None:
        line += f", precision {figures.precision:.2f}"
    if figures.recall is not None:
        line += f", recall {figures.recall:.2f}"
    quiet = "" if figures.fires else " Does not fire unless everything is asked for."
    return f"{line}.{quiet}"


def measures_page() -> str:
    """Return the page of all measures, beside each how well the labels it rests on are read."""
    parts = [
        "# Measures\n\nA measure is a counted behaviour of ours. Each is a file in "
        "`src/theirside/care/measures`; its examples, small talks with values worked out by hand, "
        "are tests. No measure is a score: each comes with its interval and opens to the sentences "
        "that it counts (`theirside measure … --show MEASURE`). [How they are "
        "counted](measuring.md) says what intervals mean, and what is left out when."
        "\n\nWhat others published stands under each measure, with how good that evidence is. "
        "*A vendor's observation* comes without "
        "data that one could check, and shows no cause."
    ]
    for group, inside in groupby(measures().values(), key=lambda each: each.group):
        parts.append(f"## {group[0].upper()}{group[1:]}")
        parts.extend(map(measure_section, inside))
    return "\n\n".join(parts) + "\n"


def measure_section(measure: Measure) -> str:
    """Return the section of one measure."""
    channels = ", ".join(map(str, measure.channels))
    needs = "; needs " + " and ".join(NEEDED[each] for each in measure.needs)
    parts = [
        f"### {measure.name} (`{measure.id}`)",
        f"{measure.definition} {measure.why}",
        f"`{measure.formula}`, {UNITS.get(measure.unit, measure.unit)}. For {channels}{needs}. "
        f"Too little to say below {least(measure)}. Source: {measure.source}.",
        "\n".join(f"- {range_line(each)}" for each in measure.ranges),
        reliability(measure),
    ]
    return "\n\n".join(part for part in parts if part)


NEEDED = {
    "ours": "our side known",
    "sides": "both sides known",
    "starts": "times",
    "times": "times with ends",
    "gaps": "times with ends that are measured, not made up",
    "dates": "days",
}
UNITS = {
    "share": "a share, 0 to 1",
    "ratio": "a quotient",
    "words": "in words",
    "seconds": "in seconds",
    "hours": "in hours",
    "grade": "a school year",
}
SPANS = {"per hour": "hours", "per minute": "minutes", "per 1,000 words": "thousand words"}


def least(measure: Measure) -> str:
    """Return how much it takes to say anything: ``5 questions``, ``0.08 hours``."""
    span = measure.unit.removeprefix("per ")
    things = SPANS.get(measure.unit, f"{span}s" if span in ("mail", "talk") else measure.things)
    return f"{measure.how.least:g} {things}"


def reliability(measure: Measure) -> str:
    """Return how well the labels that a measure rests on are read; "" where it rests on none."""
    rows = []
    for each in measure.labels:
        inside = [label for label in labels() if label == each or label.startswith(f"{each}.")]
        rows += [reliability_row(label) for label in dict.fromkeys(inside)]
    if not rows:
        return ""
    head = "| rests on | read by | precision | recall | in the test set |\n|---|---|---|---|---|"
    return "\n".join([head, *dict.fromkeys(rows)])


def reliability_row(label: str) -> str:
    """Return a label's row: who reads it, and its figures on the test set."""
    figures = (measured() if (FOLDER / MEASURED).exists() else {}).get(label)
    if figures is None:
        by = "whatever of its group is read" if labels()[label].rule.of else "the patterns"
        return f"| `{label}` | {by} | not measured | not measured | |"
    quiet = figures.by == MODEL and not figures.fires
    by = "nobody well enough: not counted" if quiet else READ[figures.by]
    told = [
        "too few to say" if each is None else f"{each:.2f}"
        for each in (figures.precision, figures.recall)
    ]
    return f"| `{label}` | {by} | {told[0]} | {told[1]} | {figures.positives} |"


def readme_session() -> str:
    """Return the beginning and the end of the sample's brief, as the terminal shows it."""
    folder = sample.folder()
    talks = load(
        *(folder / part for part in ("contacts.vcf", "mail", "calls", "chat")), us=sample.US
    )
    annotations = {talk.id: read(talk) for talk in talks}
    [sigrun] = understand(
        talks,
        annotations,
        offer=load_offer(folder / "offer.yaml"),
        people=people_in(talks, talks.contacts),
        person="Sigrun",
    )
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        Sheet(sigrun, talks, annotations).print()
    parts = printed.getvalue().split("\n\n")
    shown = [part for part in parts if part.partition("\n")[0] in SHOWN]
    asked = "\n".join(parts[-1].splitlines()[:6])
    return "\n\n".join([parts[0], *shown, "…", asked.rstrip()])


def readme() -> str:
    """Return the README with the session as it is today."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(SESSION_BEGINS)
    _, _, after = rest.partition(SESSION_ENDS)
    return f"{before}{SESSION_BEGINS}{readme_session()}{SESSION_ENDS}{after}"


def pushback_page() -> str:
    """Return the page of pushback, with what is data in it as it is today."""
    page = (DOCS / "pushback.md").read_text(encoding="utf-8")
    parts = {
        "kinds": "\n\n".join(map(kind_section, kinds().values())),
        "wording": wording_table(),
        "ways": "\n".join(
            f"- **{way.name}** (`{way.id}`): {way.definition} *{way.why}*"
            for way in ways().values()
        ),
        "toolkit": toolkit_sections(),
    }
    for name, text in parts.items():
        before, _, rest = page.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}<!-- {name} -->\n\n{text}\n\n<!-- /{name} -->{after}"
    return page


def kind_section(kind: Any) -> str:
    """Return one kind of pushback with what bears on it."""
    rows = "\n".join(f"| {each.source} | {each.weight} | {each.why} |" for each in kind.bears)
    return (
        f"### {kind.name} (`{kind.id}`)\n\n{kind.definition} {kind.why} Source: {kind.source}.\n\n"
        f"| what is known | weight | why it bears on it |\n|---|---|---|\n{rows}"
    )


def wording_table() -> str:
    """Return the wordings that make pushback firmer or softer, with an example each."""
    told = {1: "firmer", -1: "softer"}
    rows = "\n".join(
        f"| {told[each.weight]} | {each.name} | {each.why} | “{each.fires[0]}” |"
        for each in wording()
    )
    return f"| | wording | why | for example |\n|---|---|---|---|\n{rows}"


def toolkit_sections() -> str:
    """Return every response of the toolkit, by its file."""
    parts: list[str] = []
    group = ""
    for entry in toolkit().values():
        if (own := entry.id.partition(".")[0]) != group:
            group = own
            parts.append(f"### Responses: {group.replace('_', ' ')}")
        parts.append(
            f"**{entry.name}** (`{entry.id}`). {entry.why} Source: {entry.source}.  \n"
            f"Fits: {entry.fits} False when: {entry.false_when}\n\n"
            f"> “{entry.theirs}”  \n> {in_order(entry.example)}\n\n"
            f"With slots: {in_order(entry.steps)}"
        )
    return "\n\n".join(parts)


def in_order(steps: Steps) -> str:
    """Return the steps of a response on one line."""
    return " ".join(part for part in (steps.acknowledge, steps.ask, steps.view) if part)


PAGES = {
    "commands.md": commands_page,
    "facets.md": facets_page,
    "labels.md": labels_page,
    "pushback.md": pushback_page,
    "measures.md": measures_page,
    "rules.md": rules_page,
    "settings.md": settings_page,
}


def main() -> None:
    """Write every generated page, the labels' rules, and those of the review."""
    os.environ["COLUMNS"] = "88"  # as wide as a sheet gets, whatever the terminal
    KEPT.write_text(rulebook.written(), encoding="utf-8", newline="\n")
    kept = review_kept.KEPT
    kept.write_text(review_kept.written(), encoding="utf-8", newline="\n")
    review_kept.kept.cache_clear()
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")


if __name__ == "__main__":
    main()
