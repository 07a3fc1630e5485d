"""Countries, provinces, cities, blocs, organisations and pairs ("Việt - Trung", "hai nước") -> ISO codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Place, PlaceKind, Sentence, Span
from vnbilat_lib.match import Phrases, fold

_WORD_BEFORE = re.compile(r"([^\W_]++)[ ]$")
_TWO_WORDS_BEFORE = re.compile(r"([^\W_]++[ ][^\W_]++)[ ]$")
_CAPITAL_AFTER = re.compile(r"[ ](?=[^\W\d_])([^\W_]{1,20})")
_HYPHEN = re.compile(r"[ ]?-[ ]?")
_PAIR_LINK = re.compile(
    r"""
    [ ]?-[ ]?(?:tỉnh[ ]|bang[ ])?                                   # "Việt Nam - Vân Nam"
  | [ ](?:và|với|cùng)[ ](?:tỉnh[ ]|nước[ ]|phía[ ]|bang[ ]|chính[ ]phủ[ ])?   # "giữa Việt Nam với tỉnh Vân Nam"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"[,;][ ](?:và[ ])?$")
_BRACKET_COUNTRY = re.compile(r"[ ]?[(,][ ]?")
_ECONOMIES = frozenset({"country", "region", "bloc", "short"})


@dataclass(frozen=True, slots=True)
class _Name:
    """What a name in a word list stands for; `ambiguous` names ask for context."""

    kind: PlaceKind
    code: str
    country: str | None
    ambiguous: bool


@cache
def _names() -> tuple[tuple[str, _Name], ...]:
    """Every name of a place, the more likely reading of a name first."""
    found: list[tuple[str, _Name]] = []
    for c in lexicon.countries():
        if c.kind != "short":
            kind: PlaceKind = "bloc" if c.kind == "bloc" else "country"
            found.append((c.name, _Name(kind, c.code, c.code if len(c.code) == 2 else None, c.ambiguous)))
    capitals = [c for c in lexicon.cities() if c.kind == "capital"]
    found += [(c.name, _Name("city", c.region or c.country, c.country, c.ambiguous)) for c in capitals]
    cities = {(c.name, c.country) for c in lexicon.cities()}
    for r in lexicon.regions():
        region_kind: PlaceKind = "city" if (r.name, r.country) in cities else "region"
        found.append((r.name, _Name(region_kind, r.code, r.country, r.ambiguous)))
    found += [(c.name, _Name("city", c.region or c.country, c.country, c.ambiguous)) for c in lexicon.cities() if c.kind != "capital"]
    for o in lexicon.organisations():
        found.append((o.name, _Name("organisation", o.code or "", None, False)))
    return tuple(found)


@cache
def _gazetteer() -> Phrases[_Name | None]:
    """All names, with the phrases that hold a name and name no place (None)."""
    return Phrases([*_names(), *((row.phrase, None) for row in lexicon.place_stops())], cased=True)


@cache
def _headline_gazetteer() -> Phrases[_Name | None]:
    """Names for lines in capitals: those of more than one syllable."""
    return Phrases((name, value) for name, value in _names() if " " in name)


@cache
def _shorts() -> dict[str, str]:
    return {row.name: row.code for row in lexicon.countries() if row.kind == "short"}


@cache
def _short_pattern() -> re.Pattern[str]:
    """A short name beside a hyphen, or "Việt" alone, which may stand after "người", "hàng"."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, _shorts()), key=len, reverse=True))})(?!\w)")


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(fold(row.cue) for row in lexicon.place_cues() if row.kind == kind)


@cache
def _pair_words() -> Phrases[str]:
    return Phrases((row.phrase, row.level) for row in lexicon.pair_words())


def _word_cue(text: str, start: int, kind: str) -> bool:
    """Whether the word or the two words before `start` are a cue of `kind`."""
    before = text[max(0, start - 30) : start]
    one, two = _WORD_BEFORE.search(before), _TWO_WORDS_BEFORE.search(before)
    return bool(one and fold(one.group(1)) in _cues(kind) or two and fold(two.group(1)) in _cues(kind))


def _stands_in_name(text: str, span: Span) -> bool:
    """Whether capitals right before or after make the ambiguous name a part of a longer name: "Đặng Thị Nga", "Anh Tuấn"."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 20), span.start)
    if before and before.group(1)[0].isupper() and not before.group(1).isupper():
        # "Bộ Ngoại giao Đức" has a small letter before; "Tổng Thống Mỹ" is a title in capitals.
        return not _word_cue(text, span.start, "nation")
    after = _CAPITAL_AFTER.match(text, span.end)
    return bool(after and after.group(1)[0].isupper() and not after.group(1).isupper() and not _word_cue(text, span.start, "nation"))


def _is_place(text: str, span: Span) -> bool:
    """Whether an ambiguous name ("Anh", "Đức", "Hòa Bình") is a place where it stands.

    >>> t = "Thủ tướng Anh gặp ông Đức Anh."
    >>> _is_place(t, Span(10, 13)), _is_place(t, Span(26, 29))
    (True, False)
    """
    if _word_cue(text, span.start, "person"):
        return False
    if _stands_in_name(text, span):
        return False
    if _word_cue(text, span.start, "nation") or text[span.end : span.end + 1] in {",", ")", "-"} or text[span.start - 1 : span.start] == "(":
        return True
    return not _begins_sentence(text, span.start) or span.of(text) not in {"Anh"}  # "Anh cho biết": he says


def _is_region(text: str, span: Span) -> bool:
    """Whether an ambiguous name of a province or city is one where it stands: after "tỉnh", "tại", before a comma or bracket."""
    if _word_cue(text, span.start, "person"):
        return False
    if _word_cue(text, span.start, "where"):
        return True
    after = _CAPITAL_AFTER.match(text, span.end)
    if after and after.group(1)[0].isupper() or _stands_in_name(text, span):
        return False
    return _word_cue(text, span.start, "nation") or text[span.end : span.end + 1] in {",", ")"}


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:\n"


def _choose(text: str, span: Span, names: tuple[_Name, ...], nearby: set[str]) -> _Name:
    """The reading of a name that fits its neighbours: a country in brackets behind it, the country the article is about."""
    if len(names) == 1:
        return names[0]
    word = _WORD_BEFORE.search(text, max(0, span.start - 20), span.start)
    cue = fold(word.group(1)) if word else ""
    kinds = {"tỉnh": "region", "bang": "region", "phố": "city"}
    fitting = [n for n in names if n.kind == kinds.get(cue)] or list(names)
    near = [n for n in fitting if n.country in nearby]
    return (near or fitting)[0]


def _upper_lines(text: str) -> Iterator[Span]:
    """Lines in capitals: headlines."""
    at = 0
    for line in text.split("\n"):
        if len(line) > 12 and line.isupper():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _find_named(text: str) -> Iterator[Place]:
    """Places by their names in the word lists."""
    hits = list(_gazetteer().find(text))
    certain = {v.country for _, values in hits for v in values if v and v.kind == "country" and not v.ambiguous and v.country}
    for line in _upper_lines(text):
        hits += list(_headline_gazetteer().find(text, line.start, line.end))
    for span, values in sorted(hits, key=lambda h: (h[0].start, -h[0].end)):
        names = tuple(v for v in values if v is not None)
        if not names or None in values:
            continue
        name = _choose(text, span, names, certain - {"VN"})
        fits = _is_place if name.kind in {"country", "bloc"} else _is_region
        if name.ambiguous and not fits(text, span):
            continue
        yield Place(span, name.kind, (name.code,) if name.code else (), name.country)


def _find_shorts(text: str, places: list[Place]) -> Iterator[Place]:
    """Short names: in a pair beside another ("Việt - Trung", "Nga-Việt"), and "Việt" after "người", "hàng", "doanh nghiệp"."""
    starts, ends = {p.span.start for p in places}, {p.span.end for p in places}
    spans = [Span(*m.span()) for m in _short_pattern().finditer(text)]
    starts |= {s.start for s in spans}
    ends |= {s.end for s in spans}
    for span in spans:
        left, right = text[: span.start], _HYPHEN.match(text, span.end)
        hyphen = re.search(r"[ ]?-[ ]?$", left[-3:])
        paired = (right and right.end() in starts) or (hyphen and span.start - len(hyphen.group()) in ends)
        if paired or (span.of(text) == "Việt" and _word_cue(text, span.start, "short") and not _CAPITAL_AFTER.match(text, span.end)):
            code = _shorts()[span.of(text)]
            yield Place(span, "short", (code,), code)


def _without_overlap(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.span.start, -p.span.end)):
        if not (kept and place.span.start < kept[-1].span.end):
            kept.append(place)
    return kept


def _stated_pairs(text: str, places: list[Place]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where the text names two sides together, and their codes: "Việt Nam - Vân Nam", "giữa A và B"; not from lists of three."""
    economies = [p for p in places if p.kind in _ECONOMIES and p.codes]
    for a, b in pairwise(economies):
        link = text[a.span.end : b.span.start]
        if len(link) < 20 and _PAIR_LINK.fullmatch(link) and a.codes[0].split("-")[0] != b.codes[0].split("-")[0]:
            if not _LIST_BEFORE.search(text, max(0, a.span.start - 4), a.span.start):
                yield b.span.end, (a.codes[0], b.codes[0])


def _topic_pair(places: list[Place], sentences: tuple[Sentence, ...]) -> tuple[str, str] | None:
    """The two countries that the article names most, title and lead counting threefold; Vietnam is one if it is named at all."""
    heads = [s.span for s in sentences if s.part in {"title", "lead"}]
    count: Counter[str] = Counter()
    for place in places:
        code = place.country or (place.codes[0] if place.kind == "bloc" and place.codes else None)
        if code and code != "WLD":
            count[code] += 3 if any(place.span.within(h) for h in heads) else 1
    ranked = [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
    others = [code for code in ranked if code != "VN"]
    if not others or len(ranked) < 2:
        return ("VN", others[0]) if others else None
    return ("VN", others[0]) if "VN" in ranked[:3] else (ranked[0], ranked[1])


def _fits(pair: tuple[str, str], topic: tuple[str, str] | None, level: str) -> bool:
    """Whether a pair can be what "hai nước" or "hai bên" means: blocs only for "hai bên" where the article is about them."""
    blocs = [code for code in pair if len(code.split("-")[0]) != 2]
    return not blocs or (level != "country" and topic is not None and all(code in topic for code in blocs))


def _find_both(doc: Doc, places: list[Place]) -> Iterator[Place]:
    """ "hai nước", "hai bên", "song phương": the pair named last before, else the article's own pair."""
    stated = list(_stated_pairs(doc.text, places))
    topic = _topic_pair(places, doc.sentences)
    for span, (level, *_) in _pair_words().find(doc.text):
        before = [pair for at, pair in stated if at <= span.start and _fits(pair, topic, level)]
        pair = before[-1] if before else topic
        if pair and level == "country":
            pair = (pair[0].split("-")[0], pair[1].split("-")[0])
        country = pair[0][:2] if pair and len(pair[0].split("-")[0]) == 2 else None
        yield Place(span, "both", pair or (), country, "resolved")


def tag_places(doc: Doc) -> Doc:
    """The article with its places in text order, none overlapping, none in furniture."""
    furniture = [f.span for f in doc.furniture]
    named = [p for p in _find_named(doc.text) if not any(p.span.overlaps(f) for f in furniture)]
    named = _without_overlap([*named, *(p for p in _find_shorts(doc.text, named) if not any(p.span.overlaps(f) for f in furniture))])
    both = [p for p in _find_both(doc, named) if not any(p.span.overlaps(f) for f in furniture)]
    return replace(doc, places=tuple(_without_overlap(named + both)))
