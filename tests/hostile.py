"""A corpus of files as no archivist would wish for them: cut, flipped, packed, misnamed, endless, and bombs."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from files import ENCODINGS, PACKINGS, to_csv, to_lines, to_page, to_parquet, to_warc, to_zip, to_zstd, warc_record
from samples import ARTICLES, MARKET, TALKS, VISIT

FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("https://x.example")',
    "-2+3+cmd",
]
RECORDS = [
    {
        "doc_id": name,
        "title": text.split("\n")[0],
        "text": f"{text}\nTin thứ {n}.",
        "published": "2023-05-12",
        "url": f"https://mau.example/{n}",
    }
    for n in range(8)
    for name, text in [(f"{n}", list(ARTICLES.values())[n % 3])]
]
BOMB = 80 << 20  # more than what is unpacked without question


def forms(prefix: str) -> dict[str, bytes]:
    """The records in each format, with ids that no other file has."""
    records = [record | {"doc_id": f"{prefix}{record['doc_id']}"} for record in RECORDS]
    pages = [(record["url"], to_page(record)) for record in records]
    return {
        "jsonl": to_lines(records),
        "csv": to_csv(records),
        "tsv": to_csv(records, "\t"),
        "parquet": to_parquet(records),
        "json": json.dumps(records, ensure_ascii=False).encode(),
        "warc": b"".join(to_warc(pages)),
        "html": pages[0][1],
        "txt": TALKS.encode(),
        "zip": to_zip({f"{prefix}{n}.txt": record["text"].encode() for n, record in enumerate(records)}),
    }


def encoded() -> Iterator[tuple[str, bytes]]:
    for number, (encoding, encode) in enumerate(ENCODINGS.items()):
        for name, text in ARTICLES.items():
            yield f"enc/{number} {encoding} {name}.txt", encode(f"{text}\n{encoding}")


def cut() -> Iterator[tuple[str, bytes]]:
    """Each format, packed in each way, broken off near its beginning, in its middle, near its end."""
    for packing, pack in PACKINGS.items():
        for form in forms(""):
            for share in (3, 50, 97):
                packed = pack(forms(f"cut{packing}{form}{share}-")[form])
                yield f"cut/{form}{share}.{form}{packing}", packed[: len(packed) * share // 100]


def flipped() -> Iterator[tuple[str, bytes]]:
    """Each format with some bytes changed, packed or not."""
    chance = random.Random(7)
    for packing in ("", ".gz", ".zst"):
        for form, data in forms(f"flip{packing}-").items():
            damaged = bytearray(PACKINGS[packing](data))
            for _ in range(6):
                damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
            yield f"flip/{form}.{form}{packing}", bytes(damaged)


def binary() -> Iterator[tuple[str, bytes]]:
    chance = random.Random(11)
    for ending in ("txt", "html", "jsonl", "csv", "tsv", "parquet", "warc", "zip", "gz", "zst", "json", "doc", "jpg", "", "xz"):
        yield f"bin/noise.{ending}", chance.randbytes(5000)
    signs = (
        b"PK\x03\x04",
        b"PAR1",
        b"WARC/1.0\r\n",
        b"\x1f\x8b\x08",
        b"\x28\xb5\x2f\xfd",
        b"BZh9",
        b"\xfd7zXZ\0",
        b"%PDF",
        b"<!doctype html>",
    )
    for number, sign in enumerate(
        (*signs, b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{", b"[", b'{"text": "', b"text,title\n", b"\0")
    ):
        yield f"bin/sign{number}", sign + chance.randbytes(3000)
        yield f"bin/bare{number}", sign


def named() -> Iterator[tuple[str, bytes]]:
    """Names with all that file systems allow."""
    names = [
        *FORMULAS[:5],
        "a\nb",
        "a\tb",
        "a\rb",
        "-rf",
        "--help",
        "a;b|c&d",
        "$(id)",
        "`id`",
        "%s%n",
        "con",
        "nul",
        "a:b",
        "* ?[x]",
        "'\"",
        "..",
        "..a",
    ]
    names += [
        "\u202egpj.txt",
        "e\u0301",
        "\u00e9",
        "😀",
        "ﷺ" * 20,
        "x" * 240,
        " a ",
        "a" * 60 + "\u200b",
        "{doc_id}",
        "\\..\\x",
        "#1",
        "<b>x</b>",
    ]
    for number, name in enumerate(names):
        yield f"name/{number}/{name.replace('/', '')}.txt", f"{MARKET}\nTên số {number}.".encode()


def identified() -> Iterator[tuple[str, bytes]]:
    ids = [
        "../../../evil",
        "/etc/passwd",
        "..\\evil",
        "C:\\evil",
        "a\0b",
        "x" * 10_000,
        "",
        None,
        5,
        1.5,
        True,
        [],
        {},
        "\u202e",
        "a\nb",
        "<script>",
        *FORMULAS,
    ]
    rows = [
        {"doc_id": doc_id, "text": f"{VISIT}\nSố {number}.", "title": title, "url": title, "outlet": title}
        for number, (doc_id, title) in enumerate(zip(ids, FORMULAS * 9, strict=False))
    ]
    yield "ids.jsonl", "".join(json.dumps(row) + "\n" for row in rows).encode()
    yield (
        "ids.csv",
        to_csv(
            [
                {key: str(value) for key, value in row.items() if value is not None} | {"doc_id": f"c{row['doc_id']}"}
                for row in rows[:6]
            ]
        ),
    )
    yield (
        "metadata.csv",
        to_csv([{"doc_id": f, "title": f, "outlet": f, "published": "hôm qua", "url": f} for f in [*FORMULAS, FORMULAS[0], ""]]),
    )


def endless() -> Iterator[tuple[str, bytes]]:
    for number, pattern in enumerate(
        ("1", "A", ". ", " ", "Bộ trưởng ", "\u0301", "<", "&amp;", "1.", "\n", "á»", '"', "ông A tiếp ")
    ):
        yield f"long/{number}.txt", (pattern * (1_000_000 // len(pattern))).encode()
    yield (
        "long/line.jsonl",
        json.dumps({"text": "tin " * 5_000_000}).encode() + b"\n" + to_lines([{"doc_id": "behind", "text": MARKET}]),
    )
    yield "long/cell.csv", b'text,url\n"' + b"tin " * 5_000_000 + b'",x\n' + f'"{VISIT} (sau)",y\n'.encode()
    yield "long/file.txt", b"tin " * 5_000_000
    yield "long/columns.csv", b",".join(b"c%d" % n for n in range(50_000)) + b"\n" + b"," * 49_999
    yield "long/columns.jsonl", json.dumps({f"c{n}": n for n in range(50_000)}).encode()


def packed() -> Iterator[tuple[str, bytes]]:
    nothing = b"\0" * BOMB
    yield "bomb/zeros.zip", to_zip({"a.txt": nothing, "b.txt": VISIT.encode()})
    yield "bomb/zeros.jsonl.gz", gzip.compress(nothing, 9)
    yield "bomb/lines.jsonl.gz", gzip.compress(b"\n" * BOMB, 9)
    yield "bomb/zeros.csv.zst", to_zstd(b"text,id\n" + nothing)
    yield "bomb/twice.gz", gzip.compress(gzip.compress(nothing, 9), 9)
    yield "bomb/many.zip", to_zip({f"{n}.zip": to_zip({f"{n}.txt": bytes(30 << 20)}) for n in range(12)})
    doll = TALKS.encode()
    for _ in range(10):
        doll = to_zip({"doll.zip": doll})
    yield "zip/dolls.zip", doll
    yield (
        "zip/layers.gz",
        gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(VISIT.encode())))))),
    )
    names = [
        "../../evil.txt",
        "/tmp/evil.txt",
        "C:\\evil.txt",
        "..\\..\\evil.txt",
        "a/../../evil.txt",
        "=1+1.txt",
        "a\nb.txt",
        "x" * 5000,
    ]
    yield "zip/slip.zip", to_zip({name: f"{TALKS}\n{n}".encode() for n, name in enumerate(names)})
    locked = to_zip({"locked.txt": TALKS.encode()})
    yield "zip/locked.zip", locked.replace(b"\x14\0\0\0\x08\0", b"\x14\0\x01\0\x08\0")
    yield "zip/empty.zip", to_zip({})
    yield "zip/office.docx", to_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": TALKS.encode()})
    yield "zip/overlap.zip", overlapping()
    yield "zip/method.zip", to_zip({"a.txt": TALKS.encode()}).replace(b"\x08\0", b"\x63\0")


def overlapping() -> bytes:
    """A zip whose directory names one member's bytes a thousand times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(20 << 20))
    data = out.getvalue()
    start = data.index(b"PK\x01\x02")
    entry, end = data[start : data.index(b"PK\x05\x06")], data[data.index(b"PK\x05\x06") :]
    count = 1000
    directory = entry * count
    return data[:start] + directory + end[:8] + struct.pack("<HHII", count, count, len(directory), start) + end[20:]


def odd() -> Iterator[tuple[str, bytes]]:
    """Broken JSON, CSV, HTML and WARC."""
    lines = [
        b"[" * 100_000,
        b"{" * 100_000,
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": "x',
        b"NaN",
        b'"text"',
        b"{}",
        b'{"text": "\\ud800"}',
        b'{"text":"a","text":"b"}',
    ]
    yield "odd/lines.jsonl", b"\n".join(lines)
    yield "odd/return.jsonl", to_lines(RECORDS).replace(b"\n", b"\r")
    yield "odd/pretty.json", json.dumps({"text": f"{TALKS} (json)", "id": 1}, indent=4).encode()
    yield "odd/deep.json", b"[" * 200_000
    rows = "".join(f"r{number},{MARKET.replace(',', ';').splitlines()[0]} {number}\n" for number in range(300))
    yield "odd/open.csv", f'id,text\n1,"{VISIT}\n{rows}'.encode()
    yield "odd/quotes.csv", b"id,text\n" + b'"\n' * 3000
    yield "odd/nul.csv", b"id,text\n1,a\0b\n\0\n"
    yield "odd/bare.csv", b"id,text"
    yield "odd/sep.csv", b"sep=;\nid;text\n1;x\n"
    yield "odd/none.csv", b";;;;\n;;;;\n"
    for number, page in enumerate(
        [
            b"<div>" * 100_000,
            b"<html>" + b"<" * 1_000_000,
            b"<html><body>" + b"<p a='" * 100_000,
            b'<?xml version="1.0" encoding="utf-7"?><html><body><p>' + TALKS.encode(),
            b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><p>&b;</p></html>',
            b'<html><head><meta charset="nonsense"></head><body><p>' + VISIT.encode() * 3 + b"</p></body></html>",
            b"<html>\0\0\0<body>" + bytes(range(256)) * 20,
            b"<html></html>",
            b"<!DOCTYPE html>",
            b"<html><script>" + b"x" * 200_000,
        ]
    ):
        yield f"odd/page{number}.html", page
    good = warc_record(
        "response",
        "https://x.example",
        "application/http",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + to_page({"text": MARKET}),
    )
    for number, (old, new) in enumerate(
        [
            (b"Length: ", b"Length: -"),
            (b"Length: ", b"Length: 99999999999"),
            (b"Content-Length", b"Content-Size"),
            (b"HTTP/1.1", b"SPDY"),
            (b"\r\n\r\n", b"\r\n" * 9),
        ]
    ):
        yield f"odd/crawl{number}.warc", good.replace(old, new, 1) + good
    for number, header in enumerate(
        ["Content-Encoding: gzip", "Content-Encoding: br", "Transfer-Encoding: chunked\r\nContent-Encoding: deflate"]
    ):
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}"
        yield (
            f"odd/packed{number}.warc.gz",
            b"".join(map(gzip.compress, to_warc([("https://y.example", gzip.compress(bytes(50 << 20)))], head))),
        )
    yield "odd/members.warc.gz", gzip.compress(good) + b"noise" + gzip.compress(good)
    yield "odd/null.parquet", to_parquet([{"text": None}, {"text": TALKS + " (parquet)"}, {"text": ""}])  # type: ignore[dict-item]
    yield "odd/nested.parquet", to_parquet([{"text": {"a": "b"}}, {"text": {"a": TALKS}}])  # type: ignore[dict-item]
    yield "odd/bytes.parquet", to_parquet([{"text": f"{VISIT} (bytes)".encode(), "date": 1683849600}])  # type: ignore[dict-item]
    for number, data in enumerate(
        [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x01\x02\x03", b"\n" * 500, b"\xc2\xa0" * 50, b"\x1a"]
    ):
        for ending in ("txt", "jsonl", "csv", "html"):
            yield f"empty/{number}.{ending}", data
    for number in range(5):
        yield f"same/{number}.txt", TALKS.encode()
        yield f"same/near{number}.txt", f"{VISIT * 5}\nCập nhật lần {number}.".encode()


def write_hostile(folder: Path) -> set[str]:
    """Writes the corpus; gives the names of its files."""
    names = set[str]()
    for part in (encoded, cut, flipped, binary, named, identified, endless, packed, odd):
        for name, data in part():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            names.add(name)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    (folder / "folder.txt").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
        names.add("pipe.txt")
    return names | {"broken.txt"}
