"""What links titles and names: the words between them, and how far a title reaches."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.match import fold
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import MARK, SMALL, Words

LOWLY = frozenset(("honorific", "degree", "rank", "kin", "status"))
_LONGEST_TAIL = 14


def is_chain(between: str) -> bool:
    """Whether the words between two titles string them: ",", "kiêm", ", đồng thời là"."""
    return between in (",", "-", "/") or is_listed(between, "chain")


def is_apposition(between: str) -> bool:
    """Whether the words between a name and a title put the title beside the name: ",", "- một", ", nguyên là"."""
    mark, _, rest = between.partition(" ")
    return between == "" or (mark in (",", "-", "(", "/") and (not rest or is_listed(rest, "apposition")))


def is_listed(between: str, kind: str) -> bool:
    """Whether the words, a comma before them aside, are a stop of `kind`."""
    return bool(between) and between.removeprefix(", ") in phrases(kind)


@cache
def phrases(kind: str) -> frozenset[str]:
    """The stops of `kind` in their comparison form."""
    return frozenset(fold(row.word) for row in lexicon.name_stops() if row.kind == kind)


def conflict(one: Office, two: Office) -> bool:
    """Whether two titles name different countries."""
    a = {p[2].country for p in one.places if p[2].country}
    b = {p[2].country for p in two.places if p[2].country}
    return bool(a and b and not a & b)


def is_plural(w: Words, at: int) -> bool:
    """Whether a word of number stands before word `at`: "các", "nhiều"."""
    return any(w.stop(b, "plural") == at for b in (at - 1, at - 2) if b >= 0)


def is_link(w: Words, at: int) -> bool:
    """Whether a word goes on with what a function is about: "chuyên gia của", "đại diện cho"."""
    return any(w.has(at, kind) for kind in ("of", "about", "at", "for"))


def reach(w: Words, office: Office, end: int) -> Office:
    """The title with words that no list knows up to the next mark: "Phó Chủ tịch điều hành bộ phận quan hệ công chúng, ..."."""
    at = office.end
    if at >= end or w.kinds[at] != SMALL:
        return office
    while at < end and at - office.end < _LONGEST_TAIL and w.kinds[at] != MARK:
        body = w.body(at, small=True)
        if (
            w.has(at, "speech")
            or w.has(at, "guest")
            or (body is None and ((w.has(at, "end") and not is_link(w, at)) or w.title(at)))
        ):
            return office
        at = body[0] if body else at + 1
    if at < end and w.words[at] in (",", ".", ")", ";", "(", "-"):
        return extend(w, office, at)
    return office


def extend(w: Words, office: Office, past: int) -> Office:
    """The title with the words up to `past` and, if it has no place and no topic, the places among them."""
    inside = range(office.end, past)
    told = office.places or any(w.has(k, "about") for k in inside)
    found = () if told else tuple((k, *w.places[k]) for k in inside if k in w.places and w.places[k][0] <= past)
    return replace(office, end=past, role_end=past, body_kind=office.body_kind or "part", places=office.places + found)
