"""What every page says about itself: source, parameters, versions, a digest of the input, the articles' days, the duration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

from vnbilat_lib.report.execute import Executed
from vnbilat_lib.wording import Wording, missing

Line = tuple[str, str]
CLOSE = 31  # days
NOT_SHOWN = ("dataset", "lang")


def about(run: Mapping[str, Any], ran: Iterable[Executed], coded: Any, words: Wording) -> tuple[Line, ...]:
    """What was done, as (name, value); `run` is run.json, `ran` the notebooks of the page, `coded` the Study.

    What run.json does not say (it may be missing where a page is made from a dataset alone) is left out.
    """
    notebooks = tuple(ran)
    given = {name: value for n in notebooks for name, value in n.parameters.items() if name not in NOT_SHOWN}
    lines = {
        "source": str(run.get("source", "")),
        "articles": words.number(coded.counts["articles"]),
        "days": period(coded.articles, words),
        "parameters": _told(run.get("parameters", {})) or words.label("about.none"),
        "selection": _told(given) or words.label("about.none"),
        "inputs": _digest(run.get("inputs", {}), words),
        "versions": _told(run.get("versions", {})),
        "code": str(run.get("code", ""))[:16],
        "seconds": _seconds(run.get("seconds"), notebooks, words),
    }
    return tuple((words.label(f"about.{name}"), value) for name, value in lines.items() if value)


def period(articles: Any, words: Wording) -> str:
    """From when to when the articles came out: those dated to a month or closer, all that are dated where there are none.

    An article that may be of any year since 2000 says nothing about a corpus of one month.
    """
    spans = articles["published_to"] - articles["published_from"]
    close = articles[spans <= timedelta(days=CLOSE)]
    known = close if len(close) else articles
    first, last = known["published_from"].min(), known["published_to"].max()
    return words.days(None if missing(first) else first, None if missing(last) else last)


def _told(values: Mapping[str, object]) -> str:
    """Settings that say something: those that are empty or off are left out.

    >>> _told({"partner": "CN", "texts": True, "columns": {}})
    'partner = CN, texts = true'
    """
    kept = {k: str(v).lower() if isinstance(v, bool) else v for k, v in values.items() if v not in (None, "", {}, [], False)}
    off = {k: "false" for k, v in values.items() if v is False and k == "include_inferred"}
    return ", ".join(f"{name} = {value}" for name, value in (kept | off).items())


def _digest(inputs: Mapping[str, object], words: Wording) -> str:
    """One digest of all inputs' names and digests, with their number; "" where none are recorded."""
    if not inputs:
        return ""
    listed = "\n".join(f"{name} {digest}" for name, digest in sorted(inputs.items()))
    return words.label("about.inputs.digest", digest=sha256(listed.encode()).hexdigest()[:16], n=words.number(len(inputs)))


def _seconds(coding: Any, ran: Iterable[Executed], words: Wording) -> str:
    pages = sum(n.seconds for n in ran)
    return (
        "" if missing(coding) else words.label("about.seconds.of", coding=words.number(coding, 1), pages=words.number(pages, 1))
    )
