"""What the tests of the platform share."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.platform.web import pages


@pytest.fixture
def little_site(settings, db):
    """Serve the pages of `web/pages.py`, without the rules of any module."""
    settings.ROOT_URLCONF = "tests.platform.web.pages"
    settings.CCHC_ACTOR_RESOLVER = "tests.platform.web.pages.resolve"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "cchc.modules" not in name]
    pages.RESOLVED.clear()


@pytest.fixture
def person(db):
    """A person with an account and nothing else."""
    return get_user_model().objects.create_user("lan", full_name="Nguyễn Thị Lan")


@pytest.fixture
def browser(client: Client, person) -> Client:
    """A browser in which a person has signed in."""
    client.force_login(person)
    return client
