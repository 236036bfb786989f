"""`cchc serve`: the web server."""

from __future__ import annotations

import argparse

from cchc.site.configuration import Configuration
from cchc.site.console import Exit, Failure, either
from cchc.site.starting import is_free, require_migrated, split_listen, start_django
from cchc.site.static_files import collect

MOST_CONNECTIONS = 256
"""So many browsers may hold a connection to one process; with too few the next one waits until
another closes its own, however idle that is. Requests wait for a thread in the order they came."""


def add(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many processes."""
    parser.add_argument(
        "--listen",
        metavar="HOST:PORT",
        help=either(
            "nơi lắng nghe (CCHC_LISTEN; mặc định 127.0.0.1:8000)",
            "where to listen (CCHC_LISTEN; by default 127.0.0.1:8000)",
        ),
    )
    parser.add_argument(
        "--processes",
        type=int,
        help=either("số tiến trình (CCHC_WEB_PROCESSES)", "processes (CCHC_WEB_PROCESSES)"),
    )


def run(options: argparse.Namespace) -> Exit:
    """Serve until stopped; requests in flight are finished first."""
    configuration = start_django()
    require_migrated()
    host, port = split_listen(options.listen or configuration.listen)
    if not is_free(host, port):
        raise Failure(
            either(
                f"Cổng {port} đã có chương trình khác dùng; chọn cổng khác bằng --listen {host}:…",
                f"Port {port} is in use; choose another one with --listen {host}:…",
            )
        )
    collect(configuration)
    _serve(configuration, host, port, options.processes or configuration.web_processes)
    return Exit.DONE


def _serve(configuration: Configuration, host: str, port: int, processes: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "cchc.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=configuration.web_threads,
        backpressure=MOST_CONNECTIONS,
        respawn_failed_workers=True,
        workers_kill_timeout=30,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()
