"""Binding targets to what measures them."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.plans import links
from cchc.modules.plans.operations.link_rows import bind_target
from cchc.modules.plans.queries.targets import target_to_bind
from cchc.modules.plans.web.acting import Act, act_with_form
from cchc.modules.plans.web.forms.targets import FigureForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def bind_figure(request: ActorRequest, target_id: int) -> HttpResponse:
    """Gắn số liệu: say which figure measures a target."""
    target = target_to_bind(target_id, actor=request.actor)
    shown = {"figure": target.figure_code}
    form = FigureForm(request.POST or None, initial=shown, groups=target.groups)
    act = Act(
        title=_("Gắn số liệu đo chỉ tiêu"),
        explained=_(
            "Trang kế hoạch sẽ hiện số đo được cạnh mức đề ra. Số liệu tách được theo văn bản "
            "thì tính riêng việc của kế hoạch này, số liệu khác tính trong năm kế hoạch."
        ),
        verb=_("Gắn số liệu"),
        done=_("Đã gắn số liệu."),
        back=links.plan(target.plan_id),
        subject=f"{target.plan_number}: {target.text}",
    )

    def do() -> object:
        code = form.cleaned_data["figure"]
        return bind_target(
            target_id=target_id, figure_code=code, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)
