"""Visits made out by the rest of the article: where "chuyến thăm của A" goes, that B whom somebody greets has come."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import Participant
from vnbilat_lib.meetings.reading import Reading
from vnbilat_lib.meetings.sides import Parties, alike

_FACE = ("talks", "audience", "reception", "meeting")


def with_goals(readings: list[Reading]) -> list[Reading]:
    """The readings, a visit without a goal given the one that the article tells of the same traveller."""
    greeted = [replace(r, weak=False) if r.rule == "greeted" and r.weak and _is_there(r, readings) else r for r in readings]
    return [_with_goal(r, greeted) if r.rule == "again" and not _is_bare(r) else r for r in greeted]


def _is_there(visit: Reading, readings: list[Reading]) -> bool:
    """Whether a traveller who is greeted has come: the article tells that he meets people of that country, and not elsewhere."""
    goal = visit.sides[1][0].country
    for r in readings:
        told = r.form in _FACE and not r.past and not r.weak and r.status not in ("planned", "cancelled")
        others = [p for side in r.sides for p in side if not _shares(visit, (p,))]
        here = r.venue is None or r.venue.country in (None, goal)
        if told and here and len(others) < _all(r) and any(p.country == goal for p in others):
            return True
    return False


def _is_bare(reading: Reading) -> bool:
    """Whether a bare "thăm" tells it, whose goal may stand before: "Kenya, nơi ông thăm tuần này"."""
    return " " not in reading.cue.of(reading.scene.doc.text)


def _with_goal(reading: Reading, readings: list[Reading]) -> Reading:
    goals = _told(reading, readings) or _met(reading, readings)
    if len({goal.country for goal in goals}) != 1:
        return reading
    spans = reading.time is not None and reading.time.grain == "days"
    told = spans or reading.scene.sentence.part in ("title", "lead") or not _told(reading, readings)
    before = reading.scene.row[: reading.last]
    wished = any(token.has("welcomes", "unreal") and not token.has("greets") for token in before)
    return replace(reading, sides=(reading.sides[0], goals[:1]), weak=wished or not told)


def _told(reading: Reading, readings: list[Reading]) -> Parties:
    """Where his other visits go."""
    return tuple(r.sides[1][0] for r in readings if r.form == "visit" and r.sides[1] and _shares(reading, r.sides[0]))


def _met(reading: Reading, readings: list[Reading]) -> Parties:
    """The country where he meets those who are at home there."""
    found: list[Participant] = []
    for r in readings:
        country = r.venue.country if r.venue and r.form in _FACE and not r.past and r.status != "planned" else None
        own = {party.country for party in reading.sides[0]}
        others = [p for side in r.sides for p in side if not _shares(reading, (p,))]
        if r.venue and country and country not in own and any(p.country == country for p in others) and len(others) < _all(r):
            found.append(Participant(country, "country", "hosting", country, span=r.venue.span))
    return tuple(found)


def _all(reading: Reading) -> int:
    return sum(len(side) for side in reading.sides)


def _shares(reading: Reading, parties: Parties) -> bool:
    """Whether the traveller is among some people."""
    return any(alike(a, b) for a in reading.sides[0] for b in parties)
