"""Django's settings for the web app: those of the store, and what pages need besides.

Nothing of Theirside's own is read here: see ``theirside.app.places``.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from theirside.app.places import web_hosts, web_secret
from theirside.app.settings import *  # noqa: F403
from theirside.app.settings import INSTALLED_APPS as REMEMBERING

HERE = Path(__file__).parent

SECRET_KEY = web_secret()
DEBUG = False
ALLOWED_HOSTS = [*web_hosts(), "127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "theirside.app.web.urls"
WSGI_APPLICATION = "theirside.app.web.wsgi.application"

INSTALLED_APPS = [
    *REMEMBERING,
    "theirside.app.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "theirside.app.web.middleware.explain_errors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "theirside.app.web.context.frame",
            ],
        },
    }
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = "enter"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
USE_I18N = True
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [HERE / "locale"]

# Nothing comes from elsewhere, nothing is written into the page itself: no inline script or style.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
