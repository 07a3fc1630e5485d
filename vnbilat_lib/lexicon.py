"""The only reader of data/: typed, checked rows of the word lists."""

from __future__ import annotations

import csv
import io
import types
import typing
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import TypeVar

from vnbilat_lib.errors import VnbilatError

Row = TypeVar("Row")


def _parse(kind: object, text: str) -> object:
    """One cell as its field's type; an empty cell of an optional field is None.

    >>> _parse(tuple[str, ...], "thượng đỉnh|tiểu vùng mekong")
    ('thượng đỉnh', 'tiểu vùng mekong')
    """
    if isinstance(kind, types.UnionType):
        if text == "":
            return None
        kind = next(k for k in typing.get_args(kind) if k is not type(None))
    if typing.get_origin(kind) is tuple:
        return tuple(part.strip() for part in text.split("|") if part.strip())
    if kind is bool:
        return {"yes": True, "": False}[text]
    if kind is date:
        return date.fromisoformat(text)
    return kind(text)  # type: ignore[operator]


def read_table(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of data/`name`.csv as `row_type`, a dataclass whose fields are the columns in order (`from_` for "from").

    Raises VnbilatError with file, line and column where a cell does not fit its type, a column is missing, or a row has an
    `example` that does not contain the row's first cell (compared without regard to case).
    """
    hints = {name.rstrip("_"): kind for name, kind in typing.get_type_hints(row_type).items()}
    own_names = {f.name.rstrip("_"): f.name for f in fields(row_type)}  # type: ignore[arg-type]
    names = list(own_names)
    rows = []
    try:
        text = files("vnbilat_lib").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VnbilatError(f"data/{name}.csv is missing: install the package anew") from error
    with io.StringIO(text, newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != names:
            raise VnbilatError(f"data/{name}.csv:1: the columns must be {','.join(names)}, not {','.join(reader.fieldnames or [])}")
        for cells in reader:
            where = f"data/{name}.csv:{reader.line_num}"
            if None in cells or None in cells.values():
                raise VnbilatError(f"{where}: the row must have {len(names)} cells; quote a cell that holds a comma")
            values = {}
            for column, text in cells.items():
                try:
                    values[own_names[column]] = _parse(hints[column], text)
                except (ValueError, KeyError, InvalidOperation) as error:
                    raise VnbilatError(f"{where}: {column} cannot be {text!r} ({error})") from error
            if "example" in values and cells[names[0]].casefold() not in cells["example"].casefold():
                raise VnbilatError(f"{where}: the example must contain {cells[names[0]]!r}")
            rows.append(row_type(**values))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Country:
    """A name of a country, territory or bloc; kind: name, official, variant, short, bloc, people."""

    name: str
    code: str
    kind: str
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class Region:
    """A name of a first-level division, with the days on which it existed."""

    name: str
    code: str
    country: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    successor: str | None
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class City:
    """A name of a city; kind: capital or city."""

    name: str
    country: str
    region: str | None
    kind: str
    ambiguous: bool
    example: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name of an international organisation; `code` only where it speaks for a bloc."""

    name: str
    code: str | None
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname's first syllable(s); origin: vi, zh, ko."""

    surname: str
    origin: str
    example: str


@cache
def countries() -> tuple[Country, ...]:
    """Names of countries, territories and blocs."""
    return read_table("countries", Country)


@cache
def regions() -> tuple[Region, ...]:
    """Names of provinces, states and regions."""
    return read_table("regions", Region)


@cache
def cities() -> tuple[City, ...]:
    """Names of cities."""
    return read_table("cities", City)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Names of international organisations."""
    return read_table("organisations", Organisation)


@cache
def surnames() -> tuple[Surname, ...]:
    """Surnames that begin a Vietnamese, Chinese or Korean name."""
    return read_table("surnames", Surname)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A shortened word whose full stop ends no sentence."""

    abbreviation: str
    example: str


@dataclass(frozen=True, slots=True)
class SentenceStarter:
    """A phrase that is capitalised only where a sentence begins, so that it ends a caption that lost its full stop.

    `kind`: start; name (a given name too: "Lê Văn Hiện", so a word in small letters must precede); date (a number
    follows: "Ngày 5/6"); open (no starter, but a word that ends no sentence: "của", "tháng").
    """

    phrase: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class FurniturePhrase:
    """Words that tell furniture; kind: tail, related, share, link, credit, source, agency, byline, within
    (data/README.md)."""

    phrase: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class PairWord:
    """Words for the two sides that the text has named; level: country ("hai nước"), bilateral ("song phương"), side ("hai bên":
    provinces too), region ("hai tỉnh"), none ("hai bên đường": no sides at all)."""

    phrase: str
    level: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """A word before a name that is a place's and a person's. `kind`:

    nation (a country follows), office (so, whatever stands behind it), where (a province follows), seat (an envoy's: his own
    name may follow), person, division (of two places the province: "bang Washington"), short ("hàng Việt"); word: no cue, but
    a name that is an ordinary word or a person's too ("Anh", "Áo").
    """

    cue: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceStop:
    """A phrase that holds a place's name and names no place ("Thái Bình Dương", "Ý kiến")."""

    phrase: str
    example: str


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """Abbreviations written with a full stop."""
    return read_table("abbreviations", Abbreviation)


@cache
def sentence_starters() -> tuple[SentenceStarter, ...]:
    """Phrases that begin a sentence."""
    return read_table("sentence_starters", SentenceStarter)


@cache
def furniture_phrases() -> tuple[FurniturePhrase, ...]:
    """Phrases of related links, share bars, photo credits and bylines."""
    return read_table("furniture", FurniturePhrase)


@cache
def place_cues() -> tuple[PlaceCue, ...]:
    """Words that tell whether an ambiguous name is a place."""
    return read_table("place_cues", PlaceCue)


@cache
def place_stops() -> tuple[PlaceStop, ...]:
    """Phrases that hold a place's name and name none."""
    return read_table("place_stops", PlaceStop)


@cache
def pair_words() -> tuple[PairWord, ...]:
    """Words that stand for the two sides named before."""
    return read_table("pair_words", PairWord)


@dataclass(frozen=True, slots=True)
class NumeralWord:
    """A word of written numbers; kind: zero, digit, unit (after tens), teen, tens, twenty, hundred, link, scale, half, part,
    point; or one that decides how its neighbours are read: vague ("mấy"), noun ("tỷ phú"), counter ("năm ngày"), year
    ("mỗi năm"), ordinal ("thứ hai"), fraction ("hai phần ba"), percent.
    """

    word: str
    kind: str
    value: Decimal
    example: str


@cache
def numeral_words() -> tuple[NumeralWord, ...]:
    """Words of written numbers."""
    return read_table("numeral_words", NumeralWord)


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase of the pages in both languages; `{name}` stands for a value."""

    key: str
    vi: str
    en: str


@cache
def labels() -> dict[str, Label]:
    """The words of the pages by key."""
    return {row.key: row for row in read_table("labels", Label)}


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word around a number. `kind` is

    after the number: currency, currency_if_scaled ("bảng": only after "tỷ", "triệu"), percent, times, measure; `code` is the unit;
    before it: currency_before ("$"), hedge (`code` is the bound), multiplier ("gấp"), range_from, series ("lần lượt"), change ("tăng" từ 3 tỷ đến 5 tỷ is
    no range); between two: range_to;
    behind number and unit: hedge_after ("trở lên"); after a number whose currency is left out: goes_on ("10 tỷ và");
    a whole amount: multiple ("gấp đôi", "một nửa"), worth `factor` of the unit `code`.
    """

    phrase: str
    kind: str
    code: str | None
    factor: Decimal | None
    example: str


@cache
def unit_words() -> tuple[UnitWord, ...]:
    """Units, currencies, hedges and other words around numbers."""
    return read_table("units", UnitWord)


@dataclass(frozen=True, slots=True)
class MeetingCue:
    """A word or phrase that tells of a meeting, or that decides how its neighbours are read; `form` only of the former.

    `kind`: meets (a verb whose counterpart follows directly or after "với"), meets-with (only after "với"), encounter (a noun),
    travels, goes (a weak verb of motion), trip (a noun), attends, event, gathering (a noun for events of many kinds); body, firm,
    leader-of, inner (what a counterpart that is no person is made of); with, joint, and, between, of, by, oblique, passive, at,
    frame, aux, serial, plural, modifier, counterpart, land, leads, spouse, presides, world, crowd (indefinite people), includes
    (who took part follows); planned, cancelled, denies, unreal, past, once, then, report, pleased; when, leaves (arrival,
    departure); city-state; no-cue (holds a cue's letters and is none).
    """

    phrase: str
    kind: str
    form: str | None
    example: str


@cache
def meeting_cues() -> tuple[MeetingCue, ...]:
    """Words of meetings and visits."""
    return read_table("meeting_cues", MeetingCue)


@dataclass(frozen=True, slots=True)
class Title:
    """A word before or after a person's name.

    kind: office, function, rank (military), degree, counterpart, honorific, kin, status (these three give no role), modifier
    ("phó", before a title) or after ("thường trực", behind it). sector and rank as in CODEBOOK.md; `scope` is the complement
    that it takes: ministry, territory, body, field, none. `definite`: whether it points to one holder
    also without a name: home (Vietnam has the office), abroad (only others have it); mass is a crowd's word ("công nhân").
    """

    title: str
    kind: str
    sector: str
    rank: int
    scope: str
    definite: str
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    """A word of institutions' names.

    kind: head ("Ủy ban"), firm and school (a proper name follows, of a school also a person's: "Trường THPT Lê Lợi"), portfolio ("Ngoại giao"), part (small
    letters inside a name: "điều tra"), unit (before a place: "tỉnh"), body (a whole name), international. `country`: whose.
    """

    word: str
    kind: str
    country: str | None
    example: str


@dataclass(frozen=True, slots=True)
class NameStop:
    """A word beside capitals which tells what they are.

    kind: starter (begins a clause, no name), place and thing (what follows names a place, a thing), agency (no person),
    speech (what a person does), end (ends a title's complement), plural (before a title: nobody definite), shared ("tên
    là": a name follows), particle ("van" inside a name), copula and named ("làm", "khi đó là": between a name and a title).
    """

    word: str
    kind: str
    example: str


@cache
def titles() -> tuple[Title, ...]:
    """Titles, functions, honorifics and their modifiers."""
    return read_table("titles", Title)


@cache
def bodies() -> tuple[Body, ...]:
    """Words of institutions' names."""
    return read_table("bodies", Body)


@cache
def name_stops() -> tuple[NameStop, ...]:
    """Words beside capitals which tell what they are."""
    return read_table("name_stops", NameStop)


@dataclass(frozen=True, slots=True)
class TradeTerm:
    """A phrase that trade news uses around its figures; `kind` tells what it does (trade/terms.py), `value` which of its kind."""

    phrase: str
    kind: str
    value: str
    example: str


@cache
def trade_terms() -> tuple[TradeTerm, ...]:
    """Phrases around trade and investment figures."""
    return read_table("trade_terms", TradeTerm)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of temporal expressions; `kind` is its part in them (day, month, part of the day, deictic, preposition ...),
    `value` what it stands for where it stands for something: a number, a weekday from Monday 0, "day:-1".
    """

    word: str
    kind: str
    value: str
    example: str


@cache
def time_words() -> tuple[TimeWord, ...]:
    """Words of temporal expressions."""
    return read_table("time_words", TimeWord)


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A term of office: `territory` is the country or region of the office, `host` the country to which an ambassador goes.

    `from_` and `to` have the precision that the source gives (YYYY, YYYY-MM or YYYY-MM-DD), None where unknown or still open.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    territory: str
    host: str | None
    from_: str | None
    to: str | None
    source: str

    @property
    def verified(self) -> bool:
        """Whether the row's days have a source."""
        return "unverified" not in self.source


@dataclass(frozen=True, slots=True)
class OfficeName:
    """Another wording of an office of offices.csv."""

    wording: str
    office: str
    example: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting of a numbered series; all of `phrases` stand in a sentence that names it, `from_` and `to` are its days."""

    series: str
    phrases: tuple[str, ...]
    ordinal: int
    from_: date
    to: date
    place: str | None
    country: str | None
    source: str

    @property
    def verified(self) -> bool:
        """Whether the row's days have a source."""
        return "unverified" not in self.source


@cache
def office_terms() -> tuple[OfficeTerm, ...]:
    """Terms of office."""
    return read_table("offices", OfficeTerm)


@cache
def office_names() -> tuple[OfficeName, ...]:
    """Other wordings of the offices."""
    return read_table("office_names", OfficeName)


@cache
def gatherings() -> tuple[Gathering, ...]:
    """Meetings of numbered series."""
    return read_table("gatherings", Gathering)
