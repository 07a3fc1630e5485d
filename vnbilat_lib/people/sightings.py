"""One sentence: the titles and names in it, and which title is whose."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnbilat_lib.people.names import FOREIGN, Name, find_name
from vnbilat_lib.people.titles import Office, read_office
from vnbilat_lib.people.words import CAPITAL, MARK, SMALL, UPPER, Words, lists

_GAP_LONGEST = 4


@dataclass(slots=True)
class Sighting:
    """A name as it stands in a sentence, with the titles before and behind it; or a title without a name.

    `cue` names what speaks for a person: "title", "honorific", "kin", "after" (a title behind), "speech", "list", "shape".
    """

    sentence: int
    name: Name | None = None
    honorific: str = ""
    before: list[Office] = field(default_factory=list)
    behind: list[Office] = field(default_factory=list)
    loose: list[Office] = field(default_factory=list)
    cue: str = ""
    first: int = 0
    end: int = 0
    plural: bool = False
    place: tuple[int, int] | None = None  # of an office named for several places, this one's
    pronoun: str = ""

    @property
    def offices(self) -> list[Office]:
        return [*self.before, *self.behind]


Element = Office | Name


def _skip_thing(w: Words, at: int, end: int) -> int:
    """Past the capitals that name a place or a thing ("đường Nguyễn Huệ", "tờ Washington Post"); `at` where none does."""
    past = max(w.stop(at, "place"), w.stop(at, "thing"))
    if past == at or past >= end or w.kinds[past] not in UPPER and w.words[past] != '"':
        return at
    if w.kinds[at] != SMALL and past - at == 1 and at + 1 < end and w.kinds[at + 1] in UPPER and not _starts(w, at):
        return at
    first = past
    while past < end and (w.kinds[past] in UPPER or (w.after[past] and w.words[past] in "-.&") or w.kinds[past] == SMALL and w.after[past]):
        if past > first and w.starts[past] - w.ends[past - 1] > 1:
            break
        if past > first and w.kinds[past] in UPPER:
            if (title := w.title(past)) and title[1].kind in ("office", "rank", "honorific") and title[0] - past > 1:
                break
            name = find_name(w, past, end)
            if name and name.strength == 3 and w.folded[past] in lists().common and name.end - past >= 3:
                break
        past += 1
    return past


def _starts(w: Words, at: int) -> bool:
    """Whether word `at` begins its sentence or stands behind a stop."""
    return at == 0 or w.kinds[at - 1] == MARK or any(first == at for first, _ in w.bounds)


def _elements(w: Words, first: int, end: int) -> list[Element]:
    """The titles and names of a sentence, from left to right."""
    found: list[Element] = []
    at = first
    known = lists()
    while at < end:
        folded, kind = w.folded[at], w.kinds[at]
        if kind == MARK or kind not in UPPER and folded not in known.titles and folded not in known.stops and folded not in known.bodies:
            at += 1
            continue
        if folded in known.titles and (office := read_office(w, at, end)):
            if not (office.row.kind == "honorific" and not _is_honorific(w, office, end)):
                found.append(office)
                at = max(office.end, at + 1)
                if at < end and (name := _name_behind(w, office, at, end)):
                    found.append(name)
                    at = name.end
                continue
        if folded in known.stops and (past := _skip_thing(w, at, end)) > at:
            at = past
            continue
        if kind in UPPER:
            at = _capital(w, at, end, found)
            continue
        if (body := w.body(at)) and body[1].kind == "firm" and body[0] < end and w.kinds[body[0]] in UPPER:
            at = _skip_body(w, body[0], end)
            continue
        at += 1
    return found


def _is_honorific(w: Words, office: Office, end: int) -> bool:
    """Whether the honorific is one: a capital follows, or it is the pronoun "ông", "bà"."""
    if office.end < end and w.kinds[office.end] in UPPER:
        return True
    return office.row.title in ("ông", "bà") and w.folded[office.first] in ("ông", "bà")


def _name_behind(w: Words, office: Office, at: int, end: int) -> Name | None:
    """The name right behind a title; a single word will do there."""
    if w.kinds[at] not in UPPER or w.starts[at] - w.ends[at - 1] > 1:
        return None
    if w.title(at) and not (w.title(at)[0] == at + 1 and office.row.kind == "honorific"):
        inner = w.title(at)
        if inner and inner[1].kind != "modifier" and not (inner[0] == at + 1 and _surname_like(w, at, end)):
            return None
    if office.row.kind not in ("honorific", "rank", "degree") and (w.stop(at, "agency") > at or w.body(at) and w.body(at)[0] - at > 1):
        return None
    if at in w.places and office.row.kind != "honorific":
        name = find_name(w, at, end)
        if not name or name.end <= w.places[at][0]:
            return None
        return name
    if w.body(at) and w.body(at)[1].kind in ("body", "international", "firm") and office.row.kind != "honorific":
        return None
    name = find_name(w, at, end)
    if name and name.end - name.first == 1 and w.kinds[at] != CAPITAL and office.row.kind != "honorific":
        return None
    return name


def _surname_like(w: Words, at: int, end: int) -> bool:
    return w.folded[at] in lists().surnames and at + 1 < end and w.kinds[at + 1] in UPPER


def _capital(w: Words, at: int, end: int, found: list[Element]) -> int:
    """Reads the capital at word `at` that no title explains: a name goes to `found`; returns where to read on."""
    if (past := w.stop(at, "agency")) > at:
        while past < end and w.kinds[past] in UPPER and w.starts[past] == w.ends[past - 1] + 1 and past not in w.places and not w.title(past):
            if find_name(w, past, end).strength == 3:  # type: ignore[union-attr]
                break
            past += 1
        return past
    name = find_name(w, at, end)
    place = w.places.get(at)
    if place and not (name and name.strength == 3 and name.end > place[0]):
        return place[0]
    if name is None:
        return at + 1
    if (past := w.stop(at, "starter")) > at and (name.strength < 3 or past - at > 1):
        return past
    body = w.body(at)
    if body and name.strength < 3 and (body[0] - at > 1 or body[1].kind in ("head", "firm", "body", "international")):
        return _skip_body(w, body[0], end)
    if name.strength >= 2:
        found.append(name)
        return name.end
    return name.end


def _skip_body(w: Words, at: int, end: int) -> int:
    """Past the capitals of an institution's name up to a person's: "Công ty Luật Minh Khuê"."""
    first = at
    while at < end and at - first < 16:
        kind = w.kinds[at]
        if kind in UPPER:
            name = find_name(w, at, end)
            if at > first and name and name.strength == 3 and w.folded[at] in lists().common:
                break
            if (title := w.title(at)) and title[1].kind in ("office", "rank", "honorific"):
                break
            at += 1
        elif at in w.places:
            at = w.places[at][0]
        elif (body := w.body(at)) and kind == SMALL and body[1].kind in ("part", "portfolio", "firm"):
            at = body[0]
        elif w.words[at] in ("-", "&", ".") and w.after[at] and at + 1 < end and w.after[at + 1]:
            at += 1
        elif w.folded[at] == "và" and at + 1 < end and w.kinds[at + 1] in UPPER and w.body(at + 1):
            at += 1
        else:
            break
    return max(at, first)


def _gap(w: Words, one: Element, two: Element) -> str:
    """The words between two elements, folded; "…" where they are far apart."""
    if two.first - one.end > _GAP_LONGEST:
        return "…"
    return " ".join(w.folded[one.end : two.first])


_CHAIN = frozenset((",", "kiêm", ", kiêm", "-", "/", "đồng thời là", ", đồng thời là", "kiêm nhiệm", ", nguyên"))
_APPOSITION = frozenset((",", "-", "(", ", là", "", "/"))
_COPULA = frozenset(("là", "làm", "giữ chức", "đảm nhiệm chức", "vốn là", "từng là", "hiện là", "đang là", "trở thành", "được bầu làm", "đang giữ chức", "với tư cách"))


def find_sightings(w: Words, number: int) -> list[Sighting]:
    """The persons of sentence `number`, by name or by title alone, in their order."""
    first, end = w.bounds[number]
    elements = _elements(w, first, end)
    sightings: list[Sighting] = []
    used: set[int] = set()
    for k, element in enumerate(elements):
        if isinstance(element, Name):
            sightings.append(_read_named(w, number, elements, k, used, end))
    for k, element in enumerate(elements):
        if isinstance(element, Office) and k not in used:
            sightings += _read_unnamed(w, number, elements, k, end)
    sightings.sort(key=lambda s: s.first)
    _share_plural(w, elements, sightings)
    return sightings


def _read_named(w: Words, number: int, elements: list[Element], k: int, used: set[int], end: int) -> Sighting:
    """A name with the titles before it (a chain) and behind it."""
    name = elements[k]
    assert isinstance(name, Name)
    sighting = Sighting(number, name, first=name.first, end=name.end)
    at = k - 1
    link: Element = name
    while at >= 0 and isinstance(office := elements[at], Office) and at not in used:
        gap = _gap(w, office, link)
        tight = isinstance(link, Office) and link.row.kind in ("honorific", "degree", "rank", "kin", "status")
        if gap == "" or (isinstance(link, Office) and gap in _CHAIN and office.row.kind not in ("honorific", "kin") and not tight) or (
            tight and gap in ("", "-", ",", "/") and office.row.kind != "honorific" and _may_chain(office, link, gap)
        ):
            if office.row.kind == "honorific":
                sighting.honorific = sighting.honorific or office.row.title
            sighting.before.insert(0, office)
            used.add(at)
            sighting.first = office.first
            link = office
            at -= 1
            continue
        if isinstance(link, Name) and gap in (",", "-", ":") and office.is_role and not office.bare:
            sighting.loose.append(office)
        break
    at = k + 1
    link = name
    while at < len(elements) and isinstance(office := elements[at], Office) and at not in used:
        gap = _gap(w, link, office)
        if office.row.kind in ("honorific", "degree", "rank") or not office.is_role:
            break
        ahead = elements[at + 1] if at + 1 < len(elements) else None
        if isinstance(ahead, Name) and _gap(w, office, ahead) == "":
            break
        fits = gap in _APPOSITION if link is name else gap in _CHAIN
        if gap == "" and (any(o.is_role for o in sighting.before) or link is not name):
            fits = False
        if not fits and not (gap in _COPULA and not any(o.is_role for o in sighting.before)):
            break
        if gap == "," and not _closes(w, elements, at, end):
            break
        sighting.behind.append(office)
        used.add(at)
        link = office
        at += 1
    sighting.cue = _cue(w, sighting, end)
    return sighting


def _may_chain(office: Office, link: Element, gap: str) -> bool:
    """Whether a title may stand before an honorific or rank: "Đại sứ Pháp tại Việt Nam - ông Olivier Brochet"."""
    return office.is_role and (gap in ("", "-") or (isinstance(link, Office) and link.row.kind in ("degree", "rank")))


def _closes(w: Words, elements: list[Element], at: int, end: int) -> bool:
    """Whether what stands behind a title after a comma lets it be an apposition: a mark, a verb; no name of its own."""
    office = elements[at]
    assert isinstance(office, Office)
    past = office.end
    if not office.bare or past >= end or w.kinds[past] == MARK:
        return True
    return w.stop(past, "speech") > past or w.stop(past, "end") > past


def _cue(w: Words, sighting: Sighting, end: int) -> str:
    """What speaks for a person."""
    name = sighting.name
    assert name is not None
    kinds = {o.row.kind for o in sighting.before}
    if kinds & {"office", "function", "rank", "counterpart", "degree"}:
        return "title"
    if "honorific" in kinds:
        return "honorific"
    if kinds:
        return "kin"
    if sighting.behind:
        return "after"
    if name.first and (w.stop(name.first - 1, "shared") == name.first):
        return "shared"
    past = name.end
    if past < end and w.stop(past, "speech") > past:
        return "speech"
    return "shape"


def _is_plural(w: Words, at: int) -> bool:
    """Whether a word of number stands before word `at`: "các", "nhiều"."""
    return any(w.stop(b, "plural") == at for b in (at - 1, at - 2) if b >= 0)


def _read_unnamed(w: Words, number: int, elements: list[Element], k: int, end: int) -> list[Sighting]:
    """A title without a name; `plural` where it points to nobody definite; one sighting each for a list of places."""
    office = elements[k]
    assert isinstance(office, Office)
    if office.row.kind == "honorific":
        word = office.row.title if office.end == office.first + 1 else ""
        return [Sighting(number, pronoun=word, first=office.first, end=office.end)] if word else []
    places = _listed_places(w, office, end)
    if len(places) > 1:
        return [
            Sighting(number, before=[office], cue="title", first=first, end=past, place=(first, past)) for first, past in places
        ]
    return [Sighting(number, before=[office], cue="title", first=office.first, end=office.end, plural=_is_plural(w, office.first))]


def _listed_places(w: Words, office: Office, end: int) -> list[tuple[int, int]]:
    """The places that one office is named for: "Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai"."""
    if office.row.kind != "office" or not (office.row.definite or office.row.rank <= 3):
        return []
    at = office.role_end
    listed = w.folded[at - 1] in ("tỉnh", "nước") and w.folded[at - 2] == "các"
    if at < end and w.words[at] == ":" and listed:
        at += 1
    found: list[tuple[int, int]] = []
    if office.places:
        first, past, _ = office.places[0]
        if past != office.role_end:
            return []
        found.append((first, past))
        plural = "các" in w.folded[office.first : first] or _is_plural(w, office.first)
    else:
        plural = listed
    conjunction = False
    while at < end:
        if found:
            if w.folded[at] not in (",", "và"):
                break
            conjunction = conjunction or w.folded[at] == "và"
            at += 1
        place = w.places.get(at)
        if not place or place[1].kind not in ("country", "region", "city", "short"):
            break
        found.append((at, place[0]))
        at = place[0]
    return found if plural or (conjunction and len(found) > 2) else []


def _share_plural(w: Words, elements: list[Element], sightings: list[Sighting]) -> None:
    """Gives a title in the plural to each name of the list behind it: "các Bộ trưởng: A, B và C"."""
    named = [s for s in sightings if s.name]
    for one, two in zip(named, named[1:], strict=False):
        if two.before or not one.before or not one.name or not two.name:
            continue
        head = one.before[0]
        gap = w.folded[one.name.end : two.name.first]
        before = head.first - 1
        listed = before >= 0 and any(w.stop(b, "plural") == head.first for b in (before, before - 1) if b >= 0) or one.plural
        if listed and gap and all(g in (",", "và", ";", "cùng", "với") for g in gap):
            two.before = list(one.before)
            two.plural = True
            two.cue = "list"
