"""What a report's first page answers: which articles, who met whom, when, what trade, what is doubtful, how accurate."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from vnbilat_lib import display, plotting
from vnbilat_lib.display import Html, escape
from vnbilat_lib.report.about import period
from vnbilat_lib.selection import Selection
from vnbilat_lib.trace import NAME, shorten
from vnbilat_lib.wording import Wording, missing

if TYPE_CHECKING:
    import pandas as pd

MOST = 5  # rows of a table: the pages have the others
PERIODS = 24  # bars of the figure
FACE = ("talks", "audience", "reception", "meeting")  # forms face to face share one bar
LEVELS = (1, 2, 3, 4)
DAY_BASES = ("start", "end", "period")
_HOLE = "\x01"


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first page rests on: the facts chosen, the pages that there are, the agreement with gold where any was given."""

    view: Selection
    pages: frozenset[str]
    score: Any = None

    @property
    def words(self) -> Wording:
        """The page's language."""
        return self.view.words

    def link(self, page: str, text: object) -> Html:
        """`text` as the way to a page, or plain where the report has no such page."""
        shown = escape(str(text))
        return Html(f'<a href="{page}.html">{shown}</a>' if page in self.pages else shown)

    def number(self, page: str, count: object) -> Html:
        """A count that leads to its page."""
        return self.link(page, self.words.number(count))

    def told(self, key: str, **parts: object) -> str:
        """A phrase of labels.csv as HTML, with parts that may be links."""
        text = escape(self.words.label(key, **{name: f"{_HOLE}{name}{_HOLE}" for name in parts}))
        for name, part in parts.items():
            text = text.replace(f"{_HOLE}{name}{_HOLE}", display.to_html(part))
        return text

    def cite(self, page: str, fact_ids: Sequence[str]) -> Html:
        """The sentences behind facts, with links to their articles on the page that shows them."""
        trace = replace(self.view.trace, page=f"{page}.html" if page in self.pages else None)
        return trace.cite(fact_ids, self.words)

    def table(
        self,
        frame: pd.DataFrame,
        caption: str,
        below: Sequence[Html] = (),
        *,
        numeric: Iterable[int] = (),
        keys: Mapping[int, Sequence[object]] = MappingProxyType({}),
    ) -> str:
        """A small table with its evidence."""
        headings = [self.words.value("column", name) for name in frame.columns]
        return display.table_html(frame, headings, caption, below, numeric, keys).source


def answers(opening: Opening) -> Iterator[tuple[str, str]]:
    """The questions with their answers, (text, HTML), in the order in which a reader asks them."""
    yield "opening.articles", _articles(opening)
    yield "opening.met", _met(opening)
    yield "opening.course", _course(opening)
    yield "opening.trade", _trade(opening)
    yield "opening.doubt", _doubts(opening)
    yield "opening.accuracy", _accuracy(opening)


def _paragraph(*sentences: str) -> str:
    return f'<div class="text"><p>{" ".join(s for s in sentences if s)}</p></div>'


def _why_empty(opening: Opening, table: str) -> str:
    return f'<p class="vnb-empty">{escape(opening.view.why_empty(table))}</p>'


def _no_articles(opening: Opening) -> str:
    return (
        f'<p class="vnb-empty">{opening.told("opening.articles.none")}</p>'
        if not len(opening.view.study.articles)
        else _why_empty(opening, "articles")
    )


def _articles(opening: Opening) -> str:
    """How many articles, from when to when, and how well their days are known."""
    articles, words = opening.view.articles, opening.words
    if not len(articles):
        return _no_articles(opening)
    told = articles["doc_id"].isin({*opening.view.meetings["doc_id"], *opening.view.trade_figures["doc_id"]})
    days = period(articles, words)
    exact = articles["published"].notna()
    counted = {
        "n": len(articles),
        "day": exact.sum(),
        "span": (~exact & articles["published_from"].notna()).sum(),
        "undated": (articles["published_from"].isna() & articles["published_to"].isna()).sum(),
        "facts": told.sum(),
    }
    numbers = {name: opening.number("corpus", int(count)) for name, count in counted.items()}
    n = numbers.pop("n")
    facts = numbers.pop("facts")
    first = opening.told("opening.articles.dated", n=n, days=days) if days else opening.told("opening.articles.open", n=n)
    outlets = [
        f"{shorten(str(name), NAME)} ({words.number(count)})"
        for name, count in articles["outlet"].value_counts().head(MOST).items()
    ]
    return _paragraph(
        first,
        opening.told("opening.articles.days", **numbers),
        opening.told("opening.articles.facts", facts=facts),
        opening.told("opening.articles.outlets", outlets="; ".join(outlets)) if outlets else "",
    )


def _pairs(view: Selection, people: pd.DataFrame) -> pd.DataFrame:
    """Who met whom (`left`, `above`), in how many held meetings, their reports from the latest on; Vietnam on the left."""
    events = view.meetings.loc[view.meetings["status"] == "held", ["meeting_id", "event_id", "start", "end"]]
    people = people.merge(events, on="meeting_id").drop_duplicates(["event_id", "who"])
    people["land"] = people["country"].fillna("ZZ").where(people["country"] != "VN", "")
    pairs = people.merge(people, on="event_id", suffixes=("", "_other"))
    pairs = pairs[(pairs["side"] < pairs["side_other"]) & (pairs["who"] != pairs["who_other"])].copy()
    turned = pairs["land_other"] < pairs["land"]
    pairs["left"] = pairs["who"].where(~turned, pairs["who_other"])
    pairs["above"] = pairs["who_other"].where(~turned, pairs["who"])
    pairs["day"] = pairs["end"].fillna(pairs["start"])
    pairs = pairs.sort_values("day", ascending=False, kind="stable", na_position="last")
    counted = pairs.groupby(["left", "above"], sort=False).agg(
        times=("event_id", "nunique"), day=("day", "max"), ids=("meeting_id", list)
    )
    return counted.reset_index().sort_values("times", ascending=False, kind="stable")


def _met(opening: Opening) -> str:
    """The pairs of people and of countries that met most often."""
    view = opening.view
    if not len(view.meetings):
        return _why_empty(opening, "meetings")
    named = view.participants[view.participants["kind"] != "country"]
    people = named.assign(who=[view.who(p, role=False) for p in named.itertuples()])
    lands = view.participants.dropna(subset=["country"])
    lands = lands.assign(who=lands["country"])
    shown = [
        _pair_table(opening, _pairs(view, people), "actors", "opening.met.people", ("who", "whom"), str),
        _pair_table(opening, _pairs(view, lands), "meetings", "opening.met.lands", ("land", "other_land"), opening.words.economy),
    ]
    events = view.meetings.drop_duplicates("event_id")
    held = (events["status"] == "held").sum()
    counted = {"reports": len(view.meetings), "n": len(events), "held": held}
    counts = opening.told("opening.met.count", **{k: opening.number("meetings", n) for k, n in counted.items()})
    return _paragraph(counts) + ("".join(shown) or _paragraph(opening.told("actors.pairs.none")))


def _pair_table(opening: Opening, pairs: pd.DataFrame, page: str, caption: str, names: tuple[str, str], name: Any) -> str:
    import pandas as pd

    if not len(pairs):
        return ""
    top, latest = pairs.head(MOST), opening.view.meetings.set_index("meeting_id")
    frame = pd.DataFrame(
        {
            names[0]: [name(x) for x in top["left"]],
            names[1]: [name(x) for x in top["above"]],
            "times": [opening.number(page, n) for n in top["times"]],
            "last_time": [opening.view.days(latest.loc[ids[0]]) for ids in top["ids"]],
        }
    )
    below = [opening.cite("meetings", list(dict.fromkeys(ids))) for ids in top["ids"]]
    told = opening.words.label(caption, shown=len(top), total=opening.words.number(len(pairs)))
    keys = {2: list(top["times"]), 3: list(top["day"])}
    return opening.table(frame, told, below, numeric=[2], keys=keys)


def _course(opening: Opening) -> str:
    """Meetings and visits over time, by form and by the highest level that took part."""
    import pandas as pd

    view, words = opening.view, opening.words
    if not len(view.meetings):
        return _why_empty(opening, "meetings")
    held = view.meetings[view.meetings["status"] == "held"]
    news = held[held["salience"] == "main"]
    told = (news if len(news) else held).drop_duplicates("event_id").assign(day=lambda m: m["end"].fillna(m["start"]))
    dated = told.dropna(subset=["day"])
    if not len(dated):
        return f'<p class="vnb-empty">{opening.told("opening.course.undated", n=opening.number("meetings", len(told)))}</p>'
    periods = _periods(dated["day"])
    dated = dated.assign(period=periods)
    index = periods.min() + (periods.max() - periods.min()).n
    kept = [period for n in range(PERIODS) if (period := index - n) >= periods.min()][::-1]
    drawn = dated[dated["period"].isin(kept)]
    rank = view.participants.groupby("meeting_id")["rank"].min().clip(upper=LEVELS[-1])
    level = drawn["meeting_id"].map(rank)
    form = drawn["form"].where(~drawn["form"].isin(FACE), "face")
    names = [view.period(period) for period in kept]
    panels = []
    for title, values, family, order in (
        ("opening.course.form", form, "opening.form", ("face", "call", "conference", "visit")),
        ("opening.course.level", level.astype(object).where(level.notna(), "none"), "opening.level", (*LEVELS, "none")),
    ):
        counts = pd.crosstab(drawn["period"], values).reindex(kept, fill_value=0)
        counts = counts[[value for value in order if value in counts]].set_axis(names)
        keys = [plotting.LOOKS[str(value)] for value in counts]
        panels.append((words.label(title), counts.set_axis([words.label(f"{family}.{v}") for v in counts], axis="columns"), keys))
    alt = " ".join(f"{title}: {plotting.sentence(_bars(counts), PERIODS)}" for title, counts, _ in panels)
    picture = _picture(plotting.stacked(panels), f"{words.label('opening.course.alt', n=len(drawn))} {alt}", words)
    left = opening.told(
        "opening.course.left",
        n=opening.number("meetings", len(drawn)),
        undated=opening.number("meetings", len(told) - len(dated)),
        earlier=opening.number("meetings", len(dated) - len(drawn)),
        recalled=opening.number("meetings", held["event_id"].nunique() - len(told)),
    )
    return picture + f'<p class="vnb-note">{left}</p>'


def _periods(days: pd.Series[Any]) -> Any:
    """Each day's month, or its quarter, or its year, whichever fits between the first day and the last."""
    for unit in ("M", "Q", "Y"):
        found = days.dt.to_period(unit)
        if (found.max() - found.min()).n < PERIODS:
            break
    return found


def _bars(counts: pd.DataFrame) -> list[str]:
    """A frame's rows in words, those without any count left out."""
    rows = counts[counts.sum(axis=1) > 0]
    return [f"{name}: " + ", ".join(f"{n} {what}" for what, n in row.items() if n) for name, row in rows.iterrows()]


def _picture(figure: Any, alt: str, words: Wording) -> str:
    data = b64encode(plotting.to_png(figure)).decode()
    width = round(figure.get_figwidth() * plotting.SHOWN_DPI)
    image = f'<img src="data:image/png;base64,{data}" alt="{escape(alt)}" width="{width}">'
    box = escape(words.label("page.figure.box"))
    return f'<div class="vnb-figure-box" role="group" tabindex="0" aria-label="{box}">{image}</div>'


def _trade(opening: Opening) -> str:
    """Pair by pair: the last trade claimed as reached, and what was aimed at."""
    import pandas as pd

    view = opening.view
    figures = view.trade_figures
    if not len(figures):
        return _why_empty(opening, "trade_figures")
    money = figures.dropna(subset=["amount", "reporter", "partner"])
    between = [tuple(sorted(p, key=lambda c: (c != "VN", c))) for p in zip(money["reporter"], money["partner"], strict=True)]
    money = money.assign(between=pd.Series(between, money.index, dtype=object)).sort_values(
        ["end", "start"], kind="stable", na_position="first"
    )
    # the pairs' whole trade first; goods of one kind, exports and investment only where a pair has nothing else
    rows, below = [], []
    sizes = money.groupby("between")["claim_id"].nunique().sort_values(ascending=False, kind="stable")
    for pair in sizes.index[:MOST]:
        group = money[money["between"] == pair]
        whole = group[(group["metric"] == "trade") & group["commodity"].isna()]
        group = whole if len(whole) else group
        reached, aimed = group[group["status"] == "actual"].tail(1), group[group["status"] != "actual"].tail(1)
        names = " – ".join(opening.words.economy(code) for code in pair)
        rows.append((names, _claim(view, reached), _claim(view, aimed), opening.number("trade", sizes[pair])))
        below.append(opening.cite("trade", [*reached["figure_id"], *aimed["figure_id"]]))
    counts = opening.told(
        "opening.trade.count",
        figures=opening.number("trade", len(figures)),
        n=opening.number("trade", figures["claim_id"].nunique()),
        pairs=opening.number("trade", len(sizes)),
        articles=opening.number("trade", figures["doc_id"].nunique()),
    )
    frame = pd.DataFrame(rows, columns=["pair", "reached", "aimed", "claims"])
    caption = opening.words.label("opening.trade.table", shown=len(frame), total=opening.words.number(len(sizes)))
    table = opening.table(frame, caption, below, numeric=[3]) if rows else _paragraph(opening.told("opening.trade.none"))
    return _paragraph(counts) + table


def _claim(view: Selection, row: pd.DataFrame) -> str:
    """A figure in words, "" where there is none: metric where it is not the whole trade, amount, period."""
    if not len(row):
        return ""
    figure = next(row.itertuples())
    metric = "" if figure.metric == "trade" else view.words.value("metric", figure.metric)
    goods = "" if missing(figure.commodity) else str(figure.commodity)
    days = view.days(figure) or view.words.label("trade.no_period")
    return f"{' '.join(filter(None, [metric, goods, view.money(figure)]))} ({days})"


def _doubts(opening: Opening) -> str:
    """What a reader should not take for certain, each with its count."""
    view, study = opening.view, opening.view.study
    articles, meetings, figures = view.articles, view.meetings, view.trade_figures
    if not len(articles) and not len(study.problems):
        return _no_articles(opening)
    guessed = set(study.evidence.loc[(study.evidence["basis"] == "inferred") & (study.evidence["slot"] != "status"), "fact_id"])
    counted = {
        ("corpus", "undated"): (articles["published_from"].isna() & articles["published_to"].isna(), articles),
        ("corpus", "span"): (articles["published"].isna() & articles["published_from"].notna(), articles),
        ("meetings", "inferred"): (meetings["meeting_id"].isin(guessed), meetings),
        ("meetings", "no_day"): (meetings["start"].isna() & meetings["end"].isna(), meetings),
        ("trade", "inferred_figures"): (figures["figure_id"].isin(guessed), figures),
        ("trade", "no_period"): (figures["start"].isna() & figures["end"].isna(), figures),
        ("corpus", "aside"): (articles["status"] == "set_aside", articles),
        ("corpus", "copies"): (articles["duplicate_of"].notna(), articles),
        ("corpus", "foreign"): (articles["language"].fillna("vi") != "vi", articles),
        ("corpus", "problems"): (study.problems["path"].notna(), study.problems),
    }
    items = [
        opening.told(f"opening.doubt.{name}", n=opening.number(page, int(which.sum())), total=opening.words.number(len(frame)))
        for (page, name), (which, frame) in counted.items()
        if which.any()
    ]
    if not items:
        return _paragraph(opening.told("opening.doubt.none"))
    return f'<div class="text"><ul>{"".join(f"<li>{item}</li>" for item in items)}</ul></div>'


def _accuracy(opening: Opening) -> str:
    """F1 by type where hand-coded articles were given, else how to measure."""
    page = opening.link("evaluation", opening.words.value("page.short", "evaluation"))
    if opening.score is None:
        return _paragraph(opening.told("opening.accuracy.none", page=page))
    import pandas as pd

    rates, words = opening.score.frame, opening.words
    frame = pd.DataFrame(
        {
            "type": [words.value("type", kind) for kind in rates["type"]],
            **{name: [words.fixed(x, 2) for x in rates[name]] for name in ("precision", "recall", "f1")},
            "cases": [opening.number("evaluation", n) for n in rates["gold"]],
        }
    )
    caption = words.label("opening.accuracy.table", n=len(opening.score.tallies))
    return opening.table(frame, caption, numeric=range(1, 5)) + _paragraph(opening.told("opening.accuracy.more", page=page))


def selected(study: Any, parameters: Mapping[str, Mapping[str, object]], lang: str) -> Selection:
    """The study cut down by what the notebooks were given, each parameter by the name that `select` has for it."""
    from inspect import signature

    from vnbilat_lib.parameters import STATUS_OF
    from vnbilat_lib.selection import select

    known = set(signature(select).parameters)
    given = {
        STATUS_OF.get(notebook, name) if name == "status" else name: value
        for notebook, own in parameters.items()
        for name, value in own.items()
    }
    return select(study, **{name: value for name, value in given.items() if name in known} | {"lang": lang})  # type: ignore[arg-type]
