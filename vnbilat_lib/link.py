"""The same actor, meeting, claim and article across a corpus: keys, ids, and what is gathered over all articles."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

Row = list[Any]

FAMILIES = {"call": "call", "conference": "conference", "visit": "visit"}  # every other form is face to face
FORM_ORDER = ("talks", "audience", "reception", "meeting", "call", "conference", "visit")  # the most specific first
STATUS_ORDER = ("held", "planned", "cancelled")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
BETWEEN = re.compile(r"[\s_.,’'`–-]+")

WORD = re.compile(r"\w++")

SHINGLE = 5  # words
SKETCH = 64  # smallest hashes kept of an article
ANCHORS = 8  # of these, how many lead to earlier articles
LIKENESS = 0.8


SHARED = ("form", "status", "start", "end", "grain", "place", "country")  # what reports of one meeting may tell differently


class Naming(NamedTuple):
    """A person of an article, as actors are made of."""

    actor_id: str
    name: str
    role: str | None
    country: str | None
    mentions: int
    published: str | None


class Report(NamedTuple):
    """A meeting of an article, as events are made of; `names` are its participants', as JSON."""

    event_id: str
    doc_id: str
    form: str
    status: str
    start: str | None
    end: str | None
    grain: str | None
    place: str | None
    country: str | None
    names: str


def digest(prefix: str, *anchor: object) -> str:
    """A short id of `anchor` that does not depend on run, machine or order.

    >>> digest("m", "article-1", 17, 21) == digest("m", "article-1", 17, 21)
    True
    """
    text = "\x1f".join("" if part is None else str(part) for part in anchor)
    return f"{prefix}_{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def name_key(name: str) -> str:
    """A name's comparison form: case, hyphens and the place of the tone mark do not matter.

    >>> name_key("Trần Đại Hoà") == name_key("TRẦN ĐẠI HÒA"), name_key("Hào") == name_key("Hòa")
    (True, False)
    """
    syllables = []
    for syllable in BETWEEN.sub(" ", unicodedata.normalize("NFD", name.casefold())).split():
        tones = "".join(mark for mark in syllable if mark in TONES)
        syllables.append("".join(c for c in syllable if c not in TONES) + tones)
    return " ".join(syllables)


def actor_id(name: str, country: str | None) -> str:
    """The id of a person across articles: normalised name and country."""
    return digest("a", name_key(name), country)


def event_id(meeting_id: str, form: str, start: str | None, participants: Iterable[tuple[str, str | None]]) -> str:
    """The id of a meeting across articles: family of form, participants (name, country), first day; undated ones stay single."""
    if start is None:
        return digest("e", meeting_id)
    keys = sorted({f"{name_key(name)}|{country or ''}" for name, country in participants})
    return digest("e", FAMILIES.get(form, "face"), start, *keys)


def claim_id(figure: dict[str, Any]) -> str:
    """The id of a claim across articles: metric, pair (of trade in either order), period, amount or rate, status, commodity."""
    pair = [figure["reporter"], figure["partner"]]
    if figure["metric"] == "trade":
        pair.sort()
    said = (
        [figure["amount"], figure["amount_max"], figure["currency"]] if figure["amount"] is not None else [figure["change_pct"]]
    )
    return digest("c", figure["metric"], *pair, figure["start"], figure["end"], *said, figure["status"], figure["commodity"])


def to_actor(rows: Iterable[Naming]) -> Row:
    """The row of actors that one actor's persons make together: commonest spelling first, days from first to last."""
    names, roles, days = Counter[str](), Counter[str](), set[str]()
    articles = mentions = 0
    for row in rows:
        names[row.name] += row.mentions or 1
        if row.role:
            roles[row.role] += 1
        if row.published:
            days = {min({row.published, *days}), max({row.published, *days})}
        articles, mentions = articles + 1, mentions + row.mentions
    name, *aliases = _ranked(names)
    first, last = (min(days), max(days)) if days else (None, None)
    return [row.actor_id, name, row.country, aliases, _ranked(roles), first, last, articles, mentions]


def to_event(rows: Iterable[Report]) -> Row:
    """The row of events that the reports of one meeting make together, given in the corpus's order."""
    values: dict[str, Counter[Any]] = {column: Counter() for column in SHARED}
    docs, first = set[str](), None
    for row in rows:
        first = first or row
        docs.add(row.doc_id)
        for column in SHARED:
            if (value := getattr(row, column)) is not None:
                values[column][value] += 1
    assert first is not None
    form = min(values["form"], key=FORM_ORDER.index)
    status = min(values["status"], key=lambda value: (-values["status"][value], STATUS_ORDER.index(value)))
    common = [_commonest(values[column]) for column in SHARED[2:]]
    return [first.event_id, form, status, *common, json.loads(first.names), len(docs), first.doc_id]


def _ranked(counts: Counter[str]) -> list[str]:
    """The keys, the commonest first, equal ones in the order of their letters."""
    return sorted(counts, key=lambda value: (-counts[value], value))


def _commonest(counts: Counter[str]) -> str | None:
    return _ranked(counts)[0] if counts else None


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's runs of five words, in order: near-copies have most of them in common.

    >>> sketch("Chiều 15/8, Phó Thủ tướng tiếp Bí thư.") == sketch("CHIỀU 15/8 Phó Thủ tướng tiếp Bí thư")
    True
    """
    words = [number for number in map(_number, text.split()) if number is not None]
    runs = zip(*(words[shift:] for shift in range(min(SHINGLE, len(words)))), strict=False)
    return tuple(sorted(set(map(hash, runs)))[:SKETCH])  # of whole numbers: the same on every run, unlike that of strings


@lru_cache(maxsize=1 << 15)
def _number(token: str) -> int | None:
    """A number for a word without regard to capitals and to marks around it; None where it has no letter or digit."""
    word = "".join(WORD.findall(token.casefold()))
    return zlib.crc32(word.encode("utf-8", "replace")) if word else None


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate of the share of runs that two texts have in common, from their sketches.

    >>> likeness((1, 2, 3), (1, 2, 3)), likeness((1, 2), (3, 4))
    (1.0, 0.0)
    """
    union = sorted({*one, *other})[:SKETCH]
    return len(set(union).intersection(one).intersection(other)) / len(union) if union else 0.0
