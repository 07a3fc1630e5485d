"""A source cut into batches, and a batch's articles coded into records; this is what workers run."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from vnbilat_lib import dataset, pipeline, sources
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.engine import Batch
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.relevance import is_relevant
from vnbilat_lib.sources import Item, Problem, Source
from vnbilat_lib.study.choice import Choice, in_period, keep_partner

BATCH_ITEMS, BATCH_BYTES = 64, 400_000
LANGUAGE = "vi"
Record = dict[str, Any]


def cut_batches(source: Source, choice: Choice) -> Iterator[Batch]:
    """The batches of a source, the same ones on every run; a batch's key changes with its bytes, the package and the choice."""
    items: list[Item] = []
    size, number = 0, 0
    for item in sources.read_items(source):
        items.append(item)
        size += len(item.data)
        if len(items) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield _batch(number, items, choice, source.read / max(source.size, 1))
            items, size, number = [], 0, number + 1
    if items:
        yield _batch(number, items, choice, 1.0)


def _batch(number: int, items: list[Item], choice: Choice, share: float) -> Batch:
    key = hashlib.sha256(f"{package_digest()} {choice!r}".encode())
    for item in items:
        key.update(repr(replace(item, data=b"")).encode("utf-8", "replace") + b"%d" % len(item.data))
        key.update(item.data)
    return Batch(number, key.hexdigest()[:16], tuple(items), min(share, 1.0))


@cache
def package_digest() -> str:
    """A digest of the package's code and word lists: what another version coded is never taken up again."""
    digest = hashlib.sha256(version("trafilatura").encode())  # it decides what the text of a page is
    root = Path(str(files("vnbilat_lib")))
    for path in sorted([*root.rglob("*.py"), *root.joinpath("data").glob("*.csv")]):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def code_batch(items: tuple[Item, ...], *, choice: Choice, package: str) -> str:
    """Two lines an item: its head, null where it is no article of `choice`, and its record (dataset.to_record).

    Raises VnbilatError where this worker has another version than `package`, that of the process which asks.
    """
    if package_digest() != package:
        raise VnbilatError("a worker has another version of vnbilat, or other word lists: install the same one on all workers")
    return "".join(_to_lines(_code(item, choice)) for item in items)


def give_up(items: tuple[Item, ...]) -> str:
    """The lines of items that ended the process which coded them."""
    return "".join(_to_lines(_give_up(item)) for item in items)


def _to_lines(record: Record) -> str:
    head = record.pop("head", None)
    return "".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) + "\n" for part in (head, record))


def _code(item: Item, choice: Choice) -> Record:
    article, problems = sources.parse(item)
    if article is None:
        return _record(None, "failed", problems)
    if not in_period(Doc(article), choice):  # its day is known: no need to code it
        return _record(None, "failed", problems) | {"left_out": True}
    coded = code_article(article, item.position, every=choice.all_articles)
    if not in_period(coded.doc, choice):
        return _record(None, "failed", problems + coded.problems) | {"left_out": True}
    doc = keep_partner(coded.doc, choice.partner) if choice.partner else coded.doc
    return _record(doc, coded.status, problems + coded.problems, relevant=coded.relevant)


def _give_up(item: Item) -> Record:
    article, problems = sources.parse(item) if item.kind != "page" else (None, ())  # it may be the page that ends processes
    error = "the worker process ended while it coded this article (out of memory?)"
    problem = Problem(item.path, article.doc_id if article else None, item.position, "engine", error)
    return _record(_uncoded(article) if article else None, "failed", (*problems, problem))


def _record(doc: Doc | None, status: str, problems: tuple[Problem, ...], *, relevant: bool | None = None) -> Record:
    """The record of an item: of an article that is read, its rows; of any, its problems."""
    record: Record = {"tables": {}}
    if doc is not None:
        try:
            record = dataset.to_record(doc, status, relevant=relevant)
        except Exception as error:  # noqa: BLE001 - a fact that cannot be written must not cost the corpus
            problem = Problem(doc.article.path, doc.doc_id, None, "dataset", describe(error))
            record = dataset.to_record(_uncoded(doc.article), "failed")
            problems = (*problems, problem)
    record["tables"].setdefault("problems", []).extend(list(astuple(problem)) for problem in problems)
    return record


def _uncoded(article: Article) -> Doc:
    return Doc(article, raw=article.text)


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with what the stages found: `status` as in the articles table, `relevant` None where that was not tested."""

    doc: Doc
    status: str
    relevant: bool | None = None
    problems: tuple[Problem, ...] = ()


def code_article(article: Article, position: int | None = None, *, every: bool = True) -> Coded:
    """The article with all that the stages find; only its clean text, where it is not relevant and not `every` article is coded.

    A stage that fails is a problem: it is skipped, the others go on.
    """
    doc, problems, relevant = Doc(article), list[Problem](), None
    for stage in pipeline.STAGES:
        try:
            doc = stage(doc)
        except VnbilatError:  # a broken word list: the same for every article
            raise
        except Exception as error:  # noqa: BLE001 - a fault on one article must not cost the corpus
            problems.append(Problem(article.path, article.doc_id, position, stage.__name__, describe(error)))
            if stage is pipeline.STAGES[0]:
                return Coded(_uncoded(article), "failed", None, tuple(problems))
        if stage is pipeline.STAGES[0]:
            if doc.language != LANGUAGE:
                return Coded(doc, "language")
            relevant = is_relevant(doc.text)
            if not (relevant or every):
                return Coded(doc, "set_aside", relevant)
    return Coded(doc, "incomplete" if problems else "coded", relevant, tuple(problems))


def describe(error: BaseException) -> str:
    """An error as one line, with the place in the code that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{place}"
