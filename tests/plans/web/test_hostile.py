"""Text in documents, reviews, comments and reasons is data: shown, never run."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge, report_progress
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.operations.decide_proof import approve_proof, return_proof
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.suspend import suspend
from cchc.modules.plans.operations.withdraw import withdraw_plan
from cchc.modules.plans.queries.review import current_reading
from cchc.officialdocs.writing import PaperRow
from tests.plans.operations.test_drafts import imported, paper
from tests.plans.web.pages import browser, text_of
from tests.plans.world import FILM, GIVEN, PlansWorld, moment

SCRIPT = "<script>alert(document.cookie)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
FORMULA = "=cmd|' /C calc'!A0"
TEMPLATE = "{{ request.user }}{% now 'Y' %}"
TURNED = "\u202egnp.exe\u202c"
BELL = "chuông\x07 và \x1b[31mđỏ"
ATTACKS = [SCRIPT, IMAGE, TEMPLATE, TURNED]
ALL = " ".join(ATTACKS)
LETTERS_100_KB = "chữ " * 25_000


def assert_harmless(page: str, *, shown: bool = True) -> None:
    """Nothing of the attack became markup; it is there as text."""
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    tags = re.findall(r"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", page)
    assert not any(re.search(r"\sonerror=", re.sub(r"\"[^\"]*\"|'[^']*'", "", tag)) for tag in tags)
    if shown:
        assert "&lt;script&gt;alert" in page
        assert "{{ request.user }}" in page


def hostile_row(**more: str) -> dict[str, str]:
    row = {
        **FILM,
        "content": ALL,
        "product": ALL,
        "note_text": ALL,
        "time_text": f"Quý III/2019 {ALL}",
    }
    return {**row, "lead_text": "Sở Tư pháp", "coordinating_text": ALL, **more}


def hostile_plan(world: PlansWorld) -> Plan:
    plan = world.plan(hostile_row())
    Plan.objects.filter(pk=plan.pk).update(title=ALL, signer_name=ALL, recipients=[ALL])
    return plan


def story(world: PlansWorld, plan: Plan) -> int:
    """A task whose every free text is hostile; its number."""
    one = world.one(plan, "a", world.department)
    officer, head = world.actor(world.reform_officer), world.actor(world.head)
    operator = world.actor(world.operator)
    part = one.assignment_id
    acknowledge(assignment_id=part, actor=officer, now=GIVEN)
    report_progress(assignment_id=part, note=ALL, actor=officer, now=GIVEN)
    comment(task_id=one.task_id, text=ALL, actor=officer, now=GIVEN)
    asked = {"wanted_on": date(2019, 12, 1), "reason": ALL, "actor": officer}
    ask_extension(occurrence_id=one.pk, now=world.now, **asked)
    world.hand_in(one, date(2019, 8, 1))
    approve_proof(occurrence_id=one.pk, actor=head, now=moment(date(2019, 8, 2)))
    return_proof(occurrence_id=one.pk, reason=ALL, actor=operator, now=moment(date(2019, 8, 3)))
    suspend(occurrence_id=one.pk, reason=ALL, actor=operator, now=moment(date(2019, 8, 4)))
    return one.task_id


def test_pages_of_a_plan_and_of_its_work_show_hostile_words_as_words(world: PlansWorld) -> None:
    plan = hostile_plan(world)
    task_id = story(world, plan)
    operator, officer = browser(world.operator), browser(world.reform_officer)
    addresses = [
        f"/ke-hoach/{plan.pk}/",
        "/ke-hoach/",
        f"/nhiem-vu/{task_id}/",
        "/nhiem-vu/?tt=",
        f"/nhiem-vu/tien-do/?ke_hoach={plan.pk}",
        "/nhiem-vu/lich/?thang=2019-12",
        "/tim/?q=alert",
        "/nhat-ky/",
    ]

    for address in addresses:
        for client in (operator, officer):
            response = client.get(address)
            assert_harmless(text_of(response), shown=False)
    page = text_of(operator.get(f"/nhiem-vu/{task_id}/"))
    assert_harmless(page)
    assert page.count("&lt;script&gt;alert") >= 8
    assert_harmless(text_of(operator.get(f"/ke-hoach/{plan.pk}/")))


def test_messages_and_inboxes_show_hostile_words_as_words(world: PlansWorld) -> None:
    plan = hostile_plan(world)
    story(world, plan)

    for person in (world.operator, world.head, world.reform_officer):
        for address in ("/", "/viec-cho-toi/", "/thong-bao/"):
            assert_harmless(text_of(browser(person).get(address)), shown=False)


def test_a_reason_of_withdrawal_is_words(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    withdraw_plan(plan_id=plan.pk, reason=ALL, actor=world.actor(world.operator), now=world.now)

    assert_harmless(text_of(browser(world.operator).get(f"/ke-hoach/{plan.pk}/")))


def test_a_hostile_document_is_reviewed_as_words(world: PlansWorld) -> None:
    rows = (
        PaperRow("a", ALL, ALL, f"Sở Tư pháp, {SCRIPT}", ALL, f"Quý II/2019 {IMAGE}", ALL, ALL),
    )
    draft = imported(world, paper(*rows, number=f"9/KH-UBND{SCRIPT}"))
    client = browser(world.operator)
    row = current_reading(draft).tasks[0].id
    base = f"/ke-hoach/nhap/{draft.pk}/"
    addresses = [
        f"{base}?xem=all",
        f"{base}?xem=doubtful",
        f"{base}?xem=all&dong={row}",
        f"{base}van-ban/",
        f"{base}dong/{row}/",
        "/ke-hoach/",
    ]

    pages = {address: text_of(client.get(address)) for address in addresses}

    for page in pages.values():
        assert_harmless(page, shown=False)
    assert_harmless(pages[addresses[0]])


def test_a_hostile_address_is_words(world: PlansWorld) -> None:
    world.plan(FILM)
    client = browser(world.operator)
    said = {"tim": ALL, "q": ALL, "xem": ALL, "cq": ALL, "thang": ALL, "loai": ALL}

    for path in ("/nhiem-vu/", "/ke-hoach/", "/tim/", "/nhiem-vu/lich/", "/toan-canh/"):
        response = client.get(path, said)
        assert response.status_code == 200
        assert_harmless(text_of(response), shown=False)


@pytest.mark.parametrize("words", [BELL, TURNED, "\u0000", "\ufeff", "a\u200bb", "🏛️"])
def test_odd_letters_in_a_form_do_not_break_it(world: PlansWorld, words: str) -> None:
    plan = world.plan(FILM)
    client = browser(world.operator)
    task_id = plan.tasks.get().pk

    response = client.post(f"/nhiem-vu/{task_id}/trao-doi/", {"text": f"Xin hỏi {words}"})

    assert response.status_code in (302, 422)
    page = client.get(f"/nhiem-vu/{task_id}/")
    assert page.status_code == 200
    assert "\x07" not in text_of(page)
    assert "\x1b" not in text_of(page)


def test_what_turns_the_direction_of_reading_does_not_come_in(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    row = current_reading(draft).tasks[0].id
    client = browser(world.operator)

    client.post(f"/ke-hoach/nhap/{draft.pk}/dong/{row}/", {"content": f"Tệp {TURNED}{BELL}"})

    draft.refresh_from_db()
    assert current_reading(draft).tasks[0].text("content") == "Tệp gnp.exechuông và [31mđỏ"


@pytest.mark.parametrize("way", ["trao-doi", "thu-hoi"])
def test_a_hundred_kilobytes_in_a_field_are_refused_and_kept(world: PlansWorld, way: str) -> None:
    task_id = world.plan(FILM).tasks.get().pk
    name = "text" if way == "trao-doi" else "reason"

    response = browser(world.operator).post(f"/nhiem-vu/{task_id}/{way}/", {name: LETTERS_100_KB})

    assert response.status_code == 422
    assert LETTERS_100_KB.strip() in text_of(response)


def test_a_document_with_a_hundred_kilobytes_in_one_cell_is_reviewed_and_confirmed(
    world: PlansWorld,
) -> None:
    draft: ImportDraft = imported(
        world, paper(PaperRow("a", LETTERS_100_KB, "", "Sở Tư pháp", "", "Quý II/2019"))
    )
    client = browser(world.operator)
    assert client.get(f"/ke-hoach/nhap/{draft.pk}/", {"xem": "all"}).status_code == 200

    answer = client.post(f"/ke-hoach/nhap/{draft.pk}/xac-nhan/")

    assert answer["Location"].startswith("/ke-hoach/")
    page = client.get(answer["Location"])
    assert page.status_code == 200
    task = Plan.objects.get().tasks.get()
    assert client.get(f"/nhiem-vu/{task.pk}/").status_code == 200
    assert client.get("/nhiem-vu/", {"tt": ""}).status_code == 200


def test_exports_neutralise_formulas_of_documents(world: PlansWorld) -> None:
    plan = world.plan({**FILM, "content": FORMULA, "product": FORMULA})
    client = browser(world.operator)

    for address in (f"/nhiem-vu/xuat.xlsx?ke_hoach={plan.pk}", f"/ke-hoach/{plan.pk}/phu-luc.xlsx"):
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        with ZipFile(BytesIO(content)) as book:
            sheets = [name for name in book.namelist() if "/worksheets/" in name]
            assert sheets
            assert all(b"<f>" not in book.read(name) for name in sheets)
