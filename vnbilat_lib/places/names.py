"""Places by their names: which readings of a name the word lists know, and whether it is a place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Place, PlaceKind, Span
from vnbilat_lib.letters import UPPER, is_syllable
from vnbilat_lib.match import Phrases, fold

_BEFORE = re.compile(r"(?:[^\W_]{1,20}+[ ]){1,4}\Z")
_AFTER = re.compile(r"[ ](?=[^\W\d_])([^\W_]{1,20}(?:-[^\W_]{1,20}){0,3})")
_CAPITAL_NEXT = re.compile(rf"[ ][{UPPER}]")
_HYPHEN = re.compile(r"[ ]?-[ ]?")
_HYPHEN_BEFORE = re.compile(r"[ ]?-[ ]?\Z")
_COMMA_BEFORE = re.compile(rf"[{UPPER}][^\W_]{{0,20}}, \Z")
_NEAR = 120  # as far as a country named beside a name tells which of two provinces is meant


@dataclass(frozen=True, slots=True)
class Name:
    """What a name in a word list stands for; an `ambiguous` one asks for context; a `division` is a province or state."""

    kind: PlaceKind
    code: str
    country: str | None
    ambiguous: bool
    division: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name of the lists in the text, with its readings; none of a phrase that holds a name and names no place."""

    span: Span
    names: tuple[Name, ...]
    text: str
    in_capitals: bool = False


@cache
def _names() -> tuple[tuple[str, Name], ...]:
    """Every name of a place, the more likely reading of a name first."""
    found: list[tuple[str, Name]] = []
    for c in lexicon.countries():
        if c.kind != "short":
            value = Name("bloc", c.code, None, c.ambiguous) if c.kind == "bloc" else Name("country", c.code, c.code, c.ambiguous)
            found.append((c.name, value))
    cities = {(c.name, c.country) for c in lexicon.cities()}
    named = [(c.kind, c.name, Name("city", c.region or c.country, c.country, c.ambiguous)) for c in lexicon.cities()]
    found += [(name, value) for kind, name, value in named if kind == "capital"]
    for r in lexicon.regions():
        both = (r.name, r.country) in cities
        found.append((r.name, Name("city" if both else "region", r.code, r.country, r.ambiguous, division=True)))
    found += [(name, value) for kind, name, value in named if kind != "capital"]
    found += [(o.name, Name("organisation", o.code or "", None, ambiguous=False)) for o in lexicon.organisations()]
    return tuple(found)


@cache
def _gazetteer() -> Phrases[Name | None]:
    """All names, with the phrases that hold a name and name no place (None)."""
    return Phrases([*_names(), *((row.phrase, None) for row in lexicon.place_stops())], cased=True)


@cache
def _headline_gazetteer() -> Phrases[Name | None]:
    """Names for lines in capitals: those of more than one syllable."""
    return Phrases((name, value) for name, value in _names() if " " in name)


@cache
def _shorts() -> dict[str, str]:
    return {row.name: row.code for row in lexicon.countries() if row.kind == "short"}


@cache
def _short_pattern() -> re.Pattern[str]:
    """A short name of a country: "Việt", "Trung"."""
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _shorts()), key=len, reverse=True))})(?!\w)")


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(fold(row.cue) for row in lexicon.place_cues() if row.kind == kind)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row.surname for row in lexicon.surnames())


@cache
def _all_cues() -> frozenset[str]:
    return frozenset(fold(row.cue) for row in lexicon.place_cues() if row.kind != "word")


class _Context:
    """The words around a name; `cue` is the longest cue that ends right before it, else the word before it."""

    __slots__ = ("after", "before_at", "cue", "one", "words")

    def __init__(self, text: str, span: Span) -> None:
        begin = max(0, span.start - 44)
        before = _BEFORE.search(text[begin : span.start])
        self.words = before.group().split() if before else []
        self.one = self.words[-1] if self.words else ""
        self.before_at = span.start - len(self.one) - 1
        plain = fold(" ".join(self.words)).split()
        tails = (" ".join(plain[k:]) for k in range(len(plain)))
        self.cue = next((tail for tail in tails if tail in _all_cues()), plain[-1] if plain else "")
        after = _AFTER.match(text, span.end)
        self.after = after.group(1) if after else ""

    def has(self, kind: str) -> bool:
        """Whether the words before the name are a cue of `kind`."""
        return self.cue in _cues(kind)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Where places begin and end: `starts` of certain names, `ends` of those accepted so far, and what a hyphen may join."""

    starts: frozenset[int]
    ends: set[int]
    pair_starts: frozenset[int]
    pair_ends: frozenset[int]


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word that begins at `start` begins its sentence."""
    before = text[max(0, start - 4) : start].rstrip(" \"'(-")
    return not before or before[-1] in ".!?…:\n"


def _capital_before(text: str, context: _Context, hit: _Hit, bounds: _Bounds) -> bool:
    """Whether the capitalised word before makes the name a part of a longer one: "Đặng Thị Nga", but not "Lính Đức"."""
    word = context.one
    if not word or not word[0].isupper() or (word.isupper() and len(word) > 1) or hit.span.start - 1 in bounds.ends:
        return False
    if context.has("office"):
        return False
    known = context.has("nation") or context.has("where")
    return not (known and (" " in context.cue or begins_sentence(text, context.before_at)))


def _is_division(hit: _Hit) -> bool:
    """Whether the name is a province's or a city's, not a country's."""
    return all(name.kind in {"region", "city"} for name in hit.names)


def _capital_after(context: _Context, hit: _Hit, bounds: _Bounds) -> bool:
    """Whether a word with a capital goes on with the name: "Anh Tuấn", "Vladimir Putin"; not "Anh Theresa May"."""
    word = context.after
    if not word or not word[0].isupper() or word.isupper() or hit.span.end + 1 in bounds.starts:
        return False
    if not is_syllable(word):
        return _is_division(hit)
    return not (context.has("seat") and word in _surnames())  # "Đại sứ tại Pháp Nguyễn Minh Sơn"


def _in_list(text: str, hit: _Hit, bounds: _Bounds, *, strict: bool) -> bool:
    """Whether marks around the name show a list, an address, a pair: "(Anh)", "London, Anh nói", "Việt - Anh"."""
    start, end = hit.span.start, hit.span.end
    left, right = _HYPHEN_BEFORE.search(text[max(0, start - 3) : start]), _HYPHEN.match(text, end)
    joint = start - len(left.group()) if left else -1
    if joint in bounds.ends or joint in bounds.pair_ends or (right and right.end() in bounds.pair_starts):
        return True
    if text[start - 2 : start] == ", " and start - 2 in bounds.ends:
        return True
    opened = text[start - 1 : start] == "("
    if strict:
        return opened and text[end : end + 1] in {",", ")"}
    return opened or text[end : end + 1] in {",", ")"} or text.startswith("...", end)


def _judge(text: str, hit: _Hit, bounds: _Bounds) -> bool | None:
    """Whether an ambiguous name is a place where it stands; None where its neighbours do not tell."""
    context = _Context(text, hit.span)
    division = _is_division(hit)
    ordinary = fold(hit.text) in _cues("word")
    if context.has("person"):
        return False
    if hit.in_capitals or (division and context.has("where")):
        return True
    if _capital_before(text, context, hit, bounds) or (not context.has("office") and _capital_after(context, hit, bounds)):
        return False
    if ordinary and begins_sentence(text, hit.span.start):
        return False
    if (context.has("office") and not division) or (context.has("nation") and not (division and ordinary)):
        return True
    if _in_list(text, hit, bounds, strict=ordinary):
        return True
    return True if division and _stands_for_province(text, hit.span) else None


def _stands_for_province(text: str, span: Span) -> bool:
    """Whether marks show a province: "huyện Bình Lục, Hà Nam", "Hà Nam (100%)", "Hà Nam: Đàn lợn ..." as a headline."""
    if _COMMA_BEFORE.search(text[max(0, span.start - 24) : span.start]) or text.startswith(" (", span.end):
        return True
    return text.startswith(":", span.end) and begins_sentence(text, span.start)


def _upper_lines(text: str) -> Iterator[Span]:
    """Lines in capitals: headlines."""
    at = 0
    for line in text.split("\n"):
        if len(line) > 12 and line.isupper():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _find_hits(text: str) -> list[_Hit]:
    """The names of the lists in the text, leftmost and longest."""
    found = [(span, values, False) for span, values in _gazetteer().find(text)]
    for line in _upper_lines(text):
        found += [(span, values, True) for span, values in _headline_gazetteer().find(text, line.start, line.end)]
    hits: list[_Hit] = []
    for span, values, in_capitals in sorted(found, key=lambda hit: (hit[0].start, -hit[0].end)):
        if not (hits and span.start < hits[-1].span.end):
            names = () if None in values else tuple(v for v in values if v is not None)
            hits.append(_Hit(span, names, span.of(text), in_capitals))
    return hits


def _accepted(text: str, hits: list[_Hit], shorts: list[Span]) -> list[_Hit]:
    """The hits that are places; an ambiguous name whose neighbours do not tell follows its other mentions in the article."""
    places = [h for h in hits if h.names]
    bounds = _Bounds(
        starts=frozenset(h.span.start for h in places if not any(n.ambiguous for n in h.names)),
        ends={h.span.end for h in hits if not h.names},
        pair_starts=frozenset([*(s.start for s in shorts), *(h.span.start for h in places if not _is_division(h))]),
        pair_ends=frozenset(s.end for s in shorts),
    )
    verdicts: list[bool | None] = []
    for hit in places:
        verdicts.append(True if hit.span.start in bounds.starts else _judge(text, hit, bounds))
        if verdicts[-1]:
            bounds.ends.add(hit.span.end)
    for_it = Counter(h.text for h, verdict in zip(places, verdicts, strict=True) if verdict)
    against = Counter(h.text for h, verdict in zip(places, verdicts, strict=True) if verdict is False)
    accepted = []
    for hit, verdict in zip(places, verdicts, strict=True):
        vietnamese = _is_division(hit) and all(map(is_syllable, hit.text.split()))
        careful = vietnamese or fold(hit.text) in _cues("word")
        if verdict or (verdict is None and for_it[hit.text] >= against[hit.text] + careful):
            accepted.append(hit)
    return accepted


def _choose(text: str, hit: _Hit, anchors: list[tuple[int, Name]]) -> Name:
    """The reading of a name that fits its neighbours: "bang Washington"; the country in brackets or nearest by."""
    names = hit.names
    if len(names) == 1:
        return names[0]
    if _Context(text, hit.span).has("division"):
        names = tuple(n for n in names if n.division) or names
    if len({n.country for n in names}) == 1:
        return names[0]
    near = [(abs(at - hit.span.start), name.country) for at, name in anchors if any(n.country == name.country for n in names)]
    if not near:
        return names[0]
    distance, country = min(near, key=lambda item: item[0])
    if distance > _NEAR:
        weight = Counter(name.country for _, name in anchors for _ in range(2 if name.kind == "region" else 1))
        country = max((n.country for n in names), key=lambda c: weight[c])
    return next(n for n in names if n.country == country)


def find_named(text: str) -> list[Place]:
    """Places by their names in the word lists, and by the short names of countries.

    >>> [p.codes[0] for p in find_named("Thủ tướng Anh gặp ông Đức Anh tại bang Georgia.")]
    ['GB', 'US-GA']
    """
    hits = _find_hits(text)
    shorts = _find_short_names(text, hits)
    accepted = _accepted(text, hits, shorts)
    several = any(len(h.names) > 1 for h in accepted)
    anchors = [(h.span.start, h.names[0]) for h in accepted if len({n.country for n in h.names}) == 1] if several else []
    places = []
    for hit in accepted:
        name = _choose(text, hit, anchors)
        places.append(Place(hit.span, name.kind, (name.code,) if name.code else (), name.country))
    return [*places, *_find_shorts(text, places, shorts)]


def _find_short_names(text: str, hits: list[_Hit]) -> list[Span]:
    """Short names of countries outside the names of the lists."""
    spans = [Span(*m.span()) for m in _short_pattern().finditer(text) if not text[m.start() - 1 : m.start()].isalnum()]
    starts = [h.span.start for h in hits] if spans else []
    return [s for s in spans if not ((k := bisect_right(starts, s.start)) and s.start < hits[k - 1].span.end)]


def _find_shorts(text: str, places: list[Place], shorts: list[Span]) -> Iterator[Place]:
    """Short names: beside another by a hyphen ("Việt - Trung", "Mỹ-Trung-Nhật"), and "Việt" after "người", "hàng"."""
    starts = {p.span.start for p in places} | {s.start for s in shorts} if shorts else set()
    ends = {p.span.end for p in places} | {s.end for s in shorts} if shorts else set()
    for span in shorts:
        right, left = _HYPHEN.match(text, span.end), _HYPHEN_BEFORE.search(text[max(0, span.start - 3) : span.start])
        paired = (right and right.end() in starts) or (left and span.start - len(left.group()) in ends)
        code = _shorts()[span.of(text)]
        home = code == "VN" and _Context(text, span).has("short") and not _CAPITAL_NEXT.match(text, span.end)
        if paired or home:
            yield Place(span, "short", (code,), code)
