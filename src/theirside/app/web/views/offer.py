"""Settings: the offer, edited with its checks."""

from __future__ import annotations

from importlib.resources import files

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from theirside.app.access import Right, require
from theirside.app.offer import keep_offer_text, offer_text
from theirside.errors import SettingsError
from theirside.understand.offer_check import Advice, check_offer


def offer(request: HttpRequest) -> HttpResponse:
    """Show the offer with what could be better in it; check it, or keep it."""
    require(Right.SETTINGS)
    typed = request.POST.get("offer", "").replace("\r\n", "\n")
    if request.method == "POST" and "keep" in request.POST:
        try:
            keep_offer_text(typed)
        except SettingsError as error:
            return _page(request, typed, str(error))
        messages.success(request, _("Kept. The one before lies beside it as offer.yaml.before."))
        return redirect("offer")
    text = typed if request.method == "POST" else offer_text()
    example = "example" in request.GET and not text
    if example:
        text = (files("theirside.sample") / "offer.yaml").read_text("utf-8")
    return _page(request, text)


def _page(request: HttpRequest, text: str, wrong: str = "") -> HttpResponse:
    advice: list[Advice] = []
    if text.strip() and not wrong:
        try:
            _offer, advice = check_offer(text)
        except SettingsError as error:
            wrong = str(error)
    shown = {"text": text, "wrong": wrong, "advice": advice}
    return render(request, "offer.html", shown, status=400 if wrong and request.POST else 200)


urlpatterns = [path("", offer, name="offer")]
