"""Pages from a WARC file as web crawls publish them, by warcio; a damaged record is a problem, the next one is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from vnbilat_lib.sources.items import Item, Items, Kind, Source, plain
from vnbilat_lib.sources.pages import is_page
from vnbilat_lib.sources.streams import CHUNK, RECORD, read_up_to

HEADERS = 64 << 10  # bytes
_TEXTS = ("text/html", "application/xhtml", "text/plain")
_PACKINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}  # of servers, as warcio names them


def read_warc(stream: io.BufferedReader, path: str, source: Source) -> Items:
    """The pages (and plain texts) of a WARC file; the position is the record's number, counted from 1.

    Requests, pictures, redirects and the like are passed over and counted.
    """
    for number, (headers, body, damage) in enumerate(_records(stream), 1):
        media, page, error = "", None, damage
        try:
            if not damage:
                media, page = _find_page(headers, body)
        except ValueError as told:
            error = str(told)
        if error:
            yield Item(path, b"", number, "page", error=error)
        elif page is None:
            source.passed_over += 1
        else:
            url = plain(headers.get_header("WARC-Target-URI", "").strip("<>"))
            kind: Kind = "text" if media.startswith("text/plain") else "page"
            yield Item(path, page, number, kind, hints=(("url", url),) if url else ())


def _records(stream: io.BufferedReader) -> Iterator[tuple[Any, bytes, str]]:
    """Each record's headers and body, or what is wrong; step by step, as warcio's own iterator ends at the first damage."""
    from warcio.limitreader import LimitReader
    from warcio.statusandheaders import StatusAndHeadersParser

    lost = False
    while True:
        strange = False
        while (line := stream.readline(HEADERS)) and not line.startswith(b"WARC/"):
            strange = strange or bool(line.strip())
        if strange and not lost:
            yield None, b"", "not a record of WARC: what stands here is left out"
        if not line:
            return
        head = LimitReader(stream, HEADERS)
        headers = StatusAndHeadersParser(["WARC/"]).parse(head, line)
        length = headers.get_header("Content-Length", "")
        lost = not head.limit or not length.isdecimal()
        if lost:
            yield headers, b"", "the record's header is damaged: what follows is left out up to the next one"
            continue
        record = LimitReader(stream, int(length[:15]))
        body = read_up_to(record, RECORD)
        too_long = record.limit and _is_wanted(headers)
        while record.read(CHUNK):
            pass
        if record.limit:
            yield headers, b"", "the file breaks off inside this record"
        else:
            yield headers, body, f"the record is longer than {RECORD >> 20} MB: no article is so long" if too_long else ""


def _is_wanted(headers: Any) -> bool:
    """Whether a record can be a page: a response, a file saved by itself, or a text that was taken from a page."""
    kind, media = headers.get_header("WARC-Type"), headers.get_header("Content-Type", "")
    return kind == "response" or (kind in {"resource", "conversion"} and media.startswith(_TEXTS))


def _find_page(headers: Any, body: bytes) -> tuple[str, bytes | None]:
    """The type of a record's page and the page as it stood on the server; None where the record holds none."""
    from warcio.limitreader import LimitReader
    from warcio.statusandheaders import StatusAndHeadersParser

    if not _is_wanted(headers):
        return "", None
    if headers.get_header("WARC-Type") != "response":
        return headers.get_header("Content-Type"), body
    stream = io.BytesIO(body or b"\n")
    answer = StatusAndHeadersParser([], verify=False).parse(LimitReader(stream, HEADERS))
    body, media = stream.read(), answer.get_header("Content-Type", "").lower()
    is_text = media.startswith(_TEXTS) if media else is_page(body[:4096].decode("latin-1"))
    found = answer.protocol.startswith("HTTP/") and answer.get_statuscode() == "200" and is_text
    return media, _unpack(body, answer) if found else None


def _unpack(body: bytes, answer: Any) -> bytes:
    """A body as its page stood on the server; as it is where it only claims to be packed, as crawlers leave it."""
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    packing = answer.get_header("Content-Encoding", "").strip().lower()
    chunked = "chunked" in answer.get_header("Transfer-Encoding", "").lower()
    pieces: Any = ChunkedDataReader(io.BytesIO(body)) if chunked else io.BytesIO(body)
    reader = BufferedReader(pieces, decomp_type=_PACKINGS.get(packing))
    with redirect_stderr(io.StringIO()):  # warcio prints what is raised below
        page = read_up_to(reader, RECORD + 1)
    if len(page) > RECORD:
        raise ValueError(f"the page unpacks to more than {RECORD >> 20} MB")
    bare = page.lstrip().startswith(b"<")
    if packing in _PACKINGS and not (reader.decompressor.eof if reader.decompressor else bare):
        raise ValueError("the page's packing is damaged")
    if packing in {"br", "zstd"} and not bare:
        raise ValueError(f"the page is packed as {packing!r}, which is not read; let the crawler ask for gzip")
    return page
