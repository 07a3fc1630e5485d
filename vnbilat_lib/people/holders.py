"""Whom a title without a name means: "Thủ tướng" the one named before, "Thủ tướng Hà Lan" a holder never named."""

from __future__ import annotations

from vnbilat_lib.people.coreference import Entity, Register, same_head
from vnbilat_lib.people.countries import CHINESE, Country, is_listed_as, listed_country, office_country
from vnbilat_lib.people.names import VIETNAMESE
from vnbilat_lib.people.roles import tidy
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import Words, lists

_LOWEST_RANK = 4  # of an office whose holder is coded without a name


def find_holder(w: Words, sighting: Sighting, recent: list[Entity], register: Register) -> tuple[Office, Entity | None] | None:
    """The office that a title without a name points to, and its holder if the article names him; None for nobody definite."""
    office = next((o for o in reversed(sighting.before) if o.row.kind in ("office", "function")), None)
    if office is None or sighting.plural:
        return None
    if sighting.place is None:
        country = office_country(w, office)
        holders = [e for e in recent if _holds(w, e, office, country)]
        if holders:
            return office, holders[-1]
        later = [e for e in register.known if _holds(w, e, office, country)]
        if later:
            return office, max(later, key=lambda e: len(e.sightings))
        listed = [e for e in register.entities if country and is_listed_as(e, office, country.code)]
        if len(listed) == 1:
            return office, listed[0]
    return (office, None) if _is_definite(office) else None


def _is_definite(office: Office) -> bool:
    """Whether an office that nobody named holds is coded: a high one, and Vietnam's or of a named country or body."""
    if not office.definite or office.row.rank > _LOWEST_RANK or office.row.sector == "business":
        return False
    return not office.bare or (office.row.rank == 1 and office.row.definite == "home")


def _holds(w: Words, entity: Entity, office: Office, country: Country | None) -> bool:
    """Whether the person holds the office: the same head and modifiers, no other country, no other institution."""
    held = next((o for s in entity.sightings for o in s.offices if same_head(o, office)), None)
    if held is None:
        return False
    own = office_country(w, held)
    if country and own and country.code != own.code:
        return False
    asked = _institution(w, office)
    if country and own is None and not asked:
        return _may_be_of(w, entity, office, country)
    if not asked:
        return True
    his = {word for s in entity.sightings for o in s.offices if same_head(o, office) for word in _institution(w, o)}
    return len(asked & his) * 2 > len(asked)


def _may_be_of(w: Words, entity: Entity, office: Office, country: Country) -> bool:
    """Whether a person whose office has no country can be of this one: by his name's shape, by his other offices."""
    origins = lists().surnames.get(entity.units[0], frozenset())
    if entity.origin == VIETNAMESE and "vi" in origins:
        native = office.row.definite == "home" and entity.units[0] in lists().common and len(entity.units) > 2
        chinese = "zh" in origins and not native
        return country.code == "VN" or (chinese and country.code in CHINESE)
    codes = {found.code for s in entity.sightings for o in s.offices if (found := office_country(w, o))}
    if country.code == "VN" and not codes:
        return False  # a foreign name
    if not codes and (listed := listed_country(entity)):
        return listed == country.code
    return not codes or country.code in codes


def _institution(w: Words, office: Office) -> set[str]:
    """The words of a title's complement that name an institution: neither places nor "Bộ", "tỉnh", "của"."""
    inside = {k for first, past, _ in office.places for k in range(first, past)}
    rest = (k for k in range(office.head_end, office.role_end) if k not in inside and w.words[k].isalpha())
    return {w.folded[k] for k in rest if not any(w.has(k, kind) for kind in ("of", "at", "and")) and not _is_general(w, k)}


def _counts(w: Words, at: int) -> bool:
    """Whether a word only announces a list of places: "các tỉnh:", "4 tỉnh"."""
    return w.words[at] == ":" or w.words[at].isdigit() or w.has(at, "several")


def _is_general(w: Words, at: int) -> bool:
    """Whether word `at` tells only the kind of place or institution: "tỉnh", "Bộ"."""
    body = w.body(at)
    return body is not None and body[0] == at + 1 and body[1].kind in ("head", "unit", "whole", "side")


def place_country(w: Words, sighting: Sighting) -> Country | None:
    """The country of an office that is named for several places, here one of them."""
    if sighting.place is None:
        return None
    return Country(w.places[sighting.place[0]][1].country or "", w.span(*sighting.place), "stated")


def office_text(w: Words, sighting: Sighting, office: Office) -> str:
    """The office as the text gives it; of "Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai" each with its own province."""
    if sighting.place is None:
        return tidy(w.span(office.first, office.role_end).of(w.text))
    first = office.places[0][0] if office.places else office.role_end
    while first > office.head + 1 and (_counts(w, first - 1) or _is_general(w, first - 1)):
        first -= 1
    return tidy(f"{w.span(office.first, first).of(w.text)} {w.span(*sighting.place).of(w.text)}")
