"""Configuration of an installation, from the environment, in one typed place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT_DIR = Path(__file__).resolve().parents[3]


class Configuration(BaseSettings):
    """Everything that an installation may set; names in the environment begin with CCHC_."""

    model_config = SettingsConfigDict(env_prefix="CCHC_", extra="ignore")

    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    secret_key: str = ""
    debug: bool = False
    demo: bool = False
    hosts: Annotated[list[str], NoDecode] = ["localhost", "127.0.0.1", "[::1]"]
    trusted_origins: Annotated[list[str], NoDecode] = []
    local_dir: Path = PROJECT_DIR / ".local"
    files_dir: Path | None = None
    province: str = "Tỉnh Sen Hồng"

    @field_validator("hosts", "trusted_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            [part.strip() for part in value.split(",") if part.strip()]
            if isinstance(value, str)
            else value
        )


def load() -> Configuration:
    """Read the environment; wrong values stop the start with a list of all that is wrong."""
    try:
        return Configuration()
    except ValidationError as error:
        lines = [
            f"  - CCHC_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        ]
        raise SystemExit("Cấu hình sai, chưa khởi động:\n" + "\n".join(lines)) from None
