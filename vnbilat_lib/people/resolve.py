"""From sightings to mentions and persons: who is a person, whom a short name, an office or a pronoun means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from vnbilat_lib.doc import Doc, Evidence, Mention, MentionKind, Person, Span
from vnbilat_lib.people.coreference import Entity, Register, gender, is_same, is_short, name_units, same_head
from vnbilat_lib.people.counterparts import find_counterpart
from vnbilat_lib.people.countries import Country, is_public, office_country, person_country
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE
from vnbilat_lib.people.roles import Role, best_role, chain_role, tidy
from vnbilat_lib.people.sightings import Sighting, find_sightings
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.witness import ask, is_doubtful
from vnbilat_lib.people.words import SMALL, UPPER, Words, lists

_SURE = frozenset(("title", "honorific", "after", "list", "shared", "age", "kin"))


@dataclass(slots=True)
class Resolved:
    """A sighting with the person that it points to."""

    sighting: Sighting
    entity: Entity | None
    kind: MentionKind
    office: Office | None = None
    source: str = "title"
    roles: list[Role] = field(default_factory=list)


def resolve(doc: Doc, w: Words) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """The mentions and persons of a doc."""
    sightings = [s for number in range(len(w.bounds)) for s in find_sightings(w, number)]
    register = Register(w)
    entities = _enter_full_names(w, sightings, register)
    found = _link(w, sightings, register, entities)
    _give_counterparts(w, found)
    return _write(w, found)


def _enter_full_names(w: Words, sightings: list[Sighting], register: Register) -> dict[int, Entity]:
    """Persons by their full names: first those that a title or a sure shape proves, then the rest that these support."""
    entered: dict[int, Entity] = {}
    named = [(k, s) for k, s in enumerate(sightings) if s.name and len(name_units(w, s.name)) > 1]
    for k, s in named:
        if not _is_byline(w, s) and _is_sure(w, s):
            entered[k] = register.enter(s)
    for k, s in named:
        if k in entered or _is_byline(w, s):
            continue
        assert s.name is not None
        units = name_units(w, s.name)
        known = [e for e in register.entities if is_same(e, units, s.name.origin)]
        if known or _is_supported(w, units, s, register, sightings):
            entered[k] = register.enter(s)
    doubtful = [s for k, s in named if k not in entered and is_doubtful(w, s) and not _is_byline(w, s)]
    for s in ask(w, sightings, doubtful) if doubtful else ():
        s.cue = "tagger"
        entered[sightings.index(s)] = register.enter(s)
    return entered


def _is_sure(w: Words, s: Sighting) -> bool:
    name = s.name
    assert name is not None
    if s.cue in _SURE:
        return True
    if name.strength == 3:
        return True
    if name.origin == VIETNAMESE:
        return (s.cue == "speech" and name.strength == 2 and w.folded[name.first] in lists().surnames)
    return False


def _is_supported(w: Words, units: tuple[str, ...], s: Sighting, register: Register, sightings: list[Sighting]) -> bool:
    """Whether a foreign name without a cue bears a known person's last name, or a short mention points to it."""
    assert s.name is not None
    if s.name.origin != FOREIGN:
        return False
    if any(e.origin == FOREIGN and e.units[-1] == units[-1] for e in register.entities):
        return True
    for other in sightings:
        if other.name and other.cue in ("honorific", "title") and name_units(w, other.name) == units[-1:]:
            return True
    return False


def _is_byline(w: Words, s: Sighting) -> bool:
    """Whether a name without a cue closes the article: "... quan hệ hai nước. Phương Linh"."""
    if s.sentence < len(w.bounds) - 2:
        return False
    assert s.name is not None
    first, end = w.bounds[s.sentence]
    if s.first == first and all(w.kinds[k] not in (SMALL, "n") for k in range(s.name.end, end)) and s.sentence == len(w.bounds) - 1:
        return True
    if s.cue != "shape":
        return False
    if any(w.kinds[k] == SMALL for k in range(s.name.end, min(end, s.name.end + 2))):
        return False
    return all(w.kinds[k] != SMALL for k in range(first, s.name.first)) or not w.words[s.name.first - 1].isalnum()


def _link(w: Words, sightings: list[Sighting], register: Register, entered: dict[int, Entity]) -> list[Resolved]:
    """Goes through the article: each sighting with the person meant."""
    found: list[Resolved] = []
    recent: list[Entity] = []
    for k, s in enumerate(sightings):
        entity = entered.get(k)
        if entity is not None:
            found.append(Resolved(s, entity, "name", source=s.cue))
        elif s.name is not None:
            entity = _short(w, s, register, recent)
            if entity is None:
                continue
            kind: MentionKind = "name" if entity.units == name_units(w, s.name) else "short"
            found.append(Resolved(s, entity, kind, source=s.cue))
        elif s.pronoun:
            entity = _pronoun(s, recent)
            if entity is None:
                continue
            found.append(Resolved(s, entity, "pronoun", source="coreference"))
        elif s.before:
            resolved = _office(w, s, found, recent, register)
            if resolved is None:
                continue
            found.append(resolved)
            entity = resolved.entity
        if entity is not None:
            if entity in recent:
                recent.remove(entity)
            recent.append(entity)
    return found


def _short(w: Words, s: Sighting, register: Register, recent: list[Entity]) -> Entity | None:
    """The person whom a short name means; a new one where none fits and a title speaks for a person."""
    assert s.name is not None
    units = name_units(w, s.name)
    if len(units) > 1:
        return None
    fits = register.fit(units, s.name.origin, gender(s))
    if fits:
        near = [e for e in recent if e in fits]
        entity = near[-1] if near else fits[0]
        entity.add(s, units)
        return entity
    if s.cue not in ("title", "honorific", "shared"):
        return None
    if s.cue == "title" and s.name.origin == VIETNAMESE and not any(o.row.kind in ("rank", "degree") for o in s.before):
        return None
    return register.enter(s)


def _pronoun(s: Sighting, recent: list[Entity]) -> Entity | None:
    return next((e for e in reversed(recent) if e.gender in ("", s.pronoun)), None)


def _office(w: Words, s: Sighting, found: list[Resolved], recent: list[Entity], register: Register) -> Resolved | None:
    """The person or the definite office holder whom a title without a name means."""
    office = next((o for o in reversed(s.before) if o.row.kind in ("office", "function")), None)
    if office is None or s.plural:
        return None
    country = _place_country(w, s) or office_country(w, office)
    candidates = [] if s.place else _holders(w, office, country, recent, register)
    if candidates:
        role = chain_role(w, [office])
        return Resolved(s, candidates[-1], "office", office, "coreference", [role] if role else [])
    if not office.definite:
        return None
    if office.bare and (office.row.rank > 1 or office.row.definite == "abroad"):
        return None
    if office.row.rank > 4 or office.row.sector == "business":
        return None
    return Resolved(s, None, "office", office)


def _place_country(w: Words, s: Sighting) -> Country | None:
    if s.place is None:
        return None
    place = w.places[s.place[0]][1]
    return Country(place.country or "", w.span(*s.place), "stated")


def _holders(w: Words, office: Office, country: Country | None, recent: list[Entity], register: Register) -> list[Entity]:
    """The persons who hold the office, the most recent last; those named later in the article count too."""
    fits = []
    for entity in [*(e for e in register.entities if e not in recent), *recent]:
        for s in entity.sightings:
            held = next((o for o in s.offices if same_head(o, office)), None)
            if held is None:
                continue
            if not _agree(w, held, office, country, entity):
                continue
            fits.append(entity)
            break
    return fits


def _agree(w: Words, held: Office, office: Office, country: Country | None, entity: Entity) -> bool:
    """Whether the office without a name can be the one held: no other country, no other institution."""
    own = office_country(w, held)
    if country and own and country.code != own.code:
        return False
    if country and own is None and not _complement(w, office):
        if entity.origin == VIETNAMESE and "vi" in lists().surnames.get(entity.units[0], ()):
            return country.code == "VN"
        others = {office_country(w, o) for s in entity.sightings for o in s.offices} - {None}
        return not others or any(o and o.code == country.code for o in others)
    mine = _complement(w, office)
    if not mine:
        return True
    his = {word for s in entity.sightings for o in s.offices if same_head(o, office) for word in _complement(w, o)}
    return len(mine & his) * 2 > len(mine)


def _complement(w: Words, office: Office) -> set[str]:
    """The words of a title's complement without its places."""
    inside = {k for first, past, _ in office.places for k in range(first, past)}
    rest = (k for k in range(office.head_end, office.role_end) if k not in inside and w.words[k].isalpha())
    words = {w.folded[k] for k in rest if not any(w.has(k, kind) for kind in ("of", "at", "and")) and not _is_head(w, k)}
    return words


def _is_head(w: Words, at: int) -> bool:
    """Whether word `at` tells only the kind of place or institution: "tỉnh", "Bộ"."""
    body = w.body(at)
    return body is not None and body[0] == at + 1 and body[1].kind in ("head", "unit", "whole", "side")


def _give_counterparts(w: Words, found: list[Resolved]) -> None:
    """Gives each counterpart the office of the one before him."""
    for k, r in enumerate(found):
        if not any(o.row.kind == "counterpart" for o in r.sighting.before):
            continue
        before = [(f.sighting.sentence, _held(f)) for f in found[max(0, k - 6) : k]]
        counterpart = find_counterpart(w, r.sighting, before)
        if counterpart is not None and r.entity is not None:
            office = replace(counterpart.base, places=(counterpart.place,))
            span = w.span(r.sighting.first, r.sighting.before[0].end)
            text = tidy(counterpart.text(w))
            r.roles.append(Role(text, span, office, (True, len(text.split()))))


def _held(r: Resolved) -> list[Office]:
    """The offices of the person that a sighting points to, its own last."""
    if r.entity is None:
        return r.sighting.offices
    return [*(o for s in r.entity.sightings for o in s.offices if not o.bare), *r.sighting.offices]


def _write(w: Words, found: list[Resolved]) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    order = list({id(r.entity): r.entity for r in found if r.entity is not None}.values())
    numbers = {id(e): k for k, e in enumerate(order)}
    extra: dict[int, list[Role]] = {}
    for r in found:
        if r.entity is not None and r.roles:
            extra.setdefault(id(r.entity), []).extend(r.roles)
    roles = [best_role(w, e, extra.get(id(e), [])) for e in order]
    offices = [[r.office for r in extra.get(id(e), [])] for e in order]
    owned: Counter[str] = Counter()
    for e, own in zip(order, offices, strict=True):
        codes = {c.code for o in [*own, *(o for s in e.sightings for o in s.offices)] if (c := office_country(w, o)) and c.code}
        owned.update(codes)
    countries = [person_country(w, e, own, owned) for e, own in zip(order, offices, strict=True)]
    mentions = [_mention(w, r, numbers, countries, roles) for r in found]
    persons = []
    for k, entity in enumerate(order):
        own = tuple(n for n, m in enumerate(mentions) if m.person == k)
        persons.append(_person(w, entity, roles[k], countries[k], own))
    return tuple(mentions), tuple(persons)


def _mention(w: Words, r: Resolved, numbers: dict[int, int], countries: list[Country | None], roles: list[Role | None]) -> Mention:
    s = r.sighting
    person = numbers[id(r.entity)] if r.entity is not None else None
    country = countries[person] if person is not None else None
    offices = [o for o in s.offices if o.row.kind != "honorific"]
    role = chain_role(w, s.before) or chain_role(w, s.behind)
    first = s.first
    if person is None:
        assert r.office is not None
        own = _place_country(w, s) or office_country(w, r.office)
        code = (own.code or None) if own else ("VN" if is_public(r.office) and r.office.row.definite == "home" else None)
        text = _office_text(w, s, r.office)
        return Mention(w.span(first, s.end), "office", None, text, code, None, None, r.office.row.sector, r.office.rank, "title")
    chosen = roles[person]
    return Mention(
        span=w.span(first, s.end),
        kind=r.kind,
        person=person,
        office=tidy(role.text) if role and r.kind == "office" else None,
        country=(country.code or None) if country else None,
        name=w.span(s.name.first, s.name.end) if s.name else None,
        role=role.span if role else None,
        sector=chosen.office.row.sector if chosen else None,
        rank=chosen.office.rank if chosen else None,
        source=_source(r, offices),
    )


def _source(r: Resolved, offices: list[Office]) -> str:
    if r.kind in ("office", "pronoun"):
        return "coreference"
    return {"after": "title", "speech": "shape", "shared": "shape", "age": "shape", "kin": "honorific"}.get(r.source, r.source)


def _office_text(w: Words, s: Sighting, office: Office) -> str:
    if s.place is None:
        return tidy(w.span(office.first, office.role_end).of(w.text))
    first = office.places[0][0] if office.places else office.role_end
    while first > office.head + 1 and (w.words[first - 1] == ":" or w.has(first - 1, "several") or _is_head(w, first - 1)):
        first -= 1
    return tidy(f"{w.span(office.first, first).of(w.text)} {w.span(*s.place).of(w.text)}")


def _person(w: Words, entity: Entity, role: Role | None, country: Country | None, mentions: tuple[int, ...]) -> Person:
    span = w.span(entity.name.first, entity.name.end)
    evidence = [Evidence("name", span)]
    if role:
        evidence.append(Evidence("role", role.span))
    if country and country.code:
        evidence.append(Evidence("country", country.span or span, country.basis))
    return Person(
        name=tidy(span.of(w.text)),
        role=role.text if role else None,
        country=(country.code or None) if country else None,
        sector=role.office.row.sector if role else None,
        rank=role.office.rank if role else None,
        mentions=mentions,
        evidence=tuple(evidence),
        rule=entity.sightings[0].cue,
    )


__all__ = ["Span", "UPPER", "is_short", "resolve"]
