"""The team's session of a month, worded: what ``team-kit`` prints, and what its files hold."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.app.team_kit import Kit
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.told import counts, interval, shown
from theirside.cli.page import Line, Page, Section, Voice, lines, notes
from theirside.conversation import Side
from theirside.purpose.practised import Movement
from theirside.purpose.session import Experiment, LookedBack, Session
from theirside.purpose.team_moment import TeamLine, TeamMoment

MINUTES = 45
TOO_FEW = (
    "Each of us looks at `theirside moments --mine`, chooses one, good or not, and lets the team "
    "see it: theirside moments share ID. The customer's name is taken out."
)


def team_page(kit: Kit) -> Page:
    """Return the plan of a session."""
    it = kit.session
    return Page(
        f"What serving looks like here, {it.month:%B %Y}",
        tuple(_under(it)),
        (
            _looked_back(it.looked_back),
            *(_moment(number, each) for number, each in enumerate(kit.moments, start=1)),
            Section("Still missing", lines(_missing(it))),
            Section(
                "Three questions (10 minutes)",
                lines(Line(each.text, Voice.TOOL, "?") for each in it.questions),
            ),
            Section("The experiment of the month (5 minutes)", lines(_experiment(it.experiment))),
            Section("So that it stays a good talk", lines(_house_rules()) if kit.moments else ()),
        ),
    )


def _under(it: Session) -> Iterator[str]:
    if it.moments:
        yield f"{MINUTES} minutes, everybody who talks with customers, one who keeps the time"
        yield "From moments that colleagues shared; nothing else was used, and nobody is compared"
    else:
        yield "No moment is shared yet, so there is nothing to talk over this month"


def _looked_back(last: LookedBack | None) -> Section:
    if last is None:
        return Section("Last month's experiment", (), "There was none yet.")
    title = f"The experiment of {last.month:%B}, looked back on (10 minutes)"
    name = measures()[last.experiment.measure].name
    figures = f"{name}: {_told(last)}"
    return Section(
        title,
        (
            Line(last.experiment.title, label="we tried", notes=(last.experiment.do,)),
            Line(figures, label="all of us together", notes=_counted(last)),
            Line(last.experiment.look_back, mark="?"),
        ),
    )


def _told(last: LookedBack) -> str:
    if last.movement is Movement.TOO_LITTLE:
        return "too little to say"
    text = f"{_figure(last.during)} in {last.month:%B}, {_figure(last.before)} before"
    return text if last.movement is Movement.MOVED else f"{text}; too little to tell them apart"


def _counted(last: LookedBack) -> tuple[str, ...]:
    if last.during is None or last.movement is Movement.TOO_LITTLE:
        return ()
    return notes(counts(last.during), "what else changed that month, the figure doesn't know")


def _figure(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "?"
    between = interval(figure)
    return shown(figure.value, figure.unit) + (f" ({between})" if between else "")


def _moment(number: int, moment: TeamMoment) -> Section:
    kind = moment.kind
    spoken = [_spoken(each) for each in moment.lines]
    asked = [Line(each, mark="?") for each in kind.talk_about]
    first = Line(kind.why, label=moment.where)
    sort = "what worked: " if kind.good else ""
    title = f"Moment {number} (10 minutes), {sort}{kind.name[0].lower()}{kind.name[1:]}"
    return Section(title, (first, *spoken, *asked))


def _spoken(line: TeamLine) -> Line:
    voice = Voice.OURS if line.side is Side.OURS else Voice.THEIRS
    if line.rests_on:
        return Line(f"“{line.text}”", voice, label=line.label)
    return Line(line.text, voice, label=line.label)


def _missing(it: Session) -> Iterator[Line]:
    if it.lacking:
        what = "One more moment" if it.lacking == 1 else "Two moments"
        yield Line(f"{what} would have to be shared.", notes=(TOO_FEW,))


def _experiment(it: Experiment | None) -> Iterator[Line]:
    if it is None:
        return
    yield Line(it.do, label=it.title, notes=(it.why,))
    for number, step in enumerate(it.how, start=1):
        yield Line(step, mark=f"{number}.")
    yield Line(it.wrong_when, label="not, if")
    yield Line(measures()[it.measure].name, label="looked at next month, all of us together")


def _house_rules() -> Iterator[Line]:
    yield Line(
        "Read each moment aloud, one of you as the customer. Then be silent for half a minute."
    )
    yield Line("Speak of what was said and what it was for them, not of who said it.")
    yield Line("Whoever shared it speaks last, if at all.")
    yield Line("Nothing of it goes into anybody's appraisal.")
