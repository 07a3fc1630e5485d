"""Notebooks run by papermill in this interpreter's own kernel, whatever kernels and settings the user has."""

from __future__ import annotations

import ast
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from vnbilat_lib.errors import VnbilatError

KERNEL = "vnbilat"
LONGEST_SOCKET = 90  # a path of a Unix socket holds some 104 characters; ours ends in "-1" ... "-5"


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter as a notebook declares it: `name: kind = default  # meaning`."""

    name: str
    kind: str
    default: object


@dataclass(frozen=True, slots=True)
class Executed:
    """A notebook that ran: where it is, how long it took, and what stopped it ("" where nothing did)."""

    name: str
    path: Path
    seconds: float
    parameters: Mapping[str, object]
    error: str = ""


@cache
def declared(notebook: Path) -> dict[str, Declared]:
    """The parameters of a notebook, from its cell tagged `parameters`; each is `name: type = value`.

    Raises VnbilatError where the file is no notebook or the cell is written otherwise.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError) as error:
        raise VnbilatError(f"{notebook} is not a Jupyter notebook ({error})") from error
    found: dict[str, Declared] = {}
    for cell in cells:
        if "parameters" not in cell.get("metadata", {}).get("tags", []):
            continue
        for line in ast.parse("".join(cell["source"])).body:
            if not isinstance(line, ast.AnnAssign) or not isinstance(line.target, ast.Name) or line.value is None:
                raise VnbilatError(f"{notebook}: the cell tagged `parameters` may hold only lines `name: type = value`")
            found[line.target.id] = Declared(line.target.id, ast.unparse(line.annotation), ast.literal_eval(line.value))
    return found


@contextmanager
def _kernel() -> Iterator[Any]:
    """A kernel manager for this interpreter: a specification made here, sockets in a folder of its own instead of network ports.

    Ports that are free when asked for can be taken a moment later when several kernels start (4 of 704 starts failed).
    """
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from jupyter_core.utils import run_sync

    with tempfile.TemporaryDirectory(prefix="vnb", dir=_short_folder()) as folder:
        home = Path(folder)
        (home / KERNEL).mkdir()
        spec = {
            "argv": [sys.executable, "-m", "ipykernel_launcher", "--HistoryManager.enabled=False", "-f", "{connection_file}"],
            "display_name": KERNEL,
            "language": "python",
            "env": {
                "IPYTHONDIR": str(home / "ipython"),
                "PYDEVD_DISABLE_FILE_VALIDATION": "1",
                "MPLBACKEND": "",
                **_same_package(),
            },
        }
        (home / KERNEL / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
        specs = KernelSpecManager(kernel_dirs=[str(home)], ensure_native_kernel=False)
        sockets = {} if os.name == "nt" else {"transport": "ipc", "ip": str(home / "s")}
        manager = AsyncKernelManager(
            kernel_name=KERNEL, kernel_spec_manager=specs, connection_file=str(home / "connection.json"), **sockets
        )
        try:
            yield manager
        finally:  # whoever brings a kernel manager along stops its kernel himself
            if manager.has_kernel:
                run_sync(manager.shutdown_kernel)(now=True)


def _same_package() -> dict[str, str]:
    """The environment in which the kernel imports this very vnbilat_lib, also from a source tree that is not installed."""
    folder = Path(__file__).resolve().parents[2]
    if folder.name in ("site-packages", "dist-packages"):
        return {}
    return {"PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])}


def _short_folder() -> str | None:
    """None for the usual folder for temporary files; /tmp where that one's name is too long for a socket."""
    usual = tempfile.gettempdir()
    fits = len(str(Path(usual).resolve())) + 16 < LONGEST_SOCKET
    return None if fits or os.name == "nt" else "/tmp"  # noqa: S108 - a folder with a fresh name is made in it


def execute(notebook: Path, target: Path, parameters: Mapping[str, object]) -> Executed:
    """Run one notebook with its parameters and write it to `target`, also where a cell fails: then up to that cell."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import execute_notebook

    began, error = perf_counter(), ""
    target.unlink(missing_ok=True)
    try:
        with _kernel() as manager:
            execute_notebook(
                notebook,
                target,
                parameters=dict(parameters),
                kernel_name=KERNEL,
                language="python",  # a notebook need not say so
                progress_bar=False,
                km=manager,
                resources={"metadata": {"path": str(notebook.parent)}},
            )
    except PapermillExecutionError as failure:
        error = f"{failure.ename}: {failure.evalue}"
    except (DeadKernelError, CellTimeoutError, RuntimeError) as failure:
        error = f"the kernel stopped: {failure}"
    if not target.exists():
        target.write_bytes(notebook.read_bytes())
    return Executed(notebook.stem, target, round(perf_counter() - began, 2), parameters, error)
