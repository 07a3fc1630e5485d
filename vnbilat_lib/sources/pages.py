"""A page of HTML: its article's body by trafilatura; title, outlet, address and day from what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from vnbilat_lib.sources.days import find_day
from vnbilat_lib.sources.encodings import repair
from vnbilat_lib.sources.items import whole

HEAD = 4096
TAG = re.compile(
    r"</?(?:p|div|br|span|strong|em|b|i|h[1-6]|ul|ol|li|table|tr|td|img|figure|a|section)\b[^<>]{0,2000}>", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BLOCKS = frozenset({"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "figure", "section"})
_NEVER_SHOWN = frozenset({"script", "style"})
# What pages call in <meta> what they are: Open Graph, schema.org, Dublin Core, the content systems of newspapers.
_TITLE = ("og:title", "twitter:title", "dc.title")
_OUTLET = ("og:site_name", "dc.publisher", "application-name")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date_published"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date"),
    *("dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "cxenseparse:recs:publishtime"),
)
_PUBLISHED_JSON = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,60})"')


def is_page(head: str) -> bool:
    """Whether a text begins as a page of HTML does.

    >>> is_page("<!DOCTYPE html><html><head>"), is_page("Hai bên <hội đàm>")
    (True, False)
    """
    return head.lstrip("\ufeff \t\r\n")[:1] == "<" and _PAGE.search(head, 0, HEAD) is not None


def has_markup(text: str) -> bool:
    """Whether a text is a piece of HTML, as content systems store an article's body.

    >>> has_markup("<p>Chiều 15/8, hai bên hội đàm.</p>"), has_markup("Giá < 5 và > 3")
    (True, False)
    """
    if "<" not in text:
        return False
    tags = TAG.findall(text, 0, 20_000)
    return len(tags) >= 2 or bool(tags and text.lstrip()[:1] == "<")


def strip_markup(text: str) -> str:
    r"""The words of a piece of HTML, a line for each of its blocks.

    >>> strip_markup("<p>Chiều 15/8, <b>hai bên</b> hội đàm.</p><p>Sau đó&nbsp;ký kết.</p>")
    'Chiều 15/8, hai bên hội đàm.\nSau đó\xa0ký kết.'
    """
    import lxml.html

    root = lxml.html.fromstring(f"<div>{text}</div>")
    lines = (line.strip() for line in "".join(_shown(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _shown(root: Any) -> Iterator[str]:
    """The words below an element, with a line end around each block."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""  # of a comment it is a function
        if name in _BLOCKS:
            yield "\n"
        if event == "end":
            yield element.tail or ""
        elif name and name not in _NEVER_SHOWN:
            yield element.text or ""


def read_page(text: str) -> dict[str, str]:
    """The fields of the article on a page (text, title, outlet, url, published); {} where there is none.

    The day is taken from the page's metadata alone: days that stand on it may be today's or another article's.
    """
    import trafilatura

    tree = trafilatura.load_html(text)
    if tree is None:
        return {}
    fields = _declared(tree)
    found: Any = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    if found is None or not (found.text or "").strip():
        return {}
    return {name: repair(whole(value)) for name, value in (fields | {"text": found.text}).items()}


def _declared(tree: Any) -> dict[str, str]:
    """What a page says of itself: title, outlet, url, published."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in ("property", "name", "itemprop"):
            told.setdefault(str(meta.get(name)).casefold(), (meta.get("content") or "").strip())
    addresses = [link.get("href") for link in tree.iter("link") if str(link.get("rel")).casefold() == "canonical"]
    outlet = next((told[name] for name in _OUTLET if told.get(name)), "")
    fields = {
        "title": _without_outlet(next((told[name] for name in _TITLE if told.get(name)), "") or _heading(tree), outlet),
        "outlet": outlet,
        "url": next(filter(_is_whole, [*addresses, told.get("og:url")]), ""),
        "published": _published(tree, told),
    }
    return {name: value for name, value in fields.items() if value}


def _heading(tree: Any) -> str:
    """The page's only heading of the first rank, else its title."""
    for name in ("h1", "title"):
        texts = [" ".join(element.text_content().split()) for element in tree.iter(name)]
        if len(texts) == 1:
            return str(texts[0])
    return ""


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the name of the outlet behind it.

    >>> _without_outlet("Hai bên hội đàm | Báo Mẫu", "Báo Mẫu")
    'Hai bên hội đàm'
    """
    return title.removesuffix(outlet).rstrip(" |–-") if outlet and title != outlet and title.endswith(outlet) else title


def _is_whole(address: str | None) -> bool:
    return address is not None and address.startswith(("https://", "http://"))


def host_of(url: str) -> str:
    """The outlet that an address names.

    >>> host_of("https://www.mau.example/tin/1.html")
    'mau.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _published(tree: Any, told: dict[str, str]) -> str:
    """The first day of publication that the page's <meta>, its JSON-LD or its <time> names."""
    days = [told[name] for name in _PUBLISHED if name in told]
    scripts = (script.text or "" for script in tree.iter("script") if "json" in str(script.get("type")))
    days += [day for script in scripts for day in _PUBLISHED_JSON.findall(script)]
    times = (time for time in tree.iter("time") if "ublish" in str(time.get("itemprop")) or time.get("pubdate") is not None)
    days += [time.get("datetime") or "" for time in times]
    for text in days:
        try:
            return find_day(text).isoformat()
        except ValueError:
            continue
    return ""
