"""The command line: `cchc demo|serve|worker|…`; `cchc --help` says what there is."""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from dataclasses import dataclass
from types import FrameType
from typing import Any, Protocol, cast

from cchc import __version__
from cchc.site.console import Exit, Failure, complain, either
from cchc.site.embedded import CannotStart


class CommandModule(Protocol):
    """What each file of `commands` brings."""

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Say what the command takes."""

    def run(self, options: argparse.Namespace) -> Exit:
        """Do it, and say how it ended."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, and the file of `commands` that does it."""

    name: str
    vi: str
    en: str

    @property
    def help(self) -> str:
        """What it does, in the language of the person."""
        return either(self.vi, self.en)

    def load(self) -> CommandModule:
        """Import the file, so that a command loads only what it needs (`read` no Django)."""
        module = importlib.import_module(f"cchc.site.commands.{self.name.replace('-', '_')}")
        return cast("CommandModule", module)


COMMANDS = (
    Command(
        "demo",
        "dựng và chạy bản trình diễn với một tỉnh đầy đủ dữ liệu",
        "bring up the platform with a whole fictional province",
    ),
    Command("serve", "chạy máy chủ web", "run the web server"),
    Command("worker", "chạy tiến trình xử lý công việc nền", "run the worker of background jobs"),
    Command(
        "doctor",
        "khám hệ thống và chỉ cách khắc phục từng lỗi",
        "examine the installation and say how to mend each fault",
    ),
    Command("migrate", "tạo hoặc nâng cấp các bảng dữ liệu", "create or upgrade the tables"),
    Command(
        "add-administrator",
        "mở tài khoản quản trị hệ thống: tài khoản đầu tiên, hoặc khi không ai đăng nhập được",
        "open an administrator's account: the first one, or when nobody can sign in",
    ),
    Command(
        "read",
        "đọc một văn bản hành chính và in những gì hiểu được",
        "read an official document and print what was understood",
    ),
    Command(
        "import-plan",
        "nhập một kế hoạch cải cách hành chính từ tệp",
        "import an administrative reform plan from a file",
    ),
    Command(
        "import-agencies",
        "dựng cây cơ quan của một tỉnh từ danh mục đơn vị hành chính",
        "build a province's agencies from the register of administrative units",
    ),
    Command(
        "export-plan",
        "xuất một kế hoạch thành phụ lục Word hoặc bảng tính",
        "export a plan as the official Word appendix or as a spreadsheet",
    ),
    Command(
        "backup",
        "sao lưu cơ sở dữ liệu và tệp",
        "back up the database and the files",
    ),
    Command(
        "restore",
        "khôi phục bản sao lưu vào cơ sở dữ liệu trống rồi kiểm tra lại",
        "restore a backup into an empty database and verify it",
    ),
)

EXIT_CODES_VI = """mã kết thúc:
  0   xong
  1   không làm được; lý do được in ra
  2   gọi lệnh sai cách
  3   làm xong nhưng có lỗi cần khắc phục (khám hệ thống, dữ liệu nhập, bản sao lưu)
  130 bị ngắt bằng Ctrl-C (143: bằng SIGTERM)
"""
EXIT_CODES_EN = """exit codes:
  0   done
  1   could not be done; the reason is printed
  2   wrong usage
  3   done, but something needs mending (doctor, imported data, a backup)
  130 interrupted with Ctrl-C (143: with SIGTERM)
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose fixed words are in the language of the person too."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Say "usage" in the right language."""
        super().add_usage(usage, actions, groups, prefix or either("cách gọi: ", "usage: "))


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the person."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, **options)
        self._optionals.title = either("tùy chọn", "options")
        self._positionals.title = either("tham số", "arguments")
        self.add_argument(
            "-h", "--help", action="help", help=either("in hướng dẫn này", "print this help")
        )


def parser() -> argparse.ArgumentParser:
    """All commands, without loading what they do."""
    top = _Parser(
        prog="cchc",
        description=either(
            "Nền tảng cải cách hành chính cấp tỉnh. Đặt CCHC_LANG=en để xem tiếng Anh.",
            "The platform of a province's administrative reform. CCHC_LANG=vi for Vietnamese.",
        ),
        epilog=either(EXIT_CODES_VI, EXIT_CODES_EN),
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"cchc {__version__}",
        help=either("in phiên bản", "print the version"),
    )
    choices = top.add_subparsers(
        parser_class=_Parser,
        dest="command",
        metavar=either("lệnh", "command"),
        title=either("các lệnh", "commands"),
    )
    for command in COMMANDS:
        choices.add_parser(command.name, help=command.help)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the value is the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    first, _rest = parser().parse_known_args(words[:1])
    if first.command is None:
        parser().print_help()
        return Exit.WRONG_COMMAND
    command = next(c for c in COMMANDS if c.name == first.command)
    module = command.load()
    inner = _Parser(
        prog=f"cchc {command.name}",
        description=f"{command.vi}.\n{command.en}.",
        epilog=either(EXIT_CODES_VI, EXIT_CODES_EN),
    )
    module.add(inner)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
    return _run(module, inner.parse_args(words[1:]))


def _asked_to_stop(number: int, frame: FrameType | None) -> None:
    """End in good order on SIGTERM too: transactions rolled back, the embedded server left."""
    raise SystemExit(128 + number)


def _run(module: CommandModule, options: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, _asked_to_stop)
    try:
        return module.run(options)
    except (Failure, CannotStart) as failure:
        complain(str(failure))
        return Exit.FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our words (`| head`) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


if __name__ == "__main__":
    sys.exit(main())
