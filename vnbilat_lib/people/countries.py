"""The country of a person: by his office, his institution, his residence, his name, the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Basis, Place, Span
from vnbilat_lib.match import fold
from vnbilat_lib.people.coreference import Entity
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import BITS, SMALL, Words, lists

_PUBLIC = frozenset(("party", "government", "parliament", "military", "province"))
CHINESE = frozenset(("CN", "TW", "HK", "MO", "SG"))
_KOREAN = frozenset(("KR", "KP"))
_NEAR = 24
_SINGLE = 3  # rank down to which an office has one holder
_BODY = BITS["body"]
_UNIT = re.compile(r"[^\W\d_][\w-]{0,40}[.]?")
_HALF = 6  # words at which a place counts half
_BY_SHARE = 2.0  # what a country counts that all the article's names of foreign countries are of
_TAKEN = 0.4  # ... where another holds the office
_AT_HOME = 8  # times what a country counts where the given name is at home
_ALONE = 2.0  # times the next country where there is none
_AHEAD, _FAR_AHEAD = 1.32, 1.7  # times the next country at least
_BESIDE = 0.5  # what a country counts that is named so near to the person


@dataclass(frozen=True, slots=True)
class Country:
    """A country with what says so; the code "" is an international organisation's."""

    code: str
    span: Span | None
    basis: Basis


class Scene:
    """Who holds which office of which country, and how often the article names each foreign country."""

    def __init__(self, w: Words, entities: list[Entity], offices: list[list[Office]]) -> None:
        self.w = w
        self._holders: dict[tuple[str, frozenset[str]], dict[str, set[int]]] = {}  # by office, then country
        self._numbers = {id(entity): number for number, entity in enumerate(entities)}
        for number, held in enumerate(offices):
            for office in held:
                if country := office_country(w, office):
                    codes = self._holders.setdefault((office.row.title, office.standing), {})
                    codes.setdefault(country.code, set()).add(number)
        self._shares: dict[str, float] | None = None

    def taken(self, entity: Entity, roles: list[Office]) -> set[str]:
        """The countries whose holder of the person's office is another."""
        heads = {(o.row.title, o.standing) for o in roles if o.row.kind == "office" and o.row.rank <= _SINGLE}
        number = self._numbers[id(entity)]
        held = [found for head in heads for found in self._holders.get(head, {}).items()]
        return {code for code, persons in held if len(persons) > (number in persons)}

    def shares(self) -> dict[str, float]:
        """Each foreign country's share in the names of countries, their places and institutions."""
        if self._shares is None:
            w = self.w
            named = [p.country for _, p in w.places.values()]
            named += [found[1].country for at, mark in enumerate(w.marks) if mark & _BODY and (found := w.body(at))]
            counts = Counter(code for code in named if code and code != "VN")
            self._shares = {code: count / counts.total() for code, count in counts.items()}
        return self._shares

    def is_chinese(self) -> bool:
        """Whether the article names Chinese places more often than Vietnamese ones."""
        named = [place.country for _, place in self.w.places.values()]
        return sum(code in CHINESE for code in named) > named.count("VN")


def office_country(w: Words, office: Office) -> Country | None:
    """The country in a title's complement, or its institution's."""
    first_place = min((p[0] for p in office.places), default=None)
    if office.body_kind == "international" and (first_place is None or "" in office.bodies):
        return Country("", None, "stated")
    named = [b for b in office.bodies if b]
    for first, past, place in sorted(office.places, key=lambda p: p[0]):
        if place.country:
            return Country(place.country, w.span(first, past), "stated")
        if place.kind in ("organisation", "bloc") and not named and office.body_kind not in ("head", "firm", "school", "body"):
            return Country("", w.span(first, past), "stated")
    return Country(named[0], w.span(office.first, office.role_end), "resolved") if named else None


def _is_international(w: Words, office: Office) -> bool:
    """Whether the office is an international organisation's."""
    found = office_country(w, office)
    return found is not None and not found.code


def is_public(office: Office) -> bool:
    """Whether it is an office of state, party, parliament, army or province."""
    return office.row.sector in _PUBLIC and office.row.kind in ("office", "rank", "counterpart", "function")


def person_country(w: Words, entity: Entity, extra: Iterable[Office], scene: Scene) -> Country | None:
    """The country of a person: office, institution, residence; for office holders the name's shape or the sentences round him.

    `extra` are the offices that stand for him without his name, `scene` who else holds which office.
    """
    offices = [*(o for s in entity.sightings for o in s.offices), *extra]
    roles = sorted((o for o in offices if o.is_role or o.row.kind == "rank"), key=lambda o: (o.row.rank, o.row.kind != "office"))
    for office in roles:
        found = office_country(w, office)
        if found and found.code:
            return found
        if (
            found
            and "former" not in office.standing
            and not any(is_public(o) and o.row.kind == "office" and not _is_international(w, o) for o in roles if not o.bare)
        ):
            return None
    home = _residence(w, entity)
    if not roles:
        return home or _chinese(w, entity, alone=len(entity.units) == 1)
    if known := listed_country(entity):
        return Country(known, w.span(entity.name.first, entity.name.end), "inferred")
    return _chinese(w, entity, alone=True) or _by_name(w, entity, roles, scene) or home


def _chinese(w: Words, entity: Entity, *, alone: bool) -> Country | None:
    """China, where the surname is only Chinese ("ông Tập") and the article speaks of China."""
    only = entity.origin == VIETNAMESE and _origins(entity) == {"zh"}
    if alone and only and any(place.country == "CN" for _, place in w.places.values()):
        return Country("CN", w.span(entity.name.first, entity.name.end), "inferred")
    return None


def _origins(entity: Entity) -> frozenset[str]:
    """Where the name's first word is a surname: "vi", "zh", "ko"."""
    return lists().surnames.get(entity.units[0], frozenset())


def _by_name(w: Words, entity: Entity, roles: list[Office], scene: Scene) -> Country | None:
    """The country of one who holds an office that names none: Vietnam for a Vietnamese name, else the nearest named."""
    native = entity.origin == VIETNAMESE
    holds = any(_is_of_a_country(o, native=native) for o in roles)
    if native and holds:
        origins = _origins(entity)
        homes = {o.row.definite for o in roles if o.row.kind == "office"}
        if "zh" in origins and homes == {"abroad"} and (near := _nearest(w, entity, scene, roles, frozenset())):
            return near  # "Ngoại trưởng Vương Nghị": Vietnam has no such title
        if "vi" not in origins or ("zh" in origins and homes <= {""} and _is_business(roles) and scene.is_chinese()):
            return None  # "Tỷ phú Lý Gia Thành" of Hong Kong
        return Country("VN", w.span(entity.name.first, entity.name.end), "inferred")
    if roles[0].row.sector == "organisation" and roles[0].row.rank <= 3:
        return None  # "Chủ tịch Ủy ban châu Âu"
    if entity.origin == FOREIGN and (holds or any(is_public(o) for o in roles)):
        return _nearest(w, entity, scene, roles, _KOREAN if _is_korean(entity) else frozenset())
    return None


def _is_business(roles: list[Office]) -> bool:
    return all(o.row.sector == "business" for o in roles)


def _is_of_a_country(office: Office, *, native: bool) -> bool:
    """Whether a title that names no country is still some country's: no foreign "tỷ phú"."""
    return office.row.kind in ("office", "rank") or (office.row.sector == "business" and (native or not office.bare))


def _is_korean(entity: Entity) -> bool:
    """Whether the name is written as Korean names are: "Moon Jae-in"."""
    return len(entity.units) == 2 and "ko" in lists().surnames.get(entity.units[0], ()) and len(entity.units[1]) >= 4


@cache
def _office_holders() -> dict[tuple[str, ...], str]:
    """The country of each holder in offices.csv, under his name and aliases; names that two countries share are left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for term in lexicon.office_terms():
        for name in (term.person, *term.aliases):
            units = tuple(unit.replace("-", "") for unit in _UNIT.findall(fold(name)))
            found.setdefault(units, set()).add(term.territory[:2])
    return {units: min(codes) for units, codes in found.items() if len(codes) == 1}


@cache
def _listed_offices() -> frozenset[tuple[tuple[str, ...], str, str]]:
    """The name's units, office and territory of each holder of a state's first offices in offices.csv."""
    return frozenset(
        (tuple(unit.replace("-", "") for unit in _UNIT.findall(fold(name))), term.office, term.territory)
        for term in lexicon.office_terms()
        for name in (term.person, *term.aliases)
    )


def is_listed_as(entity: Entity, office: Office, code: str) -> bool:
    """Whether the list of office holders has the person in this office of this country, and the article gives him none."""
    held = any(o.is_role for s in entity.sightings for o in s.offices)
    return not held and not office.standing and (entity.units, office.row.title, code) in _listed_offices()


def listed_country(entity: Entity) -> str | None:
    """The country that the list of office holders gives for the person's name, where the text gives none."""
    return _office_holders().get(entity.units)


def _nearest(w: Words, entity: Entity, scene: Scene, roles: list[Office], among: frozenset[str]) -> Country | None:
    """The foreign country named nearest to the person in his sentences, the nearer the heavier; one of `among` if given.

    Countries that the article names often weigh more, as do those where his given name is at home; a country whose holder of the
    same office is another weighs less ("dưới thời Tổng thống ...").
    """
    taken = scene.taken(entity, roles)
    best: dict[str, tuple[float, Span | None]] = {}
    weights: dict[str, float] = {}
    for code, share in scene.shares().items():
        if not (among and code not in among):
            weights[code], best[code] = _BY_SHARE * share, (0.0, None)
    for sighting in entity.sightings:
        first, end = w.bounds[sighting.sentence]
        for at in range(first, end):
            place = w.places.get(at)
            if not place or place[1].country not in weights:
                continue
            code = place[1].country
            far = max(0, sighting.named.first - place[0] if at < sighting.named.first else at - sighting.named.end)
            weight = 1 / (1 + far / _HALF) / (2 if code == "KP" else 1)
            weights[code] += weight
            if weight > best[code][0]:
                best[code] = (weight, w.span(at, place[0]))
    if not weights:
        return None
    home = lists().given.get(entity.units[0], ())
    for code in weights:
        weights[code] *= (_AT_HOME if code in home else 1) * (_TAKEN if code in taken else 1)
    code = max(weights, key=lambda c: weights[c])
    ahead = weights[code] / max((weight for c, weight in weights.items() if c != code), default=weights[code] / _ALONE)
    return Country(code, best[code][1], "inferred") if _is_clear(ahead, best[code][0], roles, at_home=code in home) else None


def _is_clear(ahead: float, near: float, roles: list[Office], *, at_home: bool) -> bool:
    """Whether one country is far enough ahead of the next, the farther the less its name stands beside the person's.

    Who is in business, sport or science is often a foreigner where he works ("huấn luyện viên", "Giám đốc").
    """
    if not any(is_public(o) for o in roles):
        return ahead >= _AHEAD if at_home else near >= _BESIDE and ahead >= _FAR_AHEAD
    return near >= _BESIDE or ahead >= (_AHEAD if near or at_home else _FAR_AHEAD)


def _residence(w: Words, entity: Entity) -> Country | None:
    """Where the text says that a private person lives or comes from: "trú tại ...", "(Quảng Ninh)", "người Mỹ"."""
    for sighting in entity.sightings:
        told = next((found for o in sighting.before if o.row.kind == "status" and (found := office_country(w, o))), None)
        found = told or _origin_before(w, sighting) or _home_behind(w, sighting)
        if found:
            return found
    return None


def _origin_before(w: Words, sighting: Sighting) -> Country | None:
    """The people or country before the name: "người dân Qatar có tên Badr Jeran", "doanh nhân người Mỹ Paul Reed"."""
    for at in range(max(w.bounds[sighting.sentence][0] + 1, sighting.first - 5), sighting.first):
        place = w.places.get(at)
        if place and place[1].country and any(w.stop(b, "origin") == at for b in (at - 1, at - 2) if b >= 0):
            return Country(place[1].country, w.span(at, place[0]), "stated")
    return None


def _home_behind(w: Words, sighting: Sighting) -> Country | None:
    """The place behind the name in brackets, after "ở", or after a word of residence."""
    at, (_, end) = sighting.named.end, w.bounds[sighting.sentence]
    if at + 1 < end and (w.words[at] == "(" or w.has(at, "at")) and (place := _place(w, at + 1, end)):
        return place
    for k in range(at, min(end, at + _NEAR)):
        if (past := w.stop(k, "residence")) > k and (home := _address(w, past, end)):
            return home
        if w.words[k] in ".;" or (w.title(k) and k > at + 8):
            return None
    return None


def _place(w: Words, at: int, end: int) -> Country | None:
    for k in range(at, min(end, at + 10)):
        if (w.words[k] in (")", ",") and k > at and w.words[at - 1] == "(") or w.kinds[k] == SMALL:
            return None
        if k in w.places and w.places[k][1].country:
            return _of(w, k, w.places[k])
    return None


def _address(w: Words, at: int, end: int) -> Country | None:
    """The country of an address: "trú tại Tiểu khu 12, thị trấn Lương Sơn, Hòa Bình"."""
    native = None
    for k in range(at, min(end, at + 14)):
        if k in w.places and w.places[k][1].country:
            return _of(w, k, w.places[k])
        if w.words[k] == ")":
            break
        body = w.body(k)
        if body and body[1].kind == "unit":
            native = native or Country("VN", w.span(k, k + 1), "inferred")
    return native


def _of(w: Words, at: int, place: tuple[int, Place]) -> Country:
    assert place[1].country
    return Country(place[1].country, w.span(at, place[0]), "stated")
