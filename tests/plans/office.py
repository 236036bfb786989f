"""The small province with its Office, whose letters give work to the Office's own divisions."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from cchc.modules.organisation.rules.kinds import AgencyKind, RoleCode
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.platform.access import SYSTEM
from tests.plans.world import PlansWorld, moment

ISSUED = date(2019, 3, 4)
"""A Monday."""
LETTER = """UBND TỈNH SEN HỒNG
VĂN PHÒNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 41/VP-HCTC
V/v đẩy mạnh cải cách hành chính
{stamp}
Sen Hồng, ngày 04 tháng 3 năm 2019

Kính gửi: Các phòng, ban, trung tâm thuộc Văn phòng UBND tỉnh.

Lãnh đạo Văn phòng yêu cầu thực hiện các nhiệm vụ sau:

1. Các phòng, ban, trung tâm quán triệt Kế hoạch cải cách hành chính năm 2019, không để lộ bí mật.

2. Giao phòng Nội chính rà soát quy trình nội bộ, hoàn thành trước ngày 30/6/2019.

3. Các phòng chuyên môn giải quyết hồ sơ đúng hạn.

4. Giao phòng Hành chính - Tổ chức theo dõi, đôn đốc; định kỳ quý, 6 tháng và năm báo cáo kết quả.

Nơi nhận:
- Như trên;
- Lưu: VT, HCTC.

CHÁNH VĂN PHÒNG

Trần Văn Nam
"""


class OfficeWorld(PlansWorld):
    """The province with its Office, the Office's divisions and a unit, and who works there."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.office = self.agency("Văn phòng UBND tỉnh", parent=self.committee, precedence=5)
        self.inner = [
            self.agency(name, parent=self.office, kind=kind, precedence=50 + at)
            for at, (name, kind) in enumerate(
                (
                    ("Phòng Nội chính", AgencyKind.DIVISION),
                    ("Phòng Hành chính - Tổ chức", AgencyKind.DIVISION),
                    ("Ban Tiếp công dân tỉnh", AgencyKind.DIVISION),
                    ("Trung tâm Tin học tỉnh", AgencyKind.PUBLIC_SERVICE_UNIT),
                )
            )
        ]
        self.office_officer = self.person(
            "Võ Hoàng Nam", "namvh", at=self.office, role=RoleCode.REFORM_OFFICER, below=True
        )

    def send(
        self, text: str, *, by: Any = None, name: str = "41-vp.txt", **more: Any
    ) -> ImportDraft:
        who = by or self.office_officer
        draft = start_import(
            content=BytesIO(text.encode()),
            name=name,
            plan_kind=PlanKind.DIRECTIVE,
            actor=self.actor(who),
            now=moment(ISSUED),
            **more,
        )
        read_draft(draft_id=draft.pk, actor=SYSTEM, now=moment(ISSUED, 10))
        draft.refresh_from_db()
        return draft

    def confirm(self, draft: ImportDraft, on: date = ISSUED, by: Any = None) -> Plan:
        actor = self.actor(by or self.office_officer)
        return confirm_plan(draft_id=draft.pk, actor=actor, now=moment(on, 14))

    def acts(self, on: date = ISSUED, by: Any = None) -> dict[str, Any]:
        return {"actor": self.actor(by or self.office_officer), "now": moment(on, 11)}


def letter(stamp: str = "") -> str:
    return LETTER.format(stamp=f"\n{stamp}\n" if stamp else "")
