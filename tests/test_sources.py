from __future__ import annotations

import gzip
import json
import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from files import to_1258
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.doc import Article
from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.sources import Item, Problem, as_day, decode, open_source, parse, parse_day, read_items

TEXT = "Chiều 15/8, Phó Thủ tướng Lê Quang Vĩnh tiếp Đại sứ Hà Lan. Hai bên trao đổi về quản lý nước, nông nghiệp và thủy sản."


def read_all(path: Path) -> tuple[list[Article], list[Problem]]:
    source = open_source(path)
    articles, problems = [], []
    for item in read_items(source):
        article, wrong = parse(item)
        articles += [article] if article else []
        problems += wrong
    return articles, [*source.problems, *problems]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        to_1258(TEXT),
        to_1258(TEXT[:58]),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "little", "big", "utf-32", "windows-1258", "one sentence in windows-1258", "NFD"],
)
def test_text_is_decoded_from_the_encodings_that_newspapers_use(data: bytes) -> None:
    assert TEXT.startswith(unicodedata.normalize("NFC", decode(data))[:58])


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, bytes(range(256)) * 20, b"\0" * 100])
def test_a_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        decode(data)


def test_newlines_and_stray_nul_stay_as_they_are() -> None:
    text = TEXT + "\r\nHai bên\0\r\n"
    assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_problem(data: bytes) -> None:
    article, problems = parse(Item("a.txt", data))
    assert (article is None) == bool(problems)
    if article:
        article.text.encode("utf-8")


@given(st.binary(max_size=300))
def test_any_line_is_an_article_or_a_problem(data: bytes) -> None:
    article, problems = parse(Item("a.jsonl", data, 1, "record"))
    assert article is None
    assert problems


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"doc_id": "1", "text": ', "not a line of JSON"),
        (b'["1", "2"]', "must be an object"),
        (b'{"doc_id": "1", "author": "x"}', "there are: doc_id, author"),
        (b'{"doc_id": "1", "text": "  "}', "no text"),
        (b'{"doc_id": "1", "text": 5}', "no text"),
        (b"\xff\xfe\x00", "not a line of JSON"),
        (b"[" * 100_000, "not a line of JSON"),
        (b'{"doc_id": ' + b"1" * 5000 + b', "text": "x"}', "not a line of JSON"),
    ],
)
def test_a_broken_line_is_a_problem_with_its_place(line: bytes, error: str) -> None:
    article, (problem,) = parse(Item("a.jsonl", line, 7, "record"))
    assert article is None
    assert (problem.path, problem.position, problem.stage) == ("a.jsonl", 7, "source")
    assert error in problem.error


def test_a_line_brings_its_metadata() -> None:
    record = {
        "doc_id": 17,
        "text": TEXT,
        "title": "Tiếp đại sứ",
        "published": "2023-08-15T22:00:00+00:00",
        "url": "u",
        "outlet": "o",
    }
    article, problems = parse(Item("a.jsonl", json.dumps(record).encode(), 1, "record"))
    assert article == Article("17", TEXT, "Tiếp đại sứ", date(2023, 8, 16), "u", "o", "a.jsonl")
    assert not problems


def test_a_lone_surrogate_becomes_a_replacement_character_of_the_same_length() -> None:
    article, _ = parse(Item("a.jsonl", b'{"doc_id": "1", "text": "V\\ud800N \\ud83d\\ude00"}', 1, "record"))
    assert article is not None
    assert article.text == "V\ufffdN \U0001f600"


def test_a_wrong_date_is_a_problem_and_the_article_stays() -> None:
    article, (problem,) = parse(
        Item("a.jsonl", json.dumps({"doc_id": "1", "text": TEXT, "published": "15/8"}).encode(), 1, "record")
    )
    assert article is not None
    assert article.published is None
    assert problem.stage == "metadata"
    assert "2017-02-10" in problem.error


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-08-15", "2023-08-15"),
        ("2023-08-15 23:30", "2023-08-15"),
        ("2023-08-15T18:00:00Z", "2023-08-16"),
        (" 2023-08-15\n", "2023-08-15"),
    ],
)
def test_a_moment_is_its_day_in_hanoi(text: str, day: str) -> None:
    assert parse_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["15/8/2023", "2023-02-30", "2023", "2023-08", "20230815", "9999-12-31T23:59:59-12:00", "hôm qua"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        as_day(text)


def test_a_folder_is_read_in_the_order_of_its_names_with_its_metadata(source: Path) -> None:
    articles, problems = read_all(source)
    assert [article.doc_id for article in articles] == ["market", "talks", "visit"]
    assert [article.path for article in articles] == ["market.txt", "talks.txt", "visit.txt"]
    assert articles[1].published == date(2023, 5, 12)
    assert articles[1].outlet == "Báo Mẫu"
    assert not problems


def test_folders_within_folders_are_read_and_what_is_no_article_is_told_of(source: Path) -> None:
    (source / "2023").mkdir()
    (source / "2023" / "more.jsonl").write_text(json.dumps({"doc_id": "x", "text": TEXT}) + "\n\n", encoding="utf-8")
    (source / "page.pdf").write_bytes(b"%PDF")
    (source / ".hidden").write_text("no", encoding="utf-8")
    (source / "README.md").write_text("no", encoding="utf-8")
    articles, problems = read_all(source)
    assert [article.path for article in articles] == ["2023/more.jsonl", "market.txt", "talks.txt", "visit.txt"]
    assert [problem.path for problem in problems] == ["page.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_a_problem(source: Path) -> None:
    (source / "link.txt").symlink_to(source / "nowhere.txt")
    os.mkfifo(source / "pipe.txt")
    (source / "folder.txt").mkdir()
    articles, problems = read_all(source)
    assert len(articles) == 3
    assert [(problem.path, problem.error) for problem in problems] == [
        (name, "not a file that can be read") for name in ("link.txt", "pipe.txt")
    ]


def test_metadata_may_come_from_a_spreadsheet(source: Path) -> None:
    (source / "metadata.csv").write_bytes(
        "doc_id;published;outlet\r\ntalks;2023-05-12;Báo\r\n;2023-05-12;\r\ntalks;;\r\n".encode("utf-8-sig")
    )
    articles, problems = read_all(source)
    assert articles[1].outlet == "Báo"
    assert [(problem.position, problem.stage) for problem in problems] == [(3, "metadata"), (4, "metadata")]


def test_metadata_without_doc_id_stops_the_run(source: Path) -> None:
    (source / "metadata.csv").write_text("name,published\ntalks,2023-05-12\n", encoding="utf-8")
    with pytest.raises(VnbilatError, match=r"metadata\.csv:1: .*doc_id"):
        open_source(source)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_lines_are_read_zipped_or_not(tmp_path: Path, name: str) -> None:
    text = "\ufeff" + "".join(json.dumps({"doc_id": n, "text": TEXT}, ensure_ascii=False) + "\r\n" for n in range(3))
    (tmp_path / name).write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    articles, problems = read_all(tmp_path / name)
    assert [article.doc_id for article in articles] == ["0", "1", "2"]
    assert not problems


def test_lines_in_utf_16_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes((json.dumps({"doc_id": "1", "text": TEXT}, ensure_ascii=False) + "\r\n").encode("utf-16"))
    articles, _ = read_all(tmp_path / "a.jsonl")
    assert articles[0].text == TEXT


def test_a_zipped_file_that_breaks_off_gives_what_it_has_and_a_problem(tmp_path: Path) -> None:
    text = "".join(json.dumps({"doc_id": n, "text": f"{n} {n * 7} {TEXT}"}) + "\n" for n in range(2000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(text.encode())[:-2000])
    articles, problems = read_all(tmp_path / "a.jsonl.gz")
    assert 100 < len(articles) < 2000
    assert "cannot be read to its end" in problems[-1].error


@pytest.mark.parametrize(
    ("name", "error"), [("nowhere", "no such folder"), ("nothing-*.txt", "quote the pattern"), ("memory://nowhere", "nowhere")]
)
def test_a_source_that_is_none_is_wrong_usage(tmp_path: Path, name: str, error: str) -> None:
    with pytest.raises(UsageError, match=error):
        open_source(name if "://" in name else tmp_path / name)


def test_an_empty_folder_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(VnbilatError, match=r"no articles here; put files"):
        open_source(tmp_path)
