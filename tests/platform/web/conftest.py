"""The little site of the tests."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.platform.web import pages


@pytest.fixture(autouse=True)
def little_site(settings, db):
    """Serve the pages of `pages.py`, without the rules of any module."""
    settings.ROOT_URLCONF = "tests.platform.web.pages"
    settings.CCHC_ACTOR_RESOLVER = "tests.platform.web.pages.resolve"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "cchc.modules" not in name]
    pages.RESOLVED.clear()


@pytest.fixture
def person():
    return get_user_model().objects.create_user("lan", full_name="Nguyễn Thị Lan")


@pytest.fixture
def browser(client: Client, person) -> Client:
    """A browser in which a person has signed in."""
    client.force_login(person)
    return client
