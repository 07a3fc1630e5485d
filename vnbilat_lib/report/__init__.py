"""A report: the source coded, the notebooks run side by side, each exported as a page, and a first page that leads to them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, cast

from vnbilat_lib import display, workspace
from vnbilat_lib.dataset import TABLES
from vnbilat_lib.display import Html
from vnbilat_lib.errors import UsageError
from vnbilat_lib.parameters import STATUS_OF, check_parameter
from vnbilat_lib.report import pages
from vnbilat_lib.report.about import about
from vnbilat_lib.report.execute import Declared, Executed, declared, execute
from vnbilat_lib.report.opening import Opening, answers, selected
from vnbilat_lib.report.pages import Link, Page
from vnbilat_lib.wording import Lang, Wording

WORKERS = 2  # measured: four notebooks took 7.9 s with 2 workers, 11.5 s with 1, 11.1 s with 4
RESERVED = "dataset"
PATHS = ("gold",)
NO_FILTERS = (RESERVED, "lang", "gold", "unseen", "max_rows", "by")  # parameters that leave nothing out
COUNTED = {"articles": "corpus", "meetings": "meetings", "trade_figures": "trade", "actors": "actors"}  # tables, their pages
YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a report: its folder, the notebooks as they ran, and how many inputs could not be read or coded."""

    out: Path
    notebooks: tuple[Executed, ...]
    problems: int

    @property
    def failed(self) -> tuple[str, ...]:
        """The notebooks that stopped with an error."""
        return tuple(n.name for n in self.notebooks if n.error)


def report(
    source: str | Path,
    out: str | Path | None = None,
    *,
    parameters: Mapping[str, object] | None = None,
    notebooks: str | Path | None = None,
    say: Callable[[str], None] | None = None,
    **extraction: Any,
) -> Report:
    """Code `source` and write its report to `out` (outputs/NAME by default).

    There are index.html, a page a notebook, the executed notebooks/, dataset/ and run.json.
    `parameters` go to every notebook that declares them; text is converted to the declared type. `notebooks` is a folder of
    notebooks to run instead of those of the study folder or of vnbilat; `say` gets a line for each step; `extraction` goes to
    study.extract. A notebook that fails leaves its page as far as it came; the others go on. Raises UsageError, before
    anything is coded, for a parameter that no notebook has or a value that is not allowed.
    """
    from vnbilat_lib import study

    tell = say or _to_stderr
    folder = Path(notebooks) if notebooks else workspace.notebooks_folder(Path(source))
    paths = workspace.find_notebooks(folder)
    chosen = assign(paths, parameters or {})
    coded = study.extract(source, out=out, **extraction)
    target = coded.path.parent
    _check_in_dataset(coded, chosen)
    tell(", ".join(f"{coded.counts[table]} {table}" for table in (*COUNTED, "problems")))
    ran = run(paths, chosen, target, tell)
    write_pages(ran, target, coded, lang=_language(chosen), name=study.default_out(source).name)
    _record(target / "run.json", ran)
    return Report(target, tuple(ran), coded.counts["problems"])


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def assign(paths: Sequence[Path], given: Mapping[str, object]) -> dict[Path, dict[str, object]]:
    """Each notebook's parameters: of what was given, what it declares, as the type that it declares.

    A value that one notebook takes and another does not ("status=target") goes to the one that takes it.
    """
    known = {path: declared(path) for path in paths}
    names = sorted({name for own in known.values() for name in own} - {RESERVED})
    chosen: dict[Path, dict[str, object]] = {path: {} for path in paths}
    for name, text in given.items():
        takers = [path for path in paths if name in known[path]]
        if name == RESERVED or not takers:
            raise UsageError(f"unknown parameter {name!r}; the notebooks have: {', '.join(names)}")
        wrong = []
        for path in takers:
            value, message = _read(known[path][name], text, path.stem)
            if message:
                wrong.append(message)
            else:
                chosen[path][name] = value
        if len(wrong) == len(takers):
            raise UsageError(" / ".join(dict.fromkeys(wrong)))
    return chosen


def _read(parameter: Declared, given: object, notebook: str) -> tuple[object, str]:
    """A value as its declared type, and what is wrong with it ("" where nothing is)."""
    name, value = parameter.name, given
    try:
        if parameter.kind == "bool" and isinstance(given, str):
            value = YES_NO[given.casefold()]
        elif parameter.kind in ("int", "float") and isinstance(given, str):
            value = int(given) if parameter.kind == "int" else float(given)
        elif parameter.kind == "str" and not isinstance(given, str):
            value = "" if given is None else ",".join(map(str, given)) if isinstance(given, (list, tuple)) else str(given)
    except (ValueError, KeyError):
        kinds = {"bool": "true, false", "int": "a whole number", "float": "a number"}
        return given, f"{name}={given!r} is not allowed; allowed: {kinds[parameter.kind]}"
    if name in PATHS and value:
        value = str(Path(str(value)).resolve())
        return value, "" if Path(value).exists() else f"{name}={given!r}: there is no such file"
    known_as = STATUS_OF.get(notebook, name) if name == "status" else name
    return value, check_parameter(known_as, value).replace(f"{known_as}=", f"{name}=", 1)


def _check_in_dataset(coded: Any, chosen: Mapping[Path, Mapping[str, object]]) -> None:
    """What only the dataset can tell (its outlets) is checked once, before the notebooks run."""
    from vnbilat_lib.selection import select

    for outlet in {str(own["outlet"]) for own in chosen.values() if own.get("outlet")}:
        select(coded, outlet=outlet)


def _language(chosen: Mapping[Path, Mapping[str, object]]) -> Lang:
    """The language that was asked for, else the one that the notebooks start with."""
    asked = [own["lang"] for own in chosen.values() if "lang" in own]
    usual = [declared(path)["lang"].default for path in chosen if "lang" in declared(path)]
    return cast("Lang", next(iter([*asked, *usual]), "vi"))


def run(
    paths: Sequence[Path], chosen: Mapping[Path, Mapping[str, object]], out: Path, say: Callable[[str], None] = _to_stderr
) -> list[Executed]:
    """Run the notebooks, WORKERS at a time, each into out/notebooks; in the order of `paths`."""
    import papermill.execute  # noqa: F401 - some three seconds, once, before the threads

    folder = out / "notebooks"
    folder.mkdir(parents=True, exist_ok=True)
    dataset = {RESERVED: str((out / RESERVED).resolve())}
    with ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1)) as pool:
        waiting = {pool.submit(execute, path, folder / path.name, dataset | dict(chosen[path])): path for path in paths}
        done: dict[Path, Executed] = {}
        for future in as_completed(waiting):
            ran = done[waiting[future]] = future.result()
            say(f"[{len(done)}/{len(paths)}] {ran.name} {ran.seconds:.1f} s" + (f" FAILED {ran.error}" if ran.error else ""))
    return [done[path] for path in paths]


def write_pages(ran: Sequence[Executed], out: Path, coded: Any, *, lang: Lang, name: str) -> None:
    """Write out/NAME.html for each notebook, and out/index.html."""
    import nbformat

    words = Wording(lang)
    site = words.label("page.site", name=name)
    notebooks = {n.name: nbformat.read(n.path, as_version=4) for n in ran}  # type: ignore[no-untyped-call]
    links = [Link("index.html", words.label("page.index"), site)]
    for n in ran:
        title, summary = pages.describe(pages.in_language(notebooks[n.name].cells, lang), n.name)
        links.append(
            Link(f"{n.name}.html", words.value("page.short", n.name).removeprefix("page.short."), title, summary, bool(n.error))
        )
    footer = (words.label("page.made", version=_version()), words.label("page.claims"))
    run = json.loads(record.read_text(encoding="utf-8")) if (record := out / "run.json").exists() else {}
    frame = Page(lang, words, site, site, "index.html", tuple(links), pages.css(), _version(), footer, next=links[1])
    for at, n in enumerate(ran, 1):
        page = replace(
            frame,
            title=f"{links[at].title} · {site}",
            href=links[at].href,
            notebook=f"notebooks/{n.path.name}",
            previous=links[at - 1],
            next=links[at + 1] if at + 1 < len(links) else None,
            error=n.error,
            about=about(run, [n], coded, words),
        )
        (out / links[at].href).write_text(pages.notebook_page(notebooks[n.name], page), encoding="utf-8")
    frame = replace(frame, about=about(run, ran, coded, words))
    (out / "index.html").write_text(_start(ran, frame, coded), encoding="utf-8")


def _start(ran: Sequence[Executed], page: Page, coded: Any) -> str:
    """The first page: its counts, the answers to a reader's questions, the way to the pages and files."""
    from vnbilat_lib.scoring import score

    words, parameters = page.words, {n.name: n.parameters for n in ran}
    gold = str(parameters.get("evaluation", {}).get("gold", ""))
    opening = Opening(
        selected(coded, parameters, page.lang), frozenset(parameters), score(gold, coded) if gold and not _failed(ran) else None
    )
    counted = {table: coded.counts[table] for table in COUNTED} | {
        "meetings": coded.meetings["event_id"].nunique(),  # however many articles tell of each
        "trade_figures": coded.trade_figures["claim_id"].nunique(),
    }
    counts = [(opening.number(COUNTED[table], n), words.label(f"count.{table}")) for table, n in counted.items()]
    return pages.start_page(
        page,
        counts=counts,
        answers=[(words.label(question), answer) for question, answer in answers(opening)],
        files=_files(coded, words),
        warning=words.label("start.problems", n=coded.counts["problems"]) if coded.counts["problems"] else "",
        selection=_shown(ran, words),
    )


def _failed(ran: Sequence[Executed]) -> bool:
    """Whether the accuracy page could not be made: then its figures cannot be made here either."""
    return any(n.name == "evaluation" and n.error for n in ran)


def _files(coded: Any, words: Wording) -> Html:
    """The dataset's tables with their rows and files."""
    import pandas as pd

    def link(name: str) -> Html:
        return Html(f'<a href="{RESERVED}/{name}">{name}</a>')

    tables = [table.name for table in TABLES]
    frame = pd.DataFrame(
        {
            "table": [words.label(f"holds.{name}") for name in tables],
            "rows": [words.number(coded.counts[name]) for name in tables],
            "csv": [link(f"{name}.csv") for name in tables],
            "parquet": [link(f"{name}.parquet") for name in tables],
        }
    )
    return display.table_html(
        frame, [words.label(f"column.{name}") for name in frame.columns], words.label("start.files.what"), numeric=[1]
    )


def _shown(ran: Sequence[Executed], words: Wording) -> str:
    """The parameters that were given, for the first page."""
    given = {k: v for n in ran for k, v in n.parameters.items() if k not in NO_FILTERS}
    if not given:
        return ""
    from html import escape

    pairs = "".join(f"<div><dt>{escape(k)}</dt><dd>{escape(str(v))}</dd></div>" for k, v in sorted(given.items()))
    return f'<div class="vnb-selection"><p>{escape(words.label("start.selection"))}</p><dl>{pairs}</dl></div>'


def _version() -> str:
    try:
        return version("vnbilat")
    except PackageNotFoundError:
        return "?"


def _record(path: Path, ran: Sequence[Executed]) -> None:
    """The notebooks with their parameters, durations and errors, added to run.json."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    known["notebooks"] = {
        n.name: {"parameters": {k: v for k, v in n.parameters.items() if k != RESERVED}, "seconds": n.seconds, "error": n.error}
        for n in ran
    }
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
