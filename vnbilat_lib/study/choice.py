"""Which of a source's articles and facts a dataset holds: period and partner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Doc, Meeting
from vnbilat_lib.match import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for; see study.extract."""

    all_articles: bool = False
    all_persons: bool = False
    published_from: date | None = None
    published_to: date | None = None
    partner: str | None = None
    texts: bool = True


def in_period(doc: Doc, choice: Choice) -> bool:
    """Whether the article can have come out in the period: one whose day is unknown can."""
    known = doc.article.published
    begins, ends = (known, known) if known else (doc.dating.published_from, doc.dating.published_to)
    early = choice.published_from and ends and ends < choice.published_from
    late = choice.published_to and begins and begins > choice.published_to
    return not (early or late)


def keep_partner(doc: Doc, partner: str) -> Doc:
    """The article without the facts that `partner` has no part in."""
    figures = (row for row in doc.trade_figures if inside(row.reporter, partner) or inside(row.partner, partner))
    return replace(doc, meetings=tuple(row for row in doc.meetings if meets(row, partner)), trade_figures=tuple(figures))


def inside(code: str | None, partner: str) -> bool:
    """Whether `code` is the partner or one of its provinces.

    >>> inside("CN-YN", "CN"), inside("CN", "CN-YN")
    (True, False)
    """
    return code is not None and (code == partner or code.startswith(f"{partner}-"))


def meets(meeting: Meeting, partner: str) -> bool:
    """Whether the partner takes part in a meeting, is its host or its destination.

    A province is also known by its name in an office ("Bí thư Tỉnh ủy Vân Nam": the person's country is China) or a place.
    """
    if inside(meeting.country, partner):
        return True
    names = [fold(row.name) for row in lexicon.regions() if row.code == partner]
    state = partner[:2]
    if meeting.country == state and _names_one(meeting.place, names):
        return True
    return any(
        inside(who.country, partner)
        or (who.kind == "country" and inside(who.name, partner))
        or (who.country == state and (_names_one(who.role, names) or _names_one(who.name, names)))
        for side in meeting.sides
        for who in side
    )


def _names_one(text: str | None, names: list[str]) -> bool:
    return text is not None and any(name in fold(text) for name in names)
