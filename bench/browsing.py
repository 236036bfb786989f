"""People who read pages at the same time: whole requests on kept connections, asyncio only."""

from __future__ import annotations

import asyncio
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode, urlsplit

LARGEST_PAGE = 1 << 21
"""So much of an answer is taken at once: the cores are those of the server."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class UnexpectedAnswer(Exception):
    """The site did not answer as a page should."""


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page to be read, under the name that the table shows, and pages of that kind."""

    name: str
    paths: tuple[str, ...]

    def path_for(self, number: int) -> str:
        """Which of them a visitor reads at their umpteenth step."""
        return self.paths[number % len(self.paths)]


@dataclass
class Visitor:
    """One person's browser: a connection, cookies, nothing cached."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a page and read all of it."""
        return await self._ask("GET", path, b"")

    async def post(self, path: str, **fields: str) -> tuple[int, dict[str, str], bytes]:
        """Send a form."""
        return await self._ask("POST", path, urlencode(fields).encode())

    async def sign_in(self, path: str, login: str, password: str) -> None:
        """Sign in through the form, as a person does."""
        _status, _headers, body = await self.get(path)
        token = TOKEN.search(body.decode())
        if token is None:
            raise UnexpectedAnswer(f"{path}: no form to sign in")
        status, _headers, body = await self.post(
            path, login=login, password=password, csrfmiddlewaretoken=token[1]
        )
        if status != 302:
            raise UnexpectedAnswer(f"{login} could not sign in: {status}")

    async def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
            await self._writer.wait_closed()
        self._reader = self._writer = None

    async def _ask(self, method: str, path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Ask; once more where the server hung up on a connection that was idle for long."""
        is_kept = self._writer is not None
        try:
            return await self._ask_once(method, path, body)
        except (asyncio.IncompleteReadError, ConnectionError):
            if not is_kept:
                raise
            await self.close()
            return await self._ask_once(method, path, body)

    async def _ask_once(
        self, method: str, path: str, body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(self.address)
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(
                parts.hostname, parts.port, limit=LARGEST_PAGE
            )
        lines = [f"{method} {quote(path, safe='/?=&%-._~:,+')} HTTP/1.1", f"Host: {parts.netloc}"]
        lines += [
            "Accept-Encoding: identity",
            f"Referer: {self.address}/",
            f"Origin: {self.address}",
        ]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        return await self._answer()

    async def _answer(self) -> tuple[int, dict[str, str], bytes]:
        assert self._reader is not None
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in head[1:]:
            name, _colon, value = line.partition(": ")
            if name.lower() == "set-cookie":
                cookie, _eq, content = value.split(";", 1)[0].partition("=")
                self.cookies[cookie] = content
            headers[name.lower()] = value
        body = await self._body(headers)
        if headers.get("connection", "").lower() == "close":
            await self.close()
        return int(head[0].split()[1]), headers, body

    async def _body(self, headers: dict[str, str]) -> bytes:
        assert self._reader is not None
        if "content-length" in headers:
            return await self._reader.readexactly(int(headers["content-length"]))
        if headers.get("transfer-encoding", "").lower() != "chunked":
            return b""
        parts = []
        while size := int((await self._reader.readline()).split(b";")[0], 16):
            parts.append(await self._reader.readexactly(size))
            await self._reader.readexactly(2)
        await self._reader.readline()
        return b"".join(parts)


async def browse(
    visitors: Sequence[Visitor], pages: Sequence[Page], *, rounds: int, pause: float = 0.0
) -> dict[str, list[float]]:
    """All visitors read all pages, each beginning elsewhere; answers milliseconds by page.

    Each asks for the next page as soon as the last has come, or after a pause in seconds.
    """
    times: dict[str, list[float]] = defaultdict(list)

    async def read_all(number: int, visitor: Visitor) -> None:
        await asyncio.sleep(pause * number / len(visitors))
        for step in range(rounds * len(pages)):
            page = pages[(number + step) % len(pages)]
            path = page.path_for(number + step)
            started = time.perf_counter()
            status, _headers, body = await visitor.get(path)
            took = (time.perf_counter() - started) * 1000
            if status != 200:
                raise UnexpectedAnswer(f"{path}: {status} {body[:200]!r}")
            times[page.name].append(took)
            if pause:
                await asyncio.sleep(pause)

    await asyncio.gather(*(read_all(n, visitor) for n, visitor in enumerate(visitors)))
    return times
