"""Pages from a WARC file as web crawls publish them; a damaged record is a problem, the next one is read."""

from __future__ import annotations

import io
import re
import zlib

from vnbilat_lib.sources.items import Item, Items, Kind, Source, plain
from vnbilat_lib.sources.pages import is_page
from vnbilat_lib.sources.streams import CHUNK, RECORD, read_up_to

HEADERS = 64 << 10  # bytes
_PAGE_TYPES = ("text/html", "application/xhtml")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
Headers = dict[str, str]


def read_warc(stream: io.BufferedReader, path: str, source: Source) -> Items:
    """The pages (and plain texts) of a WARC file; the position is the record's number, counted from 1.

    Requests, pictures, redirects and the like are passed over and counted.
    """
    number, lost = 0, False
    while True:
        version, strange = _next_version(stream)
        if strange and not lost:
            number += 1
            yield Item(path, b"", number, "page", error="not a record of WARC: what stands here is left out")
        if not version:
            return
        number += 1
        headers = _read_headers(stream)
        lost = headers is None or not headers.get("content-length", "").isdecimal()
        if headers is None or lost:
            yield Item(
                path, b"", number, "page", error="the record's header is damaged: what follows is left out up to the next one"
            )
            continue
        length = int(headers["content-length"][:15])
        wanted = _is_wanted(headers)
        body = read_up_to(stream, min(length, RECORD)) if wanted else b""
        missing = length - len(body) - _skip(stream, length - len(body))
        if not wanted:
            source.passed_over += 1
        elif missing:
            yield Item(path, b"", number, "page", error="the file breaks off inside this record")
        elif length > RECORD:
            yield Item(path, b"", number, "page", error=f"the record is longer than {RECORD >> 20} MB: no article is so long")
        else:
            yield from _page(path, number, headers, body, source)


def _next_version(stream: io.BufferedReader) -> tuple[bytes, bool]:
    """The first line of the next record, empty at the end; and whether anything else stands before it."""
    strange = False
    while (line := stream.readline(HEADERS)) and not line.startswith(b"WARC/"):
        strange = strange or bool(line.strip())
    return line, strange


def _read_headers(stream: io.BufferedReader) -> Headers | None:
    headers, size = Headers(), 0
    while (line := stream.readline(HEADERS)).strip():
        size += len(line)
        name, colon, value = line.partition(b":")
        if not colon or size > HEADERS:
            return None
        headers[name.decode("latin-1").strip().lower()] = value.decode("utf-8", "replace").strip()
    return headers if line else None


def _skip(stream: io.BufferedReader, count: int) -> int:
    """Reads `count` bytes away; gives how many there were."""
    left = count
    while left > 0 and (data := stream.read(min(left, CHUNK))):
        left -= len(data)
    return count - left


def _is_wanted(headers: Headers) -> bool:
    """Whether a record can be a page: a response, a file saved by itself, or a text that was taken from a page."""
    kind, media = headers.get("warc-type", ""), headers.get("content-type", "")
    return kind == "response" or (kind in {"resource", "conversion"} and media.startswith(("text/plain", *_PAGE_TYPES)))


def _page(path: str, number: int, headers: Headers, body: bytes, source: Source) -> Items:
    url, media = headers.get("warc-target-uri", "").strip("<>"), headers.get("content-type", "")
    if headers.get("warc-type") == "response":
        head, _, body = body.partition(b"\r\n\r\n")
        status, told = _STATUS.match(head), _of_http(head)
        media = told.get("content-type", "").lower()
        is_text = media.startswith((*_PAGE_TYPES, "text/plain")) if media else _looks_so(body)
        if not status or status[1] != b"200" or not is_text:
            source.passed_over += 1
            return
        try:
            body = _unpack(_unchunk(body) if "chunked" in told.get("transfer-encoding", "").lower() else body, told)
        except (ValueError, zlib.error) as error:
            yield Item(path, b"", number, "page", error=f"the page's packing is damaged: {error}")
            return
    kind: Kind = "text" if media.startswith("text/plain") else "page"
    yield Item(path, body, number, kind, hints=(("url", plain(url)),) if url else ())


def _looks_so(body: bytes) -> bool:
    return is_page(body[:4096].decode("latin-1"))


def _of_http(head: bytes) -> Headers:
    pairs = (line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _unchunk(body: bytes) -> bytes:
    """A body in HTTP's chunks as one piece; as it is where it only claims to be (crawlers undo them and keep the header)."""
    pieces, at = [], 0
    while match := _CHUNK_SIZE.match(body, at):
        size = int(match[1], 16)
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size + 2
        if size == 0:
            break
    return b"".join(pieces) if pieces else body


def _unpack(body: bytes, headers: Headers) -> bytes:
    packing = headers.get("content-encoding", "").lower()
    if packing in {"gzip", "x-gzip", "deflate"} and body[:1] != b"<":
        unpacker = zlib.decompressobj(47 if packing != "deflate" or body[:1] == b"\x78" else -15)
        body = unpacker.decompress(body, RECORD)
        if unpacker.unconsumed_tail:
            raise ValueError(f"it unpacks to more than {RECORD >> 20} MB")
    elif packing in {"br", "zstd"} and body.lstrip()[:1] != b"<":
        raise ValueError(f"{packing!r} is not read; let the crawler ask for gzip")
    return body
