"""Starting Django from the command line: configuration checked and database up first."""

from __future__ import annotations

import gc
import socket
from contextlib import suppress
from pathlib import Path

from cchc.site import database, wording
from cchc.site.configuration import Configuration, check, load
from cchc.site.console import Failure

PACKAGE = Path(__file__).resolve().parents[1]
COLLECTING = (20_000, 20, 20)
"""After so many new objects, and so many rounds of the younger, the collector looks again."""


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


def settle() -> None:
    """Load what pages need, and keep it out of the way of the collector of garbage.

    Addresses and templates are loaded once and stay for ever. The collector would walk through all
    of them again and again, tens of milliseconds in the middle of somebody's page; frozen, it looks
    only at what requests left behind.
    """
    from django.urls import get_resolver

    get_resolver()._populate()
    _load_templates()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTING)


def _load_templates() -> None:
    """Read every template of the product: whoever comes first does not wait for it."""
    from django.template import TemplateDoesNotExist, engines
    from django.template.utils import get_app_template_dirs

    for engine in engines.all():
        for place in {*engine.dirs, *get_app_template_dirs("templates")}:
            folder = Path(str(place))
            for path in folder.rglob("*.html") if folder.is_relative_to(PACKAGE) else ():
                with suppress(TemplateDoesNotExist):
                    engine.get_template(str(path.relative_to(folder)))


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
