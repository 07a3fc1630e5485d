"""One article's coding against gold's: which records are the same, and which of their slots agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from vnbilat_lib.link import FAMILIES, name_key
from vnbilat_lib.scoring.result import Fact, Fault, Rates, Tally

Likeness = Callable[[Fact, Fact], float]

MODIFIERS = frozenset({"phó", "thứ", "nguyên", "cựu", "quyền", "trợ"})  # they make another office of an office
TOLERANCE = 0.005  # amounts and rates that differ by less are equal
WIDEST_DATING = 10  # days


def compare(gold: Fact, coded: Fact, text: str | None = None) -> Tally:
    """One article's coding against gold's; `text` is needed to check quotes."""
    tally = Tally()
    if gold.get("published_range"):
        tally.slot("dating", _well_dated(gold["published_range"], coded))
    names = {_syllables(person["name"]) for person in gold.get("persons", ())}
    if "persons" in gold:
        _compare_persons(tally, gold, coded)
    if "meetings" in gold:
        _compare_meetings(tally, gold, coded, names, text)
    if "trade_figures" in gold:
        _compare_figures(tally, gold, coded, text)
    return tally


def _compare_persons(tally: Tally, gold: Fact, coded: Fact) -> None:
    def likeness(one: Fact, other: Fact) -> float:
        return float(_syllables(one["name"]) == _syllables(other.get("name")))

    pairs, missed, extra = _match(gold["persons"], coded.get("persons") or [], likeness)
    tally.rates["persons"] = _rates(pairs, missed, extra)
    _blame(tally, gold["doc_id"], "person", missed, extra)
    for one, other in pairs:
        tally.slot("person_country", (one.get("country") or None) == (other.get("country") or None))
        tally.slot("person_role", _same_role(one.get("role"), other.get("role")))


def _compare_meetings(tally: Tally, gold: Fact, coded: Fact, names: set[tuple[str, ...]], text: str | None) -> None:
    likeness, mine = _meeting_likeness(names), coded.get("meetings") or []
    pairs, missed, extra = _match(gold["meetings"], mine, likeness)
    tally.rates["meetings_all"] = _rates(pairs, missed, extra)
    _blame(tally, gold["doc_id"], "meeting", missed, extra)
    for one, other in pairs:
        for name in ("form", "salience", "status"):
            tally.slot(f"meeting_{name}", one[name] == other.get(name))
        tally.slot("meeting_sides", _same_sides(one, other, names))
        for name in ("start", "end", "country"):
            tally.filled(f"meeting_{name}", one, other, name)
        tally.filled("meeting_place", one, other, "place", _one_holds_the_other)
        if one["form"] == "visit":
            tally.slot("visit_destination", _destination(one) == _destination(other))
        _compare_quotes(tally, one, other, text)
    main = [meeting for meeting in gold["meetings"] if meeting["salience"] == "main"]
    rest = [meeting for meeting in gold["meetings"] if meeting["salience"] != "main"]
    pairs, missed, extra = _match(main, [meeting for meeting in mine if meeting.get("salience") == "main"], likeness)
    _, _, extra = _match(rest, extra, likeness)  # coded as main, background in gold: neither right nor wrong
    tally.rates["meetings_main"] = _rates(pairs, missed, extra)


def _compare_figures(tally: Tally, gold: Fact, coded: Fact, text: str | None) -> None:
    pairs, missed, extra = _match(gold["trade_figures"], coded.get("trade_figures") or [], _figure_likeness)
    rates = tally.rates["trade_figures"] = _rates(pairs, missed, extra)
    strict = sum(_same_period(one, other) and one["status"] == other.get("status") for one, other in pairs)
    tally.rates["trade_figures_strict"] = Rates(strict, rates.coded, rates.gold)
    _blame(tally, gold["doc_id"], "figure", missed, extra)
    for one, other in pairs:
        tally.slot("figure_period", _same_period(one, other))
        for name in ("status", "bound"):
            tally.slot(f"figure_{name}", one.get(name) == other.get(name))
        tally.filled("figure_change", one, other, "change_pct", _close)
        tally.filled("figure_amount_max", one, other, "amount_max", _close)
        tally.filled("figure_commodity", one, other, "commodity", lambda a, b: _overlap(_syllables(a), _syllables(b)) >= 0.5)
        _compare_quotes(tally, one, other, text)


def _compare_quotes(tally: Tally, gold: Fact, coded: Fact, text: str | None) -> None:
    """Whether the coded quote stands in the text, and holds at least half of the syllables of gold's."""
    if text is None:
        return
    quote = coded.get("quote") or ""
    tally.slot("quote_exact", quote and quote in text)
    wanted = gold.get("quote") or (text[slice(*gold["span"])] if "span" in gold else "")
    if wanted:
        have, need = set(_syllables(quote)), _syllables(wanted)
        tally.slot("quote_overlap", sum(syllable in have for syllable in need) >= len(need) / 2)


def _rates(pairs: Sequence[object], missed: Sequence[object], extra: Sequence[object]) -> Rates:
    return Rates(len(pairs), len(pairs) + len(extra), len(pairs) + len(missed))


def _blame(tally: Tally, doc_id: str, kind: str, missed: Iterable[Fact], extra: Iterable[Fact]) -> None:
    tally.faults += [Fault(f"missed {kind}", doc_id, fact) for fact in missed]
    tally.faults += [Fault(f"made-up {kind}", doc_id, fact) for fact in extra]


def _match(
    gold: Sequence[Fact], coded: Sequence[Fact], likeness: Likeness
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """The records paired one to one, the likest first, with what is left over on either side."""
    free, unused = dict(enumerate(gold)), dict(enumerate(coded))
    ranking = [(-likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(coded)]
    pairs = []
    for value, i, j in sorted(ranking):
        if value < 0 and i in free and j in unused:
            pairs.append((free.pop(i), unused.pop(j)))
    return pairs, list(free.values()), list(unused.values())


def _syllables(text: str | None) -> tuple[str, ...]:
    return tuple(name_key(text or "").split())


def _words(text: str | None) -> list[str]:
    return (text or "").casefold().replace("_", " ").split()


def _modifiers(text: str | None) -> frozenset[str]:
    return MODIFIERS.intersection(_words(text))


def _overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of two sets that both have."""
    union = {*one, *other}
    return len({*one}.intersection(other)) / len(union) if union else 0.0


def _same_role(one: str | None, other: str | None) -> bool:
    """Whether two roles have the same modifiers and more than half of their syllables in common.

    >>> _same_role("Phó Thủ tướng", "Thủ tướng"), _same_role("Bộ trưởng Ngoại giao", "Bộ trưởng Bộ Ngoại giao")
    (False, True)
    """
    if not one or not other:
        return not one and not other
    return _modifiers(one) == _modifiers(other) and _overlap(_syllables(one), _syllables(other)) > 0.5


def _same_participant(gold: str, coded: str, names: set[tuple[str, ...]]) -> bool:
    """Whether two participants are the same: a person by the whole name, a title before it or not; others by most syllables."""
    one, other = _syllables(gold), _syllables(coded)
    if not one or not other:
        return False
    if one == other:
        return True
    if one in names:
        return len(one) > 1 and other[-len(one) :] == one
    return _modifiers(gold) == _modifiers(coded) and _overlap(one, other) >= 0.6


def _pair_participants(gold: Sequence[str], coded: Sequence[str], names: set[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Places of the same participants, each used once."""
    free = list(range(len(coded)))
    pairs = []
    for i, one in enumerate(gold):
        j = next((j for j in free if _same_participant(one, coded[j], names)), None)
        if j is not None:
            free.remove(j)
            pairs.append((i, j))
    return pairs


def _flat(sides: Iterable[Sequence[str]] | None) -> tuple[list[str], list[int]]:
    """The participants of all sides, and the side of each."""
    named = [(name, number) for number, side in enumerate(sides or ()) for name in side]
    return [name for name, _ in named], [number for _, number in named]


def _same_sides(gold: Fact, coded: Fact, names: set[tuple[str, ...]]) -> bool:
    """Whether all participants are the same and are parted in the same way."""
    one, sides = _flat(gold.get("sides"))
    other, other_sides = _flat(coded.get("sides"))
    pairs = _pair_participants(one, other, names)
    parted = {(sides[i], other_sides[j]) for i, j in pairs}
    return len(pairs) == len(one) == len(other) and len({a for a, _ in parted}) == len(parted) == len({b for _, b in parted})


def _destination(meeting: Fact) -> str:
    sides = meeting.get("sides") or []
    return (sides[1][0] if len(sides) > 1 and sides[1] else meeting.get("country")) or ""


def _meeting_likeness(names: set[tuple[str, ...]]) -> Likeness:
    """How like two meetings are: one family of form, days that do not exclude each other, at least half of the participants."""

    def likeness(gold: Fact, coded: Fact) -> float:
        if _family(gold) != _family(coded) or _days_conflict(gold, coded):
            return 0.0
        sides, other_sides = gold.get("sides") or [], coded.get("sides") or []
        if gold["form"] == "visit":
            if _destination(gold)[:2].upper() != _destination(coded)[:2].upper():
                return 0.0
            sides, other_sides = sides[:1], other_sides[:1]
        one, numbers = _flat(sides)
        other, _ = _flat(other_sides)
        pairs = _pair_participants(one, other, names)
        if {numbers[i] for i, _ in pairs} != set(numbers):  # one on each side
            return 0.0
        everybody = len(one) + len(other) - len(pairs)
        share = len(pairs) / everybody if everybody else 0.0
        if share < 0.5:
            return 0.0
        also: float = 0.1 * (gold["form"] == coded.get("form")) + 0.1 * (gold.get("start") == coded.get("start"))
        return share + also

    return likeness


def _family(meeting: Fact) -> str | None:
    form = meeting.get("form")
    return None if form is None else FAMILIES.get(form, "face")


def _days_conflict(one: Fact, other: Fact) -> bool:
    """Whether the days of two meetings have none in common; unknown days exclude nothing."""
    if not any(one.get(key) for key in ("start", "end")) or not any(other.get(key) for key in ("start", "end")):
        return False
    latest_start = max(one.get("start") or "0000", other.get("start") or "0000")
    return latest_start > min(one.get("end") or "9999", other.get("end") or "9999")


def _figure_likeness(gold: Fact, coded: Fact) -> float:
    """1 for the same metric, economies and amount (or rate), and a little more for what else agrees."""
    pair, other = (gold["reporter"], gold["partner"]), (coded.get("reporter"), coded.get("partner"))
    turned = gold["metric"] in ("trade", "balance") and pair == other[::-1]
    if gold["metric"] != coded.get("metric") or not (pair == other or turned):
        return 0.0
    amount = coded.get("amount")
    if gold.get("amount") is None:
        if amount is not None or not _close(gold.get("change_pct"), coded.get("change_pct")):
            return 0.0
    else:
        seen = -amount if amount is not None and gold["metric"] == "balance" and pair != other else amount
        if not _close(gold["amount"], seen) or gold.get("currency") != coded.get("currency"):
            return 0.0
    also = 0.1 * _same_period(gold, coded) + 0.1 * (gold.get("status") == coded.get("status"))
    return 1.0 + also + 0.05 * (gold.get("commodity") == coded.get("commodity"))


def _same_period(one: Fact, other: Fact) -> bool:
    return (one.get("start"), one.get("end")) == (other.get("start"), other.get("end"))


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def _one_holds_the_other(one: str, other: str) -> bool:
    a, b = " ".join(_words(one)), " ".join(_words(other))
    return a in b or b in a


def _well_dated(span: Sequence[str], coded: Fact) -> bool:
    """Whether the coded days meet gold's and are few."""
    first, last = (coded.get(key) or coded.get("published") for key in ("published_from", "published_to"))
    if not first or not last or first > span[1] or last < span[0]:
        return False
    return (date.fromisoformat(last) - date.fromisoformat(first)).days < WIDEST_DATING
