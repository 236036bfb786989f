"""Acts of an agency on its part of a task: one address, one act."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.plans import links
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder, report_progress
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.queries.acting import (
    colleague_choices,
    part_to_act_on,
    round_to_act_on,
    task_to_act_on,
)
from cchc.modules.plans.queries.handing import proofs_to_carry
from cchc.modules.plans.rules.refusals import WorkRefused
from cchc.modules.plans.web.acting import Act, act_at_once, act_with_form
from cchc.modules.plans.web.forms.tasks import (
    CommentForm,
    ExtensionForm,
    HolderForm,
    NoteForm,
    ProofForm,
)
from cchc.modules.plans.web.numbers import whole_number
from cchc.platform import clock
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_POST
def take_up(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Tiếp nhận: the agency confirms that it has the work."""
    part = part_to_act_on(assignment_id, actor=request.actor)

    def do() -> object:
        return acknowledge(assignment_id=assignment_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã tiếp nhận."), back=links.task(part.task_id))


@signed_in
@require_POST
def take_up_many(request: ActorRequest) -> HttpResponse:
    """Tiếp nhận many parts chosen in a list; what cannot be taken up is passed over and counted."""
    chosen = dict.fromkeys(map(whole_number, request.POST.getlist("chon")))
    taken = sum(_taken_up(request, number) for number in chosen if number is not None)
    if taken:
        said = ngettext("Đã tiếp nhận %d việc.", "Đã tiếp nhận %d việc.", taken) % taken
        messages.success(request, said)
    left = len(chosen) - taken
    if left:
        said = ngettext(
            "%d việc được bỏ qua: đã tiếp nhận từ trước hoặc không phải việc của cơ quan mình.",
            "%d việc được bỏ qua: đã tiếp nhận từ trước hoặc không phải việc của cơ quan mình.",
            left,
        )
        messages.warning(request, said % left)
    if not chosen:
        messages.warning(request, _("Chưa chọn việc nào. Đánh dấu vào ô đầu dòng rồi làm lại."))
    return redirect(f"{links.WORK}?cua_toi=1")


def _taken_up(request: ActorRequest, assignment_id: int) -> bool:
    try:
        acknowledge(assignment_id=assignment_id, actor=request.actor, now=clock.now())
    except (WorkRefused, AccessDenied, NotVisible):
        return False
    return True


@signed_in
@require_http_methods(["GET", "POST"])
def hold(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Phân công: say who holds the work in the agency."""
    part = part_to_act_on(assignment_id, actor=request.actor)
    form = HolderForm(request.POST or None, people=colleague_choices(part.agency_id))
    act = Act(
        title=_("Phân công người thực hiện"),
        explained=_("Người được giao sẽ nhận thông báo và thấy việc trong “Việc chờ tôi”."),
        verb=_("Phân công"),
        done=_("Đã phân công."),
        back=links.task(part.task_id),
        subject=part.subject,
    )

    def do() -> object:
        person_id = int(form.cleaned_data["person"])
        return name_holder(
            assignment_id=assignment_id, person_id=person_id, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def progress(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Báo cáo tiến độ in words; only accepted proof makes work done."""
    part = part_to_act_on(assignment_id, actor=request.actor)
    form = NoteForm(request.POST or None)
    act = Act(
        title=_("Báo cáo tiến độ"),
        explained=_(
            "Việc chỉ hoàn thành khi minh chứng được nghiệm thu, không tính theo phần trăm."
        ),
        verb=_("Gửi báo cáo"),
        done=_("Đã ghi báo cáo tiến độ."),
        back=links.task(part.task_id),
        subject=part.subject,
        keep_draft=f"progress-{assignment_id}",
    )

    def do() -> object:
        note = form.cleaned_data["note"]
        return report_progress(
            assignment_id=assignment_id, note=note, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def hand_in(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Nộp minh chứng: hand in a product for the head to approve."""
    found = round_to_act_on(occurrence_id, actor=request.actor)
    form = _proof_form(request, found.products, occurrence_id)
    act = Act(
        title=_("Nộp minh chứng"),
        explained=_("Minh chứng đến thủ trưởng cơ quan để duyệt, rồi đến cơ quan giao nghiệm thu."),
        verb=_("Nộp minh chứng"),
        done=_("Đã nộp minh chứng."),
        back=links.task(found.task_id, occurrence_id),
        subject=found.subject,
        keep_draft=f"proof-{occurrence_id}",
    )

    def do() -> object:
        return hand_in_proof(
            occurrence_id=occurrence_id,
            products=[_product(form)] if form.has_product else [],
            carried_proof_ids=[int(pk) for pk in form.cleaned_data.get("carried", ())],
            note=form.cleaned_data["note"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def ask_more_time(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Xin gia hạn, before or after the deadline, with a reason."""
    found = round_to_act_on(occurrence_id, actor=request.actor)
    form = ExtensionForm(request.POST or None)
    act = Act(
        title=_("Xin gia hạn"),
        explained=_("Cơ quan giao việc quyết định. Hạn ban đầu vẫn được giữ để so sánh."),
        verb=_("Gửi đề nghị"),
        done=_("Đã gửi đề nghị gia hạn."),
        back=links.task(found.task_id, occurrence_id),
        subject=found.subject,
        keep_draft=f"extension-{occurrence_id}",
    )

    def do() -> object:
        return ask_extension(
            occurrence_id=occurrence_id, **form.cleaned_data, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def discuss(request: ActorRequest, task_id: int) -> HttpResponse:
    """Trao đổi: say something on the task, for everybody in it."""
    task = task_to_act_on(task_id, actor=request.actor)
    form = CommentForm(request.POST or None)
    act = Act(
        title=_("Trao đổi"),
        explained=_("Mọi cơ quan có phần việc trong nhiệm vụ này đều đọc được."),
        verb=_("Gửi ý kiến"),
        done=_("Đã gửi ý kiến."),
        back=links.task(task_id),
        subject=task.subject,
        keep_draft=f"comment-{task_id}",
    )

    def do() -> object:
        text = form.cleaned_data["text"]
        return comment(task_id=task_id, text=text, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _proof_form(request: ActorRequest, products: Sequence[str], occurrence_id: int) -> ProofForm:
    """What is handed in, with the accepted proofs of the parts to choose from."""
    carried = proofs_to_carry(occurrence_id)
    sent = (request.POST or None, request.FILES or None)
    return ProofForm(*sent, products=products, carried=carried)


def _product(form: ProofForm) -> Product:
    data = form.cleaned_data
    file = data["file"]
    return Product(
        name=data["product"],
        content=file.file if file else None,
        file_name=file.name if file else "",
        link=data["link"],
        document_number=data["document_number"],
    )
