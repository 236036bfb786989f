"""Configuration of an installation, from the environment, in one typed place.

`load` stops the start when a value cannot be read. `check` stops it when values are missing or do
not fit together; every way into a real installation (web, worker, commands) calls it. Both say all
that is wrong at once.
"""

from __future__ import annotations

import difflib
import os
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT_DIR = Path(__file__).resolve().parents[3]
SHORTEST_SECRET = 50
PREFIX = "CCHC_"
OTHER_NAMES = frozenset({"CCHC_LANG", "CCHC_TEST_DB", "CCHC_BACKUP_DIR", "CCHC_BACKUP_KEEP"})
"""Names that begin like ours but are read elsewhere: command line, tests, deploy/backup.sh."""


class Configuration(BaseSettings):
    """Everything that an installation may set; names in the environment begin with CCHC_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", env_ignore_empty=True)

    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    """The province's own PostgreSQL; empty: the embedded one (demo, development and tests only)."""
    secret_key: str = ""
    """At least 50 random characters; signs sessions and links."""
    demo: bool = False
    """The fictional province, a movable clock, mail into a folder."""
    debug: bool = False
    hosts: Annotated[list[str], NoDecode] = ["localhost", "127.0.0.1", "[::1]"]
    """Names under which the site answers, separated by commas."""
    trusted_origins: Annotated[list[str], NoDecode] = []
    """Addresses (https://...) from which forms are accepted when a proxy changes the host."""
    https: bool = True
    """People reach the site by https (always so outside the demo): cookies are sent by it only."""
    province: str = "Tỉnh Sen Hồng"

    local_dir: Path = PROJECT_DIR / ".local"
    """What this installation writes beside the database: static files, logs of the demo."""
    files_dir: Path | None = None
    """Uploaded files; the folder `files` in `local_dir` where it is not set."""
    max_file_megabytes: int = Field(default=100, ge=1, le=200)
    clamd_socket: Path | None = None
    """Socket of ClamAV; uploads are scanned when it is set."""

    email_url: str = ""
    """smtp://user:password@host:587 (STARTTLS), smtps://...:465, or file:///folder."""
    email_from: str = "CCHC <khong-tra-loi@localhost>"
    quiet_from: time = time(21)
    quiet_until: time = time(6, 30)
    """Between these times of the day no e-mail and no SMS leaves."""
    sms_dir: Path | None = None
    """Folder into which messages to phones are put for the province's SMS gateway."""
    drop_dir: Path | None = None
    """Folder of documents that came by e-mail, waiting to be read."""
    directive_days: int = Field(default=15, ge=1, le=250)
    """Working days after the issue that are offered where a directive names no deadline."""

    oidc_url: str = ""
    """Address of the OpenID Connect provider (…/.well-known/openid-configuration)."""
    oidc_client_id: str = ""
    oidc_secret: str = ""
    oidc_name: str = "Đăng nhập một lần của tỉnh"

    two_factor_roles: Annotated[list[str], NoDecode] = ["SYSTEM_ADMINISTRATOR"]
    """Roles that give no right until their holder has set up an authenticator; none in the demo."""
    proxies: int = Field(default=1, ge=0, le=5)
    """Proxies in front of the web server, whose X-Forwarded-For is believed; none in the demo."""
    session_hours: int = Field(default=12, ge=1, le=72)
    demo_password: str = "sen-hong-2019"  # noqa: S105 - printed by `cchc demo`, of invented people
    """The password of the invented people of the demo."""

    listen: str = "127.0.0.1:8000"
    web_processes: int = Field(default=2, ge=1, le=64)
    web_threads: int = Field(default=2, ge=1, le=64)
    """Requests that one web process serves at the same time; each holds one database connection.

    More than two share one core by turns, so that all of them come late; more processes do not."""
    worker_concurrency: int = Field(default=2, ge=1, le=64)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("hosts", "trusted_origins", "two_factor_roles", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [part.strip() for part in value.split(",") if part.strip()]

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _demo_needs_no_https(self) -> Self:
        if self.demo and "https" not in self.model_fields_set:
            self.https = False
        if self.demo and "proxies" not in self.model_fields_set:
            self.proxies = 0
        if self.demo and "two_factor_roles" not in self.model_fields_set:
            self.two_factor_roles = []
        return self

    @property
    def site_url(self) -> str:
        """The address at which people reach the site, for links in e-mail; no slash at the end."""
        host = next((name for name in self.hosts if not name.startswith((".", "*"))), "localhost")
        port = f":{self.listen.rpartition(':')[2]}" if self.demo and not self.https else ""
        return f"{'https' if self.https else 'http'}://{host}{port}"

    @property
    def stored_files_dir(self) -> Path:
        """Where uploaded files are kept."""
        return self.files_dir or self.local_dir / "files"


def load() -> Configuration:
    """Read the environment; values that cannot be read stop the start, with all that is wrong."""
    try:
        return Configuration()
    except ValidationError as error:
        bad = {str(e["loc"][0]): _unreadable(e["type"], e["msg"]) for e in error.errors()}
        wrong = [f"{environment_name(field)}: {said}" for field, said in bad.items()]
        if "demo" not in bad:
            defaults = {field: Configuration.model_fields[field].default for field in bad}
            wrong += problems(Configuration(**defaults))
        raise stopping(wrong) from None


def check(configuration: Configuration) -> None:
    """Stop the start of a real installation with a list of all that is missing or does not fit."""
    wrong = problems(configuration)
    if wrong:
        raise stopping(wrong)


def problems(configuration: Configuration) -> list[str]:
    """What is missing or does not fit; the demo needs nothing set."""
    wrong = _wrong_addresses(configuration) + _unknown_names()
    if configuration.demo:
        return wrong
    if not configuration.database_url:
        wrong.append(
            "DATABASE_URL: còn thiếu; ví dụ postgresql://cchc:mat-khau@127.0.0.1:5432/cchc"
        )
    if len(configuration.secret_key) < SHORTEST_SECRET:
        wrong.append(
            f"CCHC_SECRET_KEY: cần ít nhất {SHORTEST_SECRET} ký tự ngẫu nhiên; tạo bằng lệnh "
            'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if configuration.debug:
        wrong.append("CCHC_DEBUG: chỉ được bật trong bản trình diễn (CCHC_DEMO=1)")
    if "hosts" not in configuration.model_fields_set:
        wrong.append("CCHC_HOSTS: còn thiếu tên miền của hệ thống, ví dụ cchc.tinh.gov.vn")
    if not configuration.email_url:
        wrong.append("CCHC_EMAIL_URL: còn thiếu; ví dụ smtp://ten:mat-khau@thu.tinh.gov.vn:587")
    return wrong


def stopping(wrong: list[str]) -> SystemExit:
    """The end of the start, with everything that is wrong."""
    return SystemExit("Cấu hình sai, chưa khởi động:\n" + "\n".join(f"  - {w}" for w in wrong))


def environment_name(field: str) -> str:
    """The name in the environment of a field of the configuration."""
    return field if field == "DATABASE_URL" else PREFIX + field.upper()


def _wrong_addresses(configuration: Configuration) -> list[str]:
    wrong = []
    database = urlsplit(configuration.database_url)
    if configuration.database_url and database.scheme not in {"postgres", "postgresql"}:
        wrong.append("DATABASE_URL: phải bắt đầu bằng postgresql:// (hệ thống chỉ dùng PostgreSQL)")
    elif configuration.database_url and not database.path.strip("/"):
        wrong.append("DATABASE_URL: thiếu tên cơ sở dữ liệu ở cuối địa chỉ")
    mail = urlsplit(configuration.email_url)
    if configuration.email_url and mail.scheme not in {"smtp", "smtps", "file"}:
        wrong.append("CCHC_EMAIL_URL: phải bắt đầu bằng smtp://, smtps:// hoặc file:///")
    elif mail.scheme in {"smtp", "smtps"} and not mail.hostname:
        wrong.append("CCHC_EMAIL_URL: thiếu tên máy chủ thư")
    for origin in configuration.trusted_origins:
        if urlsplit(origin).scheme not in {"https", "http"}:
            wrong.append(f"CCHC_TRUSTED_ORIGINS: “{origin}” phải bắt đầu bằng https://")
    if not configuration.listen.rpartition(":")[2].isdigit():
        wrong.append("CCHC_LISTEN: phải có dạng địa-chỉ:cổng, ví dụ 127.0.0.1:8000")
    oidc = [configuration.oidc_url, configuration.oidc_client_id, configuration.oidc_secret]
    if any(oidc) and not all(oidc):
        wrong.append("CCHC_OIDC_URL, CCHC_OIDC_CLIENT_ID, CCHC_OIDC_SECRET: phải có đủ cả ba")
    return wrong


def _unknown_names() -> list[str]:
    """Names that begin like ours and mean nothing: a slip of the pen must not go unseen."""
    known = {environment_name(name) for name in Configuration.model_fields} | OTHER_NAMES
    wrong = []
    for name in sorted(set(os.environ) - known):
        if name.startswith(PREFIX):
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; có phải là {near[0]}?" if near else ""
            wrong.append(f"{name}: không có mục cấu hình này{hint}")
    return wrong


def _unreadable(kind: str, message: str) -> str:
    """The library's complaint in Vietnamese."""
    said = {
        "bool_parsing": "phải là true hoặc false",
        "int_parsing": "phải là số nguyên",
        "time_parsing": "phải là giờ trong ngày, ví dụ 21:00",
        "time_delta_parsing": "phải là giờ trong ngày, ví dụ 21:00",
        "path_type": "phải là đường dẫn",
        "literal_error": "không thuộc các giá trị được nhận",
        "greater_than_equal": "nhỏ quá mức cho phép",
        "less_than_equal": "lớn quá mức cho phép",
    }
    return f"{said[kind]} ({message})" if kind in said else message
