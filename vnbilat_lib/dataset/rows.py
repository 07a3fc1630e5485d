"""One coded article as rows of the tables and as a record of CODEBOOK.md."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from vnbilat_lib.dataset import schema
from vnbilat_lib.dataset.head import to_head
from vnbilat_lib.doc import Amount, Clue, Doc, Evidence, Meeting, Mention, Person, Place, Span, Time, TradeFigure
from vnbilat_lib.furniture.bylines import named_agency
from vnbilat_lib.link import actor_id, claim_id, digest, event_id
from vnbilat_lib.sentences import TITLE_LENGTH

Row = list[Any]
Record = dict[str, Any]
BIGGEST = 2**63 - 1
SHOWN_SPANS = 4


def to_record(doc: Doc, status: str, *, relevant: bool | None = None) -> Record:
    """The article as one JSON-able record.

    `tables` are rows by table, in the schema's columns, `coded` is its line of CODEBOOK.md, `text` the raw text, `head` what
    links it to other articles.
    """
    too_big = [figure for figure in doc.trade_figures if not _fits(figure)]
    doc = replace(doc, trade_figures=tuple(figure for figure in doc.trade_figures if _fits(figure)))
    tables: dict[str, list[Row]] = {"articles": [_row(schema.ARTICLES, _article(doc, status, relevant=relevant))]}
    ids = [actor_id(person.name, person.country) for person in doc.persons]
    tables["persons"] = [_row(schema.PERSONS, _person(doc, person, key)) for person, key in zip(doc.persons, ids, strict=True)]
    for name in ("meetings", "participants", "trade_figures", "evidence"):
        tables[name] = []
    for key, meeting in _keyed("m", doc, [(meeting, meeting.cue) for meeting in doc.meetings]):
        _add_meeting(tables, doc, meeting, key, ids)
    for key, figure in _keyed("f", doc, [(figure, figure.anchor) for figure in doc.trade_figures]):
        _add_figure(tables, doc, figure, key)
    tables["mentions"] = [_row(schema.MENTIONS, row) for row in _mentions(doc, ids)]
    tables["problems"] = [_too_big(doc, figure) for figure in too_big]
    coded = json.dumps(to_coded(doc), ensure_ascii=False)
    return {"head": to_head(doc, tables), "tables": tables, "coded": coded, "text": doc.raw}


def _fits(figure: TradeFigure) -> bool:
    """Whether the tables' whole numbers hold the figure's amounts."""
    return all(value is None or abs(value) <= BIGGEST for value in (figure.amount, figure.amount_max))


def _too_big(doc: Doc, figure: TradeFigure) -> Row:
    error = f"the amount {doc.quote(figure.anchor)[:60]!r} has more than 18 digits: the figure is left out"
    return [doc.article.path, doc.doc_id, None, "dataset", error]


def _row(table: schema.Table, values: dict[str, Any]) -> Row:
    return [values[name] for name in table.names]


def _sector(sector: str | None) -> str | None:
    """The sector, where it is one that the codebook knows: a coach's or a doctor's is none."""
    return sector if sector in schema.SECTORS else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value.to_integral_value())


def _rate(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _keyed(prefix: str, doc: Doc, facts: Iterable[tuple[Any, Span]]) -> Iterator[tuple[str, Any]]:
    """Each fact with its id; of several with one anchor ("sang thăm và dự") the later ones are numbered."""
    seen: Counter[tuple[int, int]] = Counter()
    for fact, span in facts:
        anchor = doc.raw_span(span)
        seen[anchor] += 1
        yield digest(prefix, doc.doc_id, *anchor, *([seen[anchor]] if seen[anchor] > 1 else [])), fact


def _published(doc: Doc) -> tuple[date | None, date | None]:
    """First and last day on which the article can have come out."""
    known = doc.article.published
    return (known, known) if known else (doc.dating.published_from, doc.dating.published_to)


def _article(doc: Doc, status: str, *, relevant: bool | None) -> dict[str, Any]:
    article, (first, last) = doc.article, _published(doc)
    return {
        "doc_id": doc.doc_id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "agency": named_agency(doc),
        "title": _title(doc),
        "published": _iso(first) if first == last else None,
        "published_from": _iso(first),
        "published_to": _iso(last),
        "dating": json.dumps(_dating(doc), ensure_ascii=False, separators=(",", ":")),
        "language": doc.language,
        "relevant": relevant,
        "duplicate_of": None,
        "chars": len(doc.raw),
        "sha256": hashlib.sha256(doc.raw.encode("utf-8", "replace")).hexdigest(),
        "status": status,
    }


def _title(doc: Doc) -> str | None:
    """The headline: of the metadata, else what the stages take for it; of an article that is not coded, a short first line."""
    if doc.article.title:
        return doc.article.title
    if not doc.sentences:
        line, more, _ = doc.text.lstrip().partition("\n")
        return line if more and len(line) <= TITLE_LENGTH else None
    spans = [sentence.span for sentence in doc.sentences if sentence.part == "title"]
    return Span(spans[0].start, spans[-1].end).of(doc.text) if spans else None


def _dating(doc: Doc) -> dict[str, Any]:
    """How the day was found; of a clue that leaves many spans (a day and month fit every year) those near the likely days."""
    likely = doc.dating.likely
    clues = []
    for clue in doc.dating.clues:
        start, end = doc.raw_span(clue.span) if clue.span else (None, None)
        shown = clue.days if len(clue.days) <= SHOWN_SPANS else (_near(clue, likely) or clue.days)[:SHOWN_SPANS]
        found = {
            "kind": clue.kind,
            "hard": clue.hard,
            "days": _spans(shown),
            "more": len(clue.days) - len(shown),
            "note": clue.note,
        }
        text = doc.raw[start:end] if clue.span else None
        clues.append(found | {"text": text, "char_start": start, "char_end": end})
    return {"candidates": _spans(doc.dating.candidates), "likely": _spans(likely), "clues": clues}


def _near(clue: Clue, likely: Iterable[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """The spans of a clue that the likely days touch."""
    return tuple(span for span in clue.days if any(span[0] <= last and first <= span[1] for first, last in likely))


def _spans(days: Iterable[tuple[date, date]]) -> list[list[str | None]]:
    return [[_iso(first), _iso(last)] for first, last in days]


def _person(doc: Doc, person: Person, key: str) -> dict[str, Any]:
    start, end = _where(doc, person)
    return {
        "doc_id": doc.doc_id, "actor_id": key, "name": person.name, "role": person.role, "sector": _sector(person.sector),
        "rank": person.rank, "country": person.country, "mentions": len(person.mentions),
        "char_start": start, "char_end": end, "rule": person.rule,
    }  # fmt: skip


def _where(doc: Doc, person: Person) -> tuple[int | None, int | None]:
    """Where the person is first named in full, else first named, else first mentioned."""
    mentions = [doc.mentions[index] for index in person.mentions]
    named = [mention.name for mention in mentions if mention.name]
    full = [span for span in named if span.of(doc.text) == person.name]
    spans = full or named or [mention.span for mention in mentions]
    return doc.raw_span(spans[0]) if spans else (None, None)


def _add_meeting(tables: dict[str, list[Row]], doc: Doc, meeting: Meeting, key: str, ids: list[str]) -> None:
    who = [(number, someone) for number, side in enumerate(meeting.sides, 1) for someone in side]
    destination = next((someone.name for number, someone in who if meeting.form == "visit" and number == 2), None)
    values = {
        "meeting_id": key,
        "event_id": event_id(key, meeting.form, _iso(meeting.start), ((someone.name, someone.country) for _, someone in who)),
        "doc_id": doc.doc_id, "form": meeting.form, "status": meeting.status, "salience": meeting.salience,
        "start": _iso(meeting.start), "end": _iso(meeting.end), "grain": meeting.grain, "place": meeting.place,
        "country": meeting.country, "destination": destination, "cue": doc.quote(meeting.cue),
        "evidence": doc.quote(meeting.quote), "rule": meeting.rule,
    }  # fmt: skip
    tables["meetings"].append(_row(schema.MEETINGS, values))
    for number, someone in who:
        actor = ids[someone.person] if someone.person is not None else None
        row = [
            key,
            number,
            someone.part,
            someone.kind,
            actor,
            someone.name,
            someone.role,
            _sector(someone.sector),
            someone.rank,
            someone.country,
        ]
        tables["participants"].append(row)
    tables["evidence"] += _evidence(doc, key, meeting.evidence, {"fact": meeting.quote, "form": meeting.cue})


def _add_figure(tables: dict[str, list[Row]], doc: Doc, figure: TradeFigure, key: str) -> None:
    values = {
        "figure_id": key, "doc_id": doc.doc_id, "metric": figure.metric, "reporter": figure.reporter, "partner": figure.partner,
        "amount": _whole(figure.amount), "amount_max": _whole(figure.amount_max),
        "currency": figure.currency, "bound": figure.bound, "start": _iso(figure.start), "end": _iso(figure.end),
        "basis": figure.basis, "capital": figure.capital,
        "status": figure.status, "change_pct": _rate(figure.change_pct), "change_bound": figure.change_bound,
        "change_base": figure.change_base, "commodity": figure.commodity, "attributed_to": figure.attributed_to,
        "evidence": doc.quote(figure.quote), "rule": figure.rule,
    }  # fmt: skip
    values["claim_id"] = claim_id(values)
    tables["trade_figures"].append(_row(schema.TRADE_FIGURES, values))
    tables["evidence"] += _evidence(doc, key, figure.evidence, {"fact": figure.quote, "amount": figure.anchor})


def _evidence(doc: Doc, key: str, given: Iterable[Evidence], always: dict[str, Span]) -> Iterator[Row]:
    """The evidence rows of a fact: what the stage gives, and its quote and anchor where the stage does not name them."""
    found = list(dict.fromkeys(given))
    slots = {evidence.slot for evidence in found}
    for evidence in [*(Evidence(slot, span) for slot, span in always.items() if slot not in slots), *found]:
        start, end = doc.raw_span(evidence.span)
        yield [key, evidence.slot, start, end, doc.raw[start:end], evidence.basis]


def _mentions(doc: Doc, ids: list[str]) -> list[dict[str, Any]]:
    """The mentions of persons, places, times and amounts in the order of the text."""
    rows = [
        *(_person_mention(doc, mention, ids) for mention in doc.mentions),
        *(_mention(doc, place.span, "place", _codes(place), place.basis) for place in doc.places),
        *(_mention(doc, time.span, "time", _days(time), time.basis) for time in doc.times),
        *(_mention(doc, amount.span, "amount", _quantity(amount), "stated") for amount in doc.amounts),
    ]
    order = {kind: place for place, kind in enumerate(schema.MENTION_KINDS)}
    return sorted(rows, key=lambda row: (row["char_start"], row["char_end"], order[row["kind"]]))


def _mention(doc: Doc, span: Span, kind: str, value: str | None, source: str, actor: str | None = None) -> dict[str, Any]:
    start, end = doc.raw_span(span)
    return {
        "doc_id": doc.doc_id, "kind": kind, "char_start": start, "char_end": end, "text": doc.raw[start:end],
        "value": value, "actor_id": actor, "source": source,
    }  # fmt: skip


def _person_mention(doc: Doc, mention: Mention, ids: list[str]) -> dict[str, Any]:
    if mention.person is None:
        return _mention(doc, mention.span, mention.kind, mention.office, mention.source)
    return _mention(doc, mention.span, mention.kind, doc.persons[mention.person].name, mention.source, ids[mention.person])


def _codes(place: Place) -> str | None:
    return "|".join(place.codes) or None


def _days(time: Time) -> str | None:
    """A period as ISO 8601 writes it, an open end as "..".

    >>> _days(Time(Span(0, 8), date(2022, 1, 1), date(2022, 12, 31), "year"))
    '2022-01-01/2022-12-31'
    """
    if time.start is None and time.end is None:
        return None
    return f"{_iso(time.start) or '..'}/{_iso(time.end) or '..'}"


def _quantity(amount: Amount) -> str:
    """An amount as number, range and unit.

    >>> _quantity(Amount(Span(0, 8), Decimal("75E9"), Decimal("80E9"), "USD"))
    '75000000000..80000000000 USD'
    """
    numbers = [f"{value:f}" for value in (amount.value, amount.value_max) if value is not None]
    return " ".join(["..".join(numbers), *filter(None, [amount.currency or amount.unit])])


def to_coded(doc: Doc) -> Record:
    """The article as one record of CODEBOOK.md."""
    first, last = _published(doc)
    return {
        "doc_id": doc.doc_id,
        "published": _iso(first) if first == last else None,
        "published_from": _iso(first),
        "published_to": _iso(last),
        "persons": [{"name": person.name, "role": person.role, "country": person.country} for person in doc.persons],
        "meetings": [_coded_meeting(doc, meeting) for meeting in doc.meetings],
        "trade_figures": [_coded_figure(doc, figure) for figure in doc.trade_figures],
    }


def _coded_meeting(doc: Doc, meeting: Meeting) -> Record:
    return {
        "form": meeting.form, "sides": [[someone.name for someone in side] for side in meeting.sides],
        "start": _iso(meeting.start), "end": _iso(meeting.end), "place": meeting.place, "country": meeting.country,
        "status": meeting.status, "salience": meeting.salience, "quote": doc.quote(meeting.quote),
    }  # fmt: skip


def _coded_figure(doc: Doc, figure: TradeFigure) -> Record:
    change = _rate(figure.change_pct)
    return {
        "metric": figure.metric, "reporter": figure.reporter, "partner": figure.partner,
        "amount": _whole(figure.amount), "amount_max": _whole(figure.amount_max), "currency": figure.currency,
        "bound": figure.bound, "start": _iso(figure.start), "end": _iso(figure.end), "status": figure.status,
        "change_pct": int(change) if change is not None and change.is_integer() else change,
        "commodity": figure.commodity, "quote": doc.quote(figure.quote),
    }  # fmt: skip
