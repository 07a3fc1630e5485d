"""Hand-made Docs from marked-up sentences, so that the meetings stage is tested without the stages before it.

    [VN1 Thủ tướng|Lê Văn An]     a person: country, rank (0: an executive), title, name
    [@Lê Văn An|ông]              the same person by a pronoun or office
    [NL1 Thủ tướng Hà Lan]        an office holder whom nobody names
    {FI Phần Lan}  {CN-YN:region Vân Nam}  {FI:city Helsinki}  {FI+VN:both hai nước}     places
    <2024-05-06 sáng 6/5>  <2024-05-06/2024-05-08 từ ngày 6 đến 8/5>  <2024-05-01/2024-05-31:month tháng 5>     times

A line is a sentence; "# " opens a headline, "> " a caption, the next line is the lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from vnbilat_lib.doc import Article, Doc, Mention, Person, Place, Sentence, Span, Time

_MARK = re.compile(r"\[(?P<who>[^\]]+)\]|\{(?P<place>[^}]+)\}|<(?P<time>[^>]+)>")
_WHO = re.compile(r"(?P<country>[A-Z]{2}|--)(?P<rank>\d) (?P<title>[^|]*)(?:\|(?P<name>.+))?")
_PLACE = re.compile(r"(?P<codes>[A-Z0-9+-]+)(?::(?P<kind>\w+))? (?P<words>.+)")
_TIME = re.compile(r"(?P<start>[\d-]+)(?:/(?P<end>[\d-]+))?(?::(?P<grain>\w+))? (?P<words>.+)")
PUBLISHED = date(2024, 5, 10)


@dataclass
class _Draft:
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)

    def add(self, words: str) -> Span:
        self.text += words
        return Span(len(self.text) - len(words), len(self.text))


def read(marked: str, published: date | None = PUBLISHED) -> Doc:
    """The Doc of a marked-up text, ready for the meetings stage."""
    draft, sentences, lead = _Draft(), [], True
    for number, line in enumerate(marked.strip().split("\n")):
        part = {"#": "title", ">": "caption"}.get(line.strip()[0], "lead" if lead else "body")
        lead = lead and part != "lead"
        start = len(draft.text)
        _draw(draft, line.strip().lstrip("#> "))
        sentences.append(Sentence(Span(start, len(draft.text)), number, part))
        draft.text += "\n"
    return Doc(
        Article("t", draft.text, published=published),
        raw=draft.text,
        text=draft.text,
        sentences=tuple(sentences),
        places=tuple(draft.places),
        mentions=tuple(draft.mentions),
        persons=tuple(draft.persons.values()),
        times=tuple(draft.times),
    )


def _draw(draft: _Draft, line: str) -> None:
    at = 0
    for mark in _MARK.finditer(line):
        draft.add(line[at : mark.start()])
        if mark["who"]:
            _who(draft, mark["who"])
        elif mark["place"]:
            _place(draft, mark["place"])
        else:
            _time(draft, mark["time"])
        at = mark.end()
    draft.add(line[at:])


def _who(draft: _Draft, mark: str) -> None:
    if mark.startswith("@"):
        name, words = mark[1:].split("|")
        number = list(draft.persons).index(name)
        draft.mentions.append(Mention(draft.add(words), "pronoun", number, None, draft.persons[name].country))
        return
    who = _WHO.fullmatch(mark)
    assert who is not None, mark
    country = None if who["country"] == "--" else who["country"]
    rank = int(who["rank"]) or None
    sector = "business" if rank is None else "government" if country else "organisation"
    if who["name"] is None:
        office = who["title"]
        draft.mentions.append(Mention(draft.add(office), "office", None, office, country, sector=sector, rank=rank))
        return
    draft.persons.setdefault(who["name"], Person(who["name"], who["title"] or None, country, sector, rank))
    span = draft.add(" ".join(filter(None, (who["title"], who["name"]))))
    name = Span(span.end - len(who["name"]), span.end)
    draft.mentions.append(Mention(span, "name", list(draft.persons).index(who["name"]), None, country, name))


def _place(draft: _Draft, mark: str) -> None:
    place = _PLACE.fullmatch(mark)
    assert place is not None, mark
    codes = tuple(place["codes"].split("+"))
    kind = place["kind"] or "country"
    country = None if kind in ("bloc", "organisation") else codes[0][:2]
    draft.places.append(Place(draft.add(place["words"]), kind, codes, country))


def _time(draft: _Draft, mark: str) -> None:
    time = _TIME.fullmatch(mark)
    assert time is not None, mark
    start = date.fromisoformat(time["start"])
    end = date.fromisoformat(time["end"]) if time["end"] else start
    grain = time["grain"] or ("days" if end > start else "day")
    draft.times.append(Time(draft.add(time["words"]), start, end, grain))
