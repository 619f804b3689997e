"""Coming in for the first time, by a link of invitation: a password is chosen."""

from __future__ import annotations

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from theirside.app.web.accounts import invited as who_is_invited
from theirside.app.web.accounts import take_in


class Password(forms.Form):
    """A password, once: it can be shown while typing, and be reset later."""

    password = forms.CharField(
        label=_("A password of at least 12 characters"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean_password(self) -> str:
        """Hold it to the rules."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a password, make the account, and let them in."""
    member = who_is_invited(token)
    form = Password(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = take_in(member, form.cleaned_data["password"])
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("today")
    return render(request, "invited.html", {"form": form, "member": member})


urlpatterns = [path("<str:token>/", invited, name="invited")]
