"""What a notebook looks at: a Study cut down by the notebook's parameters, and the means to show what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from vnbilat_lib import display, lexicon, plotting
from vnbilat_lib.display import Html, escape
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.match import fold
from vnbilat_lib.parameters import check_parameter, split
from vnbilat_lib.trace import Trace
from vnbilat_lib.wording import Wording, missing

if TYPE_CHECKING:
    import pandas as pd

READABLE = 36  # bars of a figure
TABLES = ("articles", "persons", "meetings", "participants", "events", "trade_figures")
FLUSH_RIGHT = ("amount", "change", "share", "precision", "recall", "f1", "interval", "accuracy")


@dataclass(frozen=True, slots=True)
class Step:
    """One parameter at work on one table: how many rows there were, and how many were left."""

    table: str
    parameter: str
    value: object
    before: int
    after: int


@dataclass(frozen=True)
class Selection:
    """A study cut down by a notebook's parameters.

    `articles`, `persons`, `meetings`, `participants`, `events` and `trade_figures` are frames with the dataset's columns.
    `words` speak the page's language; `table`, `figure`, `evidence` and `texts` show what a page shows.
    """

    study: Any
    words: Wording
    chosen: Mapping[str, object]
    steps: tuple[Step, ...]
    max_rows: int
    articles: pd.DataFrame
    persons: pd.DataFrame
    meetings: pd.DataFrame
    participants: pd.DataFrame
    events: pd.DataFrame
    trade_figures: pd.DataFrame

    @cached_property
    def trace(self) -> Trace:
        """The way back to the texts."""
        return Trace.of(self.study)

    @property
    def style(self) -> list[Any]:
        """Settings of matplotlib for the report's figures: `plt.style.use(view.style)`."""
        return ["default", plotting.STYLE]

    @property
    def colours(self) -> Mapping[str, str]:
        """Colours by form of meeting, metric, and for ink and rules; told apart by the colour-blind too."""
        return plotting.COLOURS

    @property
    def hatches(self) -> Mapping[str, str]:
        """Hatches by form of meeting, to tell apart forms that share a colour."""
        return plotting.HATCHES

    def has(self, table: str) -> bool:
        """Whether a table has rows; where it has none, a remark says which parameter left none."""
        if len(getattr(self, table)):
            return True
        _display(Html(f'<p class="vnb-empty">{escape(self.why_empty(table))}</p>'))
        return False

    def why_empty(self, table: str) -> str:
        """Why a table has no rows: the parameters that led there, with the rows that each left."""
        name, total = self.words.label(f"table.{table}"), len(getattr(self.study, table))
        if not total:
            return self.words.label("empty.dataset", table=name)
        steps = [s for s in self.steps if s.table in (table, "articles") and s.after < s.before]
        told = [
            self.words.label(
                "empty.step",
                table=self.words.label(f"table.{s.table}"),
                parameter=s.parameter,
                value=s.value,
                before=s.before,
                after=s.after,
            )
            for s in steps
        ]
        return self.words.label("empty.selection", table=name, total=total, steps="; ".join(told))

    def table(
        self,
        frame: pd.DataFrame,
        caption: str,
        *,
        below: Iterable[Html | None] = (),
        total: int | None = None,
        keys: Mapping[str, pd.Series[Any]] = MappingProxyType({}),
    ) -> None:
        """Show a frame; its columns are named by labels.csv (`column.days`), `below` has each row's evidence.

        `keys` has what a column in words ("15/8/2023", "5 tỷ USD") is sorted by on the page: a series of days or numbers.
        At most `max_rows` rows are shown; the caption then says of how many (`total` where `frame` was cut before).
        """
        shown, count = frame.head(self.max_rows), len(frame) if total is None else total
        if count > len(shown):
            caption = (
                f"{caption} {self.words.label('table.cut', shown=self.words.number(len(shown)), total=self.words.number(count))}"
            )
        cells = shown.astype(object)
        sorting: dict[int, list[object]] = {n: list(keys[name]) for n, name in enumerate(shown.columns) if name in keys}
        for n, kind in enumerate(shown.dtypes):
            if getattr(kind, "kind", "O") in "iuf":
                cells.isetitem(n, [self.words.number(x) for x in shown.iloc[:, n]])
                sorting[n] = list(shown.iloc[:, n])
        right = [
            n for n, (name, kind) in enumerate(shown.dtypes.items()) if name in FLUSH_RIGHT or getattr(kind, "kind", "O") in "iuf"
        ]
        headings = [self.words.value("column", name) for name in shown.columns]
        _display(display.table_html(cells, headings, caption, list(below)[: len(shown)], right, sorting))

    def figure(self, figure: Any, alt: str) -> None:
        """Show a matplotlib figure with its alternative text: the sentences that say what it shows."""
        plotting.show(figure, alt)

    def who(self, participant: Any, *, role: bool = True) -> str:
        """A row of `participants` in words: a name with its office, a country's name for its code."""
        if participant.kind == "country":
            return self.words.economy(participant.name)
        name = str(participant.name)
        return f"{name}, {participant.role}" if role and participant.kind == "person" and not missing(participant.role) else name

    def days(self, fact: Any) -> str:
        """The days of a meeting or figure in words; "within" where it is some day of them."""
        days = self.words.days(fact.start, fact.end)
        return self.words.label("grain.some", days=days) if days and getattr(fact, "grain", None) == "within" else days

    def period(self, period: Any) -> str:
        """A pandas Period (a month, quarter, year) in words."""
        return self.words.days(period.start_time.date(), period.end_time.date())

    def periods(self, days: pd.Series, by: str) -> pd.Series:
        """Each day's month, quarter or year; a longer one than asked for where there would be too many to read."""
        units = ("M", "Q", "Y")
        for unit in units[("month", "quarter", "year").index(by) :]:
            found = days.dt.to_period(unit)
            if found.nunique() <= READABLE:
                break
        return cast("pd.Series[Any]", found)

    def money(self, figure: Any) -> str:
        """The amount of a trade figure in words, with its range and hedge; "" of a growth rate without amount."""
        return self.words.money(figure.amount, figure.currency, figure.amount_max, figure.bound)

    def sentence(self, parts: Iterable[str]) -> str:
        """Items of an alternative text as one sentence: the first dozen, then how many more there are."""
        return plotting.sentence(parts, more=self.words.label("more", n="{n}"))

    def note(self, key: str, **values: object) -> None:
        """Show a remark of labels.csv."""
        _display(display.note_html(self.words.label(key, **values)))

    def evidence(self, *fact_ids: str) -> Html:
        """The sentences behind a fact, or behind an event's reports, behind a click, with links to the articles (see `texts`)."""
        return self.trace.cite(fact_ids, self.words)

    def passage(self, doc_id: str, quote: str | None) -> Html | None:
        """Where `quote` stands in an article, behind a click; None where it is not found."""
        return self.trace.passage(doc_id, quote or "", self.words)

    def article(self, doc_id: str) -> Html:
        """An article's headline as a link to its text below on the page (see `texts`)."""
        return self.trace.link(doc_id)

    def details(self, summary: str, frame: pd.DataFrame, caption: str) -> Html:
        """A small frame behind a click."""
        headings = [self.words.value("column", name) for name in frame.columns]
        return display.details(summary, display.table_html(frame, headings, caption).source)

    def furniture(self, doc_ids: Iterable[str]) -> pd.DataFrame:
        """What the articles hold besides their own text: doc_id, kind, chars, text."""
        import pandas as pd

        rows = [
            (doc_id, mark.title, mark.end - mark.start, raw[mark.start : mark.end])
            for doc_id in doc_ids
            if (raw := self.trace.texts.get(doc_id)) is not None
            for mark in display.lay_out(raw)[1]
        ]
        return pd.DataFrame(rows, columns=["doc_id", "kind", "chars", "text"])

    def texts(self, doc_ids: Iterable[str]) -> None:
        """Show whole articles behind clicks, with everything that was found in them marked; the links of `evidence` lead here."""
        wanted = [d for d in dict.fromkeys(doc_ids) if d in self.trace.texts]
        if not wanted:
            self.note("texts.none")
            return
        shown = "".join(self.trace.article(d, self.words).source for d in wanted[: self.max_rows])
        _display(Html(display.legend_html(self.words) + shown))

    def _repr_html_(self) -> str:
        return display.style().source + selection_html(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, t))} {t}" for t in ("articles", "meetings", "trade_figures", "persons"))
        return f"Selection({counts})"


def selection_html(view: Selection) -> str:
    """How many articles a page rests on, and the parameters that differ from the usual ones."""
    words = view.words
    counts = words.label("selection.articles", n=words.number(len(view.articles)), total=words.number(len(view.study.articles)))
    if not view.chosen:
        return f'<div class="vnb-selection"><p>{escape(counts)}</p></div>'
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(str(value))}</dd></div>" for name, value in view.chosen.items())
    return f'<div class="vnb-selection"><p>{escape(counts)}</p><dl>{pairs}</dl></div>'


def select(
    study: Any,
    *,
    lang: str = "vi",
    published_from: str = "",
    published_to: str = "",
    partner: str = "",
    outlet: str = "",
    salience: str = "",
    include_inferred: bool = True,
    max_rows: int = 100,
    forms: str = "",
    meeting_status: str = "",
    sector: str = "",
    by: str = "month",
    country: str = "",
    min_articles: int = 1,
    metric: str = "",
    figure_status: str = "",
    commodity: str = "",
) -> Selection:
    """Cut a study down to what a notebook's parameters ask for; empty text means all.

    Raises VnbilatError, with the allowed values, for a value that is not allowed.
    """
    given = {k: v for k, v in locals().items() if k != "study"}
    wrong = [message for name, value in given.items() if (message := check_parameter(name, value))]
    if outlet and outlet not in set(study.articles["outlet"].dropna()):
        wrong.append(_no_outlet(study, outlet))
    if wrong:
        raise VnbilatError("; ".join(wrong))
    usual = {name: p.default for name, p in signature(select).parameters.items()}
    chosen = {k: v for k, v in given.items() if v != usual[k] and k not in ("lang", "max_rows")}
    cut = _Cut({name: getattr(study, name) for name in TABLES})
    _cut_articles(cut, published_from, published_to, outlet)
    cut.keep("meetings", "salience", salience, lambda m: m["salience"] == salience)
    cut.keep("meetings", "forms", forms, lambda m: m["form"].isin(split(forms)))
    cut.keep("meetings", "status", meeting_status, lambda m: m["status"] == meeting_status)
    cut.keep(
        "meetings", "sector", sector, lambda m: m["meeting_id"].isin(_with(study.participants, "sector", sector, "meeting_id"))
    )
    cut.keep("trade_figures", "metric", metric, lambda f: f["metric"] == metric)
    cut.keep("trade_figures", "status", figure_status, lambda f: f["status"] == figure_status)
    cut.keep(
        "trade_figures",
        "commodity",
        commodity,
        lambda f: f["commodity"].fillna("").map(fold).str.contains(fold(commodity), regex=False),
    )
    cut.keep("persons", "country", country, lambda p: p["country"] == country)
    cut.keep("persons", "min_articles", min_articles if min_articles > 1 else "", lambda p: _often(p, min_articles))
    if not include_inferred:
        # that a meeting was held is what the past tense says without a word of its own
        guessed = (study.evidence["basis"] == "inferred") & (study.evidence["slot"] != "status")
        inferred = set(study.evidence.loc[guessed, "fact_id"])
        cut.keep("meetings", "include_inferred", "false", lambda m: ~m["meeting_id"].isin(inferred))
        cut.keep("trade_figures", "include_inferred", "false", lambda f: ~f["figure_id"].isin(inferred))
    if partner:
        _cut_partner(cut, study, partner)
    cut.follow()
    return Selection(study, Wording(lang), chosen, tuple(cut.steps), max_rows, **cut.frames)  # type: ignore[arg-type]


class _Cut:
    """The frames on their way through the parameters, with a record of what each parameter took away."""

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self.frames = frames
        self.steps: list[Step] = []

    def keep(self, table: str, parameter: str, value: object, which: Callable[[pd.DataFrame], Any]) -> None:
        """Keep the rows for which `which` holds, where `value` asks for anything."""
        frame = self.frames[table]
        if value == "" or value is None:
            return
        kept = frame[which(frame).fillna(value=False).astype(bool)]
        self.steps.append(Step(table, parameter, value, len(frame), len(kept)))
        self.frames[table] = kept

    def follow(self) -> None:
        """Rows of articles and meetings that are gone go too."""
        docs = self.frames["articles"]["doc_id"]
        for table in ("persons", "meetings", "trade_figures"):
            frame = self.frames[table]
            self.frames[table] = frame[frame["doc_id"].isin(docs)].reset_index(drop=True)
        meetings = self.frames["meetings"]
        for table, column in (("participants", "meeting_id"), ("events", "event_id")):
            frame = self.frames[table]
            self.frames[table] = frame[frame[column].isin(meetings[column])].reset_index(drop=True)
        self.frames["articles"] = self.frames["articles"].reset_index(drop=True)


def _cut_articles(cut: _Cut, published_from: str, published_to: str, outlet: str) -> None:
    """Articles that can have come out in the period (one whose day is unknown can), of the outlet."""
    cut.keep("articles", "published_from", published_from, lambda a: ~(a["published_to"] < published_from))
    cut.keep("articles", "published_to", published_to, lambda a: ~(a["published_from"] > published_to))
    cut.keep("articles", "outlet", outlet, lambda a: a["outlet"] == outlet)


def _cut_partner(cut: _Cut, study: Any, partner: str) -> None:
    """Facts with the partner, and the articles that have one; a country's code takes its provinces in."""
    cut.keep(
        "trade_figures", "partner", partner, lambda f: f["reporter"].map(_inside(partner)) | f["partner"].map(_inside(partner))
    )
    meetings = _meetings_with(study, partner)
    cut.keep("meetings", "partner", partner, lambda m: m["meeting_id"].isin(meetings))
    docs = {*cut.frames["trade_figures"]["doc_id"], *cut.frames["meetings"]["doc_id"]}
    if "-" not in partner:
        docs |= set(_with(study.persons, "country", partner, "doc_id"))
    cut.keep("articles", "partner", partner, lambda a: a["doc_id"].isin(docs))


def _inside(partner: str) -> Callable[[object], bool]:
    return lambda code: not missing(code) and (code == partner or str(code).startswith(f"{partner}-"))


def _with(frame: pd.DataFrame, column: str, value: str, key: str) -> Any:
    return frame.loc[frame[column] == value, key]


def _meetings_with(study: Any, partner: str) -> set[str]:
    """Meetings with a participant, destination or host of the partner.

    A province is also known by its name in an office ("Bí thư Tỉnh ủy Vân Nam": his country is the state) and in a place.
    """
    inside = _inside(partner)
    meetings, people = study.meetings, study.participants
    found = set(
        people.loc[people["country"].map(inside) | ((people["kind"] == "country") & people["name"].map(inside)), "meeting_id"]
    )
    found |= set(meetings.loc[meetings["destination"].map(inside) | meetings["country"].map(inside), "meeting_id"])
    if "-" in partner:
        names = [fold(r.name) for r in lexicon.regions() if r.code == partner] + [
            fold(c.name) for c in lexicon.cities() if c.region == partner
        ]

        def named(text: object) -> bool:
            return not missing(text) and any(name in fold(str(text)) for name in names)

        here, there = people["country"] == partner[:2], meetings["country"] == partner[:2]  # Hà Nam lies in Vietnam and in China
        found |= set(people.loc[here & people["role"].map(named), "meeting_id"])
        found |= set(meetings.loc[there & meetings["place"].map(named), "meeting_id"])
    return found


def _often(persons: pd.DataFrame, least: int) -> Any:
    """Persons whom at least `least` articles name."""
    key = persons["actor_id"].fillna(persons["name"])
    return persons.groupby(key)["doc_id"].transform("nunique") >= least


def _no_outlet(study: Any, outlet: str) -> str:
    known = sorted(study.articles["outlet"].dropna().unique())
    allowed = ", ".join(known) if known else "none, because metadata.csv gives no outlet"
    return f"outlet={outlet!r} is not in the dataset; allowed: {allowed}, or empty for all"


def _display(html: Html) -> None:
    from IPython.display import display as show

    show(html)  # type: ignore[no-untyped-call]
