"""The table of all pages, a line a page: each view's module says what lies under it."""

from __future__ import annotations

from django.urls import include, path

V = "theirside.app.web.views"

urlpatterns = [
    path("", include(f"{V}.today")),
    path("enter/", include(f"{V}.enter")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("invited/", include(f"{V}.invited")),
    path("settings/", include(f"{V}.settings")),
    path("settings/us/", include(f"{V}.us")),
    path("settings/offer/", include(f"{V}.offer")),
    path("settings/rules/", include(f"{V}.rules")),
    path("settings/people/", include(f"{V}.data")),
    path("settings/accounts/", include(f"{V}.members")),
    path("add/", include(f"{V}.add")),
    path("add/", include(f"{V}.arrival")),
    path("search/", include(f"{V}.search")),
    path("people/", include(f"{V}.people")),
    path("people/", include(f"{V}.person")),
    path("people/", include(f"{V}.statement")),
    path("people/", include(f"{V}.history")),
    path("people/", include(f"{V}.pushback")),
    path("people/", include(f"{V}.names")),
    path("people/", include(f"{V}.prepare")),
    path("people/", include(f"{V}.brief")),
    path("companies/", include(f"{V}.companies")),
    path("companies/", include(f"{V}.company")),
    path("around/", include(f"{V}.around")),
    path("conversations/", include(f"{V}.conversations")),
    path("conversations/", include(f"{V}.talk_measures")),
    path("conversations/", include(f"{V}.talk_pushback")),
    path("conversations/", include(f"{V}.talk_sides")),
    path("conversations/", include(f"{V}.talk_comments")),
    path("conversations/", include(f"{V}.talk_moments")),
    path("conversations/", include(f"{V}.debrief")),
    path("conversations/", include(f"{V}.conversation")),
]
