"""Signing in: the library's page with what the demo and the single sign-on add."""

from __future__ import annotations

from typing import Any

from allauth.account.utils import perform_login
from allauth.account.views import LoginView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.queries.quick_people import quick_people
from cchc.platform import clock


class SignInView(LoginView):  # type: ignore[misc]
    """User name and password, the single sign-on when there is one, named people in the demo."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The library's context and what we add."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if settings.CCHC_DEMO:
            context["quick_roles"] = quick_people(on=clock.today())
        context["providers"] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        context["next_url"] = self.request.GET.get("next", "")
        return context


sign_in = SignInView.as_view()


def sign_up_closed(request: HttpRequest) -> HttpResponse:
    """Accounts are opened by whoever manages people; the page says whom to ask."""
    return render(request, "account/signup_closed.html", status=403)


@require_POST
def quick_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as a named person of the demo; does not exist anywhere else."""
    if not settings.CCHC_DEMO:
        raise Http404
    person_id = request.POST.get("person", "")
    if not person_id.isdigit():
        raise Http404
    person = get_object_or_404(Person.objects.active(), pk=int(person_id))
    response: HttpResponse = perform_login(
        request, person, email_verification="none", signal_kwargs={"quick": True}
    )
    return response
