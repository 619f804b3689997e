"""What ``theirside measure`` was asked, and the answer in the form that was wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from theirside import care_as_json
from theirside.app import measuring, queries
from theirside.app.measuring import Subject
from theirside.care.measuring import chosen_measures, figures, figures_by
from theirside.care.over_time import compared, trends
from theirside.care.unheard import unheard
from theirside.cli.printing import console, count, day, paragraph, print_json
from theirside.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was told; ``form`` is json, csv, parquet or "" for people."""

    what: str
    seller: str
    team: bool
    since: date | None
    weeks: bool
    only: tuple[str, ...]
    show: str
    everything: bool
    form: str
    file: Path | None


def answer(asked: Asked) -> None:
    """Measure what was asked and print it."""
    named = [*asked.only, *([asked.show] if asked.show else [])]
    chosen_measures(named)  # misspelt: say so first
    off = queries.measures_off()
    if silent := [each for each in named if each in off]:
        raise SettingsError(
            f"{silent[0]} is switched off, so it is not counted: theirside measures on {silent[0]}"
        )
    if asked.what:
        subject = measuring.subject(asked.what)
    else:
        subject = measuring.of_seller(asked.seller) if asked.seller else measuring.ours()
    if asked.form in ("csv", "parquet"):
        _rows(subject, asked)
    elif asked.team:
        _team(subject, asked)
    elif asked.since is not None:
        _since(subject, asked.since, asked)
    elif asked.weeks:
        _weeks(subject, asked)
    elif asked.show:
        _opened(subject, asked)
    else:
        _figures(subject, asked)
    if off and not asked.form and not named:
        paragraph(f"Switched off: {', '.join(sorted(off))}. See theirside measures", style="dim")


def _options(subject: Subject) -> Mapping[str, Any]:
    return {"off": queries.measures_off(), "unheard": unheard(), "doubt": subject.doubt}


def _head(subject: Subject, about: str = "") -> None:
    paragraph(subject.title, style="head", hang=2)
    told = [subject.about, "" if subject.about else count(subject.size, "conversation"), about]
    paragraph(" · ".join(part for part in told if part), style="dim", hang=2)


def _figures(subject: Subject, asked: Asked) -> None:
    from theirside.cli.figures import print_figures

    wanted = asked.form == "json"
    found = figures(subject.talks(), asked.only, evidence=wanted, **_options(subject))
    if wanted:
        print_json({"of": subject.title, "figures": [care_as_json.figure(each) for each in found]})
        return
    _head(subject)
    if not found:
        console().print("Nothing to measure here.")
    print_figures(found)


def _since(subject: Subject, since: date, asked: Asked) -> None:
    from theirside.cli.figures import print_compared

    found = compared(subject.talks(), since, asked.only, **_options(subject))
    if asked.form == "json":
        print_json(
            {
                "of": subject.title,
                "since": since.isoformat(),
                "figures": [care_as_json.compared(each) for each in found],
            }
        )
        return
    _head(subject, f"since {day(since)}, beside the time before")
    print_compared(found)


def _weeks(subject: Subject, asked: Asked) -> None:
    from theirside.cli.figures import print_trends

    newest = subject.newest
    found = (
        trends(subject.talks(), newest, asked.only, **_options(subject))
        if newest is not None
        else []
    )
    if asked.form == "json":
        print_json({"of": subject.title, "trends": [care_as_json.trend(each) for each in found]})
        return
    _head(subject, "week by week")
    if newest is None:
        paragraph("No talk here has a day, so there are no weeks.")
    print_trends(found)


def _opened(subject: Subject, asked: Asked) -> None:
    from theirside.cli.figure_sheet import print_opened

    talks = list(subject.talks())
    found = figures(talks, [asked.show], **_options(subject))
    if asked.form == "json":
        print_json({"of": subject.title, "figures": [care_as_json.figure(each) for each in found]})
        return
    _head(subject)
    if not found:
        paragraph("The measure makes no sense for talks of this kind.")
    for each in found:
        print_opened(
            each, {talk.id: talk.conversation for talk in talks}, everything=asked.everything
        )


def _team(subject: Subject, asked: Asked) -> None:
    from theirside.cli.figures import print_figures

    sellers = measuring.sellers()
    found = figures_by(
        subject.talks(),
        lambda talk: filter(None, [sellers.of(talk.conversation)]),
        asked.only,
        **_options(subject),
    )
    if asked.form == "json":
        by_name = {
            name: [care_as_json.figure(each) for each in found[name]] for name in sorted(found)
        }
        print_json({"of": subject.title, "sellers": by_name})
        return
    _head(subject, "by who of us said two thirds of our words or more; in order of the alphabet")
    for name in sorted(found):
        console().print()
        paragraph(name, style="head")
        print_figures([each for each in found[name] if each.value is not None])


def _rows(subject: Subject, asked: Asked) -> None:
    from theirside.cli.measured_rows import print_csv, write_parquet

    if asked.form == "csv":
        print_csv(subject, asked.only, since=asked.since)
    elif asked.file is not None:
        rows = write_parquet(subject, asked.only, asked.file, since=asked.since)
        console().print(f"Wrote {count(rows, 'row')} to {asked.file}", markup=False)
