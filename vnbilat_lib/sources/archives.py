"""The files of a zip or tar archive, read in place: nothing is written under the names that an archive gives."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import IO

from vnbilat_lib.sources import streams
from vnbilat_lib.sources.places import METADATA, ids_of, is_ignored, without_ending
from vnbilat_lib.sources.streams import Meter, Unpacked, UnreadableError, buffered

DEEPEST = 3  # archives in archives
OFFICE = {"[Content_Types].xml", "mimetype"}  # a .docx, .odt or .epub is a zip too
FAULTS: tuple[type[Exception], ...] = (
    *streams.FAULTS,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its bytes, or why there are none."""

    name: str
    doc_id: str
    stream: io.BufferedReader | None = None
    error: str | None = None


Members = Iterator[Member]


def inside(name: str) -> str:
    r"""A member's name without the steps that lead out of the archive.

    >>> inside("../../etc/passwd"), inside("C:\\tin\\a.txt")
    ('etc/passwd', 'C:/tin/a.txt')
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "/".join(parts) or "unnamed"


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name; many programs write UTF-8 without saying so."""
    if info.flag_bits & 0x800:  # it says so
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except ValueError:
        return info.filename


def read_zip(file: IO[bytes], meter: Meter) -> Members:
    """The members of a zip archive in the order of their names, metadata.csv before all."""
    try:
        archive = zipfile.ZipFile(file)
    except FAULTS as error:
        raise UnreadableError(f"damaged: {error}") from error
    with closing(archive):
        infos = [info for info in archive.infolist() if not info.is_dir() and not is_ignored(info.filename)]
        infos.sort(key=lambda info: (info.filename != METADATA, info.filename))
        names = [inside(_name(info)) for info in infos]
        ids = ids_of(names)
        if any(info.filename in OFFICE for info in infos):
            raise UnreadableError("an Office document or e-book: this format is not read; save the article as UTF-8 text")
        for number, (name, info) in enumerate(zip(names, infos, strict=True), 1):
            try:
                member = archive.open(info)
            except FAULTS as error:
                wrong = "it has a password" if info.flag_bits & 1 else str(error)
                yield Member(name, "", None, f"cannot be taken from the archive: {wrong}")
                continue
            with member:
                yield Member(name, ids[name], buffered(Unpacked(member, meter)))
            meter.share = number / len(infos)


def read_tar(stream: io.BufferedReader, meter: Meter) -> Members:
    """The members of a tar archive as they come."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                member = archive.extractfile(info) if info.isfile() and not is_ignored(info.name) else None
                if member is not None:
                    yield Member(inside(info.name), without_ending(inside(info.name)), buffered(Unpacked(member, meter)))
    except tarfile.TarError as error:
        raise UnreadableError(f"damaged: {error}") from error
