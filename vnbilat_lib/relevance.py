"""Whether an article can hold a meeting or a trade figure: a cheap test that decides which articles are coded in full.

An article is relevant where, within REACH characters of a foreign name ("Hà Lan", "Quảng Tây", "ASEAN", "hai nước"), stand

- a cue of a meeting or visit ("tiếp", "hội đàm", "chuyến thăm", "hội nghị") and an office ("Thủ tướng", "Đại sứ"), or
- a trade metric ("xuất khẩu", "kim ngạch", "vốn đầu tư") and money or a rate ("tỷ USD", "%").

A weak verb of motion ("đến Hà Lan") must stand nearer. The words are those of the stages; no sentence is read. It keeps about one
in five of 17,664 articles of all subjects; tests/audit/README.md says what the others hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.match import Phrases

REACH = 160  # characters: about the length of a clause with its titles
MOTION_REACH = 60
_CUES = frozenset(
    {"meets", "meets-with", "encounter", "travels", "trip", "attends", "journey", "grants", "welcomes", "event", "gathering"}
)
_MONEY = frozenset({"currency", "currency_before", "currency_if_scaled", "percent"})
_SIGN = re.compile(r"[%$€£¥]")  # stuck to its number, so no phrase between word bounds

Entry = tuple[str, str]  # a phrase, and what it is


def _names() -> Iterator[Entry]:
    """Names of foreign economies, their parts and cities, organisations, and words for two sides; what only looks like one."""
    names = [row.name for row in lexicon.countries() if row.code not in {"VN", "WLD"} and row.kind != "short"]
    names += [row.name for row in lexicon.regions() if row.country != "VN"]
    names += [row.name for row in lexicon.cities() if row.country != "VN"]
    names += [row.name for row in lexicon.organisations()]
    both = [row.phrase for row in lexicon.pair_words() if row.level in {"country", "bilateral", "side"}]
    for phrases, kind in ((names, "foreign"), (both, "foreign"), ((row.phrase for row in lexicon.place_stops()), "none")):
        for phrase in phrases:
            yield from ((spelling, kind) for spelling in {phrase, phrase[0].upper() + phrase[1:], phrase.upper()})


def _words() -> Iterator[Entry]:
    """Cues of meetings and trade, offices, money; what holds the letters of one and is none."""
    for cue in lexicon.meeting_cues():
        kind = "cue" if cue.kind in _CUES else {"goes": "motion", "no-cue": "none"}.get(cue.kind)
        if kind:
            yield cue.phrase, kind
    for term in lexicon.trade_terms():
        if term.kind in {"metric", "stop"}:
            yield term.phrase, "metric" if term.kind == "metric" else "none"
    yield from ((row.title, "office") for row in lexicon.titles() if row.kind == "office")
    yield from ((row.phrase, "money") for row in lexicon.unit_words() if row.kind in _MONEY)


@cache
def _phrases() -> tuple[Phrases[str], Phrases[str]]:
    """Names, whose capitals count ("Anh" is a country, "anh" none), and words; "kim ngạch song phương" holds both."""
    return Phrases(_names(), cased=True), Phrases(_words())


def _find(text: str) -> dict[str, list[int]]:
    """Where the words of each kind begin, from left to right."""
    found: dict[str, list[int]] = {"foreign": [], "cue": [], "motion": [], "office": [], "metric": [], "money": [], "none": []}
    for phrases in _phrases():
        for span, values in phrases.find(text):
            for kind in values:
                found[kind].append(span.start)
    found["money"] = sorted([*found["money"], *(sign.start() for sign in _SIGN.finditer(text))])
    return found


def _near(places: list[int], at: int, reach: int = REACH) -> bool:
    first = bisect_left(places, at - reach)
    return first < len(places) and places[first] <= at + reach


def is_relevant(text: str) -> bool:
    """Whether the clean text of an article (as `normalize` gives it) can hold a meeting or a trade figure.

    >>> is_relevant("Chiều 15/8, Phó Thủ tướng tiếp Đại sứ Hà Lan."), is_relevant("Xuất khẩu gạo sang Ghana tăng 12%.")
    (True, True)
    >>> is_relevant("Giá rau tại chợ tăng 5%."), is_relevant("Anh gặp bạn ở Hà Lan.")
    (False, False)
    """
    found = _find(text.replace("\n", " "))  # lines may be broken anywhere
    foreign, offices, money = found["foreign"], found["office"], found["money"]
    return (
        any(_near(foreign, at) and _near(offices, at) for at in found["cue"])
        or any(_near(foreign, at, MOTION_REACH) and _near(offices, at, MOTION_REACH) for at in found["motion"])
        or any(_near(foreign, at) and _near(money, at) for at in found["metric"])
    )
