"""Databases and folders of their own for the tests of the installation."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from cchc.site import database
from cchc.site.configuration import load

_numbers = itertools.count(1)


def server_url() -> str:
    """The PostgreSQL of the tests."""
    configuration = load()
    database.make_ready(configuration)
    return database.database_url(configuration)


@pytest.fixture
def new_database() -> Iterator[Callable[[], str]]:
    """Call it for the address of a new, empty database, which is dropped after the test."""
    server = server_url()
    made: list[str] = []

    def make() -> str:
        name = f"scratch_{os.getpid()}_{next(_numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'create database "{name}"')
        made.append(name)
        return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))

    yield make
    with psycopg.connect(server, autocommit=True) as connection:
        for name in made:
            connection.execute(f'drop database if exists "{name}" with (force)')
