"""The real documents beside the checkout, against what a careful person reads in them."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cchc.officialdocs import OfficialDocument, read, to_json
from cchc.officialdocs.understanding.folding import settle_tones

DONG_THAP = "272-kh-ubnd-ke-hoach-cchc-dong-thap-2019"
HAU_GIANG = "ke-hoach-cchc-hau-giang-2021"
QUANG_TRI = "526-vp-hctc-cong-van-don-doc-quang-tri-2022"
OFFICE = "ke-hoach-cchc-van-phong-ubnd-dong-thap-2021-2030"
REPORT = "bao-cao-cchc-dong-thap-2021"
MEDIA = ["txt", "docx", "pdf"]


def norm(value: Any) -> Any:
    """A value without case, punctuation, spacing and the placement of tone marks."""
    if isinstance(value, dict):
        return {key: norm(item) for key, item in value.items() if "note" not in key}
    if isinstance(value, list):
        return [norm(item) for item in value]
    if not isinstance(value, str):
        return value
    text = settle_tones(unicodedata.normalize("NFC", value).casefold())
    return re.sub(r"[\W_]+", " ", text).strip()


@cache
def document(path: Path) -> OfficialDocument:
    return read(path)


@cache
def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("medium", MEDIA)
def test_the_plan_with_37_rows_is_read_as_a_careful_person_reads_it(
    shared_inputs: Path, medium: str
) -> None:
    want = expected(shared_inputs / f"{DONG_THAP}.expect.json")
    got = to_json(document(shared_inputs / f"{DONG_THAP}.{medium}"))

    for key in ("doc_type", "number", "date", "issuing_body", "place", "signer", "title", "year"):
        assert norm(got[key]) == norm(want[key]), key  # type: ignore[literal-required]
    assert got["period"] == want["period"]
    assert norm(got["recipients"]) == norm(want["recipients"])
    assert norm([(s["code"], s["title"]) for s in got["sections"]]) == norm(
        [(s["code"], s["title"]) for s in want["sections"]]
    )
    assert got["targets"] == []
    assert [t["key"] for t in got["tasks"]] == [t["key"] for t in want["tasks"]]
    for wanted, read_as in zip(want["tasks"], got["tasks"], strict=True):
        for field, value in wanted.items():
            mine: Any = read_as[field]  # type: ignore[literal-required]
            if isinstance(value, dict):
                mine = {key: mine[key] for key in value}
            assert norm(mine) == norm(value), (wanted["key"], field)


@pytest.mark.parametrize("medium", MEDIA)
def test_the_notes_on_money_are_those_of_the_contract(shared_inputs: Path, medium: str) -> None:
    want = expected(shared_inputs / f"{DONG_THAP}.expect.json")
    got = to_json(document(shared_inputs / f"{DONG_THAP}.{medium}"))

    for wanted, read_as in zip(want["tasks"], got["tasks"], strict=True):
        if "note" in wanted["budget"]:
            assert read_as["budget"]["note"] == wanted["budget"]["note"], wanted["key"]


@pytest.mark.parametrize("medium", MEDIA)
def test_the_plan_without_head_has_six_targets_and_no_tasks(
    shared_inputs: Path, medium: str
) -> None:
    want = expected(shared_inputs / f"{HAU_GIANG}.expect.json")
    got = to_json(document(shared_inputs / f"{HAU_GIANG}.{medium}"))

    for key in ("doc_type", "number", "date", "issuing_body", "place", "title", "year", "period"):
        assert norm(got[key]) == norm(want[key]), key  # type: ignore[literal-required]
    assert got["signer"] is not None
    assert got["signer"]["name"] == want["signer"]["name"]
    assert got["tasks"] == []
    assert got["basis_refs"] == want["basis_refs"]
    assert norm(got["recipients"]) == norm(want["recipients"])
    for wanted, read_as in zip(want["targets"], got["targets"], strict=True):
        for field in ("no", "quantity", "unit", "comparator", "due"):
            assert read_as[field] == wanted[field], (wanted["no"], field)  # type: ignore[literal-required]
        assert read_as["bullet"] == wanted.get("bullet", wanted["no"])


@pytest.mark.parametrize("medium", MEDIA)
def test_the_urging_letter_has_twelve_duties_with_their_agencies(
    shared_inputs: Path, medium: str
) -> None:
    letter = document(shared_inputs / f"{QUANG_TRI}.{medium}")

    assert letter.doc_type.value == "Công văn"
    assert letter.number.value == "526/VP-HCTC"
    assert letter.issued_on.value == date(2022, 10, 14)
    assert letter.signer.value is not None
    assert letter.signer.value.name == "Nguyễn Cảnh Hưng"
    assert [task.key for task in letter.tasks] == [str(number) for number in range(1, 13)]
    assert [[m.name for m in task.lead] for task in letter.tasks] == [
        ["Các phòng, ban, trung tâm"],
        ["Các phòng, ban, trung tâm"],
        ["Các phòng, ban, trung tâm thuộc Văn phòng UBND tỉnh"],
        ["Các phòng chuyên môn"],
        ["Phòng Nội chính"],
        ["Ban Tiếp công dân tỉnh"],
        ["Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm Tin học tỉnh"],
        ["Mỗi tập thể, cá nhân trong Văn phòng"],
        ["Các đơn vị"],
        ["Các phòng, ban, trung tâm"],
        ["Các đơn vị sự nghiệp thuộc Văn phòng UBND tỉnh"],
        ["Phòng Hành chính - Tổ chức"],
    ]
    assert [m.name for m in letter.tasks[4].coordinating] == ["Các cơ quan, đơn vị, địa phương"]
    assert letter.tasks[2].lead[0].doubt
    assert [duty.time_text.value for duty in letter.report_duties] == [
        "Định kỳ quý, 6 tháng và năm"
    ]


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", [OFFICE, REPORT])
def test_drafts_keep_an_empty_number_and_day(shared_inputs: Path, name: str, medium: str) -> None:
    draft = document(shared_inputs / f"{name}.{medium}")

    assert draft.number.value is draft.issued_on.value is None
    assert draft.place.value == "Đồng Tháp"
    assert draft.tasks == ()


@pytest.mark.parametrize("medium", MEDIA)
def test_the_plan_of_the_office_hangs_on_its_decision(shared_inputs: Path, medium: str) -> None:
    plan = document(shared_inputs / f"{OFFICE}.{medium}")

    assert plan.enclosing is not None
    assert plan.enclosing.doc_type == "Quyết định"
    assert plan.symbol.value == "QĐ-VPUBND"
    assert plan.issuing_body.value == "Văn phòng Ủy ban nhân dân tỉnh Đồng Tháp"
    assert plan.signer.value is not None
    assert plan.signer.value.name == "Huỳnh Thanh Sơn"
    assert plan.period.value is not None
    assert (plan.period.value.first.year, plan.period.value.last.year) == (2021, 2030)


def test_at_least_34_rows_come_out_of_the_scan(shared_inputs: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("máy này chưa cài tesseract nên không đọc được bản quét")
    want = expected(shared_inputs / f"{DONG_THAP}.expect.json")
    got = to_json(document(shared_inputs / f"{DONG_THAP}.scan.pdf"))
    wanted = {task["key"]: task for task in want["tasks"]}
    found = [task for task in got["tasks"] if task["key"] in wanted]

    assert len(found) >= 34
    assert sum(norm(t["lead"]) == norm(wanted[t["key"]]["lead"]) for t in found) >= 34
    assert sum(t["time"]["kind"] == wanted[t["key"]]["time"]["kind"] for t in found) >= 34
