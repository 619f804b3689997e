"""The customer's page: what we understood, for them to judge, by a link and without an account."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from theirside.app import answering
from theirside.app.answering import LinkClosedError, Sheet
from theirside.app.web.customer_page import page_of, thanks_of
from theirside.app.web.limits import Limit, address_of
from theirside.app.web.links import token_in
from theirside.app.web.tasks import read_again
from theirside.errors import NotFoundError, TheirsideError
from theirside.serve.checkback.statement import Verdict

COMING = Limit("customer", 120, 60)
"""What one address may ask for, of all links together: nobody tries links through."""
TAKING_OUT = Limit("customer-held", 10, 3600)
"""How often one link hands out all that is held: it is much work."""
ANSWERING = Limit("customer-answer", 30, 3600)

View = Callable[[HttpRequest, Sheet, str], HttpResponse]


def for_customers(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Make a view of what a link leads to: found by nobody else, kept nowhere, kindly refused."""

    @login_not_required
    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, signed: str) -> HttpResponse:
        response = _shown(view, request, signed)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def _shown(view: View, request: HttpRequest, signed: str) -> HttpResponse:
    if not COMING.allows(address_of(request)):
        return too_often(request)
    try:
        sheet = answering.sheet_of(token_in(signed))
    except LinkClosedError as error:
        return render(request, "customer/closed.html", {"why": str(error)}, status=410)
    except NotFoundError:
        return render(request, "customer/closed.html", {"why": ""}, status=404)
    try:
        return view(request, sheet, signed)
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
def held(request: HttpRequest, sheet: Sheet, signed: str) -> HttpResponse:  # noqa: ARG001
    """Hand out all that is held on them, to read or, asked for so, for a program."""
    if not TAKING_OUT.allows(sheet.code):
        return too_often(request)
    if request.GET.get("as") == "json":
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
        done = answering.erase(sheet)
        read_again.enqueue()  # what stays was changed, and is to be found by meaning again
        return render(request, "customer/erased.html", {**context, "done": done})
    return render(request, "customer/erase.html", {**context, "again": asked == "once"})


urlpatterns = [
    path("<str:signed>/", customer, name="customer"),
    path("<str:signed>/thanks/", thanks, name="customer_thanks"),
    path("<str:signed>/held/", held, name="customer_held"),
    path("<str:signed>/erase/", erase, name="customer_erase"),
]
