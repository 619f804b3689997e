"""What every request goes through besides Django's own: as whom one looks, mistakes told."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from theirside.app.access import NotAllowedError
from theirside.app.viewing import seen_by
from theirside.errors import NotFoundError, TheirsideError

Respond = Callable[[HttpRequest], HttpResponseBase]


def look_as(respond: Respond) -> Respond:
    """Let everybody see what is theirs, and nothing else, for as long as the request lasts."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not settings.TEAM:
            return respond(request)
        from theirside.app import queries

        account = request.user.pk if request.user.is_authenticated else None
        who = queries.NOBODY if account is None else queries.viewer_of(account)
        with seen_by(who):
            return respond(request)

    return answer


class explain_errors:  # noqa: N801 - named as Django's settings read
    """Tell what went wrong and what to do, in the place of a stack of calls."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as the view does."""
        return self._respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for a mistake that we know; Django tells of the others."""
        if not isinstance(error, TheirsideError):
            return None
        status = 404 if isinstance(error, NotFoundError) else 400
        if isinstance(error, NotAllowedError):
            status = 403
        template = "parts/mistake.html" if "HX-Request" in request.headers else "mistake.html"
        return render(request, template, {"message": str(error)}, status=status)
