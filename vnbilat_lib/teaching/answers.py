"""Right answers, known by digests only, and what an answer lacks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from numbers import Real
from typing import Any, get_args

from vnbilat_lib.doc import Form, MeetingStatus, Salience
from vnbilat_lib.teaching.materials import find_folder, read_rows

Faults = Iterator[tuple[str, dict[str, object]]]  # a key of messages.csv, and what fills its message

FIELDS = ("form", "sides", "start", "end", "status", "salience", "quote")
FIXED = {"form": get_args(Form), "status": get_args(MeetingStatus), "salience": get_args(Salience)}


@dataclass(frozen=True, slots=True)
class Exercise:
    """A row of checks.csv: what is asked of an answer, known by digests only.

    kind: "value" (one digest), "parts" (of several values, a digest each), "set" (a digest an item), "each" (of a dict, a digest
    a key), "function" (a digest for each of the `probes`, lists of arguments), "records" (meetings by the codebook, which quote
    the file that the probe names; no digest: coders may differ).
    """

    kind: str
    probes: Sequence[Sequence[Any]]
    digests: Any
    hint: Mapping[str, str]


@cache
def exercises() -> Mapping[str, Exercise]:
    """The rows of checks.csv by the exercise's number."""
    return {
        row["exercise"]: Exercise(
            kind=row["kind"],
            probes=json.loads(row["probes"] or "[]"),
            digests=json.loads(row["digests"] or "null"),
            hint={"vi": row["vi"], "en": row["en"]},
        )
        for row in read_rows("checks.csv")
    }


def seal(exercise: str, answer: Any) -> Any:
    """The digests of a right answer, for the `digests` column of checks.csv.

    >>> seal("2.7", 2) == seal("2.7", 2.0) != seal("3.7", 2)
    True
    """
    known = exercises().get(exercise)
    kind = known.kind if known else "value"
    if known and kind == "function":
        return [_digest(exercise, answer(*probe)) for probe in known.probes]
    if kind == "parts":
        return _numbered(exercise, answer)
    if kind == "set":
        return sorted(_digest(exercise, item) for item in answer)
    if kind == "each":
        return _keyed(exercise, _plain(answer))
    return None if kind == "records" else _digest(exercise, answer)


def _digest(exercise: str, value: object) -> str:
    return hashlib.sha256(f"{exercise}:{_canonical(value)}".encode()).hexdigest()[:12]


def _keyed(exercise: str, answer: Mapping[Any, object]) -> dict[str, str]:
    return {str(key): _digest(exercise, [str(key), value]) for key, value in answer.items()}


def _numbered(exercise: str, answer: Sequence[object]) -> list[str]:
    return [_digest(exercise, [number, part]) for number, part in enumerate(answer, 1)]


def _plain(value: Any) -> Any:
    """A value of pandas or numpy as one of Python's own."""
    for name in ("to_dict", "tolist"):
        if hasattr(value, name):
            return getattr(value, name)()
    return value


def _canonical(value: Any) -> str:
    """One text for answers that mean the same: a list or a tuple, 2 or 2.0, a date or its ISO form; four digits of a fraction.

    >>> _canonical((1, 0.33333)) == _canonical([1.0, 0.33332]), _canonical({2, 1}), _canonical(date(2024, 4, 18))
    (True, '{1,2}', '"2024-04-18"')
    """
    value = _plain(value)
    if hasattr(value, "date") and not isinstance(value, date | str):
        value = value.date()
    if isinstance(value, date):
        value = value.isoformat()[:10]
    if value is None or isinstance(value, bool | str):
        return json.dumps(value)
    if isinstance(value, Real | Decimal):
        number = float(value)
        return str(int(number)) if number.is_integer() else f"{number:.4g}"
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{_canonical(key)}:{_canonical(item)}" for key, item in value.items())) + "}"
    if isinstance(value, AbstractSet):
        return "{" + ",".join(sorted(map(_canonical, value))) + "}"
    if isinstance(value, Sequence):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return f"<{type(value).__name__}>"


def is_open(answer: object) -> bool:
    """Whether an answer, or a part of it, is still the "..." of the student's copy."""
    if isinstance(answer, Mapping):
        return any(map(is_open, answer.values()))
    return answer is ... or (isinstance(answer, tuple | list | AbstractSet) and any(map(is_open, answer)))


def _value(exercise: str, known: Exercise, answer: object) -> Faults:
    if _digest(exercise, answer) != known.digests:
        yield "value", {"answer": _short(_plain(answer))}


def _parts(exercise: str, known: Exercise, answer: Any) -> Faults:
    answer = [_plain(part) for part in answer]
    pairs = zip_longest(_numbered(exercise, answer), known.digests)
    wrong = [str(number) for number, (given, right) in enumerate(pairs, 1) if given != right]
    if wrong:
        yield "parts", {"answer": ", ".join(map(_short, answer)), "numbers": ", ".join(wrong)}


def _set(exercise: str, known: Exercise, answer: Any) -> Faults:
    if isinstance(answer, str) or not hasattr(answer, "__iter__"):
        yield "no_set", {"type": type(answer).__name__}
        return
    given = {_digest(exercise, item) for item in answer}
    right = len(given & set(known.digests))
    if right < len(known.digests) or len(given) > right:
        yield "set", {"right": right, "wrong": len(given) - right, "missing": len(known.digests) - right}


def _each(exercise: str, known: Exercise, answer: Any) -> Faults:
    answer = _plain(answer)
    if not isinstance(answer, Mapping):
        yield "no_dict", {"type": type(answer).__name__}
        return
    given = _keyed(exercise, answer)
    wrong = [key for key, digest in known.digests.items() if given.get(key) != digest]
    surplus = sorted(given.keys() - known.digests.keys())
    if wrong or surplus:
        yield "each", {"keys": ", ".join(wrong + surplus), "right": len(known.digests) - len(wrong), "all": len(known.digests)}


def _function(exercise: str, known: Exercise, answer: Any) -> Faults:
    """The first probe that a function answers wrongly; its own error is shown as what it is."""
    for probe, digest in zip(known.probes, known.digests, strict=True):
        call = ", ".join(map(repr, probe))
        try:
            given = answer(*probe)
        except Exception as error:  # noqa: BLE001 - a student's function may raise anything
            yield "raised", {"call": call, "error": f"{type(error).__name__}: {error}"}
            return
        if given is ...:
            yield "open", {"exercise": exercise}
            return
        if _digest(exercise, given) != digest:
            yield "call", {"call": call, "given": _short(given)}
            return


def _records(_exercise: str, known: Exercise, answer: Any) -> Faults:
    """What the codebook forbids in coded meetings; the text to quote from is the probe's file."""
    if not isinstance(answer, Sequence) or not answer or not all(isinstance(record, Mapping) for record in answer):
        yield "no_records", {}
        return
    text = (find_folder("materials") / known.probes[0][0]).read_text(encoding="utf-8")
    for number, record in enumerate(answer, 1):
        for key, values in _record(record, text):
            yield key, {"number": number} | values


def _record(record: Mapping[str, Any], text: str) -> Faults:
    """What the codebook forbids in one meeting."""
    missing = [field for field in FIELDS if field not in record]
    if missing:
        yield "no_field", {"field": ", ".join(missing)}
        return
    for field, allowed in FIXED.items():
        if record[field] not in allowed:
            yield "no_code", {"field": field, "allowed": ", ".join(allowed)}
    quote, sides = record["quote"], record["sides"]
    if not isinstance(quote, str) or not quote.strip() or quote not in text:
        yield "no_quote", {}
    if not _in_order(record["start"], record["end"]):
        yield "no_days", {}
    if not isinstance(sides, list | tuple) or not sides or not all(side and isinstance(side, list | tuple) for side in sides):
        yield "no_sides", {}


def _in_order(start: object, end: object) -> bool:
    """Whether two cells are days of a span, or empty."""
    try:
        days = [None if day is None else date.fromisoformat(str(day)) for day in (start, end)]
    except ValueError:
        return False
    return days[0] is None or days[1] is None or days[0] <= days[1]


FINDERS: Mapping[str, Callable[[str, Exercise, Any], Faults]] = {
    "value": _value,
    "parts": _parts,
    "set": _set,
    "each": _each,
    "function": _function,
    "records": _records,
}


def find_faults(exercise: str, known: Exercise, answer: object) -> Faults:
    """What is wrong with an answer: nothing where it is right."""
    return FINDERS[known.kind](exercise, known, answer)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:119] + "…"
