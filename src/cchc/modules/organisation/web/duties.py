"""What an account owes before it may be used: a password of its own, a second factor."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc.modules.organisation.queries.actors import presence_of

FREE_PREFIXES = ("/tai-khoan/", "/static/", "/-/", "/giao-dien/")
"""Where everybody may go: the account's own pages, static files, health, appearance."""


class AccountDutiesMiddleware:
    """Leads whoever owes something to the page where it is done.

    The rights are withheld by `resolve_actor` already; this only spares people a row of refusals.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or lead to the first duty."""
        duty = "" if request.path.startswith(FREE_PREFIXES) else _first_duty(request)
        return HttpResponseRedirect(reverse(duty)) if duty else self.get_response(request)


def _first_duty(request: HttpRequest) -> str:
    """The name of the page where the duty is done, or nothing."""
    if not request.user.is_authenticated:
        return ""
    presence = presence_of(request)
    if presence.must_change_password:
        return "account_change_password"
    return "mfa_activate_totp" if presence.must_add_second_factor else ""
