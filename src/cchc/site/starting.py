"""Starting Django from the command line: configuration checked and database up first."""

from __future__ import annotations

import socket

from cchc.site import database, wording
from cchc.site.configuration import Configuration, check, load
from cchc.site.console import Failure


def start_django(*, must_be_complete: bool = True) -> Configuration:
    """Load Django with its database ready; a configuration with gaps stops the start."""
    configuration = load()
    if must_be_complete:
        check(configuration)
    database.make_ready(configuration)
    wording.compile_into(configuration.local_dir / "locale")
    import django

    django.setup()
    return configuration


def unapplied_migrations() -> list[str]:
    """Steps of the tables that this version brings and the database does not have yet."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _backwards in plan]


def require_migrated() -> None:
    """Refuse to serve on tables of another version."""
    missing = unapplied_migrations()
    if missing:
        raise Failure(
            f"Cơ sở dữ liệu thiếu {len(missing)} bước nâng cấp ({missing[0]} …); "
            "hãy chạy: cchc migrate"
        )


def split_listen(listen: str) -> tuple[str, int]:
    """The address and the port of `127.0.0.1:8000` or `[::1]:8000`."""
    host, _colon, port = listen.rpartition(":")
    return host.strip("[]") or "127.0.0.1", int(port)


def is_free(host: str, port: int) -> bool:
    """Whether nothing listens there yet."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
