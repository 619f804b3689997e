"""Django's settings for the web app: those of the store, and what pages need besides.

Nothing of Theirside's own is read here: see ``theirside.app.places``.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from theirside.app.places import https_in_front, mail_server, web_hosts, web_secret
from theirside.app.settings import *  # noqa: F403
from theirside.app.settings import INSTALLED_APPS as REMEMBERING
from theirside.app.web.languages import translated

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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
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
    "allauth.account.middleware.AccountMiddleware",
    "theirside.app.web.middleware.look_as",
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
# In the database, and not in each process: limits of signing in are counted in it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "theirside_cached",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DATA_UPLOAD_MAX_NUMBER_FILES = 5_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
TEAM = bool(web_hosts())
"""Whether accounts are asked for; otherwise one person works on their own machine."""

LOGIN_URL = "account_login" if TEAM else "enter"
LOGIN_REDIRECT_URL = "today"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "theirside.app.web.accounts.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever comes was invited at that address
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Theirside"

MAIL = mail_server()
ACCOUNT_LOGIN_BY_CODE_ENABLED = MAIL is not None
if MAIL is not None:
    EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.encrypted, not MAIL.encrypted
    DEFAULT_FROM_EMAIL = MAIL.sender
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
USE_I18N = True
LOCALE_PATHS = [HERE / "locale"]
LANGUAGES = [("en", "English"), *translated(LOCALE_PATHS[0])]

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

if https_in_front():
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
