"""Bytes from files: counted, hashed, unpacked, and never more of them than a computer can bear."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from vnbilat_lib.errors import VnbilatError

RECORD = 16 << 20  # bytes of the largest article: a longer line, file or record is a problem, not an article
HEAD = 1 << 16  # bytes that tell a format
CHUNK = 1 << 18
FREE = 64 << 20  # what a packed file may unpack to without question
RATIO = 250  # text packs to a tenth of its size, the most repetitive logs to a hundredth


class UnreadableError(VnbilatError):
    """The rest of a file cannot be read; the message says why and what to do."""


FAULTS: tuple[type[Exception], ...] = (UnreadableError, OSError, EOFError, zlib.error, lzma.LZMAError)


@dataclass(slots=True)
class Meter:
    """Bytes of one file on the disk: `packed` as they lie there, `unpacked` as they were read; `digest` is the file's SHA-256.

    `share` is the part of the file that is done, where `packed` does not tell it: of a format that is read from its end.
    """

    packed: int = 0
    unpacked: int = 0
    share: float | None = None
    digest: Any = field(default_factory=hashlib.sha256)

    @property
    def is_spent(self) -> bool:
        """Whether more came out than any honest file holds."""
        return self.unpacked > FREE and self.unpacked > RATIO * self.packed

    def unpack(self, count: int) -> None:
        """Counts unpacked bytes; raises UnreadableError where no honest file unpacks to so many."""
        self.unpacked += count
        if self.is_spent:
            raise UnreadableError(f"unpacks to more than {RATIO} times its size, as no text does: the rest is not read")


class Tap(io.RawIOBase):
    """A file on the disk, read from first to last; the meter tells how far."""

    def __init__(self, file: IO[bytes], meter: Meter) -> None:
        self._file, self._meter, self._is_drained = file, meter, False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As io.RawIOBase has it."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._meter.packed += len(data)
        self._meter.digest.update(data)
        return len(data)

    def from_start(self) -> IO[bytes] | None:
        """The file itself, at its beginning; None where it can only be read once."""
        if not self._file.seekable():
            return None
        self.drain()
        self._file.seek(0)
        return self._file

    def drain(self) -> None:
        """Reads what is left, for the digest; once."""
        while not self._is_drained and (data := self._file.read(CHUNK)):
            self._meter.packed += len(data)
            self._meter.digest.update(data)
        self._is_drained = True


class Unpacked(io.RawIOBase):
    """What comes out of a packed stream; a bomb is stopped."""

    def __init__(self, stream: Any, meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As io.RawIOBase has it."""
        data = self._stream.read1(len(buffer))  # not read: where a stream breaks off, that gives nothing of what came before
        buffer[: len(data)] = data
        self._meter.unpack(len(data))
        return len(data)


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A stream that can be looked into before it is read."""
    return io.BufferedReader(raw, HEAD)


def head_of(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream, which stay in it."""
    return stream.peek(HEAD)[:HEAD]


def unpack(stream: io.BufferedReader, meter: Meter) -> io.BufferedReader | None:
    """The stream inside a gzip, zstd, bzip2 or xz stream; None where it is packed in no such way."""
    head = head_of(stream)
    for sign, opener in _PACKINGS:
        if head.startswith(sign):
            return buffered(Unpacked(opener(stream), meter))
    return None


def _unpack_zstd(stream: IO[bytes]) -> Any:
    import pyarrow as pa

    return pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd")


_PACKINGS: tuple[tuple[bytes, Callable[[IO[bytes]], Any]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"\x28\xb5\x2f\xfd", _unpack_zstd),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\0", lzma.LZMAFile),
)


def read_up_to(stream: io.BufferedReader, count: int) -> bytes:
    """The next bytes of a stream, `count` at most; room is taken for those alone that there are."""
    parts, left = list[bytes](), count
    while left > 0 and (data := stream.read(min(left, CHUNK))):
        parts.append(data)
        left -= len(data)
    return b"".join(parts)


def lines_of(stream: io.BufferedReader, longest: int = RECORD) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is longer than `longest` bytes, of which no more is kept."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def spool(stream: io.BufferedReader) -> IO[bytes]:
    """The rest of a stream as a temporary file, for formats that are read from their end; gone when it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller reads and closes it
    while data := stream.read(CHUNK):
        file.write(data)
    file.seek(0)
    return file
