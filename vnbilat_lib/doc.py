"""What a stage reads and writes: Article, Doc and the facts in it, all frozen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from vnbilat_lib.alignment import Alignment

Basis = Literal["stated", "resolved", "inferred"]
Bound = Literal["eq", "approx", "min", "max"]
Form = Literal["talks", "audience", "reception", "meeting", "call", "conference", "visit"]
MeetingStatus = Literal["held", "planned", "cancelled"]
Salience = Literal["main", "background"]
Part = Literal["receiving", "received", "visiting", "hosting", "attending", "counterpart"]
ParticipantKind = Literal["person", "office", "body", "country"]
MentionKind = Literal["name", "short", "office", "pronoun"]
Metric = Literal["trade", "export", "import", "balance", "investment"]
FigureStatus = Literal["actual", "target", "forecast"]
PlaceKind = Literal["country", "region", "city", "bloc", "organisation", "short", "both"]
Grain = Literal["day", "days", "week", "month", "quarter", "half", "year", "years", "period", "vague"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the clean text, in code points.

    >>> Span(0, 4).within(Span(0, 9))
    True
    """

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether this span lies wholly inside `other`."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read: `text` in code points, with what is known from outside the text.

    `published` is the day that metadata give (Hanoi time); None where none is known.
    """

    doc_id: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is not the article's own text: never deleted, ends a sentence, is never coded.

    kind: "tail" (related links, latest news: to the end of the page or block), "share" (share bars, ratings, feedback),
    "credit" (a photo's source), "byline" (reporter, agency at the end), "link" (a teaser of another article in mid-text).
    """

    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence outside furniture. part: "title", "lead", "body" or "caption"; `line` counts the lines of the clean text."""

    span: Span
    line: int
    part: str


@dataclass(frozen=True, slots=True)
class Place:
    """An economy, region, city, bloc or organisation named in the text.

    `codes`: ISO 3166-1 alpha-2, ISO 3166-2, or bloc code (CODEBOOK.md); of a city its region's or country's code; two codes
    for a pair ("Việt - Trung") and for "hai nước" (kind "both", empty where the pair is unknown). `country` is the
    two-letter country of the first code, None of a bloc. `basis`: "resolved" for "hai nước", else "stated".
    """

    span: Span
    kind: PlaceKind
    codes: tuple[str, ...]
    country: str | None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression as tagged, before the article is dated.

    `grain` is its granularity. `year`, `month`, `day` (and `end_year`, `end_month`, `end_day` of a span) are what the text
    states, None where it does not. `anchor` names what the rest depends on: "none" (complete), "year" (a day and month
    without a year), "published" (relative: "hôm qua", "năm ngoái"), "previous" ("cùng ngày", "cùng kỳ"). `value` is the
    room times/'s own shorthand, which its resolver reads ("day:-1", "year:-1", "weekday:3:next", "months:first:9").
    `modifier`: "until" ("đến ngày 13/11", "tính đến hết tháng 4"), "since" ("từ đầu năm"), "target" ("đến năm 2020"), or "".
    """

    span: Span
    grain: Grain
    value: str
    anchor: str = "none"
    modifier: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression with its days (both inclusive; None where open or unknown).

    `basis`: "stated" where the text gives the year itself, "resolved" where it came from the article's date or a neighbour.
    `modifier` as in TimeMention; `value` too.
    """

    span: Span
    start: date | None
    end: date | None
    grain: Grain
    basis: Basis = "stated"
    modifier: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: money (`currency` ISO 4217), "percent", "point", "times", or another `unit` ("tonne", "project").

    A number that is a line by itself or has a scale word ("33", "90 triệu") and no unit that is known has neither.
    `value_max` is the upper end of a range; `bound` tells a hedge ("hơn" -> min). "tăng 3,5 lần" is value 3.5, unit "times".
    `span` covers number, scale and unit, `hedge` the hedge's words before it if any.
    """

    span: Span
    value: Decimal
    value_max: Decimal | None = None
    currency: str | None = None
    unit: str | None = None
    bound: Bound = "eq"
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value of a fact stands: `slot` as in the evidence table ("fact", "form", "start", "partner", ...)."""

    slot: str
    span: Span
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody pointed at: by name, short name, office ("Thủ tướng") or pronoun ("ông").

    `span` covers title and name together; `name` only the name, `role` only the title, either may be None.
    `person` is the index in Doc.persons; None for a definite office holder whom the article never names ("Thủ tướng Hà
    Lan"), where `office` is his full office as the text gives it. `country` is his country's code where known. `plural` offices
    ("các Bộ trưởng", "lãnh đạo hai nước") are indefinite: no mention is made of them, but of "Bí thư Tỉnh ủy các tỉnh A, B"
    one each.
    `source`: "title", "honorific", "shape", "list", "tagger", "coreference".
    """

    span: Span
    kind: MentionKind
    person: int | None = None
    office: str | None = None
    country: str | None = None
    name: Span | None = None
    role: Span | None = None
    sector: str | None = None
    rank: int | None = None
    source: str = "title"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the article: fullest `name`, fullest `role` with institution and territory, country of the office.

    `mentions` are indices into Doc.mentions; `sector` and `rank` come from titles.csv.
    """

    name: str
    role: str | None
    country: str | None
    sector: str | None = None
    rank: int | None = None
    mentions: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue to the day on which the article came out.

    `hard` clues exclude days, soft ones favour some. `days` are the spans of days that it leaves (hard) or favours (soft).
    kind: "metadata", "year", "weekday", "term" (of office), "gathering", "period", "relative", ...; `span` is None for metadata.
    """

    kind: str
    hard: bool
    days: tuple[tuple[date, date], ...]
    note: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """When the article came out: `candidates` are the spans of days that the hard clues leave, `likely` what hard and soft
    clues together call likely; published_from..published_to is the hull of `likely` (None, None where nothing is known).
    """

    published_from: date | None = None
    published_to: date | None = None
    candidates: tuple[tuple[date, date], ...] = ()
    likely: tuple[tuple[date, date], ...] = ()
    clues: tuple[Clue, ...] = ()

    @property
    def published(self) -> date | None:
        """The day, where exactly one is left."""
        return self.published_from if self.published_from == self.published_to else None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: `name` by CODEBOOK.md (a person's fullest name, an unnamed office, a body, a destination's code)."""

    name: str
    kind: ParticipantKind
    part: Part
    country: str | None = None
    person: int | None = None
    role: str | None = None
    sector: str | None = None
    rank: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or visit by CODEBOOK.md. `cue` anchors its id; `quote` is the shortest stretch that carries it.

    `grain`: "exact" or "within"; None without days. `sides` of a visit: the visitors, then the destination's code.
    """

    form: Form
    status: MeetingStatus
    salience: Salience
    sides: tuple[tuple[Participant, ...], ...]
    cue: Span
    quote: Span
    start: date | None = None
    end: date | None = None
    grain: Literal["exact", "within"] | None = None
    place: str | None = None
    country: str | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TradeFigure:
    """A trade or investment figure by CODEBOOK.md. `anchor` (the amount's or rate's span) anchors its id."""

    metric: Metric
    reporter: str
    partner: str
    anchor: Span
    quote: Span
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    bound: Bound = "eq"
    start: date | None = None
    end: date | None = None
    basis: Literal["flow", "stock"] | None = None
    capital: Literal["registered", "disbursed"] | None = None
    status: FigureStatus = "actual"
    change_pct: Decimal | None = None
    change_bound: Bound | None = None
    change_base: str | None = None
    commodity: str | None = None
    attributed_to: str | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Doc:
    """One article on its way through the stages; each field is written by the one stage named beside it."""

    article: Article
    raw: str = ""  # normalize: title and text as one string, the offsets' frame
    text: str = ""  # normalize: the clean text
    alignment: Alignment = field(default_factory=lambda: Alignment.identity(0))  # normalize
    language: str = "vi"  # normalize
    furniture: tuple[Furniture, ...] = ()  # furniture
    sentences: tuple[Sentence, ...] = ()  # sentences
    places: tuple[Place, ...] = ()  # places
    time_mentions: tuple[TimeMention, ...] = ()  # times.tag
    amounts: tuple[Amount, ...] = ()  # amounts
    mentions: tuple[Mention, ...] = ()  # people
    persons: tuple[Person, ...] = ()  # people
    dating: Dating = Dating()  # dating
    times: tuple[Time, ...] = ()  # times.resolve
    meetings: tuple[Meeting, ...] = ()  # meetings
    trade_figures: tuple[TradeFigure, ...] = ()  # trade

    @property
    def doc_id(self) -> str:
        """The article's id."""
        return self.article.doc_id

    def raw_span(self, span: Span) -> tuple[int, int]:
        """Raw offsets of a clean span: `doc.raw[start:end]` is the evidence."""
        return self.alignment.to_raw(span.start, span.end)

    def quote(self, span: Span) -> str:
        """The raw text of a clean span, exactly as the article has it."""
        start, end = self.raw_span(span)
        return self.raw[start:end]

    def __repr__(self) -> str:
        counts = f"{len(self.persons)} persons, {len(self.meetings)} meetings, {len(self.trade_figures)} trade figures"
        return f"<Doc {self.doc_id}: {len(self.raw)} characters, {counts}>"

    def _repr_html_(self) -> str:
        from vnbilat_lib.display import doc_html  # a floor above: only a notebook asks for it

        return doc_html(self)


Spanned = TypeVar("Spanned", Sentence, Place, Time, Amount, Mention)


def inside(found: Sequence[Spanned], span: Span) -> Sequence[Spanned]:
    """What begins in a stretch, of what a Doc holds in the order of the text.

    >>> inside([Amount(Span(2, 5), Decimal(1)), Amount(Span(9, 12), Decimal(2))], Span(5, 12))
    [Amount(span=Span(start=9, end=12), value=Decimal('2'), value_max=None, currency=None, unit=None, bound='eq', hedge=None)]
    """
    first, last = (bisect_left(found, at, key=lambda one: one.span.start) for at in (span.start, span.end))
    return found[first:last]
