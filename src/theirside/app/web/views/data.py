"""Settings: people's data given to them, forgotten, and let go when it is old.

Whoever has the right works over all talks, whoever holds them; they are shown names, not words.
"""

from __future__ import annotations

from datetime import UTC, datetime

from dateutil.relativedelta import relativedelta
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app import unerased as customers
from theirside.app.access import Right, require
from theirside.app.errands import forgetting_takes_long, is_much
from theirside.app.exporting import written
from theirside.app.viewing import seen_by, viewer
from theirside.app.web.errand_shown import begin, shown
from theirside.app.web.showing import kind_of
from theirside.app.web.tasks import read_again, run_errand
from theirside.conversation import Channel
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.names import fold

_LONG = ("old", "forget", "export")
_LONGEST = 600
"""Months."""


def data(request: HttpRequest) -> HttpResponse:
    """Find somebody; list the talks that ended long ago."""
    require(Right.PEOPLES_DATA)
    page: dict[str, object] = {"who": request.GET.get("who", "").strip()}
    alone = viewer() is None
    with seen_by(None):
        if page["who"]:
            try:
                page["person"] = queries.find_person(str(page["who"]))
            except (NotFoundError, AmbiguousError) as error:
                page["wrong"] = str(error)
        months = _months(request.GET.get("months", ""))
        if months:
            count, oldest = queries.talks_before(_before(months), named=alone)
            kinds = set(Channel)
            told = [(kind_of(what) if what in kinds else what, at) for what, at in oldest]
            page |= {"months": months, "count": count, "oldest": told}
    page["unerased"] = customers.unerased()
    page["under_way"] = [shown(each) for each in queries.errands_under_way(*_LONG)]
    return render(request, "data.html", page)


@require_POST
def export(request: HttpRequest, key: str) -> HttpResponse:
    """Give all that is kept about somebody as a file, to read or for programs."""
    require(Right.PEOPLES_DATA)
    readable = request.POST.get("as") == "text"
    with seen_by(None):
        person = queries.find_person(key)
        form = "text" if readable else "json"
        text = "" if is_much(queries.turns_with(person)) else written(person, form)
    if not text:
        return redirect("errand", begin("export", {"person": person.id, "form": form}, viewer()))
    kind, ending = ("text/plain", "txt") if readable else ("application/json", "json")
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    name = f"everything-{person.id}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def forget(request: HttpRequest, key: str) -> HttpResponse:
    """Erase somebody, once their name was typed."""
    require(Right.PEOPLES_DATA)
    who = viewer()
    with seen_by(None):
        person = queries.find_person(key)
        if fold(request.POST.get("name", "")) != fold(person.name):
            messages.error(request, _("That is not their name as it stands here. Nothing changed."))
            return redirect(f"{request.path.rpartition('/people/')[0]}/people/?who={key}")
        if forgetting_takes_long():
            return redirect("errand", begin("forget", {"person": person.id}, who))
        done = services.forget(person)
    read_again.enqueue()  # what stays was changed, and is to be found by meaning again
    messages.success(request, _("Erased.") + " " + " · ".join(done.lines()))
    if done.traces:
        messages.error(request, _("Still mentioned in: %s") % "; ".join(done.traces[:10]))
    return redirect("data")


@require_POST
def let_old_go(request: HttpRequest) -> HttpResponse:
    """Erase the talks that were listed; not if there are others by now."""
    require(Right.PEOPLES_DATA)
    who = viewer()
    months = _months(request.POST.get("months", ""))
    with seen_by(None):
        count = queries.talks_before(_before(months))[0] if months else 0
        if not count or str(count) != request.POST.get("count"):
            messages.warning(request, _("The list has changed meanwhile. Look again."))
            return redirect("data")
        before, last = _before(months), services.last_talk()
        if not is_much(queries.turns_before(before)):
            gone = services.forget_talks_before(before, last=last)
        else:
            subject = {"before": before.isoformat(), "last": last}
            return redirect("errand", begin("old", subject, who))
    text = _("Erased: %(talks)s talks with %(turns)s turns; %(people)s people were in no other.")
    counts = {"talks": gone.conversations, "turns": gone.turns, "people": gone.people}
    messages.success(request, text % {name: f"{n:,}" for name, n in counts.items()})
    return redirect("data")


@require_POST
def erase_again(request: HttpRequest, public: str) -> HttpResponse:
    """Begin a customer's own erasure anew, which had failed."""
    customers.erase_again(public)
    run_errand.enqueue(public)
    messages.success(request, _("It is begun anew, beside your work. Look here again later."))
    return redirect("data")


@require_POST
def seen_to(request: HttpRequest, public: str) -> HttpResponse:
    """Note that what was left of a customer was taken out by hand."""
    customers.seen_to(public)
    messages.success(request, _("Noted as seen to."))
    return redirect("data")


def _months(text: str) -> int:
    return min(int(text), _LONGEST) if text.isdigit() and len(text) < 5 else 0


def _before(months: int) -> datetime:
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - relativedelta(months=months)


urlpatterns = [
    path("", data, name="data"),
    path("old/", let_old_go, name="let_old_go"),
    path("asked/<str:public>/again/", erase_again, name="erase_again"),
    path("asked/<str:public>/seen-to/", seen_to, name="erasure_seen_to"),
    path("<str:key>/export/", export, name="export_person"),
    path("<str:key>/forget/", forget, name="forget_person"),
]
