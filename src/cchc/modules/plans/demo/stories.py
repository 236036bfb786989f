"""Stories of single parts in the demo: extensions, events, and faults planted on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.files import word_file
from cchc.modules.plans.demo.issuing import at
from cchc.modules.plans.demo.year import product_of
from cchc.modules.plans.models import Assignment, Occurrence, Plan
from cchc.modules.plans.operations.acknowledge import (
    acknowledge,
    name_holder,
    report_progress,
)
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.operations.settle_waiting import (
    bind_reference,
    choose_members,
    record_trigger,
)
from cchc.modules.plans.operations.suspend import suspend
from cchc.modules.plans.queries.colleagues import colleagues_of
from cchc.modules.plans.rules.kinds import Obligation
from cchc.platform.access import Actor

PLANTED = (
    "UBND huyện Tràm Vàng nộp cùng một tệp làm minh chứng cho hai nhiệm vụ khác nhau (5.a và 7.d).",
    "Nhiệm vụ 1.a của Sở Xây dựng quá hạn nhiều tháng mà chưa được tiếp nhận.",
    "Nhiệm vụ 6.d của Sở Tài chính đã được gia hạn ba lần.",
    "Ở nhiệm vụ 5.a, thủ trưởng Sở Giao thông vận tải duyệt minh chứng một phút sau khi nộp.",
    "Nhiệm vụ 2.b đòi hai sản phẩm, Sở Tư pháp mới nộp một: báo cáo, chưa có quyết định công bố.",
    "Nhiệm vụ 8.e phối hợp với “Các cơ quan có liên quan” nhưng chưa ai xác định là cơ quan nào.",
    "Nhiệm vụ 8.g không ghi thời gian, nên không bao giờ đến hạn nếu không ai đặt hạn.",
    "Dòng 6 của kế hoạch 15/KH-SNV có hạn trước ngày ban hành kế hoạch.",
    "Tiền “50tr/huyện” (1.b) và “3.000.000 đồng/xã” (7.d) không thể cộng vào tổng kinh phí.",
)
"""Faults that are in the demo on purpose, for people to find."""


@dataclass
class Stories:
    """The parts of a plan whose course is told one by one."""

    plan: Plan
    cast: Cast

    def settle(self) -> None:
        """What was waited for and came before the year was lived: documents, events, members."""
        operator = self.cast.operators[0]
        self._bind("8.a", "02/KH-UBND", "Kế hoạch kiểm tra cải cách hành chính năm 2019",
                   date(2019, 1, 10), date(2019, 11, 15))  # fmt: skip
        contest = sorted({part.agency_id for part in self._parts("1.b", Obligation.LEAD)})
        self._bind("1.b", "", "Kế hoạch tổ chức cuộc thi của huyện", date(2019, 4, 15),
                   date(2019, 8, 30), contest[:3])  # fmt: skip
        record_trigger(
            task_id=self._task("4.a"),
            happened_on=date(2019, 3, 22),
            due_on=date(2019, 7, 31),
            document_title="Hướng dẫn của Bộ Nội vụ về sắp xếp tổ chức bộ máy",
            actor=operator,
            now=at(date(2019, 3, 25), 9),
        )
        self._choose("7.c", ("Sở Y tế", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng"))
        self._choose("7.a", ("Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài nguyên và Môi trường"))
        self._sorry_letter()

    def told(self) -> set[int]:
        """The parts that are left to these stories."""
        leads = [
            ("2.b", "Sở Tư pháp"),
            ("7.b", "Sở Thông tin và Truyền thông"),
            ("3.đ", "Văn phòng UBND tỉnh"),
            ("6.d", "Sở Tài chính"),
            ("1.a", "Sở Xây dựng"),
            ("5.a", "Sở Giao thông vận tải"),
            ("5.a", "UBND huyện Tràm Vàng"),
            ("7.d", "UBND huyện Tràm Vàng"),
            ("7.a", "Sở Thông tin và Truyền thông"),
        ]
        return {self._lead(code, agency).pk for code, agency in leads}

    def tell(self) -> None:
        """The stories themselves."""
        self._review_of_documents()
        self._granted()
        self._refused_and_late()
        self._three_extensions()
        self._one_minute()
        self._same_file_twice()
        self._standstill()

    def _review_of_documents(self) -> None:
        """Sở Tư pháp reviews documents: one product of two, returned, more time asked for."""
        part = self._lead("2.b", "Sở Tư pháp")
        officer, head = self._of(part)
        one = self._first(part)
        people = colleagues_of(part.agency_id, date(2019, 9, 12))
        holder = next(p for p in people if p.agency_id != part.agency_id)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2018, 12, 18), 9))
        name_holder(
            assignment_id=part.pk,
            person_id=holder.id,
            actor=officer,
            now=at(date(2019, 9, 12), 8, 40),
        )
        report = [product_of(one, "Báo cáo kết quả rà soát")]
        self._hand_in(one, report, officer, date(2019, 9, 27))
        approve_proof(occurrence_id=one.pk, actor=head, now=at(date(2019, 9, 27), 15))
        return_proof(
            occurrence_id=one.pk,
            reason="Thiếu danh mục văn bản hết hiệu lực một phần và quyết định công bố.",
            actor=self.cast.operators[0],
            now=at(date(2019, 10, 2), 10, 15),
        )
        comment(
            task_id=part.task_id,
            text="Đề nghị Sở Tư pháp cho biết ngày dự kiến trình quyết định công bố.",
            actor=self.cast.operators[0],
            now=at(date(2019, 10, 9), 8, 5),
        )
        comment(
            task_id=part.task_id,
            text="Phòng chuyên môn đang chờ hướng dẫn của Bộ về mẫu danh mục, dự kiến cuối tháng.",
            actor=officer,
            now=at(date(2019, 10, 9), 14, 30),
        )
        ask_extension(
            occurrence_id=one.pk,
            wanted_on=date(2019, 11, 15),
            reason="Chờ hướng dẫn của Bộ Tư pháp về mẫu danh mục văn bản hết hiệu lực.",
            actor=officer,
            now=at(date(2019, 10, 14), 16, 5),
        )

    def _granted(self) -> None:
        part = self._lead("7.b", "Sở Thông tin và Truyền thông")
        officer, _ = self._of(part)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2018, 12, 14), 9))
        self._extend(part, date(2019, 9, 20), date(2019, 10, 31), "Nhà thầu bàn giao chậm.")
        report_progress(
            assignment_id=part.pk,
            note="Đã cung cấp 312/400 dịch vụ theo danh mục.",
            actor=officer,
            now=at(date(2019, 10, 8), 10),
        )

    def _refused_and_late(self) -> None:
        part = self._lead("3.đ", "Văn phòng UBND tỉnh")
        officer, head = self._of(part)
        one = self._first(part)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2018, 12, 13), 9))
        asked = ask_extension(
            occurrence_id=one.pk,
            wanted_on=date(2019, 9, 30),
            reason="Một số cơ quan ngành dọc chưa thống nhất danh mục.",
            actor=officer,
            now=at(date(2019, 8, 26), 9),
        )
        decide_extension(
            extension_id=asked.pk,
            is_granted=False,
            reason="Danh mục đã được thống nhất tại cuộc họp tháng 7.",
            actor=self.cast.operators[1],
            now=at(date(2019, 8, 29), 9),
        )
        products = [product_of(one, "Danh mục thủ tục")]
        self._hand_in(one, products, officer, date(2019, 9, 12))
        approve_proof(occurrence_id=one.pk, actor=head, now=at(date(2019, 9, 12), 16))
        accept_proof(
            occurrence_id=one.pk, actor=self.cast.operators[1], now=at(date(2019, 9, 17), 9)
        )

    def _three_extensions(self) -> None:
        part = self._lead("6.d", "Sở Tài chính")
        officer, _ = self._of(part)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2018, 12, 12), 9))
        reason = "Các sở chưa gửi đủ danh mục đề xuất."
        self._extend(part, date(2019, 6, 20), date(2019, 7, 31), reason)
        self._extend(part, date(2019, 7, 25), date(2019, 8, 30), reason)
        self._extend(part, date(2019, 8, 28), date(2019, 10, 31), reason)

    def _one_minute(self) -> None:
        part = self._lead("5.a", "Sở Giao thông vận tải")
        officer, head = self._of(part)
        one = self._first(part)
        day = date(2019, 2, 27)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2019, 2, 26), 9))
        hand_in_proof(
            occurrence_id=one.pk,
            products=[product_of(one, "Kế hoạch")],
            actor=officer,
            now=at(day, 16, 58),
        )
        approve_proof(occurrence_id=one.pk, actor=head, now=at(day, 16, 59))
        accept_proof(
            occurrence_id=one.pk, actor=self.cast.operators[0], now=at(date(2019, 3, 1), 9)
        )

    def _same_file_twice(self) -> None:
        content = word_file("Kế hoạch", "Kế hoạch của UBND huyện Tràm Vàng năm 2019.")
        for code, day in (("5.a", date(2019, 2, 25)), ("7.d", date(2019, 6, 27))):
            part = self._lead(code, "UBND huyện Tràm Vàng")
            officer, head = self._of(part)
            one = self._first(part)
            acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2019, 2, 20), 9))
            product = Product("Kế hoạch", BytesIO(content), "ke-hoach-huyen.docx")
            self._hand_in(one, [product], officer, day)
            approve_proof(occurrence_id=one.pk, actor=head, now=at(day, 15))
            accept_proof(occurrence_id=one.pk, actor=self.cast.operators[1], now=at(day, 16, 30))

    def _standstill(self) -> None:
        part = self._lead("7.a", "Sở Thông tin và Truyền thông")
        officer, _ = self._of(part)
        acknowledge(assignment_id=part.pk, actor=officer, now=at(date(2018, 12, 14), 9, 10))
        suspend(
            occurrence_id=self._first(part).pk,
            reason="Chờ phê duyệt chủ trương đầu tư.",
            actor=self.cast.operators[0],
            now=at(date(2019, 8, 1), 9),
        )

    def _sorry_letter(self) -> None:
        """An agency records an event of its own."""
        part = self._lead("3.e", "Sở Tài nguyên và Môi trường")
        officer, _ = self._of(part)
        record_trigger(
            task_id=part.task_id,
            happened_on=date(2019, 8, 5),
            due_on=date(2019, 8, 12),
            document_title="Hồ sơ đất đai trễ hạn 3 ngày",
            agency_ids=[part.agency_id],
            actor=officer,
            now=at(date(2019, 8, 5), 15),
        )

    def _bind(  # noqa: PLR0917 (one line a document reads best)
        self,
        code: str,
        number: str,
        title: str,
        issued_on: date,
        due_on: date,
        agency_ids: Iterable[int] = (),
    ) -> None:
        bind_reference(
            task_id=self._task(code),
            issued_on=issued_on,
            due_on=due_on,
            document_number=number,
            document_title=title,
            agency_ids=list(agency_ids),
            actor=self.cast.operators[0],
            now=at(issued_on, 14),
        )

    def _choose(self, code: str, names: Iterable[str]) -> None:
        party = self.plan.tasks.get(code=code).parties.filter(needs_choice=True).first()
        wanted = set(names)
        known = agency_cards(set(self._everyone()))
        chosen = [pk for pk, card in known.items() if card.name in wanted]
        if party is not None:
            choose_members(
                party_id=party.pk,
                agency_ids=chosen,
                actor=self.cast.operators[0],
                now=at(date(2018, 12, 20), 10),
            )

    def _everyone(self) -> Iterable[int]:
        return Assignment.objects.filter(plan=self.plan).values_list("agency_id", flat=True)

    def _extend(self, part: Assignment, asked_on: date, wanted_on: date, reason: str) -> None:
        officer, _ = self._of(part)
        asked = ask_extension(
            occurrence_id=self._first(part).pk,
            wanted_on=wanted_on,
            reason=reason,
            actor=officer,
            now=at(asked_on, 9),
        )
        decide_extension(
            extension_id=asked.pk,
            is_granted=True,
            actor=self.cast.operators[0],
            now=at(asked_on, 16),
        )

    def _hand_in(self, one: Occurrence, products: list[Product], officer: Actor, day: date) -> None:
        hand_in_proof(occurrence_id=one.pk, products=products, actor=officer, now=at(day, 9, 30))

    def _of(self, part: Assignment) -> tuple[Actor, Actor]:
        """The officer and the head of the agency."""
        officer, head = self.cast.officer(part.agency_id), self.cast.head(part.agency_id)
        assert officer is not None and head is not None  # noqa: S101, PT018 (the demo has both)
        return officer, head

    def _task(self, code: str) -> int:
        return self.plan.tasks.get(code=code).pk

    def _parts(self, code: str, obligation: Obligation) -> list[Assignment]:
        found = Assignment.objects.filter(task_id=self._task(code), obligation=obligation)
        return list(found.select_related("task").order_by("pk"))

    def _lead(self, code: str, agency: str) -> Assignment:
        parts = self._parts(code, Obligation.LEAD)
        cards = agency_cards({part.agency_id for part in parts})
        return next(part for part in parts if cards[part.agency_id].name == agency)

    def _first(self, part: Assignment) -> Occurrence:
        return part.occurrences.order_by("sequence")[0]
