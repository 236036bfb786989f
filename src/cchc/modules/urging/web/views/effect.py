"""The board of what urging brought about."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.urging.queries.effect import AgencyEffect, EffectPage, effect_page
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.text.writing import date_vi
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.charts import Chart, Series

_TONES = ("red", "wait", "gold", "ok", "soon", "idle")
_MOST_CURVES = 4


@require_safe
@signed_in
def board(request: ActorRequest) -> HttpResponse:
    """Hiệu quả đôn đốc: curves of the waves, medians, by agency."""
    page = effect_page(actor=request.actor, today=clock.today())
    return render(request, "urging/letters/effect.html", {"page": page, "chart": _chart(page)})


@require_safe
@signed_in
def board_export(request: ActorRequest) -> HttpResponseBase:
    """The effect by agency, as Excel."""
    columns: list[Column[AgencyEffect]] = [
        Column(_("Cơ quan"), lambda row: row.name, width=32),
        Column(_("Lượt nhiệm vụ đôn đốc"), lambda row: row.item_count, kind="number", width=14),
        Column(_("Đã trả lời"), lambda row: row.answered_count, kind="number", width=12),
        Column(_("Đã hoàn thành"), lambda row: row.done_count, kind="number", width=14),
        Column(_("Trung vị (ngày làm việc)"), lambda row: row.median, kind="number", width=14),
        Column(_("Xong trong 20 ngày (%)"), lambda row: row.done_after, kind="number", width=14),
    ]
    page = effect_page(actor=request.actor, today=clock.today())
    return xlsx_response(
        name="hieu-qua-don-doc",
        title=_("Hiệu quả đôn đốc theo cơ quan"),
        columns=columns,
        rows=page.agencies,
    )


def _chart(page: EffectPage) -> Chart | None:
    """The share still open by working days since the letter, a line for each wave."""
    shown = page.waves[:_MOST_CURVES]
    if not shown:
        return None
    longest = max(wave.watched_days for wave in shown)
    return Chart(
        title=str(_("Nhiệm vụ còn mở sau ngày ra công văn")),
        categories=[str(day) for day in range(longest + 1)],
        series=[
            Series(
                name=f"{wave.number} ({date_vi(wave.issued_on)})",
                values=[*wave.curve, *[None] * (longest - wave.watched_days)],
                tone=_TONES[place],
            )
            for place, wave in enumerate(shown)
        ],
        unit="%",
        category_title=str(_("Ngày làm việc")),
    )
