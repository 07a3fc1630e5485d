"""A Doc, a fact or a table as safe HTML: every character of an article is escaped, its evidence is marked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from html import escape as escape_markup
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.wording import Wording, missing

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("person", "place", "time", "amount", "meeting", "figure", "furniture")
FACT_KINDS = ("meeting", "figure")
SLOT_KINDS = {
    "actor": "person",
    "place": "place",
    "country": "place",
    "destination": "place",
    "reporter": "place",
    "partner": "place",
    "start": "time",
    "end": "time",
    "period": "time",
    "amount": "amount",
}
SHOWN_WINDOWS = 3
SHORT = 24  # a column whose cells are all as short is never broken
WINDOW = 400  # characters of a sentence shown on each side of its evidence: some press sentences run to several thousand
DIRECTION = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LONG = re.compile(r"\S{40}(?=\S)")  # of a word that goes on
_PLAIN_ID = re.compile(r"[^A-Za-z0-9_-]+")


def escape(text: str) -> str:
    """Text as HTML, without the controls that turn the direction of what stands after them.

    >>> escape("<b> 5 \u202etỷ")
    '&lt;b&gt; 5 tỷ'
    """
    return escape_markup(text.translate(DIRECTION))


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is already safe; not a str, so that pandas leaves it as it is and a stray one is never escaped twice."""

    source: str

    def __html__(self) -> str:
        return self.source

    def _repr_html_(self) -> str:
        return self.source


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A marked stretch of a raw text; `kind` is one of KINDS, `title` shows under a resting pointer, `anchor` an id for links."""

    start: int
    end: int
    kind: str
    title: str = ""
    anchor: str = ""


def to_html(value: object) -> str:
    """A value as HTML: Html as it stands, "" for an empty cell, everything else escaped.

    >>> to_html("<b>5 tỷ</b>")
    '&lt;b&gt;5 tỷ&lt;/b&gt;'
    """
    return value.source if isinstance(value, Html) else "" if missing(value) else breakable(str(value))


def breakable(text: str) -> str:
    """Text as HTML in which a word that no line can hold may be broken: a broken file's can have a million letters.

    >>> breakable("a" * 41)
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa<wbr>a'
    """
    return escape(_LONG.sub("\\g<0>\0", text.replace("\0", ""))).replace("\0", "<wbr>")


def to_id(prefix: str, name: object) -> str:
    """An id that HTML and an address take, for any name; names that differ get ids that differ.

    >>> to_id("text", "000_a7581e6bc8952839")
    'text-000_a7581e6bc8952839'
    """
    plain = _PLAIN_ID.sub("-", str(name))
    return f"{prefix}-{plain}" if plain == str(name) else f"{prefix}-{plain[:40]}-{sha256(str(name).encode()).hexdigest()[:8]}"


def mark_text(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """text[start:end] as HTML, escaped, with `marks` on it; marks may overlap: each piece carries all that cover it.

    >>> mark_text("ông Vương Ninh", [Mark(4, 14, "person", "CN")])
    'ông <span class="vnb-person" title="CN">Vương Ninh</span>'
    """
    last = len(text) if end is None else min(end, len(text))
    inside = [m for m in sorted(set(marks)) if m.start < m.end and m.start < last and m.end > start]
    cuts = sorted({start, last} | {c for m in inside for c in (m.start, m.end) if start < c < last})
    pieces = []
    for left, right in itertools.pairwise(cuts):
        active = [m for m in inside if m.start <= left and m.end >= right]
        pieces += [f'<span id="{escape(m.anchor)}"></span>' for m in active if m.anchor and max(m.start, start) == left]
        pieces.append(_piece(text[left:right], active))
    return "".join(pieces)


def _piece(text: str, active: Sequence[Mark]) -> str:
    """One piece of text inside an element that names the kinds of all marks that cover it."""
    if not active:
        return breakable(text)
    kinds = [kind for kind in KINDS if any(m.kind == kind for m in active)]
    title = " · ".join(dict.fromkeys(m.title for m in active if m.title))
    tag = "mark" if any(kind in FACT_KINDS for kind in kinds) else "span"
    classes = " ".join(f"vnb-{kind}" for kind in kinds)
    return f'<{tag} class="{classes}"' + (f' title="{escape(title)}"' if title else "") + f">{breakable(text)}</{tag}>"


@lru_cache(maxsize=512)
def lay_out(raw: str) -> tuple[tuple[tuple[int, int], ...], tuple[Mark, ...]]:
    """The sentences of a raw text, and its furniture as marks, both in raw offsets."""
    from vnbilat_lib.furniture import tag_furniture
    from vnbilat_lib.normalize import normalize
    from vnbilat_lib.sentences import tag_sentences

    doc = tag_sentences(tag_furniture(normalize(Doc(Article("", raw)))))
    furniture = tuple(Mark(*doc.raw_span(f.span), "furniture", f.kind) for f in doc.furniture)
    return tuple(doc.raw_span(s.span) for s in doc.sentences), furniture


def widen(raw: str, start: int, end: int) -> tuple[int, int]:
    """The sentences in which raw[start:end] stands, at most WINDOW characters to each side of it.

    >>> widen("Hai bên hội đàm. Ông An dự họp.", 17, 22)
    (17, 31)
    """
    touched = [s for s in lay_out(raw)[0] if s[0] < end and s[1] > start]
    left, right = min([start, *(s[0] for s in touched)]), max([end, *(s[1] for s in touched)])
    return max(left, start - WINDOW), min(right, end + WINDOW)


def _windows(raw: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of several spans, in the text's order, those that touch joined."""
    merged: list[tuple[int, int]] = []
    for left, right in sorted(widen(raw, *span) for span in spans):
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def quote_html(raw: str, marks: Sequence[Mark]) -> str:
    """The sentences that hold `marks`, with these marked; what lies between them is left out and shown as an ellipsis.

    A conference's participants may stand in a dozen sentences: those of the fact itself are all shown, of the others a few.
    """
    facts = _windows(raw, [(m.start, m.end) for m in marks if m.kind in FACT_KINDS])
    others = [w for w in _windows(raw, [(m.start, m.end) for m in marks]) if not any(f[0] < w[1] and w[0] < f[1] for f in facts)]
    windows = _windows(raw, [*facts, *others[:SHOWN_WINDOWS]])
    parts = []
    for left, right in windows:
        before = "… " if left > 0 and not _begins(raw, left) else ""
        after = " …" if right < len(raw) and not _ends(raw, right) else ""
        parts.append(before + mark_text(raw, marks, left, right) + after)
    return f'<blockquote class="vnb-text" lang="vi">{" <span class=vnb-gap>[…]</span> ".join(parts)}</blockquote>'


def _begins(raw: str, at: int) -> bool:
    return any(left == at for left, _ in lay_out(raw)[0])


def _ends(raw: str, at: int) -> bool:
    return any(right == at for _, right in lay_out(raw)[0])


def text_html(raw: str, marks: Iterable[Mark]) -> str:
    """A whole article with its marks; furniture is pale."""
    return f'<div class="vnb-text vnb-article" lang="vi">{mark_text(raw, [*marks, *lay_out(raw)[1]])}</div>'


def legend_html(words: Wording, kinds: Iterable[str] = KINDS) -> str:
    """What the marks mean."""
    items = "".join(f'<li><span class="vnb-{kind}">{escape(words.label(f"mark.{kind}"))}</span></li>' for kind in kinds)
    return f'<ul class="vnb-legend" aria-label="{escape(words.label("mark.legend"))}">{items}</ul>'


def details(summary: str, body: str, anchor: str = "", css: str = "vnb-evidence") -> Html:
    """Something behind a click; `summary` is text, `body` safe HTML."""
    named = f' id="{escape(anchor)}"' if anchor else ""
    return Html(f'<details class="{css}"{named}><summary>{breakable(summary)}</summary>{body}</details>')


def table_html(
    frame: pd.DataFrame,
    headings: Sequence[str],
    caption: str,
    below: Sequence[Html | None] = (),
    numeric: Iterable[int] = (),
    keys: Mapping[int, Sequence[object]] = MappingProxyType({}),
) -> Html:
    """A frame as a table with a caption; `below` has one block a row, shown across the table under its row (a fact's evidence).

    Cells are escaped unless they are Html; columns of the positions `numeric` are set flush right. `keys` has, by a
    column's position, what its rows are sorted by where that is not the text of the cells (numbers, days).
    """
    right = set(numeric)
    short = {n for n in range(len(headings)) if all(len(str(c)) <= SHORT for c in frame.iloc[:, n])}
    kinds = [' class="vnb-number"' if n in right else ' class="vnb-short"' if n in short else "" for n in range(len(headings))]
    head = "".join(f'<th scope="col"{kind}>{escape(h)}</th>' for h, kind in zip(headings, kinds, strict=True))
    rows = []
    for n, cells in enumerate(frame.itertuples(index=False, name=None)):
        tags = [kind + _sort_key(keys[at][n]) if at in keys else kind for at, kind in enumerate(kinds)]
        rows.append("<tr>" + "".join(f"<td{tag}>{to_html(c)}</td>" for c, tag in zip(cells, tags, strict=True)) + "</tr>")
        under = below[n] if n < len(below) else None
        if under:
            rows.append(f'<tr class="vnb-below"><td colspan="{len(headings)}">{under.source}</td></tr>')
    table = f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return Html(f'<div class="vnb-table" role="region" tabindex="0" aria-label="{escape(caption)}">{table}</div>')


def _sort_key(value: object) -> str:
    """What a cell is sorted by: a number as it is, a day as the count of its days, "" where there is none."""
    shown = "" if missing(value) else str(value.toordinal()) if hasattr(value, "toordinal") else str(value)
    return f' data-key="{escape(shown)}"'


def note_html(text: str) -> Html:
    """A remark of one paragraph."""
    return Html(f'<p class="vnb-note">{escape(text)}</p>')


@cache
def style() -> Html:
    """The marks' style sheet, for outputs that are seen outside the report's pages."""
    return Html(f"<style>{files('vnbilat_lib').joinpath('template', 'marks.css').read_text(encoding='utf-8')}</style>")


def doc_html(doc: Doc, words: Wording = Wording()) -> str:  # noqa: B008 - frozen
    """A Doc for a notebook: the text with people, places, days, amounts and facts marked, and what the marks mean."""
    dated = words.days(doc.dating.published_from, doc.dating.published_to) or words.label("period.unknown")
    head = f'<p class="vnb-note"><strong>{escape(doc.doc_id)}</strong> · {escape(dated)}</p>'
    facts = "".join(f"<li>{escape(line)}</li>" for line in describe(doc, words))
    listed = f'<ul class="vnb-facts">{facts}</ul>' if facts else ""
    body = text_html(doc.raw, doc_marks(doc, words))
    return f'{style().source}<div class="vnb tex2jax_ignore">{head}{legend_html(words)}{body}{listed}</div>'


def doc_marks(doc: Doc, words: Wording) -> Iterator[Mark]:
    """All that the stages found in a Doc, as marks on its raw text."""
    for m in doc.mentions:
        person = doc.persons[m.person] if m.person is not None else None
        told = [person.name, person.role, words.economy(person.country)] if person else [m.office, words.economy(m.country)]
        yield Mark(*doc.raw_span(m.span), "person", ", ".join(x for x in told if x))
    for p in doc.places:
        yield Mark(*doc.raw_span(p.span), "place", ", ".join(p.codes))
    for t in doc.times:
        yield Mark(*doc.raw_span(t.span), "time", words.days(t.start, t.end))
    for a in doc.amounts:
        yield Mark(*doc.raw_span(a.span), "amount", words.money(a.value, a.currency or a.unit, a.value_max, a.bound))
    for meeting in doc.meetings:
        yield Mark(*doc.raw_span(meeting.quote), "meeting", words.label(f"form.{meeting.form}"))
    for figure in doc.trade_figures:
        yield Mark(*doc.raw_span(figure.quote), "figure", words.label(f"metric.{figure.metric}"))


def describe(doc: Doc, words: Wording) -> Iterator[str]:
    """The facts of a Doc, a line each."""
    for m in doc.meetings:
        sides = " – ".join(", ".join(words.economy(p.name) if p.kind == "country" else p.name for p in side) for side in m.sides)
        told = [
            words.label(f"form.{m.form}"),
            sides,
            words.days(m.start, m.end),
            m.place,
            words.label(f"meeting_status.{m.status}"),
        ]
        yield " · ".join(x for x in told if x)
    for f in doc.trade_figures:
        amount = words.money(f.amount, f.currency, f.amount_max, f.bound)
        pair = f"{words.economy(f.reporter)} – {words.economy(f.partner)}"
        told = [words.label(f"metric.{f.metric}"), pair, amount, words.change(f.change_pct), words.days(f.start, f.end)]
        yield " · ".join([*(x for x in told if x), words.label(f"figure_status.{f.status}")])


def fact_marks(rows: Iterable[Any], kind: str, words: Wording) -> list[Mark]:
    """The evidence rows of one fact as marks: the clauses that carry it, and where each of its values stands."""
    marks = []
    for row in rows:
        if row.slot == "fact":
            marks.append(Mark(int(row.char_start), int(row.char_end), kind))
        elif row.slot in SLOT_KINDS:
            basis = "" if row.basis == "stated" else f" ({words.label(f'basis_of.{row.basis}')})"
            marks.append(
                Mark(int(row.char_start), int(row.char_end), SLOT_KINDS[row.slot], words.value("slot", row.slot) + basis)
            )
    return marks


def mention_mark(kind: str, start: int, end: int, value: object) -> Mark:
    """A row of the mentions table as a mark."""
    shown = kind if kind in ("place", "time", "amount") else "person"
    return Mark(start, end, shown, "" if missing(value) else str(value))
