"""The people of the demo province."""

import pytest

from cchc.modules.organisation import demo
from cchc.modules.organisation.models import Agency, Person, Post, RoleAssignment
from cchc.modules.organisation.queries.actors import actor_of
from cchc.modules.organisation.queries.quick_people import quick_people
from cchc.modules.organisation.rules.kinds import AgencyKind, RoleCode
from tests.worlds import NOW, TODAY

pytestmark = pytest.mark.django_db


def test_the_province_has_people_in_every_role_and_agency(settings):
    """One story, since the province takes seconds to build."""
    demo.build(NOW)

    assert 1000 <= Person.objects.count() <= 2000
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(RoleCode)
    check_every_agency_is_staffed()
    check_names_and_passwords(settings.CCHC_DEMO_PASSWORD)
    check_the_deputy_acts_for_the_head()
    check_the_sign_in_page_is_brief()
    before = list(Person.objects.order_by("pk").values_list("username", "full_name"))
    demo.build(NOW)
    assert list(Person.objects.order_by("pk").values_list("username", "full_name")) == before


def check_every_agency_is_staffed():
    staffed = Agency.objects.living_on(TODAY).exclude(
        kind__in=[AgencyKind.DIVISION, AgencyKind.PARTY_OR_MASS_BODY]
    )
    for kind in ("HEAD", "DEPUTY_HEAD", "REFORM_OFFICER"):
        with_one = Post.objects.filter(kind=kind).values("agency_id")
        lacking = staffed.exclude(pk__in=with_one).values_list("name", flat=True)
        assert set(lacking) <= {"UBND tỉnh Sen Hồng"}


def check_names_and_passwords(password):
    assert Person.objects.get(username="hoalt.snv").full_name == "Lê Thị Hoa"
    names = list(Person.objects.values_list("full_name", flat=True))
    assert len(set(names)) == len(names)
    assert len(set(Person.objects.values_list("password", flat=True))) == 1
    assert Person.objects.get(username="hoalt.snv").check_password(password)
    assert any(password in line for line in demo.sign_in_lines())


def check_the_deputy_acts_for_the_head():
    delegation = RoleAssignment.objects.get(delegated_by__isnull=False)
    deputy = actor_of(delegation.person_id, TODAY)
    assert any(grant.on_behalf_of for grant in deputy.grants)


def check_the_sign_in_page_is_brief():
    roles = quick_people(on=TODAY)
    assert len(roles) == len(RoleCode)
    assert all(1 <= len(role.people) <= 5 for role in roles)
