"""The request as our views see it."""

from __future__ import annotations

from django.http import HttpRequest

from cchc.platform.access import Actor


class ActorRequest(HttpRequest):
    """A request of a known actor (NOBODY when not signed in), set by middleware."""

    actor: Actor
