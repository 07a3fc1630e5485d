"""Looks for texts on which `analyze` fails: mutations of the seeds and of the word lists' examples, checked by properties.

    python tests/fuzz.py --seconds 3600 [--seed 1]

Every text must be coded without an exception, every span must lie in the text and lead into the raw text, and the record must be written. A text that
fails is printed, with its seed and number, so that it can be made again. pytest runs it for half a minute (test_fuzz.py).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vnbilat_lib import dataset, pipeline
from vnbilat_lib.doc import Article, Doc, Span

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = frozenset({"article", "raw", "text", "alignment"})  # of a Doc: they hold no spans of the clean text
ODD = (
    " ", "  ", "\n", "\r\n", "\t", "\xa0", "\u200b", "\u00ad", "\ufeff", "\u0301", "\u0323", "\x00", "\ufffd", "\u202e", "İ", "ß", "ﬁ", "…", "😀", "中", "ไทย",
    "&nbsp;", "&#0;", "&amp;quot;", "<b>", "_", "__", "-", "–", "/", "//", ".", "..", ",", ";", ":", "?", "!", "(", ")", "[", "]", '"', "“", "”", "'", "*", "|",
    "%", "$", "€", "0", "1/1", "31/12", "30/2/2017", "29/2/2019", "00:00", "9" * 30, "1.234,5", "1,5.6,7", "1e9", "0,0", "-5", "10-12", "IV", "năm 0", "năm 9999",
    "tháng 13", "quý 5", "thế kỷ 21", "100%", "tỷ tỷ tỷ", "nghìn tỷ tỷ USD", "gấp 0 lần", "giảm 500%", "=1+1", "@", "#", "http://a.vn/?x=1", "a@b.vn",
)  # fmt: skip


@cache
def material() -> tuple[str, ...]:
    """Texts to begin with: the seeds, and the example sentences of the word lists."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for table in sorted((ROOT / "vnbilat_lib" / "data").glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            texts += [row["example"] for row in csv.DictReader(lines) if row.get("example")]
    return tuple(texts)


@cache
def words() -> tuple[str, ...]:
    """The entries of the word lists."""
    found: dict[str, None] = {}
    for table in sorted((ROOT / "vnbilat_lib" / "data").glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            found |= {
                value: None
                for row in csv.DictReader(lines)
                for key, value in row.items()
                if value and key != "example" and len(value) < 40
            }
    return tuple(found)


def _insert(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    new = dice.choice(ODD) if dice.random() < 0.5 else f" {dice.choice(words())} "
    return text[:at] + new * dice.choice((1, 1, 1, 2, 5, 40)) + text[at:]


def _delete(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + text[at + dice.choice((1, 1, 3, 10, 50)) :]


def _repeat(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    end = at + dice.choice((1, 5, 20, 80))
    return text[:end] + text[at:end] * dice.randint(1, 4) + text[end:]


def _swap(text: str, dice: random.Random) -> str:
    tokens = text.split(" ")
    one, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return " ".join(tokens)


def _splice(text: str, dice: random.Random) -> str:
    other = dice.choice(material())
    at, cut = dice.randint(0, len(text)), dice.randint(0, len(other))
    return text[:at] + dice.choice(("", " ", ", ", "\n")) + other[cut : cut + 300] + dice.choice(("", text[at:]))


def _respell(text: str, dice: random.Random) -> str:
    change: Callable[[str], str] = dice.choice(
        (
            str.upper, str.lower, str.title, str.swapcase,
            lambda t: unicodedata.normalize("NFD", t), lambda t: unicodedata.normalize("NFKD", t),
            lambda t: t.replace(" ", "_"), lambda t: t.replace(" ", ""), lambda t: t.replace(". ", "."), lambda t: t.replace(" ", "\n"), lambda t: t[::-1],
        )
    )  # fmt: skip
    at = dice.randint(0, len(text))
    end = at + dice.choice((5, 50, 500))
    return text[:at] + change(text[at:end]) + text[end:]


MUTATIONS = (_insert, _insert, _insert, _delete, _repeat, _swap, _splice, _splice, _respell)


def make_text(dice: random.Random) -> str:
    """A text to try."""
    text = "".join(dice.choice(material()) + dice.choice((" ", " ", "\n", "")) for _ in range(dice.choice((1, 1, 2, 4, 8))))[
        :4000
    ]
    for _ in range(dice.choice((0, 1, 2, 4, 8, 16))):
        text = dice.choice(MUTATIONS)(text, dice)
    return text[:20_000]


def find_spans(value: Any) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from find_spans(item)
    elif is_dataclass(value):
        for one in fields(value):
            if not (isinstance(value, Doc) and one.name in SKIPPED):
                yield from find_spans(getattr(value, one.name))


def check(article: Article) -> None:
    """Raises where the article is not coded as it must be."""
    doc = pipeline.analyze(article)
    for span in find_spans(doc):
        assert 0 <= span.start <= span.end <= len(doc.text), span
        start, end = doc.raw_span(span)
        assert 0 <= start <= end <= len(doc.raw), (span, start, end)
    for meeting in doc.meetings:
        assert doc.quote(meeting.quote) in doc.raw
        assert meeting.start is None or meeting.end is None or meeting.start <= meeting.end, meeting
    for figure in doc.trade_figures:
        assert doc.quote(figure.quote) in doc.raw
    json.dumps(dataset.to_record(doc, "coded"))


def fuzz(seconds: float, seed: int, *, told: Callable[[str], object] = print) -> tuple[int, list[tuple[int, str, str]]]:
    """Tries texts for a time; gives how many, and those that failed: number, error, text."""
    until, number, failed = time.monotonic() + seconds, 0, list[tuple[int, str, str]]()
    seen: set[str] = set()
    while time.monotonic() < until:
        number += 1
        dice = random.Random(f"{seed}-{number}")
        text = make_text(dice)
        title = dice.choice((None, None, dice.choice(material())[:120]))
        try:
            check(Article("fuzz", text, title=title))
        except Exception as error:  # noqa: BLE001 - any failure is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__} {place.filename.rsplit('/', 1)[-1]}:{place.lineno} {str(error)[:120]}"
            failed.append((number, what, text))
            if what.split(" ")[1] not in seen:
                seen.add(what.split(" ")[1])
                told(f"seed {seed} number {number}: {what}\n{text[:3000]!r}")
    return number, failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    number, failed = fuzz(options.seconds, options.seed)
    print(f"{number} texts in {options.seconds:.0f} s, {len(failed)} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
