"""Settings of Django, made from the typed configuration."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from cchc.site.configuration import PROJECT_DIR, load
from cchc.site.database import database_settings
from cchc.site.logs import logging_settings
from cchc.site.mail import mail_server
from cchc.site.single_sign_on import single_sign_on

CONFIGURATION = load()
MODULES_DIR = Path(__file__).resolve().parents[1] / "modules"

DEBUG = CONFIGURATION.debug
SECRET_KEY = CONFIGURATION.secret_key or "only-for-demo-and-tests-" + "x" * 40
ALLOWED_HOSTS = CONFIGURATION.hosts
CSRF_TRUSTED_ORIGINS = CONFIGURATION.trusted_origins
ROOT_URLCONF = "cchc.site.urls"
WSGI_APPLICATION = "cchc.site.wsgi.application"

INSTALLED_APPS = [
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "cchc.platform.cache",
    "cchc.platform.clock",
    "cchc.platform.audit",
    "cchc.platform.storage",
    "cchc.platform.jobs",
    "cchc.platform.messages",
    "cchc.ui",
    "cchc.modules.organisation",
    "cchc.modules.figures",
    "cchc.modules.worklist",
    "cchc.modules.documents",
    "cchc.modules.plans",
    "cchc.modules.urging",
    "cchc.modules.meetings",
    "cchc.modules.dashboards",
]

MIDDLEWARE = [
    "cchc.platform.web.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cchc.platform.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "cchc.platform.web.typed_text.TypedTextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "cchc.platform.web.middleware.ActorMiddleware",
    "cchc.platform.web.middleware.RefusalMiddleware",
    "cchc.modules.organisation.web.duties.AccountDutiesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(MODULES_DIR.glob("*/web/templates")),
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "cchc.ui.templatetags.ui",
                "cchc.ui.templatetags.remembering",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "cchc.ui.context.frame",
            ],
        },
    }
]

COTTON_ISOLATE_BY_DEFAULT = True
FORM_RENDERER = "cchc.ui.forms.Renderer"

DATABASES = {"default": database_settings(CONFIGURATION)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "organisation.Person"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["cchc.modules.organisation.web.backend.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
SESSION_ENGINE = "cchc.platform.web.sessions"
SESSION_COOKIE_AGE = CONFIGURATION.session_hours * 3600
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
ACCOUNT_ADAPTER = "cchc.modules.organisation.web.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "cchc.modules.organisation.web.forms_account.SignInForm",
    "change_password": "cchc.modules.organisation.web.forms_account.ChangePasswordForm",
    "set_password": "cchc.modules.organisation.web.forms_account.SetPasswordForm",
    "reset_password": "cchc.modules.organisation.web.forms_account.ResetPasswordForm",
    "reset_password_from_key": "cchc.modules.organisation.web.forms_account.NewPasswordForm",
    "reauthenticate": "cchc.modules.organisation.web.forms_account.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[CCHC] "
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if CONFIGURATION.https else "http"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "signup": "5/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = CONFIGURATION.proxies
SOCIALACCOUNT_ADAPTER = "cchc.modules.organisation.web.adapters.SingleSignOnAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
"""A link, not a form: our policy lets no form lead to another site."""
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": single_sign_on(CONFIGURATION)}}
MFA_ADAPTER = "cchc.modules.organisation.web.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "cchc.modules.organisation.web.forms_account.CodeForm",
    "reauthenticate": "cchc.modules.organisation.web.forms_account.CodeAgainForm",
    "activate_totp": "cchc.modules.organisation.web.forms_account.ActivateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "CCHC"
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""E-mails are kept by who manages people, not by their owners."""

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [CONFIGURATION.local_dir / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["cchc.site.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = CONFIGURATION.local_dir / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "cchc.ui.assets.LibraryFinder",
]
CCHC_LIBRARIES_DIR = PROJECT_DIR / "node_modules"
CCHC_ASSETS_DIR = CONFIGURATION.local_dir / "assets"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = CONFIGURATION.stored_files_dir
CCHC_MAX_FILE_BYTES = CONFIGURATION.max_file_megabytes << 20
CCHC_CLAMD_SOCKET = CONFIGURATION.clamd_socket
CCHC_DROP_DIR = CONFIGURATION.drop_dir
CCHC_DIRECTIVE_DAYS = CONFIGURATION.directive_days

MAIL = mail_server(CONFIGURATION)
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starts_tls, MAIL.is_tls
EMAIL_FILE_PATH = MAIL.folder
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIGURATION.email_from

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIGURATION.https
SESSION_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIGURATION.https else None
SECURE_HSTS_SECONDS = 31_536_000 if CONFIGURATION.https else 0
SECURE_REFERRER_POLICY = "same-origin"

LOGGING = logging_settings(CONFIGURATION)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}

CCHC_DEMO = CONFIGURATION.demo
CCHC_DEMO_PASSWORD = CONFIGURATION.demo_password
CSRF_FAILURE_VIEW = "cchc.platform.web.errors.csrf_failure"
CCHC_MOVABLE_CLOCK = CONFIGURATION.demo
CCHC_TWO_FACTOR_ROLES = CONFIGURATION.two_factor_roles
CCHC_ACTOR_RESOLVER = "cchc.modules.organisation.public.resolve_actor"
CCHC_PROVINCE = CONFIGURATION.province
CCHC_NAVIGATION = "cchc.site.navigation.GROUPS"
CCHC_PROVE_REMEMBERED = CONFIGURATION.debug
"""Render what is remembered again and compare; a part that named too little is an error."""
CCHC_SAMPLES_PERMISSION = "cchc.site.navigation.SEE_SAMPLES"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 3600}
CCHC_PROGRESS_APART = True
CCHC_QUIET_FROM, CCHC_QUIET_UNTIL = CONFIGURATION.quiet_from, CONFIGURATION.quiet_until
CCHC_SMS_DIR = CONFIGURATION.sms_dir
CCHC_SITE_URL = CONFIGURATION.site_url
CCHC_OFFICE_CALENDAR = "cchc.modules.organisation.public.working_calendar"
PGHISTORY_APPEND_ONLY = True
os.environ.setdefault("TZ", TIME_ZONE)
