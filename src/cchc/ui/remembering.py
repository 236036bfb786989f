"""Remembered rendering: what follows from plain data alone is rendered once a process.

A part of a page is looked up by everything it is made from: its place in the template, the
language, and the plain data it was given, compared by value. The same data gives the same words,
whoever asks; where a part also looks at something else (the person, a message, a header), it is
noticed while it is rendered, and that part is not kept. Two things differ from request to request
without being data of the page: the token of forms and the address of the page. Both are left open
in what is kept, and filled in for each request.
"""

from __future__ import annotations

import io
import pickle
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from itertools import count
from operator import attrgetter
from sys import getsizeof
from threading import Lock
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MEMORY_BYTES = 64 << 20
"""How much text one process keeps; what was not asked for longest goes first."""

_OPEN = secrets.token_hex(12)
TOKEN_LEFT_OPEN = f"{_OPEN}token"
"""Stands for the token of forms in what is kept; nobody can guess it, so no text contains it."""
ADDRESS_LEFT_OPEN = f"{_OPEN}address"
"""Stands for the address of the page in what is kept."""

_TOLD_BY_TEXT = frozenset({date, datetime, time, timedelta, Decimal, UUID, range})


class Unrememberable(TypeError):
    """Something that is not plain data: a form, a model, a request, a generator."""


class Memory:
    """Texts by the digest of what they are made from, bounded by their size."""

    def __init__(self, most_bytes: int = MEMORY_BYTES) -> None:
        self._texts: OrderedDict[bytes, SafeString] = OrderedDict()
        self._lock = Lock()
        self._most = most_bytes
        self._held = 0

    def get(self, key: bytes) -> SafeString | None:
        """What was kept under this key."""
        with self._lock:
            text = self._texts.get(key)
            if text is not None:
                self._texts.move_to_end(key)
            return text

    def put(self, key: bytes, text: SafeString) -> None:
        """Keep a text, and forget the oldest where there is no room."""
        with self._lock:
            before = self._texts.pop(key, None)
            self._held += getsizeof(text) - (getsizeof(before) if before is not None else 0)
            self._texts[key] = text
            while self._held > self._most:
                _key, oldest = self._texts.popitem(last=False)
                self._held -= getsizeof(oldest)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._texts.clear()
            self._held = 0

    def __len__(self) -> int:
        return len(self._texts)


MEMORY = Memory()


def key_of(*values: object) -> bytes:
    """A digest of plain data, equal for equal values of equal types, and of the language.

    Plain data are text, numbers, moments, enums, dataclasses, and tuples, lists, sets and dicts of
    them; lists and dataclasses are taken as they stand now. Raises Unrememberable for all else.
    """
    written = io.BytesIO()
    try:
        _Writer(written, protocol=5).dump((get_language(), values))
    except (pickle.PicklingError, RecursionError) as error:
        raise Unrememberable(str(error)) from error
    return blake2b(written.getbuffer(), digest_size=16).digest()


class _Writer(pickle.Pickler):
    """Writes plain data; refuses what could hide more than it shows. Nothing is ever read back."""

    def reducer_override(self, thing: Any) -> Any:
        """How a thing is written that is no built-in value: its kind, and what tells it apart."""
        if thing is _written:
            return NotImplemented
        kind: Any = type(thing)
        values = _values_of(kind)
        if values is None:
            raise Unrememberable(f"{kind.__module__}.{kind.__qualname__} is not plain data")
        return _written, (_number_of(kind), values(thing))


def _written(*parts: object) -> None:
    """A name for a thing in the writing."""


_kinds = count()


@cache
def _number_of(kind: type) -> int:
    return next(_kinds)


@cache
def _values_of(kind: type) -> Callable[[Any], object] | None:
    """How a thing of this kind is told apart by built-in values; None when it is not plain data."""
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return attrgetter(*names) if names else lambda thing: ()
    if kind is SafeString:
        return lambda text: "".join((text,))
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, tuple):
        return tuple
    return str if kind in _TOLD_BY_TEXT or issubclass(kind, Promise) else None


class Watched(dict[str, Any]):
    """What every template is given for its request, watched: whether a part looked at it.

    `is_addressed`: whether the address of the page belongs to the key of this part.
    """

    def __init__(self, given: dict[str, Any], *, is_addressed: bool = False) -> None:
        super().__init__(dict.items(given))  # as they lie there, not looked at
        self.given = given
        self.is_addressed = is_addressed
        self.is_touched = False

    def __getitem__(self, name: str) -> Any:
        if name == "csrf_token":
            return TOKEN_LEFT_OPEN
        if name == "request" and self.is_addressed:
            return WatchedRequest(self)
        self.is_touched = True
        return self.given[name]

    def get(self, name: str, default: Any = None) -> Any:
        """A value, as above."""
        return self[name] if name in self else default  # noqa: SIM401 - this is that `get`

    def __iter__(self) -> Iterator[str]:
        self.is_touched = True
        return super().__iter__()

    def keys(self) -> Any:
        """The names; whoever asks for all of them looks at all of them."""
        self.is_touched = True
        return self.given.keys()


class WatchedRequest:
    """The request as a part sees it whose key has its address: path and query, or it is noticed."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        request: HttpRequest = watched.given["request"]
        self.path, self.GET, self.method = request.path, request.GET, request.method
        self.resolver_match = request.resolver_match
        self.get_full_path = request.get_full_path

    def __getattr__(self, name: str) -> Any:
        self._watched.is_touched = True
        return getattr(self._watched.given["request"], name)


def address_of(given: dict[str, Any]) -> str:
    """The address of the page as HTML writes it; left open in a part that is kept."""
    if isinstance(given, Watched):
        return ADDRESS_LEFT_OPEN
    return str(escape(given["request"].get_full_path())) if "request" in given else ""


def filled(text: str, given: dict[str, Any]) -> SafeString:
    """The text with the token and the address of this request where they were left open."""
    if _OPEN in text:
        text = text.replace(TOKEN_LEFT_OPEN, str(given.get("csrf_token", "")))
        text = text.replace(ADDRESS_LEFT_OPEN, address_of(given))
    return mark_safe(text)  # noqa: S308 - rendered by a template, which escaped it
