"""The table of all pages, a line a page: each view's module says what lies under it."""

from __future__ import annotations

from django.urls import include, path

V = "theirside.app.web.views"

urlpatterns = [
    path("", include(f"{V}.today")),
    path("today/", include(f"{V}.today_beside")),
    path("calendar/", include(f"{V}.calendar")),
    path("enter/", include(f"{V}.enter")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("invited/", include(f"{V}.invited")),
    path("serve/", include(f"{V}.serve")),
    path("serve/referrals/", include(f"{V}.referrals")),
    path("serve/shelf/", include(f"{V}.shelf")),
    path("", include(f"{V}.ledger")),
    path("", include(f"{V}.in_mind")),
    path("c/", include(f"{V}.customer")),
    path("settings/accounts/", include(f"{V}.members")),
    path("purpose/", include(f"{V}.practice")),
    path("purpose/role-play/", include(f"{V}.role_play")),
    path("purpose/trends/", include(f"{V}.trends")),
    path("purpose/team-kit/", include(f"{V}.team_kit")),
    path("review/", include(f"{V}.review")),
    path("people/", include(f"{V}.people")),
    path("people/", include(f"{V}.person")),
    path("people/", include(f"{V}.statement")),
    path("people/", include(f"{V}.history")),
    path("people/", include(f"{V}.pushback")),
    path("people/", include(f"{V}.names")),
    path("people/", include(f"{V}.prepare")),
    path("people/", include(f"{V}.brief")),
    path("people/", include(f"{V}.checkback")),
    path("people/", include(f"{V}.fit")),
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
