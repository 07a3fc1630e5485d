"""Trade and investment figures: metric, pair, amount, period, status and growth, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from vnbilat_lib.doc import Doc, Evidence, Span, TradeFigure
from vnbilat_lib.trade.context import Context
from vnbilat_lib.trade.draft import Draft
from vnbilat_lib.trade.line import Shelves, read_line
from vnbilat_lib.trade.merging import merge
from vnbilat_lib.trade.parties import Known, economy_code
from vnbilat_lib.trade.reading import read_figures, with_trailing_periods
from vnbilat_lib.trade.series import told_apart
from vnbilat_lib.trade.sourcing import attribution
from vnbilat_lib.trade.terms import phrases

_HEADLINE = 3

# Vietnam is hardly named where another economy is named so many times as often.
_HARDLY = 8

# An article is about two economies if so much of what it names is one of them.
_CLEAR = 0.7


def tag_trade_figures(doc: Doc) -> Doc:
    """The document with its trade figures."""
    if not any(one.currency or one.unit in {"percent", "times", "fraction"} for one in doc.amounts):
        return doc
    abroad = any(place.country != "VN" for place in doc.places)
    if not abroad or next(iter(phrases("metric", "measure").find_all(doc.text)), None) is None:
        return doc
    return replace(doc, trade_figures=tuple(_figure(doc, draft) for draft in merge(read_drafts(doc))))


def read_drafts(doc: Doc) -> Iterable[Draft]:
    """The figures as the sentences tell them one by one, not yet merged."""
    shelves = Shelves.of(doc)
    standing, home = _standing(doc)
    published = doc.article.published
    today, latest = doc.dating.published_from or published, doc.dating.published_to or published
    context = Context(standing=standing, home=home, today=today, latest=latest)
    known = Known(home=home, local=_province(doc))
    for number, sentence in enumerate(doc.sentences):
        if not shelves.tells(sentence.span):
            known = replace(known, last=_first_named(shelves, sentence.span) or known.last)
            continue
        line = read_line(shelves, sentence, number, known)
        shared = [party.codes for party in line.parties if party.both and len(party.codes) == 2]
        context = replace(context, standing=(shared[0][0], shared[0][1]) if shared else standing)
        drafts: list[Draft] = []
        for one in told_apart(line):
            found, context = read_figures(one, context)
            drafts += found
        yield from (replace(draft, source=attribution(line, draft.anchor)) for draft in with_trailing_periods(line, drafts))
        named = [party.code for party in line.parties if not party.both and party.code not in {"?", "WLD"}]
        known = replace(known, last=named[0] if named else known.last, market=_abroad(context, home) or known.market)


def _abroad(context: Context, home: str) -> str | None:
    """The side of the last figure's pair that is not at home: "thị trường này" of the next sentence."""
    sides = (context.pair.partner, context.pair.reporter) if context.pair else ()
    return next((code for code in sides if code.split("-")[0] != home), None)


def _province(doc: Doc) -> str | None:
    """The one Vietnamese province that the article is about ("của tỉnh"): at least half of what it names of them."""
    heads = [one.span for one in doc.sentences if one.part in {"title", "lead"}]
    count: Counter[str] = Counter()
    for place in doc.places:
        if place.kind != "both" and place.codes and place.codes[0].startswith("VN-"):
            count[place.codes[0]] += _HEADLINE if any(place.span.within(head) for head in heads) else 1
    ranked = count.most_common(1)
    return ranked[0][0] if ranked and 2 * ranked[0][1] > count.total() else None


def _first_named(shelves: Shelves, span: Span) -> str | None:
    """The economy that a sentence names first."""
    places = shelves.places_in(span)
    return next((code for place in places if place.kind != "both" and (code := economy_code(shelves.doc.text, place))), None)


def _standing(doc: Doc) -> tuple[tuple[str, str] | None, str]:
    """The two economies that the article is about, None where it is about several, and the one whose trade it tells.

    The most named count, headline and lead threefold; Vietnam is one unless it is hardly named.
    """
    count: Counter[str] = Counter()
    heads = [one.span for one in doc.sentences if one.part in {"title", "lead"}]
    for place in doc.places:
        code = place.country if place.kind != "both" and economy_code(doc.text, place) else None
        if code:
            count[code] += _HEADLINE if any(place.span.within(head) for head in heads) else 1
    ranked = count.most_common()
    others = [code for code, _ in ranked if code != "VN"]
    if not others:
        return None, "VN"
    titled = any(place.country == others[0] and any(place.span.within(head) for head in heads) for place in doc.places)
    foreign = count["VN"] * _HARDLY < count[others[0]] and titled and count[others[0]] > _HEADLINE and len(others) > 1
    home = others[0] if foreign else "VN"
    partner = others[0] if others[0] != home else (others[1] if len(others) > 1 else None)
    if partner is None:
        return None, home
    rest = [code for code in others if code not in (home, partner)]
    clear = not rest or count[partner] >= 2 * count[rest[0]] or count[partner] + count[home] >= _CLEAR * count.total()
    return ((home, partner) if clear else None), home


def _figure(doc: Doc, draft: Draft) -> TradeFigure:
    """A draft as a figure of the document."""
    amount, change, period = draft.amount, draft.change, draft.period
    return TradeFigure(
        metric=draft.head.metric,
        reporter=draft.pair.reporter,
        partner=draft.pair.partner,
        anchor=draft.anchor,
        quote=draft.quote,
        amount=amount.value * draft.head.sign if amount else None,
        amount_max=amount.value_max * draft.head.sign if amount and amount.value_max is not None else None,
        currency=amount.currency if amount else None,
        bound=amount.bound if amount else change.bound if change else "eq",
        start=period.start,
        end=period.end,
        basis=_basis(draft),
        capital=draft.head.capital if draft.amount else None,
        status=draft.status,
        change_pct=change.pct if change else None,
        change_bound=change.bound if change else None,
        change_base=change.base if change else None,
        commodity=draft.commodity.of(doc.text) if draft.commodity else None,
        attributed_to=draft.source.of(doc.text) if draft.source else None,
        evidence=_evidence(draft),
        rule=draft.rule,
    )


def _basis(draft: Draft) -> Literal["flow", "stock"] | None:
    """Whether a figure is of a period or up to a day; of an investment only where the text tells."""
    if draft.head.metric != "investment" or (draft.period.start and draft.period.end):
        return "flow"
    if draft.period.until or draft.head.capital == "registered":
        return "stock"
    return None


def _evidence(draft: Draft) -> tuple[Evidence, ...]:
    """Where each value of a figure stands."""
    found = [Evidence("fact", draft.quote), Evidence("amount" if draft.amount else "change", draft.anchor)]
    found += [Evidence(slot, span, basis) for slot, span, basis in draft.pair.spans]
    if draft.period.span:
        found.append(Evidence("period", draft.period.span, draft.period.basis))
    if draft.change and draft.amount:
        found.append(Evidence("change", draft.change.span))
    if draft.commodity:
        found.append(Evidence("commodity", draft.commodity))
    if draft.source:
        found.append(Evidence("attributed_to", draft.source))
    return tuple(found)


__all__ = ["read_drafts", "tag_trade_figures"]
