"""The customer's page: what we understood, for them to judge, by a link and without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from theirside.app import answering, queries
from theirside.app.answering import LinkClosedError, Sheet
from theirside.app.errands import forgetting_takes_long
from theirside.app.viewing import seen_by
from theirside.app.web.customer_page import page_of, thanks_of
from theirside.app.web.errand_shown import begin_for_customer, shown
from theirside.app.web.limits import Limit, address_of
from theirside.app.web.links import token_in
from theirside.app.web.tasks import read_again
from theirside.app.web.views.errand import handed_over
from theirside.errors import NotFoundError, TheirsideError
from theirside.serve.checkback.statement import Verdict

COMING = Limit("customer", 120, 60)
"""What one address may ask for, of all links together: nobody tries links through."""
TAKING_OUT = Limit("customer-held", 10, 3600)
"""How often one link hands out all that is held: it is much work."""
ANSWERING = Limit("customer-answer", 30, 3600)

View = Callable[..., HttpResponseBase]
"""Of a request, a sheet and the signed link, and what else stands in the address."""


def for_customers(view: View) -> Callable[..., HttpResponseBase]:
    """Make a view of what a link leads to: found by nobody else, kept nowhere, kindly refused."""

    @login_not_required
    @never_cache
    @wraps(view)
    def answered(request: HttpRequest, signed: str, **more: str) -> HttpResponseBase:
        response = _answered(view, request, signed, more)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered


def _answered(
    view: View, request: HttpRequest, signed: str, more: Mapping[str, str]
) -> HttpResponseBase:
    if not COMING.allows(address_of(request)):
        return too_often(request)
    try:
        sheet = answering.sheet_of(token_in(signed))
    except LinkClosedError as error:
        return render(request, "customer/closed.html", {"why": str(error)}, status=410)
    except NotFoundError:
        return render(request, "customer/closed.html", {"why": ""}, status=404)
    try:
        return view(request, sheet, signed, **more)
    except TheirsideError:
        return render(request, "customer/sorry.html", status=400)


def too_often(request: HttpRequest) -> HttpResponse:
    """Answer that it was too often, and when to come again."""
    response = render(request, "customer/too_often.html", status=429)
    response["Retry-After"] = "60"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_customers
def customer(request: HttpRequest, sheet: Sheet, signed: str) -> HttpResponse:
    """Show what was understood; keep what they say of it."""
    if request.method != "POST":
        return render(request, "customer/page.html", {"page": page_of(sheet), "signed": signed})
    if not ANSWERING.allows(sheet.code):
        return too_often(request)
    done = answering.answer(sheet, _given(request, sheet))
    read_again.enqueue()
    if not done.unclear:
        return redirect("customer_thanks", signed)
    now = answering.sheet_of(token_in(signed))
    page = page_of(now, done)
    return render(request, "customer/page.html", {"page": page, "signed": signed})


def _given(request: HttpRequest, sheet: Sheet) -> dict[int, tuple[Verdict, str]]:
    """Return what was ticked, by number, with what they wrote beside it."""
    known = {str(each): each for each in Verdict}
    given = {}
    for each in sheet.asked:
        verdict = known.get(request.POST.get(f"s{each.number}", ""))
        if verdict is not None:
            given[each.number] = (verdict, request.POST.get(f"t{each.number}", ""))
    return given


@require_safe
@for_customers
def thanks(request: HttpRequest, sheet: Sheet, signed: str) -> HttpResponse:
    """Say thank you, and how it stands now."""
    context = {"page": thanks_of(sheet), "signed": signed}
    return render(request, "customer/thanks.html", context)


@require_safe
@for_customers
def held(request: HttpRequest, sheet: Sheet, signed: str) -> HttpResponse:
    """Hand out all that is held on them, to read or, asked for so, for a program."""
    if not TAKING_OUT.allows(sheet.code):
        return too_often(request)
    form = "json" if request.GET.get("as") == "json" else "text"
    if answering.is_much_held(sheet):
        subject = {"person": sheet.person.id, "form": form}
        return redirect("customer_held_ready", signed, begin_for_customer("export", subject))
    if form == "json":
        text, kind, name = answering.everything_as_json(sheet), "application/json", "json"
    else:
        text, kind, name = answering.everything_held(sheet), "text/plain; charset=utf-8", "txt"
    response = HttpResponse(text, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="what-is-held.{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_customers
def erase(request: HttpRequest, sheet: Sheet, signed: str) -> HttpResponse:
    """Erase them, asked twice."""
    asked = request.POST.get("asked", "") if request.method == "POST" else ""
    context = {"sheet": sheet, "signed": signed, "name": page_of(sheet).name}
    if asked == "twice":
        if forgetting_takes_long():
            public = begin_for_customer("forget", {"person": sheet.person.id})
            return redirect("customer_erased", public)
        done = answering.erase(sheet)
        read_again.enqueue()  # what stays was changed, and is to be found by meaning again
        return render(request, "customer/erased.html", {**context, "done": done})
    return render(request, "customer/erase.html", {**context, "again": asked == "once"})


@require_safe
@for_customers
def held_ready(request: HttpRequest, sheet: Sheet, signed: str, public: str) -> HttpResponse:
    """Show how far gathering what is held on them has come."""
    context = {"it": shown(_gathered(sheet, public)), "signed": signed}
    return render(request, "customer/errand.html", context)


@require_POST
@for_customers
def held_file(
    request: HttpRequest,  # noqa: ARG001
    sheet: Sheet,
    signed: str,  # noqa: ARG001
    public: str,
) -> HttpResponseBase:
    """Hand out what was gathered."""
    return handed_over(_gathered(sheet, public))


def _gathered(sheet: Sheet, public: str) -> queries.Errand:
    with seen_by(None):
        it = queries.errand(public, hidden=True)
    if it.kind != "export" or it.subject.get("person") != sheet.person.id:
        raise NotFoundError("Nothing of yours is done under this address")
    return it


@require_safe
@login_not_required
@never_cache
def erased(request: HttpRequest, public: str) -> HttpResponse:
    """Show how far erasing them has come: no link of theirs leads anywhere by then."""
    if not COMING.allows(address_of(request)):
        return too_often(request)
    try:
        with seen_by(None):
            it = queries.errand(public, hidden=True)
    except NotFoundError:
        return render(request, "customer/closed.html", {"why": ""}, status=404)
    if it.kind != "forget":
        return render(request, "customer/closed.html", {"why": ""}, status=404)
    context = {"it": shown(it), "erasing": True}
    response = render(request, "customer/errand.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


urlpatterns = [
    path("erased/<str:public>/", erased, name="customer_erased"),
    path("<str:signed>/", customer, name="customer"),
    path("<str:signed>/thanks/", thanks, name="customer_thanks"),
    path("<str:signed>/held/", held, name="customer_held"),
    path("<str:signed>/held/<str:public>/", held_ready, name="customer_held_ready"),
    path("<str:signed>/held/<str:public>/file/", held_file, name="customer_held_file"),
    path("<str:signed>/erase/", erase, name="customer_erase"),
]
