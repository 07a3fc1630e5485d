"""Executed notebooks as self-contained pages without code, and the page that leads to them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from html import escape, unescape
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import normalize

from vnbilat_lib.wording import Lang, Wording

TEMPLATES = Path(str(files("vnbilat_lib").joinpath("template")))
LANGUAGES = ("vi", "en")
ERROR_MARKER = "papermill-error-cell-tag"
_HEADING = re.compile(r"<h([1-3])(?P<attributes>[^>]{0,200})>(?P<inner>.{0,1000}?)</h\1>", re.DOTALL)
_HEADING_LINE = re.compile(r"^#{1,3} (.{1,200})$", re.MULTILINE)
_TAG = re.compile(r"<[^>]{0,1000}>")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Link:
    """The way to a page: its address, its short name for the bar, its title and one sentence about it."""

    href: str
    short: str
    title: str
    summary: str = ""
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What the frame of a page shows."""

    lang: Lang
    words: Wording
    title: str
    site: str
    href: str
    links: tuple[Link, ...]
    css: str
    version: str
    footer: tuple[str, ...] = ()
    notebook: str = ""
    previous: Link | None = None
    next: Link | None = None
    error: str = ""
    failure: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()

    @property
    def script(self) -> str:
        """The only script that runs on the page."""
        return script()

    @property
    def script_digest(self) -> str:
        """The name by which the page lets it run."""
        return digest(script())


@cache
def css() -> str:
    """The pages' style sheet with the marks'."""
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("page.css", "marks.css"))


@cache
def script() -> str:
    """The pages' only script."""
    return (TEMPLATES / "page.js").read_text(encoding="utf-8")


def digest(source: str) -> str:
    """The name by which a page lets this script run and no other.

    >>> digest("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()


def in_language(cells: Sequence[Any], lang: str) -> list[Any]:
    """The cells without those that are tagged with the other language, and without papermill's own remarks on errors."""
    other = {code for code in LANGUAGES if code != lang} | {ERROR_MARKER}
    return [cell for cell in cells if not other & set(cell.get("metadata", {}).get("tags", []))]


def describe(cells: Sequence[Any], fallback: str) -> tuple[str, str]:
    """A notebook's title and its first paragraph, from its Markdown.

    >>> describe([{"cell_type": "markdown", "source": ["# Meetings", chr(10), chr(10), "Who met whom."]}], "meetings")
    ('Meetings', 'Who met whom.')
    """
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and source.lstrip().startswith("# "):
            title, _, rest = source.lstrip()[2:].partition("\n")
            return title.strip(), " ".join(rest.strip().split("\n\n")[0].split())
    return fallback, ""


def to_slug(text: str) -> str:
    """A heading as an id in plain letters.

    >>> to_slug("Ai gặp ai, ở đâu?")
    'ai-gap-ai-o-dau'
    """
    plain = normalize("NFD", text.casefold().replace("đ", "d")).encode("ascii", "ignore").decode()
    return _NOT_IN_ID.sub("-", plain).strip("-") or "part"


def number_headings(html: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Headings with ids of their own, each once on the page, and the list of (level, id, text) for the contents.

    >>> number_headings("<h2>Ai gặp ai</h2><h2>Ai gặp ai</h2>")[1]
    [(2, 'ai-gap-ai', 'Ai gặp ai'), (2, 'ai-gap-ai-2', 'Ai gặp ai')]
    """
    found: list[tuple[int, str, str]] = []
    used: dict[str, int] = {}

    def name(match: re.Match[str]) -> str:
        text = unescape(_TAG.sub("", match["inner"])).strip()
        slug = to_slug(text)
        used[slug] = used.get(slug, 0) + 1
        anchor = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        found.append((int(match[1]), anchor, text))
        return f'<h{match[1]} id="{anchor}">{match["inner"]}</h{match[1]}>'

    return _HEADING.sub(name, html), found


def contents(headings: Sequence[tuple[int, str, str]]) -> str:
    """The table of contents of a page."""
    items = "".join(
        f'<li{" class=deeper" if level == 3 else ""}><a href="#{anchor}">{escape(text)}</a></li>'
        for level, anchor, text in headings
        if level > 1
    )
    return f"<ol>{items}</ol>" if items else ""


@cache
def _exporter(lang: str) -> Any:
    from nbconvert import HTMLExporter

    return HTMLExporter(  # type: ignore[no-untyped-call]
        template_name=TEMPLATES.name,
        extra_template_basedirs=[str(TEMPLATES.parent)],
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        language_code=lang,
    )


def tell_failure(cells: Sequence[Any], error: str, words: Wording) -> tuple[str, ...]:
    """What stopped a notebook, in the page's language: what kind of fault, and under which heading; then the message itself."""
    kind = error.partition(":")[0]
    known = words.value("fault_kind", "kernel" if kind == "the kernel stopped" else kind)
    told = [words.label("fault_kind.other") if known == kind else known]
    heading = ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            found = _HEADING_LINE.findall("".join(cell["source"]))
            heading = found[-1] if found else heading
        elif heading and any(output["output_type"] == "error" for output in cell.get("outputs", ())):
            told.append(words.label("page.failed.part", heading=heading))
            break
    return (*told, error)


def notebook_page(notebook: Any, page: Page) -> str:
    """An executed notebook as HTML."""
    notebook.cells = in_language(notebook.cells, page.lang)
    if page.error:
        page = replace(page, failure=tell_failure(notebook.cells, page.error, page.words))
    html, _ = _exporter(page.lang).from_notebook_node(notebook, resources={"page": page, "metadata": {"name": page.title}})
    html, headings = number_headings(html)
    return str(html.replace("<!--contents-->", contents(headings), 1))


def start_page(page: Page, **values: object) -> str:
    """The report's first page as HTML; its headings make its contents."""
    from jinja2 import Environment, FileSystemLoader

    # the frame is shared with nbconvert's templates, in which nothing is escaped by itself: each value says `| e` there
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    html, headings = number_headings(environment.get_template("start.html.j2").render(page=page, **values))
    return html.replace("<!--contents-->", contents(headings), 1)
