"""Five years of plans at full size, written straight into the tables of a bench database.

A province of the demo's size: each year four provincial plans of sixty rows, every row binding
every agency given; over 200,000 assignments in five years. The rows keep every constraint of the
tables; row history and trail stay empty, since no bench reads them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection, models, transaction

from cchc.modules.plans.models import Assignment, Occurrence, Plan, PlanSection, Task, TaskParty
from cchc.modules.plans.models.tally import REBUILD
from cchc.modules.plans.rules.areas import SCHEMES
from cchc.modules.plans.rules.kinds import Obligation, PlanKind, PlanStatus, TimeKind
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.timeliness import Standing, timeliness_of
from cchc.platform.clock import VIETNAM
from cchc.platform.text.folding import fold

YEARS = range(2015, 2020)
PLANS_A_YEAR = 4
TASKS_A_PLAN = 60
TABLES: tuple[type[models.Model], ...] = (
    Plan,
    PlanSection,
    Task,
    TaskParty,
    Assignment,
    Occurrence,
)
PHRASES = (
    "rà soát thủ tục hành chính",
    "công bố, niêm yết công khai",
    "kết quả giải quyết hồ sơ",
    "tập huấn nghiệp vụ một cửa",
    "kiểm tra công vụ",
    "khảo sát mức độ hài lòng",
    "sắp xếp tổ chức bộ máy",
    "tuyên truyền cải cách",
)
NINE = time(9)

Row = dict[str, Any]


@dataclass
class Seed:
    """The world being written: who gives and who is bound, chance, keys, and the rows so far."""

    issuer_id: int
    agency_ids: list[int]
    today: date
    chance: random.Random
    keys: dict[type[models.Model], Iterator[int]]
    rows: dict[type[models.Model], list[Row]] = field(default_factory=dict)

    def add(self, model: type[models.Model], **values: Any) -> Row:
        """A row with its key."""
        row = {"id": next(self.keys[model]), **values}
        self.rows.setdefault(model, []).append(row)
        return row


def seed_plans(*, issuer_id: int, agency_ids: list[int], today: date) -> dict[str, int]:
    """Write five years of plans; answers how many rows of each table were written."""
    seed = Seed(
        issuer_id=issuer_id,
        agency_ids=agency_ids,
        today=today,
        chance=random.Random(1),  # noqa: S311 - a reproducible world, no secret
        keys={model: _keys(model) for model in TABLES},
    )
    written = dict.fromkeys((model.__name__ for model in TABLES), 0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # no history of the seed
        for year in YEARS:
            for number in range(PLANS_A_YEAR):
                seed.rows.clear()
                _plan(seed, year, number)
                for model in TABLES:
                    _copy(cursor, model, seed.rows[model])
                    written[model.__name__] += len(seed.rows[model])
        for model in TABLES:
            _move_sequence(cursor, model)
        cursor.execute(REBUILD)  # the tallies, which triggers would have kept
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return written


def _keys(model: type[models.Model]) -> Iterator[int]:
    last = model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0
    return iter(range(last + 1, last + 10_000_000))


def _plan(seed: Seed, year: int, number: int) -> None:
    issued = datetime(year - 1, 12, 6 + number, 8, tzinfo=VIETNAM)
    title = f"Kế hoạch thử tải số {number + 1} năm {year}"
    plan = seed.add(
        Plan,
        issuer_id=seed.issuer_id,
        kind=PlanKind.ANNUAL if number == 0 else PlanKind.THEMATIC,
        status=PlanStatus.CONFIRMED,
        document_kind="Kế hoạch",
        number=f"{9000 + number}/KH-UBND",
        number_key=f"{9000 + number}/kh-ubnd",
        issued_on=issued.date(),
        title=title,
        year=year,
        period_starts_on=date(year, 1, 1),
        period_ends_on=date(year, 12, 31),
        area_scheme=SCHEMES[0].code,
        confirmed_at=issued,
        folded=fold(title),
    )
    sections = [
        seed.add(
            PlanSection,
            plan_id=plan["id"],
            position=position,
            code=str(position),
            title=area.name,
            area_code=area.code,
        )
        for position, area in enumerate(SCHEMES[0].areas, start=1)
    ]
    for position in range(1, TASKS_A_PLAN + 1):
        _task(seed, plan, sections[position % len(sections)], position)


def _task(seed: Seed, plan: Row, section: Row, position: int) -> None:
    content = ", ".join(seed.chance.sample(PHRASES, k=4)).capitalize()
    rounds = seed.chance.choices((1, 4, 12), weights=(80, 15, 5))[0]
    due = date(plan["year"], 1, 31) + timedelta(days=seed.chance.randrange(330))
    days = [due] if rounds == 1 else [_round_end(plan["year"], n, rounds) for n in range(rounds)]
    task = seed.add(
        Task,
        plan_id=plan["id"],
        section_id=section["id"],
        position=position,
        code=f"{section['code']}.{position}",
        order_text=str(position),
        area_code=section["area_code"],
        content=content,
        product="Báo cáo",
        lead_text="Các sở, ban, ngành tỉnh, UBND cấp huyện, UBND cấp xã",
        time_kind=TimeKind.DEADLINE if rounds == 1 else TimeKind.RECURRING,
        starts_on=plan["period_starts_on"],
        due_on=days[-1],
        folded=fold(content),
        timing={},
    )
    party = seed.add(
        TaskParty,
        task_id=task["id"],
        obligation=Obligation.LEAD,
        position=1,
        text=task["lead_text"],
    )
    for agency_id in seed.agency_ids:
        _assignment(seed, plan, task, party["id"], agency_id, days)


def _round_end(year: int, index: int, rounds: int) -> date:
    month = (index + 1) * 12 // rounds
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _assignment(  # noqa: PLR0917 - the fields of a row
    seed: Seed, plan: Row, task: Row, party_id: int, agency_id: int, days: list[date]
) -> None:
    shared = {
        "task_id": task["id"],
        "plan_id": plan["id"],
        "agency_id": agency_id,
        "issuer_id": plan["issuer_id"],
        "obligation": Obligation.LEAD,
    }
    assignment = seed.add(
        Assignment,
        **shared,
        party_id=party_id,
        assigned_on=plan["issued_on"],
        acknowledged_at=plan["confirmed_at"] + timedelta(days=3),
    )
    for sequence, due in enumerate(days, start=1):
        seed.add(
            Occurrence,
            **shared,
            assignment_id=assignment["id"],
            sequence=sequence,
            year=plan["year"],
            area_code=task["area_code"],
            starts_on=plan["period_starts_on"],
            **_fate(seed, plan, due),
        )


def _fate(seed: Seed, plan: Row, due: date) -> Row:
    """What became of an occurrence: most are done in time, some late, a few not at all."""
    submitted = due + timedelta(days=seed.chance.randint(-20, 4))
    is_done = submitted < seed.today and seed.chance.random() > 0.03
    state = State.ACCEPTED if is_done else State.IN_PROGRESS
    standing = Standing(state=state, due_on=due, submitted_on=submitted if is_done else None)
    soon_until = seed.today + timedelta(days=7)
    moment = datetime.combine(submitted if is_done else plan["issued_on"], NINE, tzinfo=VIETNAM)
    return {
        "state": state,
        "state_since": moment,
        "due_on": due,
        "first_due_on": due,
        "sorts_on": due,
        "round_count": int(is_done),
        "submitted_on": standing.submitted_on,
        "accepted_at": moment if is_done else None,
        "timeliness": timeliness_of(standing, today=seed.today, soon_until=soon_until),
        "reckoned_on": seed.today,
    }


def _copy(cursor: Any, model: type[models.Model], rows: list[Row]) -> None:
    columns = [column for column in model._meta.concrete_fields if not column.generated]
    names = ", ".join(f'"{column.column}"' for column in columns)
    with cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row([_value(column, row) for column in columns])


def _value(column: Any, row: Row) -> Any:
    value = row[column.attname] if column.attname in row else column.get_default()
    return None if value is None else column.get_db_prep_save(value, connection)


def _move_sequence(cursor: Any, model: type[models.Model]) -> None:
    table = model._meta.db_table
    cursor.execute(
        "SELECT setval(pg_get_serial_sequence(%s, 'id'),"  # noqa: S608 - names of our own tables
        f' (SELECT max(id) FROM "{table}"))',
        [table],
    )
