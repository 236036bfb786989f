"""The figures of a page, each of which opens to the rows it was counted from."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from cchc.modules.plans.queries.pages import Figure, WorkFilter
from cchc.modules.plans.queries.work_filter import to_address
from cchc.modules.plans.rules.counts import Counts
from cchc.platform.text.writing import number_vi, percent_vi


def figures_of(counts: Counts, wanted: WorkFilter) -> list[Figure]:
    """Given, fallen due and in time, late, near, waiting for a decision, waiting for an event."""
    parts = [
        ("given", _("Phần việc đã giao"), counts.total, "counted", ""),
        ("overdue", _("Quá hạn chưa xong"), counts.overdue, "OVERDUE", "late"),
        ("due_soon", _("Sắp đến hạn"), counts.due_soon, "DUE_SOON", "soon"),
        ("awaiting", _("Đã nộp, chờ nghiệm thu"), counts.awaiting, "AWAITING", ""),
        ("waiting", _("Chờ sự kiện, chưa có hạn"), counts.waiting, "WAITING", ""),
    ]
    figures = [
        Figure(
            code=code,
            label=label,
            value=number_vi(number),
            unit=_("việc"),
            note="",
            query=to_address(replace(wanted, timeliness=opens)),
            tone=tone if number else "",
        )
        for code, label, number, opens, tone in parts
    ]
    figures.insert(1, rate_figure(counts, wanted))
    return figures


def rate_figure(counts: Counts, wanted: WorkFilter) -> Figure:
    """Done on time of what has fallen due."""
    rate = counts.rate
    note = _("đến hạn {due} · đúng hạn {on_time} · muộn {late} · quá hạn {overdue}")
    return Figure(
        code="rate",
        label=_("Hoàn thành đúng hạn / đã đến hạn"),
        value="–" if rate is None else percent_vi(rate).removesuffix(" %"),
        unit="%",
        note=note.format(
            due=number_vi(counts.fallen_due),
            on_time=number_vi(counts.done_on_time),
            late=number_vi(counts.done_late),
            overdue=number_vi(counts.overdue),
        ),
        query=to_address(replace(wanted, timeliness="fallen_due")),
    )
