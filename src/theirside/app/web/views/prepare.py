"""The page before a talk: their wants first, then ours, typed in and kept for looking back."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries
from theirside.app.preparing import prepared, wants_written_down
from theirside.errors import NotFoundError
from theirside.prepared_page import prepared_page

MOST_WANTS = 12


def prepare(request: HttpRequest, key: str) -> HttpResponse:
    """Show the page before a talk on a day; nothing is kept by looking."""
    person = queries.find_person(key)
    day = _day(request.GET.get("day", ""))
    ours = wants_written_down(person, day)
    made, known = prepared(person, day, ours, only_before=_is_past(day), keeping=False)
    talks = {each.id: each for each in known.conversations}
    how = _("Write it above, and the talk can be held against it.")
    sheet = prepared_page(made, talks, how)
    context = {"sheet": sheet, "person": person, "day": day.isoformat(), "wants": "\n".join(ours)}
    return render(request, "prepare.html", context)


@require_POST
def keep_wants(request: HttpRequest, key: str) -> HttpResponse:
    """Keep our wants for a talk on a day, with the three questions."""
    person = queries.find_person(key)
    day = _day(request.POST.get("day", ""))
    typed = [line.strip() for line in request.POST.get("wants", "").splitlines()]
    ours = [line for line in typed if line][:MOST_WANTS]
    prepared(person, day, ours, only_before=_is_past(day))
    messages.success(request, _("Kept. After the talk it can be held against it."))
    return redirect(f"{reverse('prepare', args=[person.id])}?day={day.isoformat()}")


def _day(text: str) -> date:
    """Return the day that is asked for, today where none is."""
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotFoundError(
            _("%(text)s is no day: give it as 2026-03-18") % {"text": text}
        ) from None


def _is_past(day: date) -> bool:
    return day < timezone.localdate()


urlpatterns = [
    path("<str:key>/prepare/", prepare, name="prepare"),
    path("<str:key>/prepare/wants/", keep_wants, name="keep_wants"),
]
