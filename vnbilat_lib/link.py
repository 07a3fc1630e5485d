"""The same actor, meeting, claim and article across a corpus: keys, ids, and what is gathered over all articles."""

from __future__ import annotations

import hashlib
import heapq
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

Row = list[Any]

FAMILIES = {"call": "call", "conference": "conference", "visit": "visit"}  # every other form is face to face
FORM_ORDER = ("talks", "audience", "reception", "meeting", "call", "conference", "visit")  # the most specific first
STATUS_ORDER = ("held", "planned", "cancelled")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
BETWEEN = re.compile(r"[\s_.,’'`–-]+")

WORD = re.compile(r"\w++")

SHINGLE = 5  # words
SKETCH = 64  # smallest hashes kept of an article
ANCHORS = 8  # of these, how many lead to candidates
LIKENESS = 0.8


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


@dataclass(slots=True)
class _Actor:
    country: str | None
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    days: list[str] = field(default_factory=list)
    articles: int = 0
    mentions: int = 0


@dataclass(slots=True)
class _Event:
    participants: list[str]
    first_doc_id: str
    last_doc_id: str
    reports: int = 1
    values: dict[str, Counter[Any]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(slots=True)
class Gathered:
    """The actors and events of the articles seen so far, fed in the corpus's order."""

    actors: dict[str, _Actor] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)

    def add_person(self, person: dict[str, Any], published: str | None) -> None:
        """A row of persons, of an article that came out on `published`."""
        actor = self.actors.setdefault(person["actor_id"], _Actor(person["country"]))
        actor.names[person["name"]] += person["mentions"] or 1
        actor.articles += 1
        actor.mentions += person["mentions"]
        if person["role"]:
            actor.roles[person["role"]] += 1
        if published:
            actor.days = [min([published, *actor.days]), max([published, *actor.days])]

    def add_meeting(self, meeting: dict[str, Any], participants: list[str]) -> None:
        """A row of meetings with its participants' names."""
        doc_id = meeting["doc_id"]
        event = self.events.get(meeting["event_id"])
        if event is None:
            event = self.events[meeting["event_id"]] = _Event(participants, doc_id, doc_id)
        elif event.last_doc_id != doc_id:
            event.reports, event.last_doc_id = event.reports + 1, doc_id
        for column in ("form", "status", "start", "end", "grain", "place", "country"):
            if meeting[column] is not None:
                event.values[column][meeting[column]] += 1

    def actor_rows(self) -> Iterator[Row]:
        """The rows of actors, by id."""
        for key, actor in sorted(self.actors.items()):
            name, *aliases = _ranked(actor.names)
            first, last = (actor.days[0], actor.days[-1]) if actor.days else (None, None)
            yield [key, name, actor.country, aliases, _ranked(actor.roles), first, last, actor.articles, actor.mentions]

    def event_rows(self) -> Iterator[Row]:
        """The rows of events, by first day, then id; undated ones last."""
        for key, event in sorted(self.events.items(), key=lambda pair: (min(pair[1].values["start"], default="9999"), pair[0])):
            values = event.values
            form = min(values["form"], key=FORM_ORDER.index)
            status = min(values["status"], key=lambda value: (-values["status"][value], STATUS_ORDER.index(value)))
            common = [_commonest(values[column]) for column in ("start", "end", "grain", "place", "country")]
            yield [key, form, status, *common, event.participants, event.reports, event.first_doc_id]


def _ranked(counts: Counter[str]) -> list[str]:
    """The keys, the commonest first, equal ones in the order of their letters."""
    return sorted(counts, key=lambda value: (-counts[value], value))


def _commonest(counts: Counter[str]) -> str | None:
    return _ranked(counts)[0] if counts else None


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's runs of five words: near-copies have most of them in common.

    >>> sketch("Chiều 15/8, Phó Thủ tướng tiếp Bí thư.") == sketch("CHIỀU 15/8 Phó Thủ tướng tiếp Bí thư")
    True
    """
    words = [zlib.crc32(word.encode("utf-8", "replace")) for word in WORD.findall(text.casefold())]
    runs = zip(*(words[shift:] for shift in range(min(SHINGLE, len(words)))), strict=False)
    return tuple(heapq.nsmallest(SKETCH, set(map(hash, runs))))  # of whole numbers: the same on every run, unlike that of strings


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate of the share of runs that two texts have in common, from their sketches.

    >>> likeness((1, 2, 3), (1, 2, 3)), likeness((1, 2), (3, 4))
    (1.0, 0.0)
    """
    union = set(heapq.nsmallest(SKETCH, {*one, *other}))
    return len(union.intersection(one).intersection(other)) / len(union) if union else 0.0


@dataclass(slots=True)
class Originals:
    """The articles seen so far that are no copies: `find` tells the earlier article that a text copies."""

    by_anchor: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    seen: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)

    def find(self, doc_id: str, hashes: Sequence[int]) -> str | None:
        """The original of the article, None where it is one itself (it is then remembered)."""
        anchors = hashes[:ANCHORS]
        candidates = Counter(place for anchor in anchors for place in self.by_anchor.get(anchor, ()))
        for place, _ in islice(sorted(candidates.items(), key=lambda pair: (-pair[1], pair[0])), 20):
            original, other = self.seen[place]
            if likeness(hashes, other) >= LIKENESS:
                return original
        for anchor in anchors:
            self.by_anchor[anchor].append(len(self.seen))
        self.seen.append((doc_id, tuple(hashes)))
        return None
