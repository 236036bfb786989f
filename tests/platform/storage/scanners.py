"""A stand-in for ClamAV: speaks INSTREAM on a socket, finds one well-known test string."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VIRUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\x00"
        received = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            received += self.rfile.read(length)
        if b"BROKEN" in received:
            self.wfile.write(b"INSTREAM size limit exceeded. ERROR\x00")
        elif VIRUS in received:
            self.wfile.write(b"stream: Eicar-Test-Signature FOUND\x00")
        else:
            self.wfile.write(b"stream: OK\x00")


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def scanner(folder: Path) -> Iterator[Path]:
    """A running scanner; gives its socket."""
    address = folder / "clamd.sock"
    with _Server(str(address), _Conversation) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield address
        finally:
            server.shutdown()
            thread.join()
