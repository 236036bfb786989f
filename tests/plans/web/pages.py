"""A person at the pages of plans."""

from __future__ import annotations

from typing import Any

from django.test import Client

from cchc.modules.organisation.models import Person

FORM = {"csrfmiddlewaretoken": "as a browser sends it"}


def browser(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client


def text_of(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())
