"""A corpus coded from end to end: source, engine, second pass, and the account of the run."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from vnbilat_lib import engine as engines
from vnbilat_lib import sources
from vnbilat_lib.errors import UsageError
from vnbilat_lib.sources import as_day
from vnbilat_lib.study.assemble import Choice, assemble
from vnbilat_lib.study.coding import code_batch, cut_batches, give_up
from vnbilat_lib.study.frames import Study, read

WORK = ".vnbilat-work"  # of a run that is not at its end
PACKAGES = ("vnbilat", "underthesea", "pyarrow", "pandas")


def extract(
    source: str | Path,
    out: str | Path | None = None,
    *,
    all_articles: bool = False,
    all_persons: bool = False,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    partner: str | None = None,
    texts: bool = True,
    engine: str = "processes",
    workers: int | None = None,
    resume: bool = False,
    on_progress: Callable[[int, float], None] | None = None,
) -> Study:
    """Codes the articles of `source` (a folder or file) and writes OUT/dataset and OUT/run.json; OUT is outputs/NAME by default.

    Articles that no meeting or trade figure can be in (`vnbilat_lib.relevance`) are listed and not coded, unless `all_articles`.
    `all_persons` keeps persons without office or meeting in actors too. `published_from`, `published_to` leave out the articles
    that came out on other days (run.json counts the undated ones, which stay), `partner` (an ISO 3166 or bloc code) the facts
    without that economy. `resume` goes on where a broken run of the same articles ended. `on_progress` gets the number of
    articles done and the share of the source.
    """
    began = time.monotonic()
    choice = Choice(all_articles, all_persons, as_day(published_from), as_day(published_to), _check_partner(partner), texts)
    opened = sources.open_source(source)
    folder = Path(out) if out is not None else default_out(source)
    work = folder / WORK
    _check_out(folder)
    if not resume:
        shutil.rmtree(work, ignore_errors=True)
    batches, code = cut_batches(opened, every=all_articles), partial(code_batch, every=all_articles)
    parts = engines.run(batches, code, give_up, work, engine=engine, workers=workers, progress=on_progress)
    counts = _replace_dataset(folder, opened, parts, choice)
    account = {
        "source": str(source),
        "parameters": {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(choice).items()},
        "versions": {"python": sys.version.split()[0]} | {name: version_of(name) for name in PACKAGES},
        "engine": {"name": engine, "workers": workers or engines.cpus()},
        "seconds": round(time.monotonic() - began, 2),
        "rows": counts,
        "inputs": dict(sorted(opened.digests.items())),
    }
    text = json.dumps(account, ensure_ascii=False, indent=1) + "\n"
    (folder / "run.json").write_text(text, encoding="utf-8")
    shutil.rmtree(work, ignore_errors=True)
    return read(folder / "dataset")


def default_out(source: str | Path) -> Path:
    """Where the results of a source go: outputs/ and the source's name.

    >>> default_out("news/2017.jsonl.gz").as_posix()
    'outputs/2017'
    """
    name = Path(source).resolve().name
    for ending in (".gz", ".jsonl", ".txt"):
        name = name.removesuffix(ending)
    return Path("outputs") / (name or "source")


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


def _replace_dataset(folder: Path, source: sources.Source, parts: list[Path], choice: Choice) -> dict[str, int]:
    """Writes the dataset beside the old one, if any, and then puts it into its place."""
    new, old, final = folder / "dataset.new", folder / "dataset.old", folder / "dataset"
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    new.mkdir(parents=True)
    counts = assemble(new, source, parts, choice)
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return counts
