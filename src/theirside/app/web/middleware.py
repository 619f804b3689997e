"""What every request goes through besides Django's own: mistakes told as a page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from theirside.errors import NotFoundError, TheirsideError

Respond = Callable[[HttpRequest], HttpResponseBase]


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
        template = "parts/mistake.html" if "HX-Request" in request.headers else "mistake.html"
        return render(request, template, {"message": str(error)}, status=status)
