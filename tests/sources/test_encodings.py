"""Old encodings are told by the syllables that they make; text that was decoded wrongly before is mended."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from files import ENCODINGS, to_csv, to_legacy
from hypothesis import given
from hypothesis import strategies as st
from samples import ARTICLES, DUTCH, TALKS, VISIT

from vnbilat_lib.letters import VOWELS
from vnbilat_lib.sources import Item, decode, open_source, parse, read_items
from vnbilat_lib.sources.encodings import repair

HEADLINE = "Bộ trưởng Ngoại giao Lào thăm tỉnh Nghệ An"
FRENCH = (
    "Le ministre des Affaires étrangères a été reçu à l'Élysée, où les deux pays ont signé un accord sur l'énergie et la forêt."
)
GERMAN = "Der Außenminister führte Gespräche über die künftige Zusammenarbeit; „größere Schritte“ seien möglich, sagte Müller."


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [*ARTICLES.values(), HEADLINE], ids=[*ARTICLES, "headline"])
def test_vietnamese_is_read_in_every_encoding(text: str, encoding: str) -> None:
    read = composed(decode(ENCODINGS[encoding](text)))
    assert read.casefold() == text.casefold()
    if "tcvn3" not in encoding:  # which has no capitals with tones
        assert read == text


@pytest.mark.parametrize("text", [DUTCH, FRENCH, GERMAN, "Le président Müller, à Paris", "Tin tức", "1.234 €"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_is_right_stays_as_it_is(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_another_language_is_not_taken_for_vietnamese(text: str) -> None:
    read = decode(text.encode("cp1252"))
    assert sum(a != b for a, b in zip(read, text, strict=True)) <= 4


def test_a_few_wrong_bytes_do_not_change_the_encoding_of_the_rest() -> None:
    data = TALKS.encode()
    assert decode(data[:-1] + b"\xe1\xbb") == TALKS[:-1] + "\ufffd"
    assert decode(data[:200] + b"\xff\xc3" + data[200:]).count("\ufffd") <= 3


def test_words_decoded_wrongly_are_mended_inside_text_that_is_right() -> None:
    assert repair(f"{TALKS}\nTheo ThÃ´ng táº¥n xÃ£ Viá»‡t Nam") == f"{TALKS}\nTheo Thông tấn xã Việt Nam"


@given(st.text(max_size=200))
def test_text_in_utf_8_is_never_refused(text: str) -> None:
    assert isinstance(decode(text.encode("utf-8", "replace")), str)


@given(st.text(alphabet=f"{VOWELS}{VOWELS.upper()}đĐhnXM 1.,-“”…", max_size=80))
def test_letters_of_vietnamese_are_never_changed(text: str) -> None:
    assert repair(text) == text


def test_records_may_be_in_an_old_encoding(tmp_path: Path) -> None:
    rows = [{"id": name, "tiêu đề": HEADLINE, "nội dung": text} for name, text in {"a": TALKS, "b": VISIT}.items()]
    (tmp_path / "a.csv").write_bytes(to_legacy(to_csv(rows).decode(), "tcvn3"))
    lines = "".join(
        json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n" for name, text in {"a": TALKS, "b": VISIT}.items()
    )
    (tmp_path / "b.jsonl").write_bytes(to_legacy(lines, "vni"))
    escaped = json.dumps({"text": TALKS.encode().decode("latin-1"), "title": to_legacy(HEADLINE, "tcvn3").decode("latin-1")})
    (tmp_path / "c.jsonl").write_text(escaped, encoding="utf-8")
    articles = [parse(item)[0] for item in read_items(open_source(tmp_path))]
    assert [article.text.casefold() for article in articles if article] == [
        text.casefold() for text in (TALKS, VISIT, TALKS, VISIT, TALKS)
    ]
    assert articles[0] is not None
    assert articles[4] is not None
    assert articles[0].title == articles[4].title == HEADLINE


def test_a_page_in_an_old_font_is_read() -> None:
    body = to_legacy(TALKS, "vni").decode("latin-1").replace("\n", "</p><p>")
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{body}</p></article></body></html>'
    article, _ = parse(Item("a.html", page.encode("latin-1"), kind="page"))
    assert article is not None
    assert "Bộ trưởng Ngoại giao Việt Nam Lê Quang Vĩnh đã hội đàm" in article.text


@pytest.mark.parametrize("pattern", ["á»", "Ã", "Æ°", "§¹i sø ", "aùaøaû", "\x93\x94", "\u0301", "â€"])
def test_mending_a_megabyte_takes_no_longer_than_its_length_asks(pattern: str) -> None:
    import time

    began = time.perf_counter()
    repair(pattern * (1_000_000 // len(pattern)))
    assert time.perf_counter() - began < 2
