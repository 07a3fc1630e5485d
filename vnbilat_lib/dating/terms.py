"""Clues to the day of publication in the offices that people hold in the news."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from vnbilat_lib.calendar_days import parts_of
from vnbilat_lib.dating.spans import DaySpan, Hint, favours, leaves, shifted
from vnbilat_lib.doc import Doc, Mention, TimeMention
from vnbilat_lib.lexicon import OfficeTerm, office_names, office_terms
from vnbilat_lib.match import fold

# A new holder is announced, and an old one still named so, for some days.
_SLACK = 10
# How many sentences of an article are its news; people further on are often only recalled.
_NEWS_SENTENCES = 12

# Between two posts of one person: "Tổng Bí thư, Chủ tịch nước", "Phó Thủ tướng kiêm Bộ trưởng Ngoại giao".
_BETWEEN_POSTS = re.compile(r"\s*+(?:[,;/–-]|\bkiêm\b|\bvà\b|\bđồng thời là\b)\s*+")


def term_hints(doc: Doc) -> Iterator[Hint]:
    """One clue for each person of the news whose name and present office the list of terms knows."""
    starts = [sentence.span.start for sentence in doc.sentences]
    told: dict[int, tuple[Mention, dict[OfficeTerm, None]]] = {}  # the terms in their order: a set has another in each process
    for mention in doc.mentions:
        if mention.person is None or mention.kind != "name" or mention.role is None:
            continue
        name = doc.persons[mention.person].name
        terms = _terms_by_name().get(fold(name))
        if not terms or not _in_the_news(doc, mention, starts):
            continue
        held = [term for term in terms if _holds(doc, mention, term)]
        if held:
            told.setdefault(mention.person, (mention, {}))[1].update(dict.fromkeys(held))
    for person, (mention, held_terms) in told.items():
        office = doc.persons[person].name + ", " + next(iter(held_terms)).office
        sure = all(term.verified for term in held_terms)
        days, note = map(_days, held_terms), f"{office} in office"
        yield leaves("term", days, note, mention.span) if sure else favours("term", days, note, mention.span, 2.0)


@cache
def _terms_by_name() -> dict[str, list[OfficeTerm]]:
    """The terms of each person, by name and aliases as folded."""
    terms = defaultdict(list)
    for term in office_terms():
        for name in (term.person, *term.aliases):
            terms[fold(name)].append(term)
    return dict(terms)


@cache
def _wordings() -> tuple[tuple[str, str], ...]:
    """Other wordings of offices, the longest first, with the office each stands for."""
    rows = {fold(row.wording): fold(row.office) for row in office_names()}
    return tuple(sorted(rows.items(), key=lambda row: -len(row[0])))


@cache
def _usual(post: str) -> str:
    """A post, folded, in the list's wording: "ngoại trưởng trung quốc" -> "bộ trưởng ngoại giao trung quốc"."""
    for wording, office in _wordings():
        if post == wording or post.startswith(wording + " "):
            return office + post[len(wording) :]
    return post


def _holds(doc: Doc, mention: Mention, term: OfficeTerm) -> bool:
    """Whether the mention names the person with that office, of that country and province."""
    country, _, region = term.territory.partition("-")
    if mention.country not in {None, country} or mention.role is None:
        return False
    if region and not _of_region(doc, mention, term.territory):
        return False
    office = _usual(fold(term.office))
    posts = _BETWEEN_POSTS.split(fold(mention.role.of(doc.text)))
    return any(post == office or post.startswith(office + " ") for post in map(_usual, posts))


def _of_region(doc: Doc, mention: Mention, territory: str) -> bool:
    """Whether the office's own words name no other province."""
    if mention.role is None:
        return False
    inside = [code for place in doc.places if place.span.within(mention.role) for code in place.codes if "-" in code]
    return not inside or territory in inside


def _in_the_news(doc: Doc, mention: Mention, starts: list[int]) -> bool:
    """Whether the person stands in an early sentence that recalls no other time ("Tháng 5/2016, Tổng thống Obama thăm ...")."""
    at = bisect_right(starts, mention.span.start) - 1
    if at < 0 or at >= _NEWS_SENTENCES:
        return False
    sentence = doc.sentences[at].span
    return not any(_recalls(time) for time in doc.time_mentions if time.span.within(sentence))


def _recalls(time: TimeMention) -> bool:
    """Whether an expression takes its sentence out of the news: a stated year, "cách đây hai năm", "năm ngoái"."""
    if time.year is not None:
        return time.modifier != "target" and time.grain not in {"day", "days"}
    parts = parts_of(time.value)
    return any(part.op in {"year", "month"} and part.arguments and part.arguments[0].startswith("-") for part in parts)


def _days(term: OfficeTerm) -> DaySpan:
    """The days of a term at their widest, with some slack at both ends."""
    start = date.min if term.from_ is None else shifted(_outer(term.from_, last=False), -_SLACK)
    end = date.max if term.to is None else shifted(_outer(term.to, last=True), _SLACK)
    return start, end


def _outer(day: str, *, last: bool) -> date:
    """The first or last day of a year, month or day as the list gives it.

    >>> _outer("2016-12", last=True).isoformat(), _outer("2016", last=False).isoformat()
    ('2016-12-31', '2016-01-01')
    """
    year, month, of_month = (*map(int, day.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return date(year, month, of_month or (monthrange(year, month)[1] if last else 1))
