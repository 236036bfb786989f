"""`cchc import-agencies FILE.xlsx`: a dry run, wrong rows by their number, all or nothing."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.modules.organisation.models import Agency
from cchc.site.cli import main
from cchc.site.console import Exit
from tests.organisation.agencies.pages import workbook
from tests.worlds import World

HEADINGS = ("Tên cơ quan", "Loại", "Cấp", "Cơ quan cấp trên", "Mã định danh")
SCHOOL = ("Trường Chính trị tỉnh", "Đơn vị sự nghiệp", "Cấp tỉnh", "Sở Nội vụ", "")
NOWHERE = ("Trung tâm Lạ", "Đơn vị sự nghiệp", "Cấp tỉnh", "Sở Không Có", "")


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CCHC_LANG", "vi")
    monkeypatch.setenv("CCHC_DEMO", "1")
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def table(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "co-quan.xlsx"
    path.write_bytes(workbook(HEADINGS, *rows))
    return str(path)


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Agency.objects.count()

    end = main(["import-agencies", table(tmp_path, SCHOOL), "--dry-run", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert end == Exit.DONE, said["lines"]
    assert (said["new"], said["wrong"], said["is_written"]) == (1, 0, False)
    assert said["lines"][0]["action"] == "NEW"
    assert Agency.objects.count() == before


def test_the_rows_are_brought_in_once(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(tmp_path, SCHOOL)

    ends = [main(["import-agencies", file, "--on", "2019-10-15"]) for _ in range(2)]

    said = capsys.readouterr().out
    assert ends == [Exit.DONE, Exit.DONE]
    assert "Thêm mới 1, cập nhật 0" in said
    assert "Thêm mới 0, cập nhật 0, không đổi 1" in said
    school = Agency.objects.get(name="Trường Chính trị tỉnh")
    assert (school.parent, str(school.effective_from)) == (world.home_affairs, "2019-10-15")


def test_one_wrong_row_brings_in_nothing_and_is_named(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    end = main(["import-agencies", table(tmp_path, SCHOOL, NOWHERE)])

    said = capsys.readouterr()
    assert end == Exit.NEEDS_MENDING
    assert "Dòng 3, Trung tâm Lạ: Không tìm thấy cơ quan cấp trên “Sở Không Có”" in said.err
    assert "Chưa ghi gì." in said.out
    assert not Agency.objects.filter(name="Trường Chính trị tỉnh").exists()


def test_what_is_no_table_is_refused_with_one_sentence(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    no_sheet = tmp_path / "a.xlsx"
    no_sheet.write_bytes(b"not a spreadsheet")
    no_heading = tmp_path / "b.xlsx"
    no_heading.write_bytes(workbook(("x", "y"), ("1", "2")))

    assert main(["import-agencies", str(no_sheet)]) == Exit.FAILED
    assert main(["import-agencies", str(no_heading)]) == Exit.FAILED
    assert main(["import-agencies", str(tmp_path / "c.xlsx")]) == Exit.FAILED
    assert main(["import-agencies"]) == Exit.FAILED
    assert main(["import-agencies", str(no_sheet), "--province", "Đồng Tháp"]) == Exit.FAILED
    said = capsys.readouterr().err
    assert "Không đọc được tệp này" in said
    assert "Hàng tiêu đề cần có các cột" in said
    assert "Traceback" not in said


def test_a_province_can_be_rehearsed_too(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = Agency.objects.count()

    end = main(["import-agencies", "--province", "Đồng Tháp", "--dry-run", "--json"])

    spoken = capsys.readouterr()
    assert end == Exit.DONE, spoken.err
    said = json.loads(spoken.out)
    assert said["new_count"] > 50
    assert said["is_written"] is False
    assert Agency.objects.count() == before
