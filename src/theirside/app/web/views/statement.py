"""A statement set right in place: confirmed, corrected, withdrawn, or taken back again."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import services
from theirside.app.understanding import observation_in
from theirside.app.web.showing import Statement
from theirside.app.web.views.person import ground_of
from theirside.errors import NotFoundError, TheirsideError
from theirside.understand.understanding import Observation, Status


@dataclass(frozen=True, slots=True)
class Undo:
    """How a statement stood before, to post again."""

    status: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement after somebody judged it; ``it`` is None where it was withdrawn.

    ``mistake`` says why nothing was changed, and ``typed`` is what was to be kept then. ``fact``
    is the offer's fact that contradicts it, if any.
    """

    it: Statement | None
    said: str
    undo: Undo | None = None
    mistake: str = ""
    typed: str = ""
    fact: str = ""


@require_POST
def judge(request: HttpRequest, key: str, observation: str) -> HttpResponse:
    """Confirm, correct or withdraw one statement; answer with how it stands now."""
    before = observation_in(ground_of(key).it, observation)
    judged = _judged(request, key, before)
    if "HX-Request" in request.headers:
        context = {"judged": judged, "it": judged.it, "fact": judged.fact}
        return render(request, "parts/judged.html", context)
    if judged.mistake:
        messages.error(request, judged.mistake)
    else:
        messages.success(request, judged.said)
    anchor = f"#s-{observation}" if judged.it is not None else ""
    response = redirect("person", key)
    response["Location"] += anchor
    return response


def _judged(request: HttpRequest, key: str, before: Observation) -> Judged:
    status, text = _asked(request)
    mistake = ""
    if status is Status.CORRECTED and not text:
        mistake = _("Say how it should read.")
    else:
        try:
            services.judge(before, status, text)
        except NotFoundError:
            raise
        except TheirsideError as error:  # words that are nobody's to keep: they stay typed
            mistake = str(error)
    ground = ground_of(key)
    now = next((each for each in ground.it.current if each.id == before.id), None)
    shown = ground.statement(now) if now is not None else None
    fact = next((e.fact for e in ground.it.misbeliefs if e.observation == before.id), "")
    if mistake:
        return Judged(shown, "", mistake=mistake, typed=text, fact=fact)
    undo = _undo(before) if shown is not None else None
    return Judged(shown, _SAID[status](), undo, fact=fact)


def _asked(request: HttpRequest) -> tuple[Status, str]:
    try:
        status = Status(request.POST.get("status", ""))
    except ValueError:
        raise NotFoundError(
            _("There are four things to say of a statement, and not that")
        ) from None
    text = request.POST.get("text", "").strip() if status is Status.CORRECTED else ""
    return status, text


def _undo(before: Observation) -> Undo:
    text = before.statement if before.status is Status.CORRECTED else ""
    return Undo(before.status, text)


_SAID = {
    Status.CONFIRMED: lambda: _("Confirmed."),
    Status.CORRECTED: lambda: _("Corrected. What they had said stays beside it."),
    Status.WITHDRAWN: lambda: _("Withdrawn, for good."),
    Status.HEARD: lambda: _("Taken back: it stands as it was heard."),
}

urlpatterns = [path("<str:key>/statements/<str:observation>/", judge, name="judge")]
