"""Formats are known by what files hold; the same articles come out of all of them."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
import tracemalloc
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from conftest import Cli
from files import PACKINGS, to_csv, to_lines, to_page, to_parquet, to_warc, to_zip
from samples import ARTICLES, MARKET, TALKS, VISIT

from vnbilat_lib.doc import Article
from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.sources import Problem, Source, open_source, parse, read_items, take_digests

RECORDS = [
    {
        "doc_id": name,
        "title": text.split("\n")[0],
        "text": text,
        "published": f"2023-05-1{number}",
        "url": f"https://mau.example/{name}",
    }
    for number, (name, text) in enumerate(ARTICLES.items())
]


def read_all(source: Source) -> tuple[list[Article], list[Problem]]:
    articles, problems = [], []
    for item in read_items(source):
        article, wrong = parse(item)
        articles += [article] if article else []
        problems += wrong
    assert source.records == len(articles) + sum(problem.stage == "source" for problem in problems)
    return articles, [*source.problems, *problems]


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


MANY = {
    "lines": to_lines(RECORDS),
    "csv": to_csv(RECORDS),
    "csv with semicolons": to_csv(RECORDS, ";"),
    "tsv": to_csv(RECORDS, "\t"),
    "parquet": to_parquet(RECORDS),
    "list": json.dumps(RECORDS, ensure_ascii=False).encode(),
    "pretty list": json.dumps(RECORDS, ensure_ascii=False, indent=2).encode(),
}


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("form", MANY)
def test_a_file_of_records_is_known_by_what_it_holds(tmp_path: Path, form: str, packing: str) -> None:
    (tmp_path / "download").write_bytes(PACKINGS[packing](MANY[form]))
    articles, problems = read_all(open_source(tmp_path / "download"))
    assert not problems
    assert [(a.doc_id, a.title, a.text, str(a.published), a.url) for a in articles] == [
        (r["doc_id"], r["title"], r["text"], r["published"], r["url"]) for r in RECORDS
    ]
    assert {article.path for article in articles} == {"download"}


@pytest.mark.parametrize("form", ["lines", "csv", "tsv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_records_may_be_in_wide_letters(tmp_path: Path, form: str, encoding: str) -> None:
    (tmp_path / "download").write_bytes(MANY[form].decode().encode(encoding))
    articles, problems = read_all(open_source(tmp_path / "download"))
    assert [article.text for article in articles] == [record["text"] for record in RECORDS]
    assert not problems


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    record = {"text": TALKS, "published": "2023-05-12T20:30:00Z"}
    for name, data in {"a.html": to_page(record), "b": to_page(record), "c.txt": b"\xef\xbb\xbf\n" + to_page(record)}.items():
        (tmp_path / name).write_bytes(data)
    articles, problems = read_all(open_source(tmp_path))
    assert not problems
    for article in articles:
        assert article.title == TALKS.split("\n")[0]
        assert article.published == date(2023, 5, 13)
        assert article.outlet == "Báo Mẫu"
        assert "Bộ trưởng Ngoại giao Hà Lan Jan van Dalen" in article.text
        assert "Trang chủ" not in article.text
        assert "Giấy phép" not in article.text
    assert [article.doc_id for article in articles] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="datePublished" content="2023-05-12T10:00:00+07:00">',
        '<meta name="pubdate" content="12/5/2023 10:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-12T03:00:00Z"}</script>',
        '<time itemprop="datePublished" datetime="2023-05-12">hôm qua</time>',
    ],
)
def test_the_day_of_a_page_is_the_one_it_declares(tmp_path: Path, head: str) -> None:
    page = to_page({"text": TALKS}).decode().replace('<meta property="article:published_time" content="">', head)
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,), _ = read_all(open_source(tmp_path))
    assert article.published == date(2023, 5, 12)


@pytest.mark.parametrize(
    ("head", "title", "outlet", "url"),
    [
        (
            "<title>Hai bên hội đàm | Báo Mẫu</title><meta property='og:site_name' content='Báo Mẫu'>",
            "Hai bên hội đàm",
            "Báo Mẫu",
            None,
        ),
        (
            "<title>Hội đàm</title><link rel='canonical' href='https://www.mau.example/1'>",
            "Hội đàm",
            "mau.example",
            "https://www.mau.example/1",
        ),
        ("<title>x</title><meta name='twitter:title' content='Hội đàm'><link rel='canonical' href='/1'>", "Hội đàm", None, None),
        (
            "<meta property='og:title' content=''><meta property='og:url' content='https://a.example/2'>",
            None,
            "a.example",
            "https://a.example/2",
        ),
    ],
)
def test_a_page_says_what_it_is(tmp_path: Path, head: str, title: str | None, outlet: str | None, url: str | None) -> None:
    body = "".join(f"<p>{line}</p>" for line in TALKS.split("\n") if line)
    (tmp_path / "a.html").write_text(f"<html><head>{head}</head><body><article>{body}</article></body></html>", encoding="utf-8")
    (article,), _ = read_all(open_source(tmp_path))
    assert (article.title, article.outlet, article.url) == (title, outlet, url)


def test_a_day_that_only_stands_on_a_page_is_not_taken_for_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(to_page({"text": TALKS}))
    (article,), _ = read_all(open_source(tmp_path))
    assert article.published is None


def crawl() -> list[bytes]:
    pages = [(f"https://www.mau.example/{name}.html", to_page({"text": text})) for name, text in ARTICLES.items()]
    return to_warc(pages)


@pytest.mark.parametrize("packing", ["", "whole", "records"])
def test_pages_are_read_from_a_crawl(tmp_path: Path, packing: str) -> None:
    data = {"": b"".join, "whole": lambda r: gzip.compress(b"".join(r)), "records": lambda r: b"".join(map(gzip.compress, r))}
    (tmp_path / "crawl").write_bytes(data[packing](crawl()))
    source = open_source(tmp_path / "crawl")
    articles, problems = read_all(source)
    assert not problems
    assert [article.url for article in articles] == [f"https://www.mau.example/{name}.html" for name in ARTICLES]
    assert [article.doc_id for article in articles] == ["crawl:3", "crawl:5", "crawl:7"]
    assert (source.records, source.passed_over) == (3, 4)


def test_what_is_no_page_of_a_crawl_is_passed_over_and_counted(tmp_path: Path) -> None:
    page = to_page({"text": TALKS})
    others = [
        to_warc([("https://a.example/x.png", b"\x89PNG")], "HTTP/1.1 200 OK\r\nContent-Type: image/png")[2],
        to_warc([("https://a.example/gone", page)], "HTTP/1.1 404 Not Found\r\nContent-Type: text/html")[2],
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(others + crawl()))
    source = open_source(tmp_path)
    articles, problems = read_all(source)
    assert (len(articles), len(problems), source.passed_over) == (3, 0, 6)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "chunked"])
def test_a_page_is_unpacked_as_its_server_packed_it(tmp_path: Path, coding: str) -> None:
    import zlib

    page = to_page({"text": TALKS})
    packed = {
        "gzip": gzip.compress(page),
        "deflate": zlib.compress(page),
        "chunked": b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (page[:100], page[100:], b"")),
    }[coding]
    header = "Transfer-Encoding: chunked" if coding == "chunked" else f"Content-Encoding: {coding}"
    (tmp_path / "a.warc").write_bytes(
        b"".join(to_warc([("https://a.example/", packed)], f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}"))
    )
    (article,), _ = read_all(open_source(tmp_path))
    assert "Jan van Dalen" in article.text


@pytest.mark.parametrize("coding", ["gzip", "br", "chunked"])
def test_a_page_that_only_claims_to_be_packed_is_read_as_it_is(tmp_path: Path, coding: str) -> None:
    header = f"{'Transfer' if coding == 'chunked' else 'Content'}-Encoding: {coding}"
    head = f"HTTP/2 200\r\nContent-Type: text/html\r\n{header}"
    (tmp_path / "a.warc").write_bytes(b"".join(to_warc([("https://a.example/", to_page({"text": TALKS}))], head)))
    (article,), _ = read_all(open_source(tmp_path))
    assert "Jan van Dalen" in article.text


@pytest.mark.parametrize(
    ("packed", "coding", "told"),
    [
        (gzip.compress(to_page({"text": TALKS}))[:-40], "gzip", "packing is damaged"),
        (gzip.compress(to_page({"text": TALKS}))[:100] + b"\0" * 500, "gzip", "packing is damaged"),
        (gzip.compress(bytes(40 << 20)), "gzip", "more than 16 MB"),
        (b"\x1b\x00\xf0" * 50, "br", "let the crawler ask for gzip"),
    ],
    ids=["cut", "damaged", "a bomb", "unknown"],
)
def test_a_page_that_cannot_be_unpacked_is_a_problem(
    tmp_path: Path, packed: bytes, coding: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}"
    (tmp_path / "a.warc").write_bytes(b"".join(to_warc([("https://a.example/", packed)], head)))
    articles, problems = read_all(open_source(tmp_path))
    assert not articles
    assert [problem.position for problem in problems] == [3]
    assert told in problems[0].error
    assert not capfd.readouterr().err


def test_a_crawl_cut_in_mid_record_gives_what_it_has_and_a_problem(tmp_path: Path) -> None:
    data = b"".join(crawl())
    (tmp_path / "a.warc").write_bytes(data[:-300])
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(data)[:-300])
    articles, problems = read_all(open_source(tmp_path))
    assert len([article for article in articles if article.path == "a.warc"]) == 2
    assert (problems[0].path, problems[0].position) == ("a.warc", 7)
    assert "breaks off" in problems[0].error
    assert "cannot be read to its end" in problems[1].error


def test_a_damaged_record_of_a_crawl_costs_itself_alone(tmp_path: Path) -> None:
    records = crawl()
    records[4] = records[4].replace(b"Content-Length: ", b"Content-Length: x", 1)
    records[2] = b"\r\nnothing of a crawl\r\nat all\r\n\r\n" + records[2]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    articles, problems = read_all(open_source(tmp_path))
    assert len(articles) == 2
    assert [problem.position for problem in problems] == [3, 6]


def test_a_text_that_a_crawl_took_from_its_page_is_read(tmp_path: Path) -> None:
    from files import warc_record

    (tmp_path / "a.wet").write_bytes(warc_record("conversion", "https://a.example/1", "text/plain", TALKS.encode()))
    (article,), _ = read_all(open_source(tmp_path))
    assert (article.text, article.url) == (TALKS, "https://a.example/1")


# ---- archives ----


def test_an_archive_is_read_as_the_folder_that_it_packs(tmp_path: Path) -> None:
    inner = to_zip({"tin/visit.txt": VISIT.encode(), "visit.html": to_page({"text": VISIT})})
    files = {
        "talks.txt": TALKS.encode(),
        "lines.jsonl.gz": gzip.compress(to_lines(RECORDS[2:])),
        "table.parquet": to_parquet([{"id": "7", "body": MARKET}]),
        "inner.zip": inner,
        "metadata.csv": b"doc_id,published\ntalks,2023-05-12\n",
        "__MACOSX/._talks.txt": b"\0\5\26\7",
        "2017/": b"",
    }
    (tmp_path / "news.zip").write_bytes(to_zip(files))
    articles, problems = read_all(open_source(tmp_path / "news.zip"))
    assert not problems
    assert {article.doc_id: article.path for article in articles} == {
        "inner/tin/visit": "news.zip/inner.zip/tin/visit.txt",
        "inner/visit": "news.zip/inner.zip/visit.html",
        "market": "news.zip/lines.jsonl.gz",
        "news.zip/table.parquet#7": "news.zip/table.parquet",
        "talks": "news.zip/talks.txt",
    }
    assert {article.published for article in articles if article.doc_id == "talks"} == {date(2023, 5, 12)}


def test_a_name_in_an_archive_may_be_in_utf_8_without_a_word_of_it(tmp_path: Path) -> None:
    data = to_zip({"Hội đàm.txt": TALKS.encode()})
    (tmp_path / "news.zip").write_bytes(data.replace(b"\x14\0\0\x08", b"\x14\0\0\0"))
    (article,), _ = read_all(open_source(tmp_path / "news.zip"))
    assert article.doc_id == "Hội đàm"


def test_articles_of_several_archives_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(to_zip({"1.txt": TALKS.encode()}))
    articles, _ = read_all(open_source(tmp_path))
    assert [article.doc_id for article in articles] == ["a/1", "b/1"]


@pytest.mark.parametrize("packing", ["", ".gz"])
def test_a_tar_archive_is_read(tmp_path: Path, packing: str) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, text in ARTICLES.items():
            info = tarfile.TarInfo(f"../../tin/{name}.txt")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
        archive.addfile(tarfile.TarInfo("folder"))
    (tmp_path / "news.tar").write_bytes(PACKINGS[packing](out.getvalue()))
    articles, _ = read_all(open_source(tmp_path / "news.tar"))
    assert [article.text for article in articles] == list(ARTICLES.values())


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"a.docx": to_zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})}, "Office"),
        ({"a.zip": to_zip({"a.txt": TALKS.encode()})[:-30]}, "damaged"),
        ({"a.pdf": b"%PDF-1.7 ..."}, "PDF"),
        ({"a.parquet": to_parquet(RECORDS)[:-10]}, "damaged"),
        ({"a.parquet": to_parquet([{"name": "x"}])}, "there are: name"),
        ({"a.csv": b"name,value\nx,1\n"}, "there are: name, value"),
        ({"a.json": b'[{"text": "Tin."}, {"te'}, "not JSON"),
        ({"a.gz": gzip.compress(TALKS.encode())[:-20]}, "cannot be read to its end"),
        ({"a.zst": PACKINGS[".zst"](TALKS.encode())[:-20]}, "cannot be read to its end"),
    ],
)
def test_what_cannot_be_read_is_a_problem_that_says_why(tmp_path: Path, files: dict[str, bytes], error: str) -> None:
    write(tmp_path, files)
    articles, problems = read_all(open_source(tmp_path))
    assert len(articles) <= 1
    assert error in problems[-1].error
    assert problems[-1].path in files


# ---- names of columns ----


@pytest.mark.parametrize(
    "names",
    [
        ("text", "title", "date"),
        ("Nội dung", "Tiêu đề", "Ngày đăng"),
        ("noi_dung", "tieu_de", "ngay_dang"),
        ("body", "headline", "publishedAt"),
    ],
)
def test_columns_are_known_by_their_usual_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    rows = [dict(zip((*names, "author"), (TALKS, "Tin đầu", "12/05/2023 20:30", "X"), strict=True))]
    write(tmp_path, {"a.csv": to_csv(rows), "b.jsonl": to_lines(rows), "c.parquet": to_parquet(rows)})
    articles, problems = read_all(open_source(tmp_path))
    assert not problems
    assert [(a.text, a.title, a.published) for a in articles] == [(TALKS, "Tin đầu", date(2023, 5, 12))] * 3
    assert [a.doc_id for a in articles] == ["a.csv:2", "b.jsonl:1", "c.parquet:1"]


def test_columns_may_be_given(tmp_path: Path) -> None:
    rows = [{"than": TALKS, "text": "tóm tắt", "dau": "Tin đầu"}]
    write(tmp_path, {"a.csv": to_csv(rows), "b.jsonl": to_lines(rows), "c.parquet": to_parquet(rows)})
    articles, _ = read_all(open_source(tmp_path, {"text": "than", "title": "DAU"}))
    assert [(article.text, article.title) for article in articles] == [(TALKS, "Tin đầu")] * 3


def test_a_field_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose of doc_id, id, text"):
        open_source(tmp_path, {"author": "x"})


def test_an_id_counts_within_its_file(tmp_path: Path) -> None:
    write(tmp_path, {name: to_csv([{"id": "1", "content": text}]) for name, text in {"a.csv": TALKS, "b.csv": VISIT}.items()})
    articles, _ = read_all(open_source(tmp_path))
    assert [article.doc_id for article in articles] == ["a.csv#1", "b.csv#1"]


def test_a_body_of_html_becomes_text(tmp_path: Path) -> None:
    body = "<p>Chiều 15/8, <b>hai bên</b> hội đàm tại H&agrave; Nội.</p><script>x()</script><ul><li>Một</li><li>Hai</li></ul>"
    rows = [
        {"content": body},
        {"html": to_page({"text": TALKS}).decode()},
        {"html": body},
        {"content": ["Dòng một.", "Dòng hai."]},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    articles, _ = read_all(open_source(tmp_path))
    stripped = "Chiều 15/8, hai bên hội đàm tại Hà Nội.\nMột\nHai"
    assert [articles[0].text, articles[2].text, articles[3].text] == [stripped, stripped, "Dòng một.\nDòng hai."]
    assert (articles[1].outlet, "Trang chủ" in articles[1].text) == ("Báo Mẫu", False)


def test_a_lead_stands_before_its_text(tmp_path: Path) -> None:
    rows = [{"sapo": "Tin mở đầu.", "body": "Thân bài."}, {"sapo": "Tin mở đầu.", "body": "Tin mở đầu.\nThân bài."}]
    (tmp_path / "a.jsonl").write_bytes(to_lines(rows))
    articles, _ = read_all(open_source(tmp_path))
    assert [article.text for article in articles] == ["Tin mở đầu.\nThân bài."] * 2


# ---- broken rows ----


def test_a_row_whose_quotation_mark_is_never_closed_costs_itself_alone(tmp_path: Path) -> None:
    rows = ["id,text", '1,"Tin một', "2,Tin hai", '3,"Tin ""ba""', 'hai dòng"', "4,Tin bốn,5,6", "", "7"]
    (tmp_path / "a.csv").write_text("\n".join(rows), encoding="utf-8")
    articles, problems = read_all(open_source(tmp_path))
    assert [(article.doc_id, article.text) for article in articles] == [("a.csv#2", "Tin hai"), ("a.csv#3", 'Tin "ba"\nhai dòng')]
    assert [(problem.position, problem.doc_id) for problem in problems] == [(2, None), (6, None), (8, "a.csv#7")]


def test_a_line_that_is_too_long_is_a_problem_and_the_next_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnbilat_lib.sources.streams.lines_of.__defaults__", (1000,))
    long = json.dumps({"text": "dài " * 100_000})
    (tmp_path / "a.jsonl").write_text(f'{long}\n{{"text": "Tin hai"}}\n{long}', encoding="utf-8")
    (tmp_path / "b.csv").write_text(f'text,url\nTin một,\n"{"dài " * 100_000}",x\nTin ba,\n', encoding="utf-8")
    articles, problems = read_all(open_source(tmp_path))
    assert [article.text for article in articles] == ["Tin hai", "Tin một", "Tin ba"]
    assert [(problem.path, problem.position) for problem in problems] == [("a.jsonl", 1), ("a.jsonl", 3), ("b.csv", 3)]


# ---- where sources lie ----


@pytest.mark.parametrize("pattern", ["news/*.txt", "news/**/*.txt", "**/t*.txt", "news/t[a-z]lks.txt"])
def test_a_pattern_names_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    write(tmp_path, {"news/talks.txt": TALKS.encode(), "news/2017/visit.html": b"", "news/b.jsonl": b""})
    monkeypatch.chdir(tmp_path)
    for address in (pattern, str(tmp_path / pattern)):
        articles, _ = read_all(open_source(address))
        assert [article.text for article in articles] == [TALKS]
        assert articles[0].doc_id in {"talks", "news/talks"}


def test_an_address_is_read_as_a_folder_is(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    files = {
        "talks.txt": TALKS.encode(),
        "2017/n.parquet": to_parquet(RECORDS[1:]),
        "metadata.csv": b"doc_id,outlet\ntalks,B\xc3\xa1o\n",
    }
    system = fsspec.filesystem("memory")
    for name, data in files.items():
        system.pipe(f"/crawl/{name}", data)
    write(tmp_path, files)
    there, here = open_source("memory://crawl"), open_source(tmp_path)
    assert read_all(there) == read_all(here)
    assert there.digests == here.digests
    (one,), _ = read_all(open_source("memory://crawl/*.txt"))
    assert one.doc_id == "talks"
    (one,), _ = read_all(open_source("memory://crawl/talks.txt"))
    assert one.path == "talks.txt"


def test_an_address_may_name_a_place_on_this_machine(tmp_path: Path) -> None:
    write(tmp_path, {"news/talks.txt": TALKS.encode(), "news/.hidden/x.txt": b"x", "news.zip": to_zip({"a.txt": VISIT.encode()})})
    for address, text in {f"file://{tmp_path}/news": TALKS, f"zip://a.txt::file://{tmp_path}/news.zip": VISIT}.items():
        (article,), _ = read_all(open_source(address))
        assert article.text == text


@pytest.mark.parametrize("address", ["s4://bucket/news", "gs://bucket/news"])
def test_an_address_without_driver_says_what_to_install(address: str) -> None:
    with pytest.raises(UsageError, match="pip install"):
        open_source(address)


def test_digests_are_those_of_the_files_as_they_lie(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.jsonl.gz": gzip.compress(MANY["lines"]), "b.zip": to_zip({"a.txt": b"x"}), "c.gz": gzip.compress(MANY["csv"])[:-9]},
    )
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    source = open_source(tmp_path)
    read_all(source)
    assert source.digests == take_digests(open_source(tmp_path))
    assert source.digests["b.zip"] == hashlib.sha256((tmp_path / "b.zip").read_bytes()).hexdigest()
    assert set(source.digests) == {"a.jsonl.gz", "b.zip", "c.gz"}


def test_what_vnbilat_wrote_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TALKS.encode(), "outputs/a/run.json": b"{}", "outputs/a/dataset/coded.jsonl": to_lines(RECORDS)})
    articles, _ = read_all(open_source(tmp_path))
    assert [article.doc_id for article in articles] == ["a"]


# ---- ids and metadata ----


def test_files_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "2016/1.txt": TALKS.encode(),
            "2017/1.txt": VISIT.encode(),
            "2017/2.txt": MARKET.encode(),
            "2017/2.html": to_page({"text": MARKET}),
        },
    )
    articles, _ = read_all(open_source(tmp_path))
    assert [article.doc_id for article in articles] == ["2016/1", "2017/1", "2017/2.html", "2017/2.txt"]


@pytest.mark.parametrize("key", ["doc_id\n2017/a", "doc_id\na", "path\n2017/a.txt", "file\na.txt"])
def test_metadata_may_name_an_article_by_id_or_file(tmp_path: Path, key: str) -> None:
    name, value = key.split("\n")
    write(
        tmp_path, {"2017/a.txt": TALKS.encode(), "metadata.csv": f"{name},Nguồn,Ngày đăng\n{value},Báo Mẫu,12/5/2023\n".encode()}
    )
    (article,), problems = read_all(open_source(tmp_path))
    assert (article.outlet, article.published, problems) == ("Báo Mẫu", date(2023, 5, 12), [])


def test_metadata_finds_a_file_whose_name_has_its_marks_apart(tmp_path: Path) -> None:
    write(
        tmp_path,
        {unicodedata.normalize("NFD", "hội đàm.txt"): TALKS.encode(), "metadata.csv": "doc_id,outlet\nhội đàm,Báo\n".encode()},
    )
    (article,), problems = read_all(open_source(tmp_path))
    assert (article.outlet, problems) == ("Báo", [])


def test_metadata_alone_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(b"doc_id,outlet\n")
    with pytest.raises(VnbilatError, match=r"only metadata\.csv"):
        open_source(tmp_path)


def test_metadata_wins_over_what_the_file_says(tmp_path: Path) -> None:
    metadata = b"doc_id,title,published\npage,T\xc3\xaan kh\xc3\xa1c,2020-01-01\nn1,X,2020-01-02\n"
    page = to_page({"text": TALKS, "published": "2023-05-12"})
    write(
        tmp_path,
        {"page.html": page, "n.jsonl": to_lines([{"doc_id": "n1", "text": VISIT, "title": "Y"}]), "metadata.csv": metadata},
    )
    articles, _ = read_all(open_source(tmp_path))
    assert [(article.title, str(article.published)) for article in articles] == [("X", "2020-01-02"), ("Tên khác", "2020-01-01")]


def test_columns_are_given_on_the_command_line(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "a.csv").write_bytes(to_csv([{"than": TALKS, "dau": "Tin đầu"}]))
    run = cli("extract", "a.csv", "--columns", "text=than,title=dau", "--out", "out")
    assert run.returncode == 0, run.stderr
    assert "1 articles" in run.stdout
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["parameters"]["columns"] == {
        "text": "than",
        "title": "dau",
    }
    without = cli("extract", "a.csv", "--out", "out2")
    assert "--columns text=NAME" in without.stderr
    for wrong in ("text", "author=x", "=x"):
        assert cli("extract", "a.csv", "--columns", wrong).returncode == 2


@pytest.mark.parametrize("form", ["jsonl.gz", "csv", "json", "warc", "zip", "csv.zst"])
def test_memory_does_not_grow_with_a_file(tmp_path: Path, form: str) -> None:
    rows = [{"id": str(number), "text": f"{number} " + TALKS * 8} for number in range(3000)]
    data = {
        "jsonl.gz": lambda: gzip.compress(to_lines(rows), 1),
        "csv": lambda: to_csv(rows),
        "csv.zst": lambda: PACKINGS[".zst"](to_csv(rows)),
        "json": lambda: json.dumps(rows, ensure_ascii=False).encode(),
        "warc": lambda: b"".join(to_warc([(f"https://a.example/{row['id']}", row["text"].encode() * 2) for row in rows])),
        "zip": lambda: to_zip({f"{row['id']}.txt": row["text"].encode() for row in rows}),
    }[form]()
    (tmp_path / "a").write_bytes(data)
    del data
    source = open_source(tmp_path / "a")
    first = next(read_items(source))  # what is imported on first use does not count
    parse(first)
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_items(source))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert peak < 7 << 20
