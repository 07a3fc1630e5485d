"""What was found about persons as the doc's records: mentions and persons with their evidence."""

from __future__ import annotations

from vnbilat_lib.doc import Evidence, Mention, MentionKind, Person
from vnbilat_lib.people.coreference import Entity, fullest_name
from vnbilat_lib.people.countries import Country, Scene, is_public, office_country, person_country
from vnbilat_lib.people.holders import office_text, place_country
from vnbilat_lib.people.resolve import Resolved
from vnbilat_lib.people.roles import Role, best_role, chain_role, tidy
from vnbilat_lib.people.words import Words

_SOURCES = {"after": "title", "speech": "shape", "shared": "shape", "age": "shape", "kin": "honorific"}


def to_records(w: Words, found: list[Resolved]) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """The mentions in their order, and the persons in the order of their first mention."""
    entities = list({id(r.entity): r.entity for r in found if r.entity is not None}.values())
    numbers = {id(entity): number for number, entity in enumerate(entities)}
    extra: dict[int, list[Role]] = {}
    for r in found:
        if r.entity is not None and r.roles:
            extra.setdefault(id(r.entity), []).extend(r.roles)
    roles = [best_role(w, e, extra.get(id(e), [])) for e in entities]
    countries = _countries(w, entities, extra)
    mentions = []
    for r in found:
        if r.entity is None:
            mentions.append(_office_mention(w, r))
        else:
            number = numbers[id(r.entity)]
            mentions.append(_person_mention(w, r, number, countries[number], roles[number]))
    own: list[list[int]] = [[] for _ in entities]
    for number, mention in enumerate(mentions):
        if mention.person is not None:
            own[mention.person].append(number)
    persons = [_person(w, *row) for row in zip(entities, roles, countries, map(tuple, own), strict=True)]
    return tuple(mentions), tuple(persons)


def _countries(w: Words, entities: list[Entity], extra: dict[int, list[Role]]) -> list[Country | None]:
    """Each person's country."""
    offices = [[r.office for r in extra.get(id(e), [])] for e in entities]
    held = [[*others, *(o for s in e.sightings for o in s.offices)] for e, others in zip(entities, offices, strict=True)]
    scene = Scene(w, entities, held)
    return [person_country(w, entity, others, scene) for entity, others in zip(entities, offices, strict=True)]


def _office_mention(w: Words, r: Resolved) -> Mention:
    """An office holder whom the article never names; an office without a country is Vietnam's if Vietnam has it."""
    s, office = r.sighting, r.office
    assert office is not None
    country = place_country(w, s) or office_country(w, office)
    home = "VN" if is_public(office) and office.row.definite == "home" else None
    return Mention(
        span=w.span(s.first, s.end),
        kind="office",
        office=office_text(w, s, office),
        country=(country.code or None) if country else home,
        sector=office.row.sector,
        rank=office.rank,
    )


def _person_mention(w: Words, r: Resolved, number: int, country: Country | None, chosen: Role | None) -> Mention:
    s = r.sighting
    role = chain_role(w, s.before) or chain_role(w, s.behind)
    kind: MentionKind = r.kind
    return Mention(
        span=w.span(s.first, s.end),
        kind=kind,
        person=number,
        office=tidy(role.text) if role and kind == "office" else None,
        country=(country.code or None) if country else None,
        name=w.span(s.name.first, s.name.end) if s.name else None,
        role=role.span if role else None,
        sector=chosen.office.row.sector if chosen else None,
        rank=chosen.office.rank if chosen else None,
        source="coreference" if kind in ("office", "pronoun") else _SOURCES.get(s.cue, s.cue),
    )


def _person(w: Words, entity: Entity, role: Role | None, country: Country | None, mentions: tuple[int, ...]) -> Person:
    name = fullest_name(w, entity)
    span = w.span(name.first, name.end)
    evidence = [Evidence("name", span)]
    if role:
        evidence.append(Evidence("role", role.span, role.basis))
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
