"""Money, per cents, multiples and other numbers with a unit, with their hedges and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TypeVar

from vnbilat_lib.doc import Amount, Bound, Doc, Span
from vnbilat_lib.lexicon import UnitWord, numeral_words, unit_words
from vnbilat_lib.match import Endings, small
from vnbilat_lib.numerals import Numeral, find_numerals, parse_number

_THOUSAND, _MILLION, _BILLION = Decimal(1000), Decimal(10**6), Decimal(10**9)
_LETTER_SCALES = {"thousand": _THOUSAND, "million": _MILLION, "billion": _BILLION}
_CENT = Decimal("0.01")

# The upper end of a range in words whose two ends have each their unit is at most so many times the lower.
_WIDEST_RANGE = 3

# Between the two ends of a range, beside the range words ("3 đến 5"): a dash ("75 - 80").
_DASH = re.compile(r"\s{0,2}[-–—~÷]\s{0,2}")

# Between two members of a row: "5, 6 và 7 tỷ USD".
_ROW = re.compile(r",? và |, ?")

# Letters for a scale, glued to the digits beside a currency: "$10k", "20M USD".
_SCALE_LETTER = re.compile(r"(?:(?P<thousand>[kK])|(?P<million>M|tr)|(?P<billion>B|bn))(?![^\W\d_])")

# Between money and its small change: "2 đô la và 23 xu".
_CHANGE = re.compile(r"\s{1,2}(?:và\s{1,2})?", re.IGNORECASE)

# Between the two ends of "giữa 10 và 20 đô la".
_AND = re.compile(r"\s{1,2}và\s{1,2}", re.IGNORECASE)

# A line that may be one number and nothing else ("33", "âm 1.200.000", "hai mươi lăm"): no longer one is.
_SHORT_LINE = re.compile(r"^[^\S\n]{0,9}+(?P<number>[^\n]{1,60}?)[^\S\n]{0,9}$", re.MULTILINE)

# What ends a sentence between two amounts, so that one lends no currency to the other.
_SENTENCE_END = re.compile(r"\n|[.!?…]\s")

# After a number without unit that may be money all the same: the end of its clause.
_CLAUSE_END = re.compile(r"\s{0,2}(?:[,;:.)\]…/–-]|\Z)")

# How far behind a number stands what it is compared with, in characters.
_COMPARED_REACH = 80

# How far a left-out currency may stand, in characters.
_LENDING_REACH = 160

Number = TypeVar("Number", Numeral, Amount)

_BOUNDS: Mapping[str | None, Bound] = {"eq": "eq", "min": "min", "max": "max", "approx": "approx"}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of units.csv by what they do, compiled once."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    glued: re.Pattern[str]
    half: re.Pattern[str]
    range_to: re.Pattern[str]
    hedge_after: re.Pattern[str]
    goes_on: re.Pattern[str]
    multiples: re.Pattern[str]
    rows: Mapping[str, UnitWord]
    prefixes: Mapping[str, UnitWord]
    hedges: Endings[UnitWord]
    compared: re.Pattern[str]
    hedges_after: Mapping[str, UnitWord]
    wholes: Mapping[str, UnitWord]
    multipliers: Endings[UnitWord]
    range_from: Endings[UnitWord]
    between: Endings[UnitWord]
    change: Endings[UnitWord]
    series: Endings[UnitWord]


def _alternation(phrases: Iterable[str]) -> str:
    """Phrases as a regex alternation, longest first, any blanks between their words."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in longest_first)


def _first_letters(phrases: Iterable[str]) -> str:
    """The letters that phrases begin with, small and great, as the inside of a regex set: a cheap first look at each place."""
    return "".join(sorted({letter for phrase in phrases for letter in (phrase[0].lower(), phrase[0].upper())}))


def _key(phrase: str) -> str:
    """The comparison form of a phrase; one letter counts only as it is written ("5 m" is no "5M")."""
    return phrase if len(phrase) == 1 else " ".join(small(phrase).split())


@cache
def _words() -> _Words:
    """The compiled words of units.csv."""
    kinds: dict[str, dict[str, UnitWord]] = {}
    for row in unit_words():
        kinds.setdefault(row.kind, {})[_key(row.phrase)] = row
    rows: dict[str, UnitWord] = {}
    for kind in ("measure", "times", "percent", "currency_if_scaled", "currency"):
        rows |= kinds[kind]
    long, short = _alternation(key for key in rows if len(key) > 1), _alternation(key for key in rows if len(key) == 1)
    prefixes = {row.phrase: row for row in kinds["currency_before"].values()}
    letters = [phrase for phrase in prefixes if phrase[-1].isalpha()]
    return _Words(
        after=re.compile(rf"\s{{0,2}}(?P<unit>(?i:{long})|{short})(?!\w)"),
        before=re.compile(rf"(?<![\w$])(?P<unit>{_alternation(prefixes)})\s?\Z"),
        glued=re.compile(rf"(?<![\w$])(?:{_alternation(letters)})(?=\d)"),
        half=re.compile(rf"\s{{1,2}}(?i:{_alternation(row.word for row in numeral_words() if row.kind == 'half')})(?!\w)"),
        range_to=re.compile(rf"\s{{1,2}}(?i:{_alternation(kinds['range_to'])})\s{{1,2}}"),
        hedge_after=re.compile(rf"\s{{1,2}}(?P<hedge>(?i:{_alternation(kinds['hedge_after'])}))(?!\w)"),
        goes_on=re.compile(rf"\s{{1,2}}(?i:{_alternation(kinds['goes_on'])})(?!\w)"),
        multiples=re.compile(
            rf"(?=[{_first_letters(kinds['multiple'])}])(?<![\w/.,-])(?i:{_alternation(kinds['multiple'])})(?![\w/%]|[.,-]\d)"
        ),
        rows=rows,
        prefixes=prefixes,
        hedges=Endings((kinds["hedge"] | kinds["comparison"]).items()),
        compared=re.compile(rf"(?<!\w)(?i:{_alternation(kinds['compared'])})(?!\w)"),
        hedges_after=kinds["hedge_after"],
        wholes=kinds["multiple"],
        multipliers=Endings(kinds["multiplier"].items()),
        range_from=Endings(kinds["range_from"].items()),
        between=Endings(kinds["between"].items()),
        change=Endings(kinds["change"].items()),
        series=Endings(kinds["series"].items()),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with what stands around it. `outer` is where its hedge begins, or else the number itself."""

    span: Span
    outer: int
    value: Decimal
    scale: Decimal
    currency: str | None = None
    unit: str | None = None
    bound: Bound = "eq"
    hedge: Span | None = None
    value_max: Decimal | None = None

    @property
    def bare(self) -> bool:
        """Whether it has neither unit nor currency."""
        return self.currency is None and self.unit is None


def tag_amounts(doc: Doc) -> Doc:
    """The document with its amounts; none of them overlaps a temporal expression."""
    return replace(doc, amounts=find_amounts(doc.text, masked=[mention.span for mention in doc.time_mentions]))


def find_amounts(text: str, *, masked: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of a text in their order, outside the `masked` spans.

    >>> [(str(a.value), a.currency, a.bound) for a in find_amounts("Kim ngạch đạt gần 2,7 tỷ USD, tăng 25%.")]
    [('2700000000', 'USD', 'approx'), ('25', None, 'eq')]
    >>> [(str(a.value), str(a.value_max)) for a in find_amounts("sẽ đạt 15-20 tỷ euro vào năm tới")]
    [('15000000000', '20000000000')]
    """
    found: list[_Found] = []
    for numeral in _unmasked(_numerals(text), masked):
        found.append(_around(text, numeral, found[-1].span.end if found else 0))
    found = _joined(text, _with_lent_currencies(text, _with_lent_units(text, found)))
    amounts = [_amount(text, one) for one in found if not one.bare or one.scale > 1]
    taken = {at for amount in amounts for at in range(amount.span.start, amount.span.end)}
    for other in (*_multiples(text), *_numbers_alone(text)):
        inside = range(other.span.start, other.span.end)
        if taken.isdisjoint(inside):
            amounts.append(other)
    return tuple(_unmasked(sorted(amounts, key=lambda amount: amount.span), masked))


def _numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text, those glued to the letters of a currency too ("USD1,23")."""
    last_letters = [found.end() - 1 for found in _words().glued.finditer(text)]
    if last_letters:
        letters = list(text)
        for at in last_letters:
            letters[at] = " "
        text = "".join(letters)
    return find_numerals(text)


def _numbers_alone(text: str) -> Iterator[Amount]:
    """The lines that are one number and nothing else, as amounts without a unit.

    >>> [str(amount.value) for amount in _numbers_alone("hai mươi lăm")]
    ['25']
    """
    for line in _SHORT_LINE.finditer(text):
        value = parse_number(line["number"])
        if value is not None:
            yield Amount(Span(*line.span("number")), value)


def _unmasked(numbers: Iterable[Number], masked: Sequence[Span]) -> Iterator[Number]:
    """The numbers, in their order, that share no character with a masked span."""
    spans, at = sorted(masked), 0
    for number in numbers:
        while at < len(spans) and spans[at].end <= number.span.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(number.span):
            yield number


def _around(text: str, numeral: Numeral, left: int) -> _Found:
    """A number with its unit, a currency sign (not before `left`), and the hedge before it."""
    words, start, end, value = _words(), numeral.span.start, numeral.span.end, numeral.value
    currency = unit = None
    letter = None if numeral.words else _SCALE_LETTER.match(text, end)
    if letter and (words.before.search(text[max(left, start - 5) : start]) or _is_money(text, letter.end())):
        scale = _LETTER_SCALES[letter.lastgroup or ""]
        return _around(text, Numeral(Span(start, letter.end()), value * scale, scale, words=False), left)
    if after := words.after.match(text, end):
        row = words.rows[_key(after["unit"])]
        if row.kind == "currency" or (row.kind == "currency_if_scaled" and numeral.scale >= _THOUSAND):
            currency, end, value = row.code, after.end(), value * (row.factor or 1)
        elif row.kind != "currency_if_scaled":
            unit, end = row.code, after.end()
    if currency and (half := words.half.match(text, end)):  # "5 đô rưỡi"
        value, end = value + numeral.scale / 2, half.end()
    if currency is None and unit is None and (before := words.before.search(text[max(left, start - 5) : start])):
        currency, start = words.prefixes[before["unit"]].code, start - len(before[0])
    bare = currency is None and unit is None
    if bare and words.multipliers.before(text, start):
        bare, unit = False, "times"
    if bare and numeral.scale == 1 and not _may_begin_range(text, end) and not _ROW.match(text, end):
        return _Found(Span(start, end), start, value, numeral.scale)
    bound, hedge = _hedge(text, start)
    outer = hedge.start if hedge else start
    return _Found(Span(start, end), outer, value, numeral.scale, currency, unit, bound, hedge)


def _is_money(text: str, at: int) -> bool:
    """Whether a currency stands at `at`."""
    after = _words().after.match(text, at)
    return after is not None and _words().rows[_key(after["unit"])].kind == "currency"


def _may_begin_range(text: str, end: int) -> bool:
    """Whether a dash or range word follows."""
    return bool(_DASH.match(text, end) or _words().range_to.match(text, end))


def _hedge(text: str, start: int) -> tuple[Bound, Span | None]:
    """The bound that the words before `start` give ("khoảng hơn 100 triệu": the nearer word), and where they stand.

    >>> _hedge("kim ngạch sẽ vượt mốc 10 tỷ", 22)
    ('min', Span(start=13, end=21))
    """
    words = _words()
    found = words.hedges.before(text, start)
    if found and found[1].kind == "comparison":  # "nhiều hơn 2 tỷ USD so với năm ngoái" tells how much more
        compared = words.compared.search(text, start, start + _COMPARED_REACH)
        return ("eq" if compared else _BOUNDS[found[1].code], found[0])
    if found is None and (origin := words.range_from.before(text, start)):  # "khoảng từ 3 đến 5 tỷ"
        found = words.hedges.before(text, origin[0].start)
    return (_BOUNDS[found[1].code], found[0]) if found else ("eq", None)


def _joined(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers with the two ends of each range, and money and its small change, made one."""
    joined: list[_Found] = []
    for one in found:
        both = (_range(text, joined[-1], one) or _with_change(text, joined[-1], one)) if joined else None
        if both is None:
            joined.append(one)
        else:
            joined[-1] = both
    return joined


def _range(text: str, low: _Found, high: _Found) -> _Found | None:
    """Two numbers as one range ("75 - 80 tỷ USD", "từ 3 đến 5 tỷ USD"), or None.

    "tăng từ 7 tỷ USD đến 32 tỷ USD" is no range but two amounts; nor is "từ 7 tỷ USD đến 32 tỷ USD", its ends being so far apart.
    """
    if low.currency and not text[low.span.start].isdigit() and high.currency in {None, low.currency} and high.unit is None:
        low, high = replace(low, currency=None), replace(high, currency=low.currency)  # "$10-20", "$10-20 triệu"
    if high.bare or low.value_max is not None or not (low.bare or (low.currency, low.unit) == (high.currency, high.unit)):
        return None
    dash = _DASH.fullmatch(text, low.span.end, high.span.start)
    word = None if dash else _words().range_to.fullmatch(text, low.span.end, high.outer) or _between(text, low, high)
    if not (dash or word) or (word and not low.bare and (_changes(text, low) or high.value > low.value * _WIDEST_RANGE)):
        return None
    value = low.value * high.scale if low.scale == 1 and low.bare else low.value
    if not value < high.value:
        return None
    return replace(low, span=Span(low.span.start, high.span.end), value=value, value_max=high.value, scale=high.scale,
                   currency=high.currency, unit=high.unit)  # fmt: skip


def _with_change(text: str, money: _Found, change: _Found) -> _Found | None:
    """Money with the small change told behind it, "2 đô la 23 xu" as 2.23; None where there is none."""
    small = change.value * _CENT if change.unit == "cent" else change.value if change.currency == money.currency else None
    whole = money.currency and money.value_max is None and money.scale == 1 and money.value == int(money.value)
    if not whole or small is None or not 0 < small < 1 or not _CHANGE.fullmatch(text, money.span.end, change.outer):
        return None
    return replace(money, span=Span(money.span.start, change.span.end), value=money.value + small)


def _between(text: str, low: _Found, high: _Found) -> re.Match[str] | None:
    """The "và" of "giữa 10 và 20 đô la"."""
    joint = _AND.fullmatch(text, low.span.end, high.outer)
    return joint if joint and _words().between.before(text, low.outer) else None


def _changes(text: str, low: _Found) -> bool:
    """Whether "tăng từ" or the like stands before a number."""
    words = _words()
    origin = words.range_from.before(text, low.outer)
    return origin is not None and words.change.before(text, origin[0].start) is not None


def _with_lent_units(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers, unit and scale of a row's last lent to those before it: "lần lượt 5 và 7 tỷ USD"."""
    lent = list(found)
    for at in range(len(lent) - 2, -1, -1):
        one, after = lent[at], lent[at + 1]
        if one.bare and one.scale == 1 and not after.bare and _ROW.fullmatch(text, one.span.end, after.outer):
            first = at
            while first > 0 and lent[first - 1].bare and _ROW.fullmatch(text, lent[first - 1].span.end, lent[first].outer):
                first -= 1
            if _words().series.before(text, lent[first].outer):
                lent[at] = replace(
                    one, value=one.value * after.scale, scale=after.scale, currency=after.currency, unit=after.unit
                )
    return lent


def _with_lent_currencies(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The numbers, a left-out currency lent by the next or the previous money of the sentence.

    "nhập khẩu khoảng 10 tỷ, xuất khẩu khoảng 40 tỷ, xuất siêu 30 tỷ USD"
    """
    lent = list(found)
    lender: _Found | None = None
    for at in range(len(lent) - 1, -1, -1):
        if lender and _lacks_currency(text, lent[at]) and _near(text, lent[at], lender):
            lent[at] = replace(lent[at], currency=lender.currency)
        lender = lent[at] if lent[at].currency else lender
    lender = None
    for at, one in enumerate(lent):
        if lender and _lacks_currency(text, one) and _near(text, lender, one, end="("):
            lent[at] = replace(one, currency=lender.currency)
        lender = lent[at] if lent[at].currency else lender
    return lent


def _lacks_currency(text: str, one: _Found) -> bool:
    """Whether a number with "tỷ" or "triệu" ends its clause without a unit ("10 triệu dân" has one that is not listed)."""
    if not one.bare or one.scale < _MILLION:
        return False
    return bool(_CLAUSE_END.match(text, one.span.end) or _words().goes_on.match(text, one.span.end))


def _near(text: str, left: _Found, right: _Found, *, end: str = "\n") -> bool:
    """Whether two numbers stand in one sentence, not far from each other and with no `end` between them."""
    if right.span.start - left.span.end > _LENDING_REACH or end in text[left.span.end : right.span.start]:
        return False
    return _SENTENCE_END.search(text, left.span.end, right.span.start) is None


def _amount(text: str, one: _Found) -> Amount:
    """A number as an amount, with the hedge behind it ("1 tỷ USD trở lên") if any."""
    bound, hedge = one.bound, one.hedge
    if after := _words().hedge_after.match(text, one.span.end):
        bound, hedge = _BOUNDS[_words().hedges_after[_key(after["hedge"])].code], Span(*after.span("hedge"))
    return Amount(one.span, one.value, one.value_max, one.currency, one.unit, bound, hedge)


def _multiples(text: str) -> Iterator[Amount]:
    """Amounts that are one phrase: "gấp đôi", "một nửa", "1/3"."""
    for match in _words().multiples.finditer(text):
        row = _words().wholes[_key(match[0])]
        bound, hedge = _hedge(text, match.start())
        if row.factor is not None:
            yield Amount(Span(*match.span()), row.factor, unit=row.code, bound=bound, hedge=hedge)
