"""What one cue of one sentence tells of a meeting, before the article's readings are merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vnbilat_lib.doc import Doc, Form, MeetingStatus, Sentence, Span, Time
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.sides import Parties


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence under reading: its tokens, the subject of the sentence before, the two who met last, the last leader."""

    doc: Doc
    sentence: Sentence
    number: int
    row: Row
    before: Parties = ()
    pair: Parties = ()
    led: Parties = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """When the article came out: on a day from `first` to `last`. What must be over is over on the first of them already.

    `assumed` are the days to which times without a year are compared where the article's is open (undated.py).
    """

    first: date | None = None
    last: date | None = None
    assumed: tuple[date, date] | None = None

    def bounds(self, time: Time | None) -> tuple[date | None, date | None]:
        """The first and last day of publication to which a time is compared."""
        if time is not None and time.basis == "inferred":
            return self.assumed or (None, None)
        return self.first, self.last


@dataclass(frozen=True, slots=True)
class Venue:
    """Where: `name` as the text names it, `country` where it tells."""

    name: str | None
    country: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One telling of a meeting.

    `first`, `last`: the tokens that carry it. `status` is None where no word tells it. `past`: recalled ("hồi tháng 3", "từng");
    `framing`: named in passing ("trong khuôn khổ chuyến thăm"); `quoted`: within somebody's words; `eve`: "trước thềm";
    `vague`: a call as well as a meeting ("trao đổi"); a `weak` one ("hoan nghênh A sang thăm") makes no record of its own.
    `name` is an event's, `rule` the construction.
    """

    form: Form
    sides: tuple[Parties, ...]
    cue: Span
    scene: Scene
    first: int
    last: int
    status: MeetingStatus | None = None
    time: Time | None = None
    venue: Venue | None = None
    past: bool = False
    framing: bool = False
    quoted: bool = False
    weak: bool = False
    eve: bool = False
    vague: bool = False
    name: str | None = None
    rule: str = ""
