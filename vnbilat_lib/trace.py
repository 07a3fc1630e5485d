"""The way back from a fact of the dataset to its sentence and its article, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vnbilat_lib import display
from vnbilat_lib.display import Html, Mark, breakable, escape
from vnbilat_lib.wording import Wording, missing

SHOWN_REPORTS = 5  # sentences shown of a meeting that many articles tell
HEADLINE, NAME = 110, 60  # letters shown of a headline, of an outlet's name
FACTS = {"meetings": ("meeting_id", "meeting"), "trade_figures": ("figure_id", "figure")}


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a fact stands: its article, whether a "meeting" or a "figure", and its quote."""

    doc_id: str
    kind: str
    quote: str


@dataclass(frozen=True)
class Trace:
    """A dataset's texts, evidence and mentions, by article and by fact."""

    articles: Mapping[str, Mapping[str, Any]]
    texts: Mapping[str, str]
    facts: Mapping[str, Fact]
    facts_of: Mapping[str, Sequence[str]]
    evidence: Mapping[str, Sequence[Any]]
    mentions: Mapping[str, Sequence[Any]]
    page: str | None = ""  # the page on which the articles stand: "" the same, None no page

    @classmethod
    def of(cls, study: Any) -> Trace:
        """The trace of a Study; where its texts were left out, only the quotes can be shown."""
        facts: dict[str, Fact] = {}
        facts_of: dict[str, list[str]] = {}
        for table, (key, kind) in FACTS.items():
            for fact_id, doc_id, quote in getattr(study, table)[[key, "doc_id", "evidence"]].itertuples(index=False, name=None):
                facts[fact_id] = Fact(doc_id, kind, "" if missing(quote) else quote)
                facts_of.setdefault(doc_id, []).append(fact_id)
        # a dataset that was written without texts has none
        texts = {} if study.texts is None else dict(study.texts[["doc_id", "text"]].itertuples(index=False, name=None))
        articles = {row["doc_id"]: row for row in study.articles.to_dict("records")}
        return cls(articles, texts, facts, facts_of, _by(study.evidence, "fact_id"), _by(study.mentions, "doc_id"))

    def headline(self, doc_id: str) -> str:
        """An article's headline, or the first words of one without."""
        title = self.articles[doc_id]["title"]
        text = self.texts.get(doc_id, "").replace("_", " ") if missing(title) or not title else str(title)
        line = " ".join(text[: 2 * HEADLINE].split()) or doc_id
        return shorten(line, HEADLINE)

    def link(self, doc_id: str) -> Html:
        """An article's headline as a link to its text on the same page."""
        return Html(f'<a href="#{display.to_id("text", doc_id)}">{breakable(self.headline(doc_id))}</a>')

    def source(self, doc_id: str, words: Wording) -> str:
        """An article in one line: headline, outlet, day, id."""
        row = self.articles[doc_id]
        day = words.days(row["published_from"], row["published_to"]) or words.label("period.unknown")
        outlet = "" if missing(row["outlet"]) else shorten(str(row["outlet"]), NAME)
        return " · ".join(x for x in (self.headline(doc_id), outlet, day, shorten(doc_id, HEADLINE)) if x)

    def cite(self, fact_ids: Sequence[str], words: Wording) -> Html:
        """The sentences behind one fact, or behind the reports of one event, behind a click, each with a link to its article."""
        blocks = [self._quote(fact_id, words) for fact_id in fact_ids[:SHOWN_REPORTS]]
        if len(fact_ids) > SHOWN_REPORTS:
            blocks.append(display.note_html(words.label("evidence.more", n=len(fact_ids) - SHOWN_REPORTS)).source)
        summary = words.label("evidence.one" if len(fact_ids) == 1 else "evidence.many", n=len(fact_ids))
        return display.details(summary, "".join(blocks))

    def _quote(self, fact_id: str, words: Wording) -> str:
        fact, rows = self.facts[fact_id], self.evidence.get(fact_id, ())
        raw = self.texts.get(fact.doc_id)
        if raw is None or not rows:
            quote = f'<blockquote class="vnb-text" lang="vi">{breakable(fact.quote)}</blockquote>'
        else:
            quote = display.quote_html(raw, display.fact_marks(rows, fact.kind, words))
        source = breakable(self.source(fact.doc_id, words))
        link = (
            source if raw is None or self.page is None else f'<a href="{self.page}#{display.to_id("in", fact_id)}">{source}</a>'
        )
        inferred = sorted({words.value("slot", row.slot) for row in rows if row.basis == "inferred"})
        note = f" · {escape(words.label('evidence.inferred', slots=', '.join(inferred)))}" if inferred else ""
        return f'{quote}<p class="vnb-source">{link}{note}</p>'

    def passage(self, doc_id: str, quote: str, words: Wording) -> Html | None:
        """The sentences of an article in which `quote` stands, behind a click; None where it stands nowhere."""
        raw = self.texts.get(doc_id, "")
        at = raw.find(quote) if quote else -1
        if at < 0:
            return None
        body = display.quote_html(raw, [Mark(at, at + len(quote), "meeting")])
        link = f'<p class="vnb-source"><a href="#{display.to_id("text", doc_id)}">{breakable(self.source(doc_id, words))}</a></p>'
        return display.details(words.label("evidence.passage"), body + link)

    def article(self, doc_id: str, words: Wording) -> Html:
        """A whole article behind a click, with everything that was found in it marked."""
        url = self.articles[doc_id]["url"]
        address = "" if missing(url) or not url else f'<p class="vnb-source">{escape(str(url))}</p>'
        body = address + display.text_html(self.texts[doc_id], self._marks(doc_id, words))
        return display.details(self.source(doc_id, words), body, anchor=display.to_id("text", doc_id), css="vnb-fulltext")

    def _marks(self, doc_id: str, words: Wording) -> Iterable[Mark]:
        for row in self.mentions.get(doc_id, ()):
            yield display.mention_mark(row.kind, int(row.char_start), int(row.char_end), row.value)
        for fact_id in self.facts_of.get(doc_id, ()):
            kind, anchor = self.facts[fact_id].kind, display.to_id("in", fact_id)
            for row in self.evidence.get(fact_id, ()):
                if row.slot == "fact":
                    yield Mark(int(row.char_start), int(row.char_end), kind, words.label(f"mark.{kind}"), anchor)
                    anchor = ""


def shorten(text: str, most: int) -> str:
    """The first words of a long text.

    >>> shorten("Thủ tướng thăm Lào", 12)
    'Thủ tướng …'
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _by(frame: Any, column: str) -> dict[str, list[Any]]:
    """The rows of a frame by the value of a column."""
    rows: dict[str, list[Any]] = {}
    for row in frame.itertuples(index=False):
        rows.setdefault(getattr(row, column), []).append(row)
    return rows
