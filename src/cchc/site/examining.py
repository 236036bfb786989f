"""Examining an installation: what is well, what is not, and how to mend it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection

from cchc.platform.clock.reading import real_now
from cchc.site.configuration import Configuration, problems
from cchc.site.console import either
from cchc.site.starting import unapplied_migrations

OLDEST_POSTGRESQL = 150000
EXTENSIONS = ("pg_trgm", "btree_gist")
LEAST_FREE_GIGABYTES = 2.0
HEARTBEAT = timedelta(seconds=60)
LONGEST_WAIT = timedelta(minutes=15)
CLOCK_DRIFT = timedelta(seconds=2)


class Level(StrEnum):
    """How well something is."""

    WELL = "WELL"
    WARNING = "WARNING"
    FAULT = "FAULT"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says how to mend it, where it needs mending."""

    name: str
    level: Level
    detail: str
    remedy: str = ""


def examine(configuration: Configuration) -> list[Finding]:
    """Look at everything; without a database only at what needs none."""
    findings = list(_configuration(configuration))
    for check in (_database, _migrations, _extensions, _clock, _worker, _queue):
        found = list(check(configuration))
        findings += found
        if check in {_database, _migrations} and any(f.level is Level.FAULT for f in found):
            break
    for check in (_storage, _mail, _text_recognition, _static_files):
        findings += check(configuration)
    return findings


def _well(name: str, detail: str) -> Finding:
    return Finding(name, Level.WELL, detail)


def _configuration(configuration: Configuration) -> Iterator[Finding]:
    name = either("Cấu hình", "Configuration")
    wrong = problems(configuration)
    for line in wrong:
        place, _colon, remedy = line.partition(": ")
        yield Finding(name, Level.FAULT, place, remedy)
    if not wrong:
        kind = either("trình diễn", "demo") if configuration.demo else configuration.province
        yield _well(name, kind)


def _database(configuration: Configuration) -> Iterator[Finding]:
    name = either("Cơ sở dữ liệu", "Database")
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "select current_setting('server_version_num')::int, "
                "current_setting('server_version'), current_setting('server_encoding')"
            )
            number, version, encoding = cursor.fetchone()
    except DatabaseError as error:
        yield Finding(
            name,
            Level.FAULT,
            str(error).strip().split("\n")[0],
            either(
                "kiểm tra DATABASE_URL; PostgreSQL có chạy không (systemctl status postgresql)",
                "check DATABASE_URL and whether PostgreSQL runs (systemctl status postgresql)",
            ),
        )
        return
    if number < OLDEST_POSTGRESQL:
        remedy = either("nâng cấp lên PostgreSQL 15 trở lên", "upgrade to PostgreSQL 15 or newer")
        yield Finding(name, Level.FAULT, f"PostgreSQL {version}", remedy)
    elif encoding != "UTF8":
        remedy = either(
            "tạo lại cơ sở dữ liệu: createdb -E UTF8 -T template0 cchc",
            "create the database again: createdb -E UTF8 -T template0 cchc",
        )
        yield Finding(name, Level.FAULT, f"encoding {encoding}", remedy)
    else:
        yield _well(name, f"PostgreSQL {version}")


def _extensions(configuration: Configuration) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("select extname from pg_extension")
        present = {row[0] for row in cursor.fetchall()}
    for extension in EXTENSIONS:
        name = either(f"Phần mở rộng {extension}", f"Extension {extension}")
        if extension in present:
            yield _well(name, either("đã cài", "installed"))
        else:
            yield Finding(
                name,
                Level.FAULT,
                either("chưa cài", "missing"),
                f"create extension {extension};  -- apt-get install postgresql-contrib",
            )


def _migrations(configuration: Configuration) -> Iterator[Finding]:
    name = either("Các bảng dữ liệu", "Tables")
    missing = unapplied_migrations()
    if missing:
        detail = either(f"thiếu {len(missing)} bước nâng cấp", f"{len(missing)} steps missing")
        yield Finding(name, Level.FAULT, detail, "cchc migrate")
    else:
        yield _well(name, either("đúng phiên bản", "of this version"))


def _clock(configuration: Configuration) -> Iterator[Finding]:
    name = either("Đồng hồ", "Clock")
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        drift = abs(cursor.fetchone()[0] - real_now())
    if drift > CLOCK_DRIFT:
        yield Finding(
            name,
            Level.FAULT,
            either("lệch giữa hai máy: ", "drift between the machines: ") + f"{drift}",
            either("bật đồng bộ giờ: timedatectl set-ntp true", "run: timedatectl set-ntp true"),
        )
        return
    yield _well(name, either("khớp với cơ sở dữ liệu", "agrees with the database"))
    if settings.CCHC_MOVABLE_CLOCK:
        yield Finding(
            name,
            Level.WARNING if not configuration.demo else Level.WELL,
            either("có thể chỉnh (trình diễn)", "movable (demo)"),
        )


def _worker(configuration: Configuration) -> Iterator[Finding]:
    name = either("Tiến trình nền", "Worker")
    last = _one("select max(last_heartbeat) from procrastinate_workers")
    if isinstance(last, datetime) and real_now() - last < HEARTBEAT:
        count = _one(
            "select count(*) from procrastinate_workers "
            "where last_heartbeat > now() - interval '60 s'"
        )
        yield _well(name, either(f"{count} tiến trình đang chạy", f"{count} running"))
    else:
        yield Finding(
            name,
            Level.FAULT,
            either("không có tiến trình nào đang chạy", "none is running"),
            "systemctl start cchc-worker@1  |  cchc worker",
        )


def _queue(configuration: Configuration) -> Iterator[Finding]:
    name = either("Hàng đợi công việc", "Queue of jobs")
    waiting = _one(
        "select extract(epoch from now() - min(coalesce(job.scheduled_at, event.at))) "
        "from procrastinate_jobs job join procrastinate_events event "
        "on event.job_id = job.id and event.type = 'deferred' "
        "where job.status = 'todo' and coalesce(job.scheduled_at, now()) <= now()"
    )
    failed = _one("select count(*) from procrastinate_jobs where status = 'failed'")
    if failed:
        yield Finding(
            name,
            Level.WARNING,
            either(f"{failed} công việc đã hỏng", f"{failed} jobs have failed"),
            either(
                "xem nhật ký của tiến trình nền (journalctl -u cchc-worker)",
                "see the worker's log (journalctl -u cchc-worker)",
            ),
        )
    if waiting and timedelta(seconds=float(str(waiting))) > LONGEST_WAIT:
        minutes = int(float(str(waiting)) // 60)
        yield Finding(
            name,
            Level.WARNING,
            either(f"việc cũ nhất đã chờ {minutes} phút", f"the oldest has waited {minutes} min"),
            either("chạy thêm tiến trình nền", "run more workers"),
        )
    elif not failed:
        yield _well(name, either("không ứ đọng", "nothing piles up"))


def _storage(configuration: Configuration) -> Iterator[Finding]:
    name = either("Kho tệp", "Storage")
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as probe:
            probe.write(b"x")
    except OSError as error:
        remedy = f"chown -R {os.environ.get('USER', 'cchc')} {folder}"
        yield Finding(name, Level.FAULT, f"{folder}: {error.strerror}", remedy)
        return
    free = shutil.disk_usage(folder).free / 1024**3
    detail = f"{folder}, " + either(f"còn trống {free:.0f} GB", f"{free:.0f} GB free")
    if free < LEAST_FREE_GIGABYTES:
        remedy = either("dọn hoặc mở rộng ổ đĩa", "free or enlarge the disk")
        yield Finding(name, Level.FAULT, detail, remedy)
    else:
        yield _well(name, detail)


def _mail(configuration: Configuration) -> Iterator[Finding]:
    name = either("Thư điện tử", "E-mail")
    try:
        link = get_connection()
        link.open()
        link.close()
    except OSError as error:
        yield Finding(
            name,
            Level.FAULT,
            f"{settings.EMAIL_HOST}: {error}",
            either(
                "kiểm tra CCHC_EMAIL_URL, mật khẩu và tường lửa",
                "check CCHC_EMAIL_URL, the password and the firewall",
            ),
        )
        return
    yield _well(name, settings.EMAIL_HOST or str(settings.EMAIL_FILE_PATH))


def _text_recognition(configuration: Configuration) -> Iterator[Finding]:
    name = either("Nhận dạng chữ (tesseract)", "Text recognition (tesseract)")
    try:
        said = subprocess.run(
            ["tesseract", "--list-langs"],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    except (OSError, subprocess.CalledProcessError):
        said = []
    if "vie" in said:
        yield _well(name, either("có tiếng Việt", "Vietnamese is there"))
    else:
        yield Finding(
            name,
            Level.WARNING,
            either("chưa cài, không đọc được bản quét", "missing: scans cannot be read"),
            "apt-get install tesseract-ocr tesseract-ocr-vie",
        )


def _static_files(configuration: Configuration) -> Iterator[Finding]:
    name = either("Tệp giao diện", "Static files")
    if (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        yield _well(name, str(settings.STATIC_ROOT))
    else:
        yield Finding(
            name,
            Level.FAULT,
            either("chưa được gom", "not collected"),
            either("khởi động lại cchc serve", "start cchc serve again"),
        )


def _one(query: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
    return row[0] if row else None
