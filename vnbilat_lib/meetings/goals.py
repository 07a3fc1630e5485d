"""Where a visit goes: the countries, provinces and cities named behind its verb or noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Participant, Place
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.reading import Scene, Venue
from vnbilat_lib.meetings.sides import closing, words_of

_EVENT = 16  # tokens of an event and its place
_SEVERAL = 8  # tokens of "tới ba nước Đông Nam Á, gồm"
_TWO = 2  # tokens from "nơi" back to its place
_LENGTH = 3  # words of "hai ngày"
_NEXT = 3  # tokens between "bắt đầu" and its journey
_TOWARDS = ("modifier", "goes", "at", "land", "aux", "counterpart")
_DESTINATIONS = ("country", "region", "city", "both")


@dataclass(frozen=True, slots=True)
class Goal:
    """A destination with the number of its token."""

    code: str
    country: str
    venue: Venue | None
    at: int


def find_goals(scene: Scene, start: int) -> list[Goal]:
    """The destinations named from token `start` on: "Nga", "tỉnh Vân Nam", "Bỉ, Séc và Hungary"."""
    row, goals, at = scene.row, [], _past_work(scene.row, start)
    while at < len(row):
        while at < len(row) and (row[at].has(*_TOWARDS) or _is_length(row, at)):
            at += 1
        place = row[at].place if at < len(row) else None
        if place is None or place.kind not in _DESTINATIONS:
            break
        goals += [_goal(scene, place, code, at) for code in place.codes if place.country]
        following = closing(row, at + 1)
        at = following + 1
        if following >= len(row) or not (row[following].has("and") or (row[following].is_mark(",") and _names_place(row, at))):
            break
    return goals or _bare_land(scene, start) or _named_goals(scene, start)


def _past_work(row: Row, start: int) -> int:
    """The number of the token behind "thăm, làm việc", where it goes on with a place, or `start`."""
    joined = start + 2 < len(row) and row[start].is_mark(",") and row[start + 1].has("sits")
    return start + 2 if joined and row[start + 2].has("at", "place") else start


def _named_goals(scene: Scene, start: int) -> list[Goal]:
    """The destinations of a journey to several: "chuyến công du ba nước Đông Nam Á là Lào, Thái Lan và Philippines"."""
    row = scene.row
    for at in range(start, min(start + _SEVERAL, len(row))):
        if row[at].has("namely"):
            return find_goals(scene, at + 1)
        if not row[at].has("land", "goes", "place", "text", "modifier", "aux") and not row[at].is_mark("(:,"):
            break
    return []


def find_goals_of_event(scene: Scene, start: int) -> list[Goal]:
    """Where an event is that somebody travels to: "chuyến công tác dự Hội nghị Mekong tại Lào"."""
    row = scene.row
    if start >= len(row) or not row[start].has("attends"):
        return []
    for at in range(start + 1, min(start + _EVENT, len(row))):
        if row[at].has("at"):
            return find_goals(scene, at)
        if row[at].who or row[at].is_mark(",;:."):
            break
    return []


def _is_length(row: Row, at: int) -> bool:
    """Whether a journey's length stands before its goal: "chuyến thăm hai ngày tới Nhật Bản"."""
    if row[at].time and at + 1 < len(row) and row[at + 1].place:  # "chuyến thăm 2 ngày tới Nhật Bản"
        return fold(row[at].words).endswith(words_of("goes"))
    return row[at].has("text") and row[at].syllables <= _LENGTH and at + 1 < len(row) and row[at + 1].has("goes")


def is_building(goal: Goal) -> bool:
    """Whether a goal is no town but a house: "tới Nhà Trắng" is no journey."""
    name = goal.venue.name if goal.venue else None
    return name is not None and (fold(name) in _names("building") or (len(goal.code) == 2 and fold(name) not in _names()))


@cache
def _names(kind: str | None = None) -> frozenset[str]:
    """The towns and buildings of the gazetteer, or those of one kind."""
    return frozenset(fold(row.name) for row in lexicon.cities() if kind is None or row.kind == kind)


def _names_place(row: Row, at: int) -> bool:
    """Whether a place stands at token `at`, "nước" or "tỉnh" before it or not."""
    while at < len(row) and row[at].has("land"):
        at += 1
    return at < len(row) and row[at].place is not None


def _goal(scene: Scene, place: Place, code: str, at: int) -> Goal:
    country = code[:2]
    name = None if place.kind in ("country", "both") else place.span.of(scene.doc.text)
    whole = place.kind == "city" and (len(code) == 2 or fold(place.span.of(scene.doc.text)) in _names("capital"))  # "thăm Hà Nội"
    return Goal(country if whole else code, country, Venue(name, country, place.span), at)


def _bare_land(scene: Scene, start: int) -> list[Goal]:
    """The province or country that "tỉnh", "nước này" points back to."""
    row = scene.row
    while start < len(row) and row[start].has("modifier", "goes", "aux"):  # "chuyến thăm chính thức nước này"
        start += 1
    if start >= len(row) or not row[start].has("land") or (start + 1 < len(row) and row[start + 1].has("text", "place")):
        return []
    head = row[start].span
    kind = "region" if row[start].has("inner") else "country"
    before = [p for p in scene.doc.places if scene.sentence.span.start <= p.span.start < head.start and p.kind == kind]
    return [replace(_goal(scene, before[-1], before[-1].codes[0], start), at=start)] if before else []


def find_goals_behind(scene: Scene, last: int) -> list[Goal]:
    """The destination behind the traveller: "chuyến thăm của A tới Nga"."""
    row, at = scene.row, last + 1
    while at < len(row) and (row[at].has("and", "spouse", "modifier", "time") or closing(row, at) != at):
        at = max(closing(row, at), at + 1)
    return find_goals(scene, at) if at < len(row) and row[at].has("goes", "at") else []


def find_goals_before(scene: Scene, at: int) -> list[Goal]:
    """The destination of a relative clause: "Kenya, nơi Chủ tịch nước thăm cấp Nhà nước"."""
    row, before = scene.row, at - 1
    while before > 1 and (row[before].who or row[before].has("held", "planned", "aux", "spouse", "and")):
        before -= 1
    if before < _TWO or not row[before].has("where") or not row[before - 1].is_mark(","):
        return []
    place = row[before - _TWO].place
    if place is None or place.kind not in _DESTINATIONS or not place.country:
        return []
    return [replace(_goal(scene, place, place.codes[0], before - _TWO), at=at)]


def town_before(scene: Scene, at: int, goal: Goal) -> Venue | None:
    """The town where a journey begins or ends: "rời Saint Petersburg, kết thúc chuyến thăm Nga"."""
    row = scene.row
    if at < _NEXT or not row[at - 1].has("begins", "ends") or not row[at - 2].is_mark(","):
        return None
    place, before = row[at - 3].place, at - 4
    while before >= 0 and row[before].has("land"):
        before -= 1
    if place is None or place.kind != "city" or place.country != goal.country or before < 0:
        return None
    return Venue(place.span.of(scene.doc.text), place.country, place.span) if row[before].has("leaves", "goes") else None


def to_destination(goal: Goal) -> Participant:
    """The side of a visit that stands for where it goes."""
    span = goal.venue.span if goal.venue else None
    return Participant(goal.code, "country", "hosting", goal.country, span=span)
