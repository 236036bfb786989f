"""Why somebody cannot be put in charge, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.rules.portfolios import PortfolioWhyNot

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PORTFOLIO_REFUSALS: dict[PortfolioWhyNot, StrOrPromise] = {
    PortfolioWhyNot.NOT_A_LEADER: _(
        "Người này không giữ chức Chủ tịch, Phó Chủ tịch UBND tỉnh ngày đó. Hãy chọn người khác."
    ),
    PortfolioWhyNot.NO_AGENCY: _("Hãy chọn ít nhất một cơ quan."),
    PortfolioWhyNot.NOT_LIVING: _(
        "Vào ngày đó không còn cơ quan: {names}. Hãy bỏ chọn, hoặc chọn ngày khác."
    ),
    PortfolioWhyNot.LATER_CHARGE: _(
        "Đã có phân công từ chính ngày đó hoặc muộn hơn cho: {names}. Hãy chọn ngày sau đó."
    ),
    PortfolioWhyNot.NOTHING_CHANGES: _("Phân công đang đúng như vậy, không có gì thay đổi."),
    PortfolioWhyNot.ENDS_BEFORE_IT_BEGINS: _("Ngày thôi phụ trách phải từ ngày bắt đầu trở đi."),
}
