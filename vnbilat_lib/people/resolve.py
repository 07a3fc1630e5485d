"""Who is a person, and whom a short name, an office or a pronoun means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vnbilat_lib.doc import MentionKind
from vnbilat_lib.people.coreference import KNOWN, Entity, Register, gender, is_same, name_units, same_head
from vnbilat_lib.people.counterparts import find_counterpart
from vnbilat_lib.people.holders import find_holder
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE, is_native
from vnbilat_lib.people.roles import Role, chain_role, tidy
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.sightings import find_sightings
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.witness import ask, is_doubtful
from vnbilat_lib.people.words import NUMBER, SMALL, Words

_SURE = frozenset(("title", "honorific", "after", "list", "shared", "age", "kin"))
_NEAR = 6  # sightings before a counterpart
_LONGEST_BYLINE = 40  # words of a sentence


@dataclass(slots=True)
class Resolved:
    """A sighting with the person that it points to (None for an office holder without a name) and the roles that it adds."""

    sighting: Sighting
    entity: Entity | None
    kind: MentionKind
    office: Office | None = None
    roles: list[Role] = field(default_factory=list)


def resolve(w: Words) -> list[Resolved]:
    """The sightings that point to a person or office holder, each with whom it means."""
    sightings = [s for number in range(len(w.bounds)) for s in find_sightings(w, number)]
    register = Register(w)
    found = _link(w, sightings, register, _enter_full_names(w, sightings, register))
    _give_counterparts(w, found)
    return found


# ---- who is a person


def _enter_full_names(w: Words, sightings: list[Sighting], register: Register) -> dict[int, Entity]:
    """Persons by full names: those that a title or a sure shape proves, those that these support, those that the tagger sees."""
    entered: dict[int, Entity] = {}
    named = [(k, s) for k, s in enumerate(sightings) if s.name and len(name_units(w, s.name)) > 1 and not _is_byline(w, s)]
    for k, s in named:
        if _is_sure(w, s):
            entered[k] = register.enter(s)
    titled = {name_units(w, s.name) for s in sightings if s.name and s.cue in ("honorific", "title")}
    doubtful = []
    for k, s in named:
        if k in entered:
            continue
        if _is_supported(w, s, register, titled):
            entered[k] = register.enter(s)
        elif is_doubtful(w, s):
            doubtful.append((k, s))
    confirmed = ask(w, sightings, [s for _, s in doubtful]) if doubtful else []
    for k, s in doubtful:
        if any(s is c for c in confirmed):
            s.cue = "tagger"
            entered[k] = register.enter(s)
    return entered


def _is_sure(w: Words, s: Sighting) -> bool:
    """Whether a title, an honorific, an age or the shape itself proves a person."""
    if s.cue in _SURE or s.named.strength == 3:
        return True
    return s.named.origin == VIETNAMESE and s.cue == "speech" and s.named.strength == 2 and w.is_surname(s.named.first)


def _is_supported(w: Words, s: Sighting, register: Register, titled: set[tuple[str, ...]]) -> bool:
    """Whether the name is a known person's, or a foreign one with his last name, or a short mention points to it."""
    units, origin = name_units(w, s.named), s.named.origin
    if any(is_same(e, units, origin) for e in register.known):
        return True
    first = s.named.first
    headline = w.words[first + 1] != "-" and is_native(w.folded[first])  # "Ngăn Trump hay cản Putin?"
    if origin != FOREIGN or headline:
        return False
    if any(e.origin == FOREIGN and e.units[-1] == units[-1] for e in register.known):
        return True
    return units[-1:] in titled


def _is_byline(w: Words, s: Sighting) -> bool:
    """Whether a name closes the article and nothing is said of it: "... quan hệ hai nước. Phương Linh"."""
    if s.sentence < len(w.bounds) - 2:
        return False
    first, end = w.bounds[s.sentence]
    past = s.named.end
    if past - first > _LONGEST_BYLINE:
        return False
    alone = (
        s.first == first and end - past <= _LONGEST_BYLINE and all(w.kinds[k] not in (SMALL, NUMBER) for k in range(past, end))
    )
    if alone and s.sentence == len(w.bounds) - 1:
        return True
    if s.cue != "shape" or any(w.kinds[k] == SMALL for k in range(past, min(end, past + 2))):
        return False
    return all(w.kinds[k] != SMALL for k in range(first, s.named.first)) or not w.words[s.named.first - 1].isalnum()


# ---- who is meant


def _link(w: Words, sightings: list[Sighting], register: Register, entered: dict[int, Entity]) -> list[Resolved]:
    """Goes through the article: each sighting with the person meant."""
    found: list[Resolved] = []
    recent: list[Entity] = []
    for k, s in enumerate(sightings):
        entity = entered.get(k)
        resolved = Resolved(s, entity, "name") if entity is not None else _resolve_one(w, s, register, recent)
        if resolved is None:
            continue
        found.append(resolved)
        if resolved.entity is not None:
            recent[:] = [*(e for e in recent[-KNOWN:] if e is not resolved.entity), resolved.entity]
    return found


def _resolve_one(w: Words, s: Sighting, register: Register, recent: list[Entity]) -> Resolved | None:
    """The person whom a short name, a pronoun or a title without a name means."""
    if s.name is not None:
        entity = _find_short(w, s, register, recent)
        if entity is None:
            return None
        return Resolved(s, entity, "name" if entity.units == name_units(w, s.name) else "short")
    if s.pronoun:
        entity = next((e for e in reversed(recent) if e.gender in ("", s.pronoun)), None)
        return Resolved(s, entity, "pronoun") if entity else None
    held = find_holder(w, s, recent, register)
    if held is None:
        return None
    office, entity = held
    role = chain_role(w, [office]) if entity else None
    return Resolved(s, entity, "office", office, [replace(role, basis="resolved")] if role else [])


def _find_short(w: Words, s: Sighting, register: Register, recent: list[Entity]) -> Entity | None:
    """The person whom a short name means, the last mentioned first; a new one where none fits and a title speaks for a person."""
    units = name_units(w, s.named)
    if len(units) > 1:
        return None
    fits = register.fit(units, s.named.origin, gender(s))
    if fits:
        titled = [o for o in s.before if o.row.kind == "office"]
        if titled:
            fits = [
                e for e in fits if any(same_head(o, t) for x in e.sightings[:KNOWN] for o in x.offices for t in titled)
            ] or fits
        entity = next((e for e in reversed(recent) if any(e is f for f in fits)), fits[0])
        entity.add(s, units)
        return entity
    if s.cue == "title" and s.named.origin == VIETNAMESE:
        return register.enter(s) if any(o.row.kind in ("rank", "degree") for o in s.before) else None
    return register.enter(s) if s.cue in ("title", "honorific", "shared") else None


def _give_counterparts(w: Words, found: list[Resolved]) -> None:
    """Gives each counterpart the office of the one before him: "người đồng cấp Australia Julie Bishop"."""
    for k, r in enumerate(found):
        if r.entity is None or not any(o.row.kind == "counterpart" for o in r.sighting.before):
            continue
        before = [(f.sighting.sentence, _held(f)) for f in found[max(0, k - _NEAR) : k]]
        counterpart = find_counterpart(w, r.sighting, before)
        if counterpart is not None and not _holds_another(r.entity, counterpart.base):
            office = replace(counterpart.base, places=(counterpart.place,))
            span = w.span(r.sighting.first, r.sighting.before[0].end)
            text = tidy(counterpart.text(w))
            r.roles.append(Role(text, span, office, (True, len(text.split())), "resolved"))


def _holds_another(entity: Entity, base: Office) -> bool:
    """Whether the article gives a counterpart another office of that rank: "Chủ tịch Trung Quốc và người đồng cấp Nga Putin"."""
    held = [o for s in entity.sightings for o in s.offices if o.row.kind == "office" and o.rank <= base.rank]
    return bool(held) and all(o.row.title != base.row.title for o in held)


def _held(r: Resolved) -> list[Office]:
    """The offices of the person that a sighting points to, its own last."""
    if r.entity is None:
        return r.sighting.offices
    return [*(o for s in r.entity.sightings for o in s.offices if not o.bare), *r.sighting.offices]
