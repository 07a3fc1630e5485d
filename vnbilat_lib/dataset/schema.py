"""The dataset's tables: every column's name, type and meaning, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

Kind = Literal["string", "integer", "number", "date", "boolean", "list", "object"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. kind "list" is a list of strings, "object" a JSON text; both stand as JSON in CSV."""

    name: str
    kind: Kind
    description: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; `key` is the column that identifies a row (None where none does), `foreign` maps a column to its table."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: str | None = None
    foreign: tuple[tuple[str, str], ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(column.name for column in self.columns)

    def arrow(self) -> pa.Schema:
        """The table's types on disk."""
        import pyarrow as pa

        types = {
            "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(),
            "boolean": pa.bool_(), "list": pa.list_(pa.string()), "object": pa.string(),
        }  # fmt: skip
        return pa.schema([(column.name, types[column.kind]) for column in self.columns])


FORMS = ("talks", "audience", "reception", "meeting", "call", "conference", "visit")
STATUSES = ("held", "planned", "cancelled")
SALIENCES = ("main", "background")
METRICS = ("trade", "export", "import", "balance", "investment")
FIGURE_STATUSES = ("actual", "target", "forecast")
BOUNDS = ("eq", "approx", "min", "max")
BASES = ("stated", "resolved", "inferred")
PARTS = ("receiving", "received", "visiting", "hosting", "attending", "counterpart")
PARTICIPANT_KINDS = ("person", "office", "body", "country")
SECTORS = ("party", "government", "parliament", "military", "province", "organisation", "business")
MENTION_KINDS = ("name", "short", "office", "pronoun", "place", "time", "amount")
ARTICLE_STATUSES = ("coded", "set_aside", "language", "incomplete", "failed")

DOC_ID = Column("doc_id", "string", "The article in which this stands (articles.doc_id).")
SECTOR = Column(
    "sector",
    "string",
    "Sphere of the office: party, government, parliament, military, province, organisation or business.",
    SECTORS,
)
RANK = Column("rank", "integer", "Rank of the office, from 1 (head of state, government, party or parliament) to 5.")
ROLE = Column("role", "string", "Office or function as the article gives it, in Vietnamese; empty where it gives none.")
COUNTRY = Column("country", "string", "Country of the office, ISO 3166-1 alpha-2; empty where the text does not tell.")
RULE = Column("rule", "string", "Name of the rule that made this row.")
FIRST_DAY = Column("start", "date", "First day; empty where the text leaves it open.")
LAST_DAY = Column("end", "date", "Last day, inclusive; empty where the text leaves it open.")
GRAIN = Column(
    "grain", "string", "exact: held on all of the days start..end; within: some time within them.", ("exact", "within")
)
CHAR_START = Column("char_start", "integer", "Offset in texts.text at which it starts, in code points from 0.")
CHAR_END = Column("char_end", "integer", "Offset in texts.text at which it ends (the first code point after it).")
FORM = Column("form", "string", "The press's word for it: talks, audience, reception, meeting, call, conference or visit.", FORMS)
STATUS = Column("status", "string", "held (or under way), planned (for a stated time), or cancelled.", STATUSES)
PLACE = Column("place", "string", "City, province or building as the text names it.")
HOST = Column("country", "string", "Country in which it is held, ISO 3166-1 alpha-2.")

ARTICLES = Table(
    "articles",
    "One row an article, in the order in which the source holds them.",
    (
        Column("doc_id", "string", "The article's id: a .txt file's name without its ending, or doc_id of the JSON line."),
        Column("path", "string", "The file in which the article stands, relative to the source."),
        Column("url", "string", "Address, as metadata give it."),
        Column("outlet", "string", "Newspaper or site, as metadata give it."),
        Column("agency", "string", "News agency that the article names as its source; empty where none is recognised."),
        Column("title", "string", "Headline."),
        Column("published", "date", "Day on which the article came out in Hanoi, where exactly one is left."),
        Column(
            "published_from",
            "date",
            "First of the days on which the article can have come out, by metadata or clues in the text.",
        ),
        Column("published_to", "date", "Last of these days."),
        Column(
            "dating",
            "object",
            "How the day was found: candidates (by hard clues), likely (with soft ones too), clues (more: spans not shown).",
        ),
        Column("language", "string", "vi, or und for another language or one that cannot be told; only vi is coded."),
        Column(
            "relevant",
            "boolean",
            "Whether the article can hold a meeting or a trade figure, by a test of its words; empty: not tested.",
        ),
        Column("duplicate_of", "string", "The earlier article of which this is a copy or near-copy (articles.doc_id)."),
        Column("chars", "integer", "Length of the raw text in code points."),
        Column("sha256", "string", "SHA-256 of the raw text in UTF-8."),
        Column(
            "status",
            "string",
            "coded; set_aside: not relevant, not coded; language: not Vietnamese, not coded; "
            "incomplete: a stage failed (see problems); failed: not coded at all.",
            ARTICLE_STATUSES,
        ),
    ),
    key="doc_id",
)
PERSONS = Table(
    "persons",
    "One row a person and article: who is named, as what.",
    (
        DOC_ID,
        Column(
            "actor_id",
            "string",
            "The person across articles (actors.actor_id); empty for a private citizen who is left out of actors.",
        ),
        Column("name", "string", "Fullest name in the article, without title, as spelled there."),
        ROLE,
        SECTOR,
        RANK,
        COUNTRY,
        Column("mentions", "integer", "Number of mentions in the article, by name, office or pronoun."),
        CHAR_START,
        CHAR_END,
        RULE,
    ),
    foreign=(("doc_id", "articles"), ("actor_id", "actors")),
)
ACTORS = Table(
    "actors",
    "One row a person across articles: the same normalised name with the same country.",
    (
        Column("actor_id", "string", "Digest of normalised name and country."),
        Column("name", "string", "The commonest spelling."),
        COUNTRY,
        Column("aliases", "list", "The other spellings."),
        Column("roles", "list", "Offices that articles give, the commonest first."),
        Column("first", "date", "First day on which a dated article names the person."),
        Column("last", "date", "Last such day."),
        Column("articles", "integer", "Number of articles."),
        Column("mentions", "integer", "Number of mentions in all articles."),
    ),
    key="actor_id",
)
MEETINGS = Table(
    "meetings",
    "One row a meeting or visit and article.",
    (
        Column("meeting_id", "string", "Digest of the article and the place of the cue in it."),
        Column("event_id", "string", "The meeting across articles (events.event_id)."),
        DOC_ID,
        FORM,
        STATUS,
        Column("salience", "string", "main: the article's news; background: recalled or foreseen in passing.", SALIENCES),
        FIRST_DAY,
        LAST_DAY,
        GRAIN,
        PLACE,
        HOST,
        Column("destination", "string", "Of a visit: the country, province or state travelled to (ISO 3166)."),
        Column("cue", "string", "The word that tells the form, as it stands in the article."),
        Column("evidence", "string", "The shortest stretch of the article that carries the meeting."),
        RULE,
    ),
    key="meeting_id",
    foreign=(("event_id", "events"), ("doc_id", "articles")),
)
PARTICIPANTS = Table(
    "participants",
    "One row a participant of a meeting.",
    (
        Column("meeting_id", "string", "The meeting (meetings.meeting_id)."),
        Column(
            "side",
            "integer",
            "Side of the meeting, from 1; of a reception 1 receives, of an audience 1 calls, of a visit 2 is the destination.",
        ),
        Column("part", "string", "receiving, received, visiting, hosting, attending or counterpart.", PARTS),
        Column("kind", "string", "person (named), office (unnamed holder), body, or country (or province).", PARTICIPANT_KINDS),
        Column("actor_id", "string", "Of a person: actors.actor_id."),
        Column("name", "string", "Name of the person, office or body; code of the country."),
        ROLE,
        SECTOR,
        RANK,
        COUNTRY,
    ),
    foreign=(("meeting_id", "meetings"), ("actor_id", "actors")),
)
EVENTS = Table(
    "events",
    "One row a meeting across articles: the same family of form, participants and first day.",
    (
        Column(
            "event_id",
            "string",
            "Digest of form family, participants and first day; of an undated meeting, of the meeting itself.",
        ),
        Column("form", "string", "The most specific form that an article gives.", FORMS),
        Column(
            "status",
            "string",
            "The commonest status; held before planned before cancelled where articles are equally divided.",
            STATUSES,
        ),
        FIRST_DAY,
        LAST_DAY,
        GRAIN,
        Column("place", "string", "The commonest place that articles name."),
        HOST,
        Column("participants", "list", "Names of the participants, side by side."),
        Column("reports", "integer", "Number of articles that report it."),
        Column("first_doc_id", "string", "The first of these articles (articles.doc_id)."),
    ),
    key="event_id",
    foreign=(("first_doc_id", "articles"),),
)
TRADE_FIGURES = Table(
    "trade_figures",
    "One row a trade or investment figure and article.",
    (
        Column("figure_id", "string", "Digest of the article and the place of the amount in it."),
        Column("claim_id", "string", "Digest of metric, pair, period, amount and status: the same claim across articles."),
        DOC_ID,
        Column("metric", "string", "trade (both ways), export, import, balance or investment.", METRICS),
        Column("reporter", "string", "Whose flow it is: ISO 3166 code, bloc code, or WLD for the world."),
        Column("partner", "string", "With whom: code as reporter."),
        Column(
            "amount",
            "integer",
            "Amount in whole units of currency; of a deficit negative; empty for a growth rate without amount.",
        ),
        Column("amount_max", "integer", "Upper end of a range."),
        Column("currency", "string", "ISO 4217 code."),
        Column("bound", "string", "eq, approx, min or max: what the words before the amount say of it.", BOUNDS),
        FIRST_DAY,
        LAST_DAY,
        Column("basis", "string", "flow (of a period) or stock (up to a day).", ("flow", "stock")),
        Column("capital", "string", "Of an investment: registered or disbursed.", ("registered", "disbursed")),
        Column("status", "string", "actual, target or forecast.", FIGURE_STATUSES),
        Column("change_pct", "number", "Growth that the text gives for this figure, in per cent, signed."),
        Column("change_bound", "string", "As bound, of the growth.", BOUNDS),
        Column("change_base", "string", "What the growth is over: same_period_last_year, last_year, previous_month, since:YYYY."),
        Column("commodity", "string", "The goods, where the figure is for goods of one kind."),
        Column("attributed_to", "string", "Authority or speaker that the text names for the figure."),
        Column("evidence", "string", "The shortest stretch of the article that carries the figure."),
        RULE,
    ),
    key="figure_id",
    foreign=(("doc_id", "articles"),),
)
EVIDENCE = Table(
    "evidence",
    "One row a value of a meeting or trade figure: where it stands. texts.text[char_start:char_end] is text.",
    (
        Column("fact_id", "string", "meetings.meeting_id or trade_figures.figure_id."),
        Column(
            "slot", "string", "What it is evidence of: fact (the whole), form, actor, start, place, partner, amount, period ..."
        ),
        CHAR_START,
        CHAR_END,
        Column("text", "string", "The stretch, exactly as the article has it."),
        Column("basis", "string", "stated; resolved (a relative word or an office); inferred.", BASES),
    ),
)
MENTIONS = Table(
    "mentions",
    "One row a mention of a person, place, time or amount. texts.text[char_start:char_end] is text.",
    (
        DOC_ID,
        Column("kind", "string", "Of a person: name, short, office or pronoun; else place, time or amount.", MENTION_KINDS),
        CHAR_START,
        CHAR_END,
        Column("text", "string", "The mention, exactly as the article has it."),
        Column(
            "value", "string", "Person's full name or office; codes of a place; first/last day of a time; amount with its unit."
        ),
        Column("actor_id", "string", "Of a person: actors.actor_id."),
        Column(
            "source",
            "string",
            "What recognised a person (title, honorific, shape, list, tagger, coreference); else stated or resolved.",
        ),
    ),
    foreign=(("doc_id", "articles"), ("actor_id", "actors")),
)
PROBLEMS = Table(
    "problems",
    "One row an input, or part of one, that could not be read or coded.",
    (
        Column("path", "string", "The file, relative to the source."),
        Column("doc_id", "string", "The article, where it has an id."),
        Column("position", "integer", "Line of the file, row or record, counted from 1; empty for a whole file."),
        Column("stage", "string", "Where it failed: source, metadata, dataset, or the name of a stage."),
        Column("error", "string", "What was wrong, and what to do about it."),
    ),
)
TEXTS = Table(
    "texts",
    "The raw texts: the frame of all offsets.",
    (DOC_ID, Column("text", "string", "Title and text as one string, exactly as decoded.")),
    key="doc_id",
)
TABLES: tuple[Table, ...] = (
    ARTICLES, PERSONS, ACTORS, MEETINGS, PARTICIPANTS, EVENTS, TRADE_FIGURES, EVIDENCE, MENTIONS, PROBLEMS,
)  # fmt: skip
