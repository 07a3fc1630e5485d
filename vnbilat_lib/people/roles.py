"""A person's role: the fullest title that the article gives him."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vnbilat_lib.doc import Basis, Span
from vnbilat_lib.people.coreference import Entity
from vnbilat_lib.people.titles import Office, first_word
from vnbilat_lib.people.words import Words


@dataclass(frozen=True, slots=True)
class Role:
    """A role's text with its span, its highest office, and how full it is: whether it has a complement, how many words.

    `basis`: "resolved" where the title stands apart from the name ("Thủ tướng" for one named before).
    """

    text: str
    span: Span
    office: Office
    fullness: tuple[bool, int]
    basis: Basis = "stated"


def chain_role(w: Words, offices: list[Office]) -> Role | None:
    """The role that a chain of titles gives: "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an"; None for honorifics and degrees."""
    if not offices:
        return None
    held = [o for o in offices if o.is_role and o.row.kind != "counterpart"]
    held = held or [o for o in offices if o.row.kind == "rank"][-1:]
    if not held:
        return None
    if held[0].row.kind == "degree" and any(o.row.kind == "office" for o in held):
        held = [o for o in held if o.row.kind != "degree"]  # "tiến sĩ kinh tế, cựu Thứ trưởng Bộ Tài chính"
    if "former" not in held[0].standing:  # "Chủ tịch Quốc hội, nguyên Chủ tịch Hội Hữu nghị": what he is
        held = [o for o in held if "former" not in o.standing]
    first, last = held[0], held[-1]
    if any(o.row.kind == "honorific" for o in offices[offices.index(first) : offices.index(last)]):
        first = last
    at = first_word(first)
    span = w.span(at, last.role_end)
    text = span.of(w.text)
    if first.prefix:
        text = f"{w.span(*first.prefix).of(w.text)}, {text}"
    words = {w.folded[k] for k in (*range(*(first.prefix or (at, at))), *range(at, last.role_end)) if not _is_unit(w, k)}
    office = max(held, key=lambda o: -o.rank)
    return Role(tidy(text), span, office, (any(o.places or o.body_kind for o in held), len(words)))


def _is_unit(w: Words, at: int) -> bool:
    """Whether word `at` names a kind of place: "tỉnh", "TP"."""
    body = w.body(at)
    return body is not None and body[1].kind in ("unit", "whole", "side")


def tidy(text: str) -> str:
    """A text on one line.

    >>> tidy("Bí thư  Tỉnh ủy")
    'Bí thư Tỉnh ủy'
    """
    return " ".join(text.split())


def best_role(w: Words, entity: Entity, extra: list[Role]) -> Role | None:
    """The fullest of the roles that the person's sightings and the offices that stand for him (`extra`) give.

    An office goes before a function, a function before a military rank; of present and former offices the more frequent; of
    offices of one rank the one with its institution and the most words.
    """
    chains = (chain_role(w, offices) for s in entity.sightings for offices in (s.before, s.behind))
    found = [role for role in chains if role is not None] + extra
    for kinds in (("office",), ("function", "degree", "counterpart")):
        if any(r.office.row.kind in kinds for r in found):
            found = [r for r in found if r.office.row.kind in kinds]
            break
    if not found:
        return None
    usual = Counter("former" in r.office.standing for r in found).most_common(1)[0][0]
    found = [r for r in found if ("former" in r.office.standing) == usual]
    best = min(r.office.rank for r in found)
    near = [r for r in found if r.office.rank <= best + 1]
    often = Counter(r.text.casefold() for r in near)
    return max(near, key=lambda r: (r.fullness, often[r.text.casefold()], len(r.text)))
