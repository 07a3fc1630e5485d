"""What "hai nước", "hai bên", "song phương", "hai tỉnh" mean: the two sides that the text has named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Place, Span
from vnbilat_lib.match import Phrases

Pair = tuple[str, str]

_LINK = re.compile(
    r"""
    [ ]?-[ ]?(?:tỉnh[ ]|bang[ ])?                                                # "Việt Nam - Vân Nam"
  | [ ](?:và|với|cùng)[ ](?:tỉnh[ ]|nước[ ]|phía[ ]|bang[ ]|chính[ ]phủ[ ])?     # "giữa Việt Nam với tỉnh Vân Nam"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"(?:[,;][ ](?:và[ ])?|[ ]?-[ ]?)\Z")
_WITH = re.compile(r"[ ](?:với|giữa)[ ](?:(?:phía|nước|chính[ ]phủ)[ ])?", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"(?:([^\W_]{1,10}+)[ ])?([^\W_]{1,20}+)[ ]\Z")
_LIST_AFTER = re.compile(r"(?:,[ ](?:và[ ])?|[ ]?-[ ]?|[ ]và[ ])")
_APPOSED = re.compile(
    r"[ ]?(?:[:(,-][ ]?|là[ ]|gồm[ ]|của[ ]|[^\n,.;:]{2,20}[ ](?:là|gồm)[ ])?(?:tỉnh[ ]|thành[ ]phố[ ]|nước[ ])?", re.IGNORECASE
)
_APPOSED_AND = re.compile(r"[ ]?(?:-|,|và|với|cùng)[ ]?(?:tỉnh[ ]|thành[ ]phố[ ]|nước[ ])?", re.IGNORECASE)
_ECONOMIES = frozenset({"country", "region", "bloc", "short"})
_REGIONS = frozenset({"region", "city"})
_REACH = 60  # as far behind "hai nước" its two names begin
_HEADS = frozenset({"title", "lead"})


@dataclass(frozen=True, slots=True)
class _Side:
    """An economy where it is named."""

    start: int
    end: int
    code: str

    @property
    def land(self) -> str:
        """The country of a province; a bloc's own code."""
        return self.code.partition("-")[0]


@cache
def _pair_words() -> Phrases[str]:
    return Phrases((row.phrase, row.level) for row in lexicon.pair_words())


@cache
def _blocs() -> frozenset[str]:
    return frozenset(row.code for row in lexicon.countries() if row.kind == "bloc")


def _is_bloc(code: str) -> bool:
    return code in _blocs()


@cache
def _capitals() -> frozenset[str]:
    """Capitals that stand for their governments ("Moscow", "Bình Nhưỡng"); at home Hà Nội is more often the city."""
    return frozenset(row.name for row in lexicon.cities() if row.kind == "capital" and row.country != "VN")


@cache
def _before_city() -> frozenset[str]:
    """Words before a capital that is a city and no government: "tại", "thủ đô"."""
    return frozenset(row.cue for row in lexicon.place_cues() if row.kind in {"where", "seat"})


@cache
def _locatives() -> frozenset[str]:
    return frozenset(row.cue for row in lexicon.place_cues() if row.kind == "seat")


def _stands_for_government(text: str, place: Place, before: str) -> bool:
    """Whether a capital is meant as the government there: "Moscow phản đối", not "tại Moscow", "Tokyo, Nhật Bản"."""
    if place.kind != "city" or place.span.of(text) not in _capitals() or before in _before_city():
        return False
    return not text.startswith((", ", " ("), place.span.end)


def _sides(text: str, places: Sequence[Place]) -> list[_Side]:
    """The economies in their order, with the capitals that stand for one; not a province where people meet: "ở Florida"."""
    sides = []
    for place in places:
        start, end = place.span.start, place.span.end
        before = _WORDS_BEFORE.search(text[max(0, start - 32) : start])
        two, one = before.groups("") if before else ("", "")
        if place.kind in _ECONOMIES and place.codes and place.codes[0] != "WLD":
            if "-" not in place.codes[0] or not {one, two} & _locatives():
                sides.append(_Side(start, end, place.codes[0]))
        elif place.country and _stands_for_government(text, place, one):
            sides.append(_Side(start, end, place.country))
    return sides


def _stated_pairs(text: str, sides: list[_Side]) -> list[tuple[int, Pair]]:
    """Where the text names two sides together, and their codes: "Việt Nam - Vân Nam", "giữa A và B"; not from lists of three."""
    starts, ends = {s.start for s in sides}, {s.end for s in sides}
    found = []
    for a, b in pairwise(sides):
        if b.start - a.end >= 20 or a.land == b.land or not _LINK.fullmatch(text, a.end, b.start):
            continue
        earlier, further = _LIST_BEFORE.search(text[max(0, a.start - 6) : a.start]), _LIST_AFTER.match(text, b.end)
        if earlier and "-" in text[a.end : b.start] and "-" not in earlier.group():
            earlier = None  # "Nga, Việt - Trung"
        listed = (earlier and a.start - len(earlier.group()) in ends) or (further and further.end() in starts)
        if not listed:
            found.append((b.end, (a.code, b.code)))
    return found


def _topic(doc: Doc, places: Sequence[Place]) -> list[str]:
    """The countries and blocs that the article is about, the most named first; title and lead count threefold."""
    heads = [s.span for s in doc.sentences if s.part in _HEADS]
    reach = max((h.end for h in heads), default=0)
    count: Counter[str] = Counter()
    for place in places:
        code = place.country or (place.codes[0] if place.kind == "bloc" and place.codes else None)
        if code and code != "WLD":
            in_head = place.span.start < reach and any(place.span.within(h) for h in heads)
            count[code] += 3 if in_head else 1
    return [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0] != "VN", item[0]))]


def _topic_pair(ranked: list[str]) -> Pair | None:
    """The article's own pair: Vietnam is one side if it is named at all, and the only foreign country's partner."""
    others = [code for code in ranked if code != "VN"]
    if not others:
        return None
    return ("VN", others[0]) if "VN" in ranked[:3] or len(others) == 1 else (ranked[0], ranked[1])


class _Discourse:
    """The sides in their order, with the pairs that the text states, and what the article is about."""

    __slots__ = ("bounds", "countries", "doc", "ranked", "sides", "starts", "stated", "stated_at", "topic")

    def __init__(self, doc: Doc, places: Sequence[Place]) -> None:
        self.doc = doc
        self.sides = _sides(doc.text, places)
        self.starts = [s.start for s in self.sides]
        self.stated = _stated_pairs(doc.text, self.sides)
        self.stated_at = [at for at, _ in self.stated]
        self.ranked = _topic(doc, places)
        self.topic = _topic_pair(self.ranked)
        self.countries = _topic_pair([code for code in self.ranked if not _is_bloc(code)])
        self.bounds = [s.span.start for s in doc.sentences]

    def sentence(self, at: int, back: int = 0) -> Span:
        """The sentence around `at`, or one before it; an empty span where there is none."""
        k = bisect_right(self.bounds, at) - 1 - back
        return self.doc.sentences[k].span if k >= 0 else Span(0, 0)

    def between(self, start: int, end: int) -> list[_Side]:
        """The sides named in text[start:end]."""
        return self.sides[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def fits(self, pair: Pair, level: str) -> bool:
        """Whether a pair can be meant: blocs only by "hai bên", where the article is about them."""
        blocs = [code for code in pair if _is_bloc(code)]
        return not blocs or (level != "country" and all(code in self.ranked[:2] for code in blocs))


def _apposed(discourse: _Discourse, sides: list[_Side], span: Span) -> Pair | None:
    """The pair right behind or before the words: "hai nước Trung Quốc và Mỹ", "Nga và Iran - hai nước đồng minh"."""
    text = discourse.doc.text
    if len(sides) == 2 and sides[0].code != sides[1].code:
        first, second = sides
        if _APPOSED.fullmatch(text, span.end, first.start) and _APPOSED_AND.fullmatch(text, first.end, second.start):
            return first.code, second.code
    last = discourse.stated[k - 1] if (k := bisect_right(discourse.stated_at, span.start)) else None
    return last[1] if last and text[last[0] : span.start] in {" - ", ", ", " là "} else None


def _two(sides: list[_Side], level: str) -> Pair | None:
    """The two sides of a stretch that names exactly two countries."""
    lands = list(dict.fromkeys(s.land for s in sides if level != "country" or not _is_bloc(s.code)))
    if len(lands) != 2:
        return None
    last = {s.land: s.code for s in sides}
    return last[lands[0]], last[lands[1]]


def _stated_or_topic(discourse: _Discourse, stated: Pair, named: list[_Side]) -> Pair:
    """The pair stated in the sentence, but Vietnam's own where both are named there: "Việt Nam cảm ơn ... Nga và Belarus"."""
    lands, topic = {s.land for s in named if not _is_bloc(s.code)}, discourse.topic
    return topic if topic and "VN" in topic and len(lands) > 2 and set(topic) <= lands else stated


def _country_pair(discourse: _Discourse, span: Span, level: str) -> Pair | None:
    """The pair of "hai nước", "hai bên": apposed, named in the sentence, in those before it, or the article's own."""
    if apposed := _apposed(discourse, discourse.between(span.end, span.end + _REACH)[:2], span):
        return apposed
    sentence = discourse.sentence(span.start)
    k = bisect_right(discourse.stated_at, span.start)
    while k and not discourse.fits(discourse.stated[k - 1][1], level):
        k -= 1
    stated = discourse.stated[k - 1] if k else None
    if stated and stated[0] > sentence.start:
        return _stated_or_topic(discourse, stated[1], discourse.between(sentence.start, span.start))
    last = stated[1] if stated else None
    for back in range(3):
        earlier = discourse.sentence(span.start, back)
        named = discourse.between(earlier.start, min(earlier.end, span.start))
        lands = {s.land for s in named if not _is_bloc(s.code)}
        if (two := _two(named, level)) and discourse.fits(two, level):
            return two
        if len(lands) == 1:
            return _with_partner(discourse, lands.pop(), last)
        if not back and not named and (behind := _named_behind(discourse, span)):
            return _with_partner(discourse, behind, last)
        if len(lands) > 2:
            break
    behind_lands = {s.land for s in discourse.between(span.end, sentence.end)}
    if last and discourse.topic and behind_lands and behind_lands <= set(discourse.topic) and behind_lands.isdisjoint(last):
        return discourse.topic
    return last or (discourse.countries if level == "country" else discourse.topic)


def _named_behind(discourse: _Discourse, span: Span) -> str | None:
    """The partner that follows: "các cuộc tiếp xúc song phương với phía Australia"."""
    link = _WITH.match(discourse.doc.text, span.end)
    following = discourse.between(link.end(), link.end() + 1) if link else []
    return following[0].land if following and not _is_bloc(following[0].code) else None


def _with_partner(discourse: _Discourse, land: str, stated: Pair | None) -> Pair | None:
    """The pair that one named country belongs to: the pair stated last, the article's, else with the article's first country."""
    for pair in (stated, discourse.topic):
        if pair and land in {code.partition("-")[0] for code in pair}:
            return pair
    first = "VN" if "VN" in discourse.ranked[:3] else next((code for code in discourse.ranked if not _is_bloc(code)), None)
    return (first, land) if first and first != land else stated or discourse.topic


def _start(side: _Side) -> int:
    return side.start


def _region_pair(discourse: _Discourse, regions: list[_Side], span: Span) -> Pair | None:
    """The pair of "hai tỉnh", "hai địa phương": apposed, or the two provinces or cities named last before."""
    k = bisect_left(regions, span.end, key=_start)
    if apposed := _apposed(discourse, [s for s in regions[k : k + 2] if s.start <= span.end + _REACH], span):
        return apposed if all("-" in code for code in apposed) else None
    for back in range(3):
        earlier = discourse.sentence(span.start, back)
        first, last = (bisect_left(regions, at, key=_start) for at in (earlier.start, min(earlier.end, span.start)))
        codes = list(dict.fromkeys(s.code for s in regions[first:last]))
        if len(codes) == 2:
            return codes[0], codes[1]
        if len(codes) > 2:
            return None
    return None


def _regions(places: Sequence[Place]) -> list[_Side]:
    named = [p for p in places if p.kind in _REGIONS and p.codes and "-" in p.codes[0]]
    return [_Side(p.span.start, p.span.end, p.codes[0]) for p in named]


def _ordered(pair: Pair, level: str) -> Pair | None:
    """The pair as it is coded: countries where "nước" stands, Vietnam first; None where both sides are one."""
    first, second = (code.partition("-")[0] for code in pair) if level == "country" else pair
    if first == second:
        return None
    return (second, first) if second.startswith("VN") and not first.startswith("VN") else (first, second)


def find_both(doc: Doc, places: Sequence[Place]) -> Iterator[Place]:
    """Each "hai nước", "hai bên", "song phương", "hai tỉnh" with the pair that it means, without codes where that is unknown."""
    words = [(span, level) for span, (level, *_) in _pair_words().find(doc.text) if level != "none"]
    if not words:
        return
    discourse, regions = _Discourse(doc, places), _regions(places)
    diplomatic = bool(discourse.stated) or any(level in {"country", "bilateral"} for _, level in words)
    for span, level in words:
        pair: Pair | None = None
        if level == "region":
            pair = _region_pair(discourse, regions, span)
        elif level == "country" or diplomatic:
            pair = _country_pair(discourse, span, level)
        pair = _ordered(pair, level) if pair else None
        country = pair[0][:2] if pair and not _is_bloc(pair[0]) else None
        yield Place(span, "both", pair or (), country, "resolved")
