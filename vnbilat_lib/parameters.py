"""The notebooks' parameters: which values are allowed, and what is said where one is not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import cast, get_args

from vnbilat_lib import doc, lexicon
from vnbilat_lib.wording import Lang

SECTORS = ("party", "government", "parliament", "military", "province", "organisation", "business")
CHOICES: dict[str, tuple[str, ...]] = {
    "lang": get_args(Lang),
    "salience": get_args(doc.Salience),
    "forms": get_args(doc.Form),
    "meeting_status": get_args(doc.MeetingStatus),
    "figure_status": get_args(doc.FigureStatus),
    "sector": SECTORS,
    "by": ("month", "quarter", "year"),
    "metric": get_args(doc.Metric),
}
# what a notebook's parameter is called here, where the same name has other values in another notebook
STATUS_OF = {"meetings": "meeting_status", "trade": "figure_status"}
REQUIRED = ("lang", "by")
SEVERAL = ("forms",)
DAYS = ("published_from", "published_to")
CODES = ("partner", "country")
COUNTS = {"max_rows": 1, "min_articles": 1}


@cache
def codes() -> frozenset[str]:
    """Every code that the gazetteer knows: countries, blocs, regions."""
    found = {row.code for row in lexicon.countries()} | {row.code for row in lexicon.regions()} | {"WLD"}
    return frozenset(found | {row.code for row in lexicon.organisations() if row.code})


def check_parameter(name: str, value: object) -> str:
    """What is wrong with a parameter's value, with the allowed values; "" where it is right.

    >>> check_parameter("salience", "mian")
    "salience='mian' is not allowed; allowed: main, background, or empty for all (did you mean main?)"
    """
    if name in COUNTS:
        right = isinstance(value, int) and not isinstance(value, bool) and value >= COUNTS[name]
        return "" if right else f"{name}={value!r} is not allowed; allowed: a whole number from {COUNTS[name]}"
    if name == "include_inferred":
        return "" if isinstance(value, bool) else f"{name}={value!r} is not allowed; allowed: true, false"
    if value in ("", None):
        return f"{name} must not be empty; allowed: {', '.join(CHOICES[name])}" if name in REQUIRED else ""
    if name in DAYS:
        return _check_day(name, value)
    if name in CODES:
        return _check_code(name, str(value))
    if name in CHOICES:
        wrong = [x for x in (split(value) if name in SEVERAL else [str(value)]) if x not in CHOICES[name]]
        return _refusal(name, wrong[0], CHOICES[name], "" if name in REQUIRED else ", or empty for all") if wrong else ""
    return ""


def _refusal(name: str, value: str, allowed: Sequence[str], tail: str = "") -> str:
    near = difflib.get_close_matches(value.casefold(), allowed, 1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"{name}={value!r} is not allowed; allowed: {', '.join(allowed)}{tail}{hint}"


def _check_day(name: str, value: object) -> str:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return f"{name}={value!r} is not allowed; allowed: a day as YYYY-MM-DD, or empty for no limit"
    return ""


def _check_code(name: str, value: str) -> str:
    if value in codes():
        return ""
    country = value.partition("-")[0]
    if country != value and country in codes():
        return _refusal(name, value, sorted(c for c in codes() if c.startswith(f"{country}-")), ", or the country's code alone")
    economies = sorted(c for c in codes() if "-" not in c)
    return f"{_refusal(name, value, economies)}; a province or state as CN-YN, VN-02; or empty for all"


def split(value: object) -> list[str]:
    """A parameter that takes several values: "talks, visit" or a list.

    >>> split("talks, visit")
    ['talks', 'visit']
    """
    return (
        [x.strip() for x in value.split(",") if x.strip()]
        if isinstance(value, str)
        else [str(x) for x in cast("Iterable[object]", value)]
    )
