"""The country of a person: by his office, his institution, his residence, his name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from vnbilat_lib.doc import Basis, Doc, Span
from vnbilat_lib.people.coreference import Entity
from vnbilat_lib.people.names import VIETNAMESE
from vnbilat_lib.people.sightings import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import Words, lists

_PUBLIC = frozenset(("party", "government", "parliament", "military", "province"))
_RESIDENCE = frozenset(("trú", "ngụ", "quê", "sống", "sinh", "tại", "ở", "người", "từ", "(", "gốc"))
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Country:
    """A country with what says so; "" is stateless (an international organisation)."""

    code: str
    span: Span | None
    basis: Basis


class Places:
    """What the article's places say as a whole."""

    def __init__(self, doc: Doc, w: Words) -> None:
        self.doc, self.w = doc, w

    @cached_property
    def foreign(self) -> str | None:
        """The one foreign country that the article is about; None where there are several."""
        counts = Counter(p.country for p in self.doc.places if p.country and p.country != "VN")
        if not counts:
            return None
        (first, most), *rest = counts.most_common(2)
        return first if not rest or most >= 2 * rest[0][1] else None


def office_country(w: Words, office: Office) -> Country | None:
    """The country in a title's complement, or its institution's."""
    first_place = min((p[0] for p in office.places), default=None)
    if office.body_kind == "international" and (first_place is None or "" in office.bodies):
        return Country("", None, "stated")
    for first, past, place in sorted(office.places, key=lambda p: p[0]):
        if place.kind in ("organisation", "bloc") and place.country is None:
            if office.body_kind and office.body_kind != "international":
                continue
            return Country("", w.span(first, past), "stated")
        if place.country:
            return Country(place.country, w.span(first, past), "stated")
    if office.inner is not None and (inner := office_country(w, office.inner)):
        return inner
    named = [b for b in office.bodies if b]
    if named:
        return Country(named[0], w.span(office.first, office.role_end), "resolved")
    if "" in office.bodies and office.body_kind == "international":
        return Country("", None, "stated")
    return None


def is_public(office: Office) -> bool:
    """Whether it is an office of state, party, parliament, army or province."""
    return office.row.sector in _PUBLIC and office.row.kind in ("office", "rank", "counterpart", "function")


def person_country(w: Words, entity: Entity, places: Places) -> Country | None:
    """The country of a person: office, institution, residence, and for office holders the name's shape or the article."""
    offices = [o for s in entity.sightings for o in s.offices if o.row.kind not in ("honorific", "kin", "status")]
    roles = [o for o in offices if o.is_role or o.row.kind == "rank"]
    for office in sorted(roles, key=lambda o: (o.row.rank, o.row.kind != "office")):
        found = office_country(w, office)
        if found and found.code:
            return found
        if found and not any(is_public(o) and o.row.kind == "office" for o in roles):
            return None
    if (home := _residence(w, entity)) and not roles:
        return home
    span = w.span(entity.name.first, entity.name.end)
    if roles and _is_vietnamese(entity):
        if any(is_public(o) or o.row.sector == "business" or o.body_kind or o.row.kind == "office" for o in roles):
            return Country("VN", span, "inferred")
        return home
    if roles and places.foreign and any(is_public(o) or o.row.sector == "business" for o in roles):
        return Country(places.foreign, None, "inferred")
    return home


def _is_vietnamese(entity: Entity) -> bool:
    """Whether the name is Vietnamese by its shape: its surname is, and it has three syllables unless no Chinese bears it."""
    if entity.origin != VIETNAMESE:
        return False
    origins = lists().surnames.get(entity.units[0], frozenset(("vi",)))
    return "vi" in origins


def _residence(w: Words, entity: Entity) -> Country | None:
    """Where the text says that a private person lives or comes from: "trú tại ...", "(Quảng Ninh)", "người Mỹ"."""
    for sighting in entity.sightings:
        found = _residence_behind(w, sighting)
        if found:
            return found
    return None


def _residence_behind(w: Words, sighting: Sighting) -> Country | None:
    assert sighting.name is not None
    at, (_, end) = sighting.name.end, w.bounds[sighting.sentence]
    cue = False
    for k in range(at, min(end, at + _NEAR)):
        if w.words[k] == ")" and not cue:
            return None
        if w.folded[k] in _RESIDENCE and (w.folded[k] not in ("(", "ở") or k == at):
            cue = True
        place = w.places.get(k)
        if place and place[1].country:
            return Country(place[1].country, w.span(k, place[0]), "stated") if cue else None
    return None
