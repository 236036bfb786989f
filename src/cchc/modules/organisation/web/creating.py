"""From the form of a new person to the operations: account, post and role in one go."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.operations.people import Details, FirstPost, create_person
from cchc.modules.organisation.operations.roles import assign_role
from cchc.modules.organisation.queries.workplaces import office_of
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.organisation.rules.reach import USUAL_ROLE, Gift, weight_of
from cchc.modules.organisation.web.forms_people import NewPersonForm
from cchc.platform.access import Actor


@transaction.atomic
def create_from(form: NewPersonForm, password: str, *, actor: Actor, now: datetime) -> Person:
    """Open the account; raises what the operations raise, and then nothing is left of it."""
    data = form.cleaned_data
    kind, agency_id = PostKind(data["kind"]), int(data["agency"])
    person = create_person(
        details=Details(
            full_name=data["full_name"],
            username=data["username"],
            email=data["email"],
            phone=data["phone"],
            form_of_address=data["form_of_address"],
        ),
        post=FirstPost(
            agency_id=agency_id, kind=kind, title=data["title"], held_from=data["held_from"]
        ),
        password=password,
        actor=actor,
        now=now,
    )
    if data["with_usual_role"]:
        role = USUAL_ROLE[kind]
        assign_role(
            person_id=person.pk,
            role=role,
            agency_id=office_of(agency_id),
            with_sub_agencies=weight_of(role) is Gift.KEY,
            valid_from=max(data["held_from"], now.date()),
            actor=actor,
            now=now,
        )
    return person
