"""The command line speaks two languages, keeps its exit codes, loads only what it needs."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.site import cli
from cchc.site.cli import COMMANDS, main
from cchc.site.console import Exit


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CCHC_LANG", "vi")
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself_in_both_languages(
    command: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, word in (("vi", "mã kết thúc"), ("en", "exit codes")):
        monkeypatch.setenv("CCHC_LANG", language)
        with pytest.raises(SystemExit) as ended:
            main([command.name, "--help"])  # type: ignore[attr-defined]
        said = capsys.readouterr().out
        assert ended.value.code == Exit.DONE
        assert word in said
        assert command.vi in said  # type: ignore[attr-defined]
        assert command.en in said  # type: ignore[attr-defined]


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == Exit.WRONG_COMMAND
    said = capsys.readouterr().out
    assert all(command.name in said for command in COMMANDS)


def test_a_wrong_command_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["khong-co"])
    assert ended.value.code == Exit.WRONG_COMMAND


def test_a_command_told_to_stop_ends_in_good_order() -> None:
    with pytest.raises(SystemExit) as ended:
        cli._asked_to_stop(15, None)
    assert ended.value.code == 143


def test_reading_a_document_loads_no_django(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("Kính gửi: Sở Nội vụ\n" * 5, encoding="utf-8")
    code = (
        "import sys; from cchc.site.cli import main; "
        f"code = main(['read', {str(document)!r}, '--json']); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in {'django', 'procrastinate'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip().endswith("[]")


def test_a_document_that_is_none_is_refused_with_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "rong.docx"
    empty.write_bytes(b"")

    assert main(["read", str(empty)]) == Exit.FAILED
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert main(["read", str(tmp_path / "khong-co.docx")]) == Exit.FAILED
