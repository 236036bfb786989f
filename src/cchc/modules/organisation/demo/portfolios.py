"""Who is in charge of what in the demo province: the chair and three vice-chairs."""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.organisation.models import Portfolio
from cchc.modules.organisation.operations.portfolios import put_in_charge
from cchc.modules.organisation.queries.portfolios import agencies_to_charge, leaders_on
from cchc.modules.organisation.rules.kinds import Level
from cchc.platform.access import SYSTEM

SINCE = date(2019, 1, 2)
ACT = "Thông báo số 02/TB-UBND ngày 02/01/2019"
CHAIR = (
    "Văn phòng UBND tỉnh",
    "Sở Nội vụ",
    "Thanh tra tỉnh",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
)
ECONOMY = (
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài chính",
    "Sở Công Thương",
    "Ban Quản lý Khu kinh tế tỉnh",
    "Cục Thuế tỉnh",
    "Kho bạc Nhà nước tỉnh",
    "Sở Ngoại vụ",
    "Quỹ Đầu tư phát triển tỉnh",
)
LAND_AND_WORKS = (
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Giao thông vận tải",
    "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường",
    "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp",
    "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
)
"""What is in no list belongs to culture and society, and to the first vice-chair."""


def build(moment: datetime) -> None:
    """Put the leaders in charge; nothing happens when somebody is."""
    if Portfolio.objects.exists():
        return
    chair, *vices = (card.id for card in leaders_on(SINCE))
    culture, economy, land = (*vices, chair, chair, chair)[:3]
    charges: dict[int, list[int]] = {}
    districts = 0
    for agency in agencies_to_charge(SINCE):
        leader = culture
        if agency.name in CHAIR:
            leader = chair
        elif agency.name in ECONOMY:
            leader = economy
        elif agency.name in LAND_AND_WORKS:
            leader = land
        elif agency.level is Level.DISTRICT:
            leader = (culture, economy, land)[districts % 3]
            districts += 1
        charges.setdefault(leader, []).append(agency.id)
    for leader, agency_ids in charges.items():
        put_in_charge(
            leader_id=leader,
            agency_ids=agency_ids,
            effective_from=SINCE,
            act=ACT,
            actor=SYSTEM,
            now=moment,
        )
