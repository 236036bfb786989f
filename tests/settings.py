"""The site's settings as the tests use them: fast passwords, plain addresses of static files."""

import os

os.environ.setdefault("CCHC_HTTPS", "false")

from cchc.site import settings as site

globals().update({name: getattr(site, name) for name in dir(site) if name.isupper()})

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
"""Static files are looked for when asked for: nothing needs to be collected first."""
CCHC_PROGRESS_APART = False
"""Progress goes with the transaction of the test."""
CCHC_STRICT_ICONS = True
"""A page that asks for an icon that is not on the list fails its test."""
CCHC_PROVE_REMEMBERED = True
"""What is remembered is rendered again and must come out the same."""
CCHC_TWO_FACTOR_ROLES: list[str] = []
"""Tests that are about the second factor name the roles themselves."""
