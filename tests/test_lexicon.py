"""Tests of the word lists: every table is sound, and each row is found where its own example stands."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.lexicon.reader import read_table
from vnbilat_lib.match import Phrases
from vnbilat_lib.normalize import normalize
from vnbilat_lib.places import tag_places
from vnbilat_lib.sentences import find_sentences, tag_sentences

DATA = Path(lexicon.__file__).parents[1] / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
# Rows that say the same in the same words twice, in the columns that tell rows apart: the first one, and those beside it.
KEYS = {
    "titles": 5,
    "offices": 7,
    "gatherings": 3,
    "regions": 2,
    "cities": 3,
    "countries": 2,
    "organisations": 1,
    "surnames": 2,
    "place_stops": 1,
}


def rows_of(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


WITH_EXAMPLES = [table for table in TABLES if "example" in rows_of(table)[0]]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_utf8_with_line_feeds_and_a_row_a_line_end(table: str) -> None:
    raw = (DATA / f"{table}.csv").read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert "\r" not in text
    assert text.endswith("\n")
    assert all(cell == cell.strip() for row in rows_of(table) for cell in row.values())


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    rows = [tuple(row.values()) for row in rows_of(table)]
    width = KEYS.get(table, 2)
    assert [key for key, count in Counter(row[:width] for row in rows).items() if count > 1] == []


@pytest.mark.parametrize("table", WITH_EXAMPLES)
def test_each_row_stands_in_its_example_as_whole_words(table: str) -> None:
    lost = []
    for row in rows_of(table):
        phrase = next(iter(row.values()))
        if not (phrase[0].isalnum() and phrase[-1].isalnum()):  # "$", "%": digits may touch them
            found = phrase.casefold() in row["example"].casefold()
        else:
            found = any(True for _ in Phrases([(phrase, True)]).find(row["example"]))
        if not found:
            lost.append((phrase, row["example"]))
    assert lost == []


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_tells_of_every_column_and_kind(table: str) -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert f"### {table}.csv" in readme
    told = set(re.findall(r"`([^`]+)`", readme.split(f"### {table}.csv")[1].split("\n## ")[0].split("\n### ")[0]))
    rows = rows_of(table)
    assert ", ".join(rows[0]) in told
    kinds = {
        row[column]
        for row in rows
        for column in ("kind", "level", "form", "origin", "sector", "scope", "definite")
        if row.get(column)
    }
    assert kinds <= told


def test_every_table_has_a_reader_that_keeps_all_rows() -> None:
    readers = [value for value in vars(lexicon).values() if hasattr(value, "cache_info") and callable(value)]
    sizes = Counter(len(reader()) for reader in readers)
    assert sum(sizes.values()) == len(TABLES)
    assert sizes == Counter(len(rows_of(table)) for table in TABLES)


# --- the rows of this package's first stages do what their example shows


def tagged(text: str) -> Doc:
    return tag_places(tag_sentences(tag_furniture(normalize(Doc(Article("a", text))))))


def sentences(text: str) -> list[str]:
    return [s.of(text) for s in find_sentences(text, 0, len(text))]


def where(row: dict[str, str], phrase: str) -> tuple[int, int]:
    """Where a phrase stands in its row's example."""
    span = next(span for span, _ in Phrases([(phrase, True)]).find(row["example"]))
    return span.start, span.end


def abbreviation_holds(row: dict[str, str]) -> bool:
    return len(sentences(row["example"])) == 1


def starter_holds(row: dict[str, str]) -> bool:
    if row["kind"] == "open":
        return len(sentences(row["example"])) == 1
    return any(s.startswith(row["phrase"]) for s in sentences(row["example"])[1:])


def furniture_holds(row: dict[str, str]) -> bool:
    before = "" if row["kind"] == "credit" else "Hai bên hội đàm tại Huế.\n"
    doc = tagged(before + row["example"])
    at = next(m.start() for m in re.finditer(rf"(?<!\w){re.escape(row['phrase'])}", doc.text) if m.start() >= len(before))
    return any(f.span.start <= at < f.span.end for f in doc.furniture)


def pair_word_holds(row: dict[str, str]) -> bool:
    at = where(row, row["phrase"])[0]
    found = any(p.kind == "both" and p.span.start == at for p in tagged(row["example"]).places)
    return found == (row["level"] != "none")


def place_cue_holds(row: dict[str, str]) -> bool:
    """Behind the cue stands a place, behind a person's none; a name that is a word too is none at the start of a sentence."""
    doc = tagged(row["example"])
    if row["kind"] == "word":
        return not any(p.span.start == 0 for p in doc.places)
    ends = [span.end + 1 for span, _ in Phrases([(row["cue"], True)]).find(row["example"])]
    behind = [p for p in doc.places if any(p.span.start <= at < p.span.end for at in ends)]
    if row["kind"] == "division":
        return bool(behind) and behind[0].codes == ("US-WA",)
    return bool(behind) == (row["kind"] != "person")


def place_stop_holds(row: dict[str, str]) -> bool:
    start, end = where(row, row["phrase"])
    return not any(p.span.start < end and start < p.span.end for p in tagged(row["example"]).places)


@cache
def codes_by_name() -> dict[str, set[str]]:
    """All codes that the lists give a name: two countries are called Congo."""
    codes: dict[str, set[str]] = {}
    for table in ("countries", "regions", "cities", "organisations"):
        for row in rows_of(table):
            codes.setdefault(row["name"], set()).update(row[c] for c in ("code", "region", "country") if row.get(c))
    return codes


def place_holds(row: dict[str, str]) -> bool:
    """A name is found in its example, or a longer one that holds it, with a code that the lists give it."""
    start, end = where(row, row["name"])
    places = [p for p in tagged(row["example"]).places if p.span.start <= start and end <= p.span.end]
    own = codes_by_name()[row["name"]]
    return bool(places) and (not places[0].codes or not own.isdisjoint({*places[0].codes, places[0].country or ""}))


HOLDS: dict[str, Callable[[dict[str, str]], bool]] = {
    "abbreviations": abbreviation_holds,
    "sentence_starters": starter_holds,
    "furniture": furniture_holds,
    "pair_words": pair_word_holds,
    "place_cues": place_cue_holds,
    "place_stops": place_stop_holds,
    "countries": place_holds,
    "regions": place_holds,
    "cities": place_holds,
    "organisations": place_holds,
}


@pytest.mark.parametrize("table", HOLDS)
def test_each_row_does_what_its_example_shows(table: str) -> None:
    assert [row for row in rows_of(table) if not HOLDS[table](row)] == []


# --- the reader


@dataclass(frozen=True)
class Word:
    word: str
    known: bool
    example: str


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[Word, ...]]:
    """Reads a table of the given text."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("vnbilat_lib.lexicon.reader.files", lambda _: tmp_path)

    def read(text: str) -> tuple[Word, ...]:
        (tmp_path / "data" / "words.csv").write_text(text, encoding="utf-8")
        return read_table("words", Word)

    return read


def test_a_table_becomes_rows(table: Callable[[str], tuple[Word, ...]]) -> None:
    assert table('word,known,example\nhội đàm,yes,"Hai bên Hội đàm, rồi về."\n') == (
        Word("hội đàm", True, "Hai bên Hội đàm, rồi về."),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word,example\n", "words.csv:1: the columns must be word,known,example"),
        ("word,known,example\ngặp,maybe,Họ gặp nhau.\n", "words.csv:2: known cannot be 'maybe'"),
        ("word,known,example\ngặp,yes,Họ về.\n", "words.csv:2: the example must contain 'gặp'"),
        ("word,known,example\ngặp,yes,Họ gặp nhau, rồi về.\n", "words.csv:2: the row must have 3 cells"),
        ("word,known,example\ngặp,yes\n", "words.csv:2: the row must have 3 cells"),
    ],
)
def test_a_broken_table_is_told_with_its_line(table: Callable[[str], tuple[Word, ...]], text: str, message: str) -> None:
    with pytest.raises(VnbilatError, match=re.escape(message)):
        table(text)


def test_a_missing_table_is_told() -> None:
    with pytest.raises(VnbilatError, match=r"data/no_such_words\.csv"):
        read_table("no_such_words", Word)
