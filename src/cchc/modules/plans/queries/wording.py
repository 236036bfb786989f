"""The kinds of plans, obligations and areas in words, for other modules."""

from __future__ import annotations

from cchc.modules.plans.labels import OBLIGATIONS, PLAN_KINDS
from cchc.modules.plans.queries.naming import area_name
from cchc.modules.plans.rules.areas import SCHEMES
from cchc.modules.plans.rules.kinds import Obligation, PlanKind


def plan_kind_words(kind: str) -> str:
    """ "Kế hoạch năm"; empty for what there is not."""
    return str(PLAN_KINDS[PlanKind(kind)]) if kind in set(PlanKind) else ""


def obligation_words(obligation: str) -> str:
    """ "chủ trì", "phối hợp"; empty for what there is not."""
    return str(OBLIGATIONS[Obligation(obligation)]) if obligation in set(Obligation) else ""


def area_words(code: str) -> str:
    """The name of an area of reform, in the newest scheme that has it."""
    return area_name(code)


def kinds_of_work() -> dict[str, list[tuple[str, str]]]:
    """What work can be told apart by: code and words of plan kinds, obligations and areas."""
    return {
        "plan_kind": [(kind.value, str(words)) for kind, words in PLAN_KINDS.items()],
        "obligation": [(kind.value, str(words)) for kind, words in OBLIGATIONS.items()],
        "area_code": list(
            {area.code: area.name for scheme in SCHEMES for area in scheme.areas}.items()
        ),
    }
