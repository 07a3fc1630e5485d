"""A corpus coded from end to end: source, engine, second pass, and the account of the run."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from vnbilat_lib import engine as engines
from vnbilat_lib import sources
from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.sources import as_day
from vnbilat_lib.study.assemble import assemble
from vnbilat_lib.study.choice import Choice
from vnbilat_lib.study.coding import code_batch, cut_batches, give_up, package_digest
from vnbilat_lib.study.frames import Study, read
from vnbilat_lib.study.ledger import Ledger

ACCOUNT = "run.json"
WORK = ".vnbilat-work"  # of a run that is not at its end
PACKAGES = ("vnbilat", "underthesea", "pyarrow", "pandas", "trafilatura")
Tell = Callable[..., None]  # as progress.Progress is called


def extract(
    source: str | Path,
    out: str | Path | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    all_articles: bool = False,
    all_persons: bool = False,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    partner: str | None = None,
    texts: bool = True,
    engine: str = "processes",
    workers: int | None = None,
    resume: bool = True,
    on_progress: Tell | None = None,
) -> Study:
    """Codes the articles of `source` and writes OUT/dataset and OUT/run.json; OUT is outputs/NAME by default.

    `source` is a folder, a file, a pattern ("news/*.jsonl.gz") or an address that fsspec knows ("s3://..."). `columns` names the
    columns of its tables by field, where their names do not tell ({"text": "than_bai"}).
    Articles that no meeting or trade figure can be in (`vnbilat_lib.relevance`) are listed and not coded, unless `all_articles`.
    `all_persons` keeps persons without office or meeting in actors too. `published_from`, `published_to` leave out the articles
    that came out on other days (run.json counts the undated ones, which stay), `partner` (an ISO 3166 or bloc code) the facts
    without that economy. What was coded already with the same input, parameters and version is not coded again, unless
    `resume` is false. `engine` is "processes", "dask" (workers of this machine) or a Dask scheduler's address
    ("tcp://host:8786"). `on_progress` is told of each batch: the step ("coding", "writing"), articles done, share of the whole.
    """
    began = time.monotonic()
    engines.check_engine(engine)
    choice = Choice(all_articles, all_persons, as_day(published_from), as_day(published_to), _check_partner(partner), texts)
    opened = sources.open_source(source, columns)
    folder = Path(out) if out is not None else default_out(source)
    _check_out(folder)
    account: dict[str, Any] = {
        "source": str(source),
        "parameters": {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(choice).items()}
        | {"columns": dict(opened.columns)},
        "versions": {"python": sys.version.split()[0]} | {name: version_of(name) for name in PACKAGES},
        "code": package_digest(),
    }
    if not resume:
        shutil.rmtree(folder / WORK, ignore_errors=True)
    elif _is_done(folder, account, sources.open_source(source, columns)):
        return read(folder / "dataset")
    with _full_disk_told(folder):
        counts = _code(folder, opened, choice, engine, workers, on_progress or _tell_nobody)
        accounted = {name: counts[name] for name in ("articles", "left_out", "lost")}
        account |= {
            "engine": {"name": engine, "workers": workers or engines.cpus()},
            "seconds": round(time.monotonic() - began, 2),
            "records": {"read": opened.records, "passed_over": opened.passed_over} | accounted,
            "rows": counts,
            "inputs": dict(sorted(opened.digests.items())),
        }
        engines.write_whole(folder / ACCOUNT, json.dumps(account, ensure_ascii=False, indent=1) + "\n")
    shutil.rmtree(folder / WORK, ignore_errors=True)
    return read(folder / "dataset")


@contextmanager
def _full_disk_told(folder: Path) -> Iterator[None]:
    """Says what to do where files, SQLite or Arrow find the disk full."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if not engines.is_full(error):
            raise
        again = "what was coded is kept: make room and run the same command again"
        raise VnbilatError(f"{folder}: the disk is full; {again}") from error


def _tell_nobody(_step: str, _articles: int, _share: float, *, kept: bool = False) -> None:
    """Where no progress is asked for."""


def _is_done(folder: Path, account: dict[str, Any], source: sources.Source) -> bool:
    """Whether the dataset in `folder` is whole and was made with the same parameters and version from the same input."""
    try:
        known = json.loads((folder / ACCOUNT).read_text(encoding="utf-8"))
        package = json.loads((folder / "dataset" / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if any(known.get(name) != account[name] for name in ("parameters", "versions", "code")):
        return False
    if not all((folder / "dataset" / resource["path"]).is_file() for resource in package["resources"]):
        return False
    return bool(known.get("inputs") == sources.take_digests(source))


def _code(folder: Path, source: sources.Source, choice: Choice, engine: str, workers: int | None, tell: Tell) -> dict[str, int]:
    """Codes the batches, links their articles and writes the dataset; gives the counts of its rows."""
    work = folder / WORK
    work.mkdir(parents=True, exist_ok=True)
    code = partial(code_batch, choice=choice, package=package_digest())
    total = written = 0
    with Ledger(work / "ledger.sqlite") as ledger:

        def done(batch: engines.Done) -> None:
            nonlocal total
            ledger.add(batch.number, batch.path)
            total += batch.items
            tell("coding", batch.items, batch.share, kept=batch.kept)

        def wrote(items: int) -> None:
            nonlocal written
            written += items
            tell("writing", items, written / total)

        engines.run(cut_batches(source, choice), code, give_up, work, done, engine=engine, workers=workers)
        with _replaced(folder) as new:
            return assemble(new, source, ledger, all_persons=choice.all_persons, texts=choice.texts, written=wrote)


def default_out(source: str | Path) -> Path:
    """Where the results of a source go: outputs/ and the source's name.

    >>> default_out("news/2017.jsonl.gz").as_posix()
    'outputs/2017'
    """
    return Path("outputs") / sources.name_of(source)


def _check_out(folder: Path) -> None:
    """Raises UsageError where writing to `folder` would take away what vnbilat did not make."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder to write to")
    dataset = folder / "dataset"
    if dataset.exists() and not (dataset / "datapackage.json").is_file():
        raise UsageError(f"{dataset} is there already and no dataset of vnbilat: name another folder to write to")


def _check_partner(code: str | None) -> str | None:
    from vnbilat_lib.parameters import check_parameter

    wrong = check_parameter("partner", code)
    if wrong:
        raise UsageError(wrong)
    return code or None


def version_of(name: str) -> str:
    """The version of an installed package, "" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@contextmanager
def _replaced(folder: Path) -> Iterator[Path]:
    """A folder for a new dataset, which then takes the place of the old one, if any; nothing is left of one that fails."""
    new, old, final = folder / "dataset.new", folder / "dataset.old", folder / "dataset"
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
