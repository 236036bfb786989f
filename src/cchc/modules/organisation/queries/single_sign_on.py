"""Who is behind a sign-in at the province's single sign-on."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models.functions import Lower

from cchc.modules.organisation.models import Person


def person_behind(verified_emails: Sequence[str]) -> Person | None:
    """The one active person with one of these e-mails; nobody when none or several fit."""
    wanted = [email.lower() for email in verified_emails]
    found = list(Person.objects.active().annotate(mail=Lower("email")).filter(mail__in=wanted)[:2])
    return found[0] if len(found) == 1 else None
