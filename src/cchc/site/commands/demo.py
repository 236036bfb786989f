"""`cchc demo`: the platform with a whole fictional province in it, in one go."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from cchc.site import embedded
from cchc.site.configuration import PROJECT_DIR, Configuration
from cchc.site.console import Exit, Failure, complain, either, say
from cchc.site.starting import is_free, split_listen, start_django
from cchc.site.supervising import Child, Supervisor

PORTS_TRIED = 50
LOG = "servers.log"
"""The servers' lines go to this file of the local folder; the terminal is for people."""


def add(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument(
        "--port",
        type=int,
        help=either(
            "cổng (mặc định 8000; nếu bận thì lấy cổng trống tiếp theo)",
            "port (by default 8000; when busy, the next free one)",
        ),
    )
    parser.add_argument(
        "--prepare-only",
        action="store_true",
        help=either("chỉ dựng dữ liệu, không chạy máy chủ", "build the data, start no server"),
    )


def run(options: argparse.Namespace) -> Exit:
    """Build what is missing, run web and worker, and stop everything with Ctrl-C."""
    os.environ["CCHC_DEMO"] = "1"
    _keep_secret(Path(os.environ.get("CCHC_LOCAL_DIR", PROJECT_DIR / ".local")))
    configuration = start_django()
    prepare(configuration)
    if options.prepare_only:
        return Exit.DONE
    host, wanted = split_listen(configuration.listen)
    port = free_port(host, options.port or wanted)
    log = configuration.local_dir / LOG
    log.unlink(missing_ok=True)
    supervisor = Supervisor(
        children=_children(host, port, log),
        complain=complain,
        tend=lambda: _look_after_database(configuration),
    )
    address = f"http://{host}:{port}"
    code = supervisor.run(
        is_ready=lambda: _answers(address), when_ready=lambda: _welcome(address, log)
    )
    say(either("\nĐã dừng, dữ liệu được giữ lại.", "\nStopped; the data is kept."))
    return Exit.FAILED if code else Exit.DONE


def prepare(configuration: Configuration) -> None:
    """Bring tables, static files and the province up to date; what is there is left alone."""
    from cchc.site import static_files
    from cchc.site.commands.migrate import migrate
    from cchc.site.demo_province import build_when_empty
    from cchc.site.starting import unapplied_migrations

    if unapplied_migrations():
        say(either("Tạo các bảng dữ liệu …", "Creating the tables …"))
        migrate()
    static_files.collect(configuration)
    started = time.monotonic()
    if build_when_empty(on_step=lambda name: say(either(f"Dựng {name} …", f"Building {name} …"))):
        say(either("Đã dựng xong tỉnh mẫu", "Built the province") + f" ({_since(started)})")


def _keep_secret(local_dir: Path) -> None:
    """Give each demo a secret of its own, kept for its next run."""
    if os.environ.get("CCHC_SECRET_KEY"):
        return
    path = local_dir / "secret-key"
    if not path.exists():
        try:
            local_dir.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
        except PermissionError:
            raise Failure(f"không được ghi vào {local_dir}: thư mục thuộc người khác") from None
    os.environ["CCHC_SECRET_KEY"] = path.read_text()


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that nobody uses."""
    for port in range(wanted, wanted + PORTS_TRIED):
        if is_free(host, port):
            if port != wanted:
                say(
                    either(
                        f"Cổng {wanted} đang bận, dùng cổng {port}.",
                        f"Port {wanted} is busy, taking {port}.",
                    )
                )
            return port
    raise Failure(
        either(
            f"Không có cổng nào trống từ {wanted} đến {wanted + PORTS_TRIED - 1}; "
            "hãy chọn cổng khác bằng --port",
            f"No port is free from {wanted} to {wanted + PORTS_TRIED - 1}; choose one with --port",
        )
    )


def _children(host: str, port: int, log: Path) -> list[Child]:
    cchc = [sys.executable, "-m", "cchc"]
    return [
        Child("web", [*cchc, "serve", "--listen", f"{host}:{port}"], {}, log),
        Child("worker", [*cchc, "worker"], {}, log),
    ]


def _look_after_database(configuration: Configuration) -> None:
    """Start the embedded PostgreSQL again when something killed it."""
    if not configuration.database_url and embedded.revive(configuration.local_dir):
        complain(either("PostgreSQL bị dừng, đã chạy lại", "PostgreSQL had stopped; restarted"))


def _welcome(address: str, log: Path) -> None:
    """Say where the site is and as whom to sign in."""
    from cchc.site.demo_province import people

    say(f"\n{either('Mở trình duyệt tại', 'Open in a browser')}: {address}/\n")
    for line in people():
        say(f"  {line}")
    say(f"\n{either('Nhật ký máy chủ', 'Log of the servers')}: {log}")
    say(either("Dừng bằng Ctrl-C.", "Stop with Ctrl-C."))


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/-/health", timeout=2):  # noqa: S310
            return True
    except urllib.error.HTTPError as answer:
        return answer.code == 404
    except OSError:
        return False


def _since(started: float) -> str:
    return f"{time.monotonic() - started:.1f} s".replace(".", ",")
