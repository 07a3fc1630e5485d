"""Articles in the forms in which researchers have them: the same ones in every format, packing and old encoding."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import unicodedata
import zipfile
from collections.abc import Callable, Sequence

from vnbilat_lib import lexicon

Record = dict[str, str]


def to_lines(records: Sequence[Record]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def to_csv(records: Sequence[Record], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, records[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def to_parquet(records: Sequence[Record]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(records)), out)
    return out.getvalue()


def to_page(record: Record) -> bytes:
    """A page of HTML with menus, metadata and a footer, as newspapers make them."""
    title, *paragraphs = [line for line in record["text"].split("\n") if line]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    published = record.get("published", "")
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title} | Báo Mẫu</title>'
        f'<meta property="og:site_name" content="Báo Mẫu"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{published}">'
        "<style>p { color: red }</style><script>var today = '22/11/2026';</script></head><body>"
        "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/tg'>Thế giới</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{body}</article>"
        "<aside><h3>Tin liên quan</h3><ul><li><a href='/x'>Thủ tướng tiếp khách</a></li></ul></aside>"
        "<footer>Giấy phép số 12 ngày 1/2/2020. Tổng biên tập: Nguyễn Văn Mẫu</footer></body></html>"
    ).encode()


def to_warc(
    pages: Sequence[tuple[str, bytes]], head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"
) -> list[bytes]:
    """The records of a web crawl: its information, then a request and a response for each page."""
    records = [warc_record("warcinfo", "", "application/warc-fields", b"software: crawler\r\n")]
    for url, page in pages:
        records.append(warc_record("request", url, "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"))
        records.append(warc_record("response", url, "application/http; msgtype=response", head.encode() + b"\r\n\r\n" + page))
    return records


def warc_record(kind: str, url: str, media: str, body: bytes) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def to_zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_zstd(data: bytes) -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as out:
        out.write(data)
    return bytes(sink.getvalue())


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": to_zstd,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def to_1258(text: str) -> bytes:
    """Vietnamese as windows-1258 has it: letters with their own code, tones as marks after them."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", marks.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


def to_legacy(text: str, encoding: str) -> bytes:
    """Vietnamese in TCVN3 or VNI; a capital that TCVN3 does not have becomes small."""
    codes: dict[str, bytes] = {}
    for row in lexicon.legacy_letters():
        if row.encoding == encoding:
            codes.setdefault(row.letter, bytes.fromhex(row.codes))
    letters = unicodedata.normalize("NFC", text)
    return b"".join(codes.get(c) or codes.get(c.lower()) or c.encode("cp1252", "replace") for c in letters)


def misread(text: str, encoding: str) -> str:
    """What becomes of UTF-8 that a Western encoding is taken for."""
    return "".join(bytes([code]).decode(encoding, "ignore") or chr(code) for code in text.encode())


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "windows-1258": to_1258,
    "tcvn3": lambda text: to_legacy(text, "tcvn3"),
    "vni": lambda text: to_legacy(text, "vni"),
    "tcvn3 read as latin-1": lambda text: to_legacy(text, "tcvn3").decode("latin-1").encode(),
    "vni read as windows-1252": lambda text: to_legacy(text, "vni").decode("cp1252", "replace").encode(),
    "utf-8 read as latin-1": lambda text: misread(text, "latin-1").encode(),
    "utf-8 read as windows-1252": lambda text: misread(text, "cp1252").encode(),
    "utf-8 read as windows-1258": lambda text: misread(text, "cp1258").encode(),
    "utf-8 read wrongly twice": lambda text: misread(misread(text, "latin-1"), "latin-1").encode(),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
}
