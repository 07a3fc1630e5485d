"""The measure: precision, recall and F1 of coded articles against gold, slot accuracies, errors, intervals."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.scoring.compare import compare
from vnbilat_lib.scoring.result import Fact, Fault, Rates, Score

if TYPE_CHECKING:
    from vnbilat_lib.study import Study

__all__ = ["Fault", "Rates", "Score", "score"]


def score(
    gold: str | Path | Sequence[Fact],
    coded: Study | str | Path | Sequence[Fact],
    *,
    texts: str | Path | Mapping[str, str] | None = None,
) -> Score:
    """Measures coded articles against hand-coded ones in the codebook's format.

    `gold` is a JSON Lines file or a list of its records; `coded` a Study, a dataset's folder, a coded.jsonl or a list. With
    `texts` (a JSON Lines file of doc_id and text, or a mapping; a Study brings its own) quotes are checked too. Only the articles
    of gold count; one that is not coded counts as coded empty; a list that gold's record lacks is not scored.
    """
    records, own = _coded(coded)
    known = own if texts is None else _texts(texts)
    found = {record["doc_id"]: record for record in records}
    gold_records = _records(gold) if isinstance(gold, str | Path) else gold
    return Score(tuple(compare(record, found.get(record["doc_id"], {}), known.get(record["doc_id"])) for record in gold_records))


def _coded(coded: Study | str | Path | Sequence[Fact]) -> tuple[Sequence[Fact], Mapping[str, str]]:
    """The coded records, and the texts that come with them."""
    from vnbilat_lib.study import Study, read

    if isinstance(coded, str | Path):
        if not Path(coded).is_dir():
            return _records(coded), {}
        coded = read(coded)
    if not isinstance(coded, Study):
        return coded, {}
    frame = coded.texts
    return coded.coded, {} if frame is None else dict(zip(frame["doc_id"], frame["text"], strict=True))


def _texts(texts: str | Path | Mapping[str, str]) -> Mapping[str, str]:
    if isinstance(texts, str | Path):
        return {record["doc_id"]: record.get("text") or "" for record in _records(texts)}
    return texts


def _records(path: str | Path) -> list[Fact]:
    """The records of a JSON Lines file; raises VnbilatError with the line that is none."""
    records: dict[str, Fact] = {}
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise VnbilatError(f"{path}: cannot be read ({error}); give a JSON Lines file in the codebook's format") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            doc_id = record["doc_id"]
        except (ValueError, KeyError, TypeError) as error:
            raise VnbilatError(f"{path}:{number}: not a coded article: a JSON object with doc_id is needed") from error
        if doc_id in records:
            raise VnbilatError(f"{path}:{number}: the doc_id {doc_id!r} stands twice; keep one of the two lines")
        records[doc_id] = record
    return list(records.values())
