"""A whole corpus: batches of articles coded, linked tables written, and a Study of frames to read them with."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, astuple, dataclass, replace
from datetime import date
from functools import cache, cached_property
from html import escape
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnbilat_lib import dataset, engine, link, pipeline, sources
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.sources import Item, Problem

if TYPE_CHECKING:
    import pandas as pd

    from vnbilat_lib.selection import Selection as View

BATCH_ITEMS, BATCH_BYTES = 64, 400_000
VERSIONS = ("vnbilat", "underthesea", "pyarrow", "pandas")
CORRECTIONS = "corrections.csv"
CORRECTION_COLUMNS = ("table", "id", "column", "value", "reason")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the coded articles and facts a dataset holds."""

    everyone: bool = False
    published_from: date | None = None
    published_to: date | None = None
    partner: str | None = None
    texts: bool = True


def extract(
    source: str | Path,
    out: str | Path | None = None,
    *,
    everyone: bool = False,
    published_from: date | str | None = None,
    published_to: date | str | None = None,
    partner: str | None = None,
    texts: bool = True,
    engine: str = "processes",
    workers: int | None = None,
    resume: bool = False,
    progress: Callable[[int, float], None] = lambda count, share: None,
) -> Study:
    """Codes the articles of `source` (a folder or file) and writes OUT/dataset and OUT/run.json; `out` is outputs/NAME by default.

    `everyone` keeps persons without office or meeting in actors too. `published_from`, `published_to` leave out the articles
    that came out on other days, `partner` (an ISO 3166 or bloc code) the facts without that economy. `resume` goes on where a
    broken run of the same articles ended. `progress` gets the number of articles done and the share of the source.
    """
    began = time.monotonic()
    selection = Selection(everyone, to_day(published_from), to_day(published_to), check_partner(partner), texts)
    opened = sources.open_source(source)
    folder = Path(out) if out is not None else default_out(source)
    work = folder / "work"
    if not resume:
        shutil.rmtree(work, ignore_errors=True)
    parts = run_engine(opened, work, engine, workers, progress)
    counts = _replace_dataset(folder, opened, parts, selection)
    facts = {
        "versions": _versions(),
        "parameters": {key: _plain(value) for key, value in asdict(selection).items()},
        "source": str(source),
        "inputs": dict(sorted(opened.digests.items())),
        "engine": {"name": engine, "workers": workers},
        "counts": counts,
        "seconds": round(time.monotonic() - began, 2),
    }
    (folder / "run.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
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


def to_day(value: date | str | None) -> date | None:
    """A day given as a date or as ISO text."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise VnbilatError(f"{value!r} is not a day; write it as 2017-02-10") from error


def check_partner(code: str | None) -> str | None:
    """`code` if it is an economy that the word lists know; raises VnbilatError with the allowed values if not."""
    if code is None or code in _economies():
        return code
    near = sorted(known for known in _economies() if "-" not in known)
    raise VnbilatError(f"partner {code!r} is not known; use one of {', '.join(near)}, or a province such as CN-YN")


@cache
def _economies() -> frozenset[str]:
    from vnbilat_lib import lexicon

    return frozenset({row.code for row in lexicon.countries()} | {row.code for row in lexicon.regions()})


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _versions() -> dict[str, str]:
    return {"python": sys.version.split()[0]} | {name: version_of(name) for name in VERSIONS}


def version_of(name: str) -> str:
    """The version of an installed package, "" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


# ---- coding ----


def run_engine(
    source: sources.Source, work: Path, name: str, workers: int | None, progress: Callable[[int, float], None]
) -> list[Path]:
    """The result files of a source's batches, in order."""
    return engine.run(_batches(source), code_batch, give_up, work, engine=name, workers=workers, progress=progress)


def _batches(source: sources.Source) -> Iterator[engine.Batch]:
    """The source cut into batches, the same ones on every run; a batch's key changes with its bytes and with the package."""
    items: list[Item] = []
    size, number = 0, 0
    for item in sources.read_items(source):
        items.append(item)
        size += len(item.data)
        if len(items) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield _batch(number, items, source.read / max(source.size, 1))
            items, size, number = [], 0, number + 1
    if items:
        yield _batch(number, items, 1.0)


def _batch(number: int, items: list[Item], share: float) -> engine.Batch:
    key = hashlib.sha256(_package_digest())
    for item in items:
        key.update(repr((item.path, item.position, item.metadata, item.error, len(item.data))).encode("utf-8", "replace"))
        key.update(item.data)
    return engine.Batch(number, key.hexdigest()[:16], tuple(items), min(share, 1.0))


@cache
def _package_digest() -> bytes:
    """A digest of the package's code and word lists: results of another version are never taken up again."""
    digest = hashlib.sha256()
    root = Path(str(files("vnbilat_lib")))
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.csv")]):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()


def code_batch(items: tuple[Item, ...]) -> str:
    """Two lines an item: the ids of its known actors, then its record."""
    return "".join(_lines(_code_item(item)) for item in items)


def give_up(items: tuple[Item, ...]) -> str:
    """The lines of items that ended the process which coded them."""
    return "".join(_lines(_give_up(item)) for item in items)


def _give_up(item: Item) -> Record:
    article, problems = sources.parse(item)
    error = "the worker process ended while it coded this article (out of memory?)"
    problem = Problem(item.path, article.doc_id if article else None, item.position, "engine", error)
    return _record(Doc(article, raw=article.text) if article else None, "failed", (*problems, problem))


def _lines(record: Record) -> str:
    return f"{json.dumps(record.pop('known', []))}\n{json.dumps(record, separators=(',', ':'))}\n"


def _code_item(item: Item) -> Record:
    article, problems = sources.parse(item)
    if article is None:
        return _record(None, "failed", problems)
    doc, status, more = code_article(article, item.position)
    return _record(doc, status, problems + more)


def _record(doc: Doc | None, status: str, problems: tuple[Problem, ...]) -> Record:
    record: Record = {"doc_id": None, "tables": {}}
    if doc is not None:
        try:
            record = dataset.to_record(doc, status)
        except Exception as error:  # noqa: BLE001 - a fact that cannot be written must not cost the corpus
            problem = Problem(doc.article.path, doc.doc_id, None, "dataset", describe(error))
            return _record(Doc(doc.article, raw=doc.article.text), "failed", (*problems, problem))
    record["tables"].setdefault("problems", []).extend(list(astuple(problem)) for problem in problems)
    return record


def code_article(article: Article, position: int | None = None) -> tuple[Doc, str, tuple[Problem, ...]]:
    """The article with all that the stages find, its status, and the stages that failed: they are skipped, the others go on."""
    doc, problems = Doc(article), []
    for stage in pipeline.STAGES:
        try:
            doc = stage(doc)
        except VnbilatError:  # a broken word list: the same for every article
            raise
        except Exception as error:  # noqa: BLE001 - a fault on one article must not cost the corpus
            problems.append(Problem(article.path, article.doc_id, position, stage.__name__, describe(error)))
            if stage is pipeline.STAGES[0]:
                return Doc(article, raw=article.text), "failed", tuple(problems)
        if doc.language != "vi":
            return replace(Doc(article), raw=doc.raw, text=doc.text, alignment=doc.alignment, language=doc.language), "language", ()
    return doc, "incomplete" if problems else "coded", tuple(problems)


def describe(error: BaseException) -> str:
    """An error as one line, with the place in the code that raised it."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{place}"


# ---- the second pass ----


def _replace_dataset(folder: Path, source: sources.Source, parts: list[Path], selection: Selection) -> dict[str, int]:
    """Writes the dataset beside the old one, if any, and then puts it into its place."""
    new, old, final = folder / "dataset.new", folder / "dataset.old", folder / "dataset"
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    new.mkdir(parents=True)
    counts = _assemble(new, source, parts, selection)
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return counts


def _assemble(folder: Path, source: sources.Source, parts: list[Path], selection: Selection) -> dict[str, int]:
    """The tables from the batches' results, in the order of the corpus."""
    known = None if selection.everyone else _known_actors(parts)
    gathered, originals = link.Gathered(), link.Originals()
    places: dict[str, str | None] = {}
    with dataset.DatasetWriter(folder, texts=selection.texts) as writer:
        writer.add("problems", ([*astuple(problem)] for problem in source.problems))
        for record in _records(parts):
            writer.add("problems", record["tables"].pop("problems", ()))
            if record["doc_id"] is None:
                continue
            rows = _named(record)
            article = rows["articles"][0]
            if article["doc_id"] in places:
                writer.add("problems", [_twice(article, places[article["doc_id"]])])
                continue
            places[article["doc_id"]] = article["path"]
            if not _selected(article, selection):
                continue
            if selection.partner:
                _keep_partner(record, rows, selection.partner)
            if article["status"] != "failed":
                article["duplicate_of"] = originals.find(article["doc_id"], record["sketch"])
            _settle_actors(rows, known)
            _gather(gathered, rows)
            for table in rows:
                writer.add(table, ([*row.values()] for row in rows[table]))
            writer.add_article(record["doc_id"], record["text"], record["coded"])
        unmatched = sorted(set(source.metadata) - set(places))
        writer.add("problems", (_unmatched(doc_id) for doc_id in unmatched))
        writer.add("actors", gathered.actor_rows())
        writer.add("events", gathered.event_rows())
        return writer.counts


def _known_actors(parts: list[Path]) -> set[str]:
    """The actors who hold an office or take part in a meeting in at least one article."""
    known: set[str] = set()
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            for line in islice(lines, 0, None, 2):
                known.update(json.loads(line))
    return known


def _records(parts: list[Path]) -> Iterator[Record]:
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, 1, None, 2))


def _named(record: Record) -> dict[str, list[dict[str, Any]]]:
    """A record's rows as dictionaries."""
    columns = {table.name: table.names for table in dataset.TABLES}
    return {name: [dict(zip(columns[name], row, strict=True)) for row in rows] for name, rows in record["tables"].items()}


def _twice(article: dict[str, Any], first: str | None) -> list[Any]:
    error = f"the doc_id stands already in {first}: this article is left out; give it an id of its own"
    return [article["path"], article["doc_id"], None, "source", error]


def _unmatched(doc_id: str) -> list[Any]:
    return [sources.METADATA, doc_id, None, "metadata", "no article has this doc_id"]


def _selected(article: dict[str, Any], selection: Selection) -> bool:
    """Whether the article can have come out on the days that are asked for; an undated one can."""
    first, last = article["published_from"], article["published_to"]
    if selection.published_to and first and first > selection.published_to.isoformat():
        return False
    return not (selection.published_from and last and last < selection.published_from.isoformat())


def _keep_partner(record: Record, rows: dict[str, list[dict[str, Any]]], partner: str) -> None:
    """Leaves out the facts without `partner`, in the tables and in the coded record."""

    def fits(code: str | None) -> bool:
        return code is not None and (code == partner or code.startswith(f"{partner}-"))

    sides: dict[str, list[str | None]] = {}
    for row in rows["participants"]:
        sides.setdefault(row["meeting_id"], []).extend([row["country"], row["name"] if row["kind"] == "country" else None])
    keep = {"meetings": [], "trade_figures": []}  # type: dict[str, list[bool]]
    for row in rows["meetings"]:
        keep["meetings"].append(any(fits(code) for code in [row["country"], row["destination"], *sides.get(row["meeting_id"], ())]))
    for row in rows["trade_figures"]:
        keep["trade_figures"].append(fits(row["reporter"]) or fits(row["partner"]))
    for table, kept in keep.items():
        rows[table] = [row for row, stays in zip(rows[table], kept, strict=True) if stays]
        record["coded"][table] = [fact for fact, stays in zip(record["coded"][table], kept, strict=False) if stays]
    facts = {row["meeting_id"] for row in rows["meetings"]} | {row["figure_id"] for row in rows["trade_figures"]}
    rows["participants"] = [row for row in rows["participants"] if row["meeting_id"] in facts]
    rows["evidence"] = [row for row in rows["evidence"] if row["fact_id"] in facts]
    rows["articles"][0]["relevant"] = bool(facts)


def _settle_actors(rows: dict[str, list[dict[str, Any]]], known: set[str] | None) -> None:
    """Takes the ids of persons who are left out of actors from the other tables."""
    if known is None:
        return
    for table in ("persons", "participants", "mentions"):
        for row in rows[table]:
            if row["actor_id"] not in known:
                row["actor_id"] = None


def _gather(gathered: link.Gathered, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Feeds an article's persons and meetings to what is gathered over all articles."""
    published = rows["articles"][0]["published"]
    for person in rows["persons"]:
        if person["actor_id"] is not None:
            gathered.add_person(person, published)
    for meeting in rows["meetings"]:
        names = [row["name"] for row in rows["participants"] if row["meeting_id"] == meeting["meeting_id"]]
        gathered.add_meeting(meeting, names)


# ---- reading ----


def read(folder: str | Path, *, corrections: str | Path | None = None) -> Study:
    """The study of a dataset folder, with the corrections of the study folder around it (or of the file `corrections`) laid over."""
    path = Path(folder)
    path = path / "dataset" if (path / "dataset" / "datapackage.json").is_file() else path
    if not (path / "datapackage.json").is_file():
        raise VnbilatError(f"{path}: no dataset here; make one with: vnbilat extract SOURCE --out {path.parent}")
    found = Path(corrections) if corrections is not None else _find_corrections(path)
    return Study(path, _read_corrections(found) if found else ())


def _find_corrections(folder: Path) -> Path | None:
    """corrections.csv beside the dataset or in the folders above it: OUT, outputs, the study folder."""
    candidates = [parent / CORRECTIONS for parent in islice(folder.resolve().parents, 3)]
    return next((path for path in candidates if path.is_file()), None)


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a reader puts right; `column` "row" with the value "delete" takes the row away."""

    table: str
    id: str
    column: str
    value: str
    reason: str


def _read_corrections(path: Path) -> tuple[Correction, ...]:
    keyed = {table.name: table for table in dataset.TABLES if table.key}
    corrections = []
    try:
        text = sources.decode(path.read_bytes())
    except (OSError, ValueError) as error:
        raise VnbilatError(f"{path}: {error}") from error
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != CORRECTION_COLUMNS:
        raise VnbilatError(f"{path}:1: the columns must be {','.join(CORRECTION_COLUMNS)}")
    for row in reader:
        where = f"{path}:{reader.line_num}"
        correction = Correction(**{name: (row[name] or "").strip() for name in CORRECTION_COLUMNS})
        if correction.table not in keyed:
            raise VnbilatError(f"{where}: table {correction.table!r} cannot be corrected; choose one of {', '.join(keyed)}")
        table = keyed[correction.table]
        if correction.column not in (*table.names, "row"):
            raise VnbilatError(f"{where}: {table.name} has no column {correction.column!r}; choose one of {', '.join(table.names)}")
        _correct_value(table, correction, where)
        corrections.append(correction)
    return tuple(corrections)


def _correct_value(table: dataset.Table, correction: Correction, where: str) -> Any:
    """A correction's value in its column's type, None where it is empty."""
    if correction.column == "row":
        if correction.value != "delete":
            raise VnbilatError(f"{where}: the only value for column row is delete")
        return None
    column = next(column for column in table.columns if column.name == correction.column)
    if correction.value == "":
        return None
    if column.allowed and correction.value not in column.allowed:
        raise VnbilatError(f"{where}: {column.name} must be one of {', '.join(column.allowed)}, not {correction.value!r}")
    parsers: dict[str, Callable[[str], Any]] = {
        "integer": int, "number": float, "date": date.fromisoformat, "list": json.loads,
        "boolean": {"true": True, "false": False}.__getitem__,
    }  # fmt: skip
    try:
        return parsers.get(column.kind, str)(correction.value)
    except (ValueError, KeyError) as error:
        raise VnbilatError(f"{where}: {column.name} must be of type {column.kind}, not {correction.value!r}") from error


@dataclass(frozen=True, eq=False)
class Study:
    """A coded corpus: each table is a pandas frame, read when it is first asked for.

    Columns have pandas' nullable types, days are datetime64, lists are lists. `texts` raises VnbilatError where the dataset was
    written without them. `corrections` have been laid over the frames (not over `coded`).
    """

    folder: Path
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self._frame("articles")

    @cached_property
    def persons(self) -> pd.DataFrame:
        """One row a person and article."""
        return self._frame("persons")

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row a person across articles."""
        return self._frame("actors")

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """One row a meeting or visit and article."""
        return self._frame("meetings")

    @cached_property
    def participants(self) -> pd.DataFrame:
        """One row a participant of a meeting."""
        frame = self._frame("participants")
        return frame[frame["meeting_id"].isin(self.meetings["meeting_id"])] if self.corrections else frame

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row a meeting across articles."""
        return self._frame("events")

    @cached_property
    def trade_figures(self) -> pd.DataFrame:
        """One row a trade or investment figure and article."""
        return self._frame("trade_figures")

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """One row a value of a fact: where it stands in the raw text."""
        return self._frame("evidence")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row a mention of a person, place, time or amount."""
        return self._frame("mentions")

    @cached_property
    def problems(self) -> pd.DataFrame:
        """One row an input that could not be read or coded."""
        return self._frame("problems")

    @cached_property
    def texts(self) -> pd.DataFrame:
        """The raw texts, in which all offsets count."""
        if not (self.folder / "texts.parquet").is_file():
            raise VnbilatError(f"{self.folder}: the dataset was written without texts; run extract again without --no-texts")
        return self._frame("texts")

    @cached_property
    def coded(self) -> list[Record]:
        """The articles' records as CODEBOOK.md writes them."""
        with (self.folder / "coded.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def select(self, **parameters: Any) -> View:
        """What a notebook looks at: the study cut down by the notebooks' parameters, which are checked (see selection.select)."""
        from vnbilat_lib.selection import select

        return select(self, **parameters)

    def _frame(self, name: str) -> pd.DataFrame:
        frame = read_frame(self.folder / f"{name}.parquet")
        return _corrected(frame, name, self.corrections)

    def _counts(self) -> dict[str, int]:
        import pyarrow.parquet as pq

        return {table.name: pq.read_metadata(self.folder / f"{table.name}.parquet").num_rows for table in dataset.TABLES}

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self._counts().items())
        return f"<Study of {self.folder}: {counts}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{table.name}</th><td>{self._counts()[table.name]}</td><td>{escape(table.description)}</td></tr>"
            for table in dataset.TABLES
        )
        return f"<table><caption>Study of {escape(str(self.folder))}</caption>{rows}</table>"


def read_frame(path: Path) -> pd.DataFrame:
    """A Parquet table with pandas' nullable types, days as datetime64 and lists as lists."""
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    types = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame = table.to_pandas(types_mapper=types.get, date_as_object=False)
    for field in table.schema:
        if pa.types.is_date(field.type):
            frame[field.name] = frame[field.name].astype("datetime64[us]")
        elif pa.types.is_list(field.type):
            frame[field.name] = [list(cell) for cell in frame[field.name]]
    return frame


def _corrected(frame: pd.DataFrame, name: str, corrections: Iterable[Correction]) -> pd.DataFrame:
    """The frame with the corrections of its table laid over; those of other datasets' ids change nothing."""
    table = next((table for table in dataset.TABLES if table.name == name), None)
    mine = [correction for correction in corrections if correction.table == name]
    if table is None or not mine:
        return frame
    for correction in mine:
        rows = frame[table.key] == correction.id
        if correction.column == "row":
            frame = frame[~rows]
        else:
            value = _correct_value(table, correction, CORRECTIONS)
            for index in frame.index[rows]:
                frame.at[index, correction.column] = value
    return frame.reset_index(drop=True)
