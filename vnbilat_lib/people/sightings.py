"""One sentence: which title is whose."""

from __future__ import annotations

from itertools import pairwise

from vnbilat_lib.people.appositions import read_behind
from vnbilat_lib.people.chains import read_before
from vnbilat_lib.people.elements import Element, find_elements
from vnbilat_lib.people.links import is_plural
from vnbilat_lib.people.names import Name
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import NUMBER, Words

_FAR = 4  # words between a title and the list of its holders


def find_sightings(w: Words, number: int) -> list[Sighting]:
    """The persons of sentence `number`, by name, title or pronoun, in their order."""
    first, end = w.bounds[number]
    elements = find_elements(w, first, end)
    if not elements:
        return []
    used: set[int] = set()
    found = [_read_named(w, number, elements, k, used) for k, e in enumerate(elements) if isinstance(e, Name)]
    named = {id(s.name): s for s in found}
    for k, element in enumerate(elements):
        if isinstance(element, Office) and k not in used:
            found += _read_unnamed(w, number, element, end)
    shared = _share_titles(w, elements, named)
    found = sorted((s for s in found if s.name or s.first not in shared), key=lambda s: s.first)
    _join_spellings(w, [s for s in found if s.name])
    return found


def _read_named(w: Words, number: int, elements: list[Element], k: int, used: set[int]) -> Sighting:
    """A name with the titles before it (a chain) and behind it."""
    name, end = elements[k], w.bounds[number][1]
    assert isinstance(name, Name)
    sighting = Sighting(number, name, first=name.first, end=name.end)
    read_before(w, sighting, elements, k, used)
    read_behind(w, sighting, elements, k, used)
    sighting.cue = _cue(w, sighting, end)
    return sighting


# ---- what speaks for a person


def _cue(w: Words, sighting: Sighting, end: int) -> str:
    """What speaks for a person."""
    name = sighting.named
    kinds = {o.row.kind for o in sighting.before}
    if kinds & {"office", "function", "rank", "counterpart", "degree"}:
        return "title"
    if kinds:
        return "honorific" if "honorific" in kinds else "kin"
    if sighting.behind:
        return "after"
    if name.first and w.stop(name.first - 1, "shared") == name.first:
        return "shared"
    if _is_kin(w, name, end):
        return "kin"
    past = name.end + (name.end + 1 < end and w.words[name.end] == ",")
    if past < end and w.has(past, "speech"):
        return "speech"
    return "age" if _is_aged(w, name.end, past, end) else "shape"


def _is_kin(w: Words, name: Name, end: int) -> bool:
    """Whether a word of kinship or status stands behind the name: "Otto Warmbier là sinh viên Mỹ"."""
    at = name.end + 1
    if at >= end or (w.words[name.end] not in (",", "(", "-") and not w.has(name.end, "apposition")):
        return False
    if w.has(at, "apposition") and at + 1 < end:
        at = w.stop(at, "apposition")
    title = w.title(at) if at < end else None
    return title is not None and title[1].kind in ("kin", "status", "degree")


def _is_aged(w: Words, behind: int, past: int, end: int) -> bool:
    """Whether an age, the years of a life or a home stands behind the name: ", 33 tuổi", "(1913 - 2006)", ", trú tại"."""
    if past + 1 < end and w.kinds[past] == NUMBER and w.has(past + 1, "age"):
        return True
    if past < end and w.has(past, "residence"):
        return True
    bracket = behind + 1 < end and w.words[behind] == "("
    return bracket and (w.kinds[behind + 1] == NUMBER or w.has(behind + 1, "residence"))


# ---- titles without a name


def _read_unnamed(w: Words, number: int, office: Office, end: int) -> list[Sighting]:
    """A title without a name; `plural` where it points to nobody definite; one sighting each for a list of places."""
    if office.row.kind == "honorific":
        pronoun = office.row.definite in ("male", "female") and office.end == office.first + 1
        return [Sighting(number, pronoun=office.row.definite, first=office.first, end=office.end)] if pronoun else []
    places = _listed_places(w, office, end)
    if len(places) > 1:
        return [Sighting(number, before=[office], cue="title", first=a, end=b, place=(a, b)) for a, b in places]
    plural = office.plural or is_plural(w, office.first)
    return [Sighting(number, before=[office], cue="title", first=office.first, end=office.end, plural=plural)]


def _listed_places(w: Words, office: Office, end: int) -> list[tuple[int, int]]:
    """The places that one office is named for: "Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai"."""
    if office.row.kind != "office" or not (office.definite or office.row.rank <= 3):
        return []
    found: list[tuple[int, int]] = []
    at = office.role_end
    if office.places:
        first, past, _ = office.places[0]
        if past != at:
            return []
        found.append((first, past))
        plural = any(w.has(k, "several") or w.words[k].isdigit() for k in range(office.first, first)) or is_plural(
            w, office.first
        )
    else:
        plural = w.has(at - 2, "several") and w.body(at - 1) is not None
        at += plural and at < end and w.words[at] == ":"
    places, joined = _places_behind(w, at, end, begun=bool(found))
    found += places
    return found if plural or (joined and len(found) > 2) else []


def _places_behind(w: Words, at: int, end: int, *, begun: bool) -> tuple[list[tuple[int, int]], bool]:
    """The places in a list from word `at` on, and whether "và" joins the last."""
    found: list[tuple[int, int]] = []
    joined = False
    while at < end:
        if found or begun:
            joined = joined or w.has(at, "and")
            if w.words[at] != "," and not w.has(at, "and"):
                break
            at += 1
        place = w.places.get(at)
        if not place or place[1].kind not in ("country", "region", "city", "short"):
            break
        found.append((at, place[0]))
        at = place[0]
    return found, joined


def _share_titles(w: Words, elements: list[Element], named: dict[int, Sighting]) -> set[int]:
    """Gives a title in the plural to each name of the list behind it: "các Bộ trưởng: A, B và C", "các ngôi sao như A, B".

    Returns the first words of the titles that were given.
    """
    given: set[int] = set()
    shared: Office | None = None
    for one, two in pairwise(elements):
        if not isinstance(two, Name):
            shared = None
            continue
        sighting = named[id(two)]
        if isinstance(one, Office):
            colon = one.end < len(w) and w.words[one.end] == ":" and one.row.kind == "office"
            shared = (
                one if (one.is_role or one.row.kind == "status") and (one.plural or is_plural(w, one.first) or colon) else None
            )
            if shared and not sighting.before and _begins_list(w, one, two):
                given.add(shared.first)
                _give(sighting, shared)
        elif shared and not sighting.before and _goes_on(w, one, two):
            _give(sighting, shared)
    return given


def _begins_list(w: Words, office: Office, name: Name) -> bool:
    """Whether a list begins between a title and a name: "các ngôi sao bóng đá nổi tiếng như", "các Bộ trưởng:"."""
    at = name.first - 1
    return 0 < name.first - office.end <= _FAR and (w.words[at] == ":" or w.has(at, "list"))


def _goes_on(w: Words, one: Name, two: Name) -> bool:
    """Whether only commas and "và" stand between two names."""
    return all(w.words[k] in (",", ";") or w.has(k, "and") for k in range(one.end, two.first))


def _give(sighting: Sighting, office: Office) -> None:
    sighting.before = [office]
    sighting.plural = True
    sighting.cue = "list"


def _join_spellings(w: Words, named: list[Sighting]) -> None:
    """A second spelling in brackets is the same person: "Đô-nan Trăm (Donald Trump)"."""
    for one, two in pairwise(named):
        at, past = one.named.end, two.named.end
        if two.named.first == at + 1 and w.words[at] == "(" and past < len(w) and w.words[past] == ")":
            two.spelling_of = one
            two.cue = one.cue if two.cue == "shape" else two.cue
            one.cue = two.cue if one.cue == "shape" else one.cue
