"""What other modules may call of the organisation."""

from __future__ import annotations

from cchc.modules.organisation.labels.agencies import refusal as structure_refusal
from cchc.modules.organisation.labels.people import refusal_words as person_refusal
from cchc.modules.organisation.operations.abolishing import abolish_tier
from cchc.modules.organisation.operations.accounts import fresh_password
from cchc.modules.organisation.operations.administrators import add_administrator
from cchc.modules.organisation.operations.calendars import set_hours, set_special_days
from cchc.modules.organisation.operations.changing import move_agency, rename_agency
from cchc.modules.organisation.operations.delegations import delegate_role
from cchc.modules.organisation.operations.ending import (
    Follow,
    dissolve_agency,
    divide_agency,
    merge_agencies,
    separate_from_agency,
)
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.operations.groups import (
    add_standard_groups,
    create_group,
    set_group_member,
)
from cchc.modules.organisation.operations.people import Details, FirstPost, create_person
from cchc.modules.organisation.operations.people_in_bulk import NewPerson, RoleToGive, bring_in
from cchc.modules.organisation.operations.portfolios import end_portfolio, put_in_charge
from cchc.modules.organisation.operations.posts import hold_post, leave_post
from cchc.modules.organisation.operations.roles import assign_role, revoke_role
from cchc.modules.organisation.operations.unit_import import import_units
from cchc.modules.organisation.operations.unit_lists import ProvinceUnknown
from cchc.modules.organisation.queries.actors import (
    Presence,
    Workplace,
    actor_of,
    presence_of,
    resolve_actor,
)
from cchc.modules.organisation.queries.agencies import (
    NoProvince,
    agency_cards,
    find_agencies,
    lineage,
    living_agencies,
    province_committee,
    sub_agencies,
)
from cchc.modules.organisation.queries.calendars import agencies_with_own_calendar, working_calendar
from cchc.modules.organisation.queries.colleagues import (
    PersonCard,
    colleagues_in,
    find_people_ids,
    heads_of,
    holders_of,
    people_of,
    people_with_role,
    person_cards,
)
from cchc.modules.organisation.queries.groups import (
    GroupCard,
    NoSuchGroup,
    expand_all,
    expand_group,
    groups,
)
from cchc.modules.organisation.queries.lines import ReportingLines, reporting_lines
from cchc.modules.organisation.queries.open_work import OpenWork, register_open_work
from cchc.modules.organisation.queries.portfolios import leader_in_charge, leaders_on
from cchc.modules.organisation.queries.register import agency_register
from cchc.modules.organisation.queries.tenures import Tenure, heads_between
from cchc.modules.organisation.queries.version import one_state_throughout, structure_version
from cchc.modules.organisation.roles import register_grants
from cchc.modules.organisation.rules.accounts import PersonRefused
from cchc.modules.organisation.rules.giving import GiftRefused
from cchc.modules.organisation.rules.groups import GroupRule
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, PostKind, RoleCode
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.portfolios import PortfolioRefused, PortfolioWhyNot
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.modules.organisation.rules.structure import AgencyCard
from cchc.modules.organisation.rules.succession import Lineage

__all__ = [
    "AgencyCard",
    "AgencyKind",
    "Details",
    "FirstPost",
    "Follow",
    "GiftRefused",
    "GroupCard",
    "GroupRule",
    "Level",
    "Lineage",
    "NewAgency",
    "NewPerson",
    "NoProvince",
    "NoSuchGroup",
    "OpenWork",
    "PersonCard",
    "PersonRefused",
    "PortfolioRefused",
    "PortfolioWhyNot",
    "PostKind",
    "Presence",
    "ProvinceUnknown",
    "ReportingLines",
    "RoleCode",
    "RoleToGive",
    "StructureRefused",
    "Tenure",
    "Workplace",
    "abolish_tier",
    "actor_of",
    "add_administrator",
    "add_standard_groups",
    "agencies_with_own_calendar",
    "agency_cards",
    "agency_register",
    "assign_role",
    "bring_in",
    "colleagues_in",
    "create_group",
    "create_person",
    "delegate_role",
    "dissolve_agency",
    "divide_agency",
    "end_portfolio",
    "expand_all",
    "expand_group",
    "find_agencies",
    "find_people_ids",
    "found_agency",
    "fresh_password",
    "groups",
    "heads_between",
    "heads_of",
    "hold_post",
    "holders_of",
    "import_units",
    "leader_in_charge",
    "leaders_on",
    "leave_post",
    "lineage",
    "living_agencies",
    "merge_agencies",
    "move_agency",
    "one_state_throughout",
    "people_of",
    "people_with_role",
    "person_cards",
    "person_refusal",
    "presence_of",
    "province_committee",
    "put_in_charge",
    "register_grants",
    "register_open_work",
    "rename_agency",
    "reporting_lines",
    "resolve_actor",
    "revoke_role",
    "separate_from_agency",
    "set_group_member",
    "set_hours",
    "set_special_days",
    "structure_refusal",
    "structure_version",
    "sub_agencies",
    "working_calendar",
]
