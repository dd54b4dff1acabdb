"""Finds the files below the inputs of a run."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.errors import InputError, UsageError
from pipeline.sources.decode import replace_surrogates

UNBLOCKED = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # opening a pipe that nobody writes to must not wait


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file and its name below the input, with `/` between folders. `trouble` tells why it is not to be opened."""

    path: Path
    name: str
    trouble: str = ""

    @property
    def stem(self) -> str:
        """The name without its suffix, `.gz` aside."""
        return self.name.removesuffix(".gz").removesuffix(PurePosixPath(self.name.removesuffix(".gz")).suffix)

    @property
    def suffix(self) -> str:
        """What tells the format: `.jsonl` for both `a.jsonl` and `a.jsonl.gz`."""
        return PurePosixPath(self.name.removesuffix(".gz")).suffix.lower()


def check_inputs(inputs: Sequence[Path]) -> None:
    """UsageError for an input that does not exist."""
    for path in inputs:
        if not path.exists():
            raise UsageError(f"no such file or folder: {path}; give files, or folders that hold them")


def find_files(inputs: Sequence[Path]) -> Iterator[InputFile]:
    """Each file once, folders in sorted order, without hidden files; UsageError for an input that does not exist.

    Links to files are followed, links to folders are not: they are told as trouble, as are folders that can't be read.
    """
    seen: set[str] = set()
    check_inputs(inputs)
    for path in inputs:
        for file in _walk_folder(path) if path.is_dir() else (_name_file(path, path.name),):
            place = os.path.realpath(file.path)  # Path.resolve raises on links that lead to each other
            if file.trouble or place not in seen:
                seen.add(place)
                yield file


def read_file(file: InputFile, largest: int) -> bytes:
    """The bytes of the file, unpacked; InputError if it can't be read, is a pipe or device, or holds more than `largest` bytes."""
    packed = file.name.endswith(".gz")
    try:
        with os.fdopen(os.open(file.path, os.O_RDONLY | UNBLOCKED), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise InputError("no regular file but a pipe, device or folder")
            data = (gzip.GzipFile(fileobj=stream) if packed else stream).read(largest + 1)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise InputError(f"can't be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > largest:
        raise InputError(f"more than {largest} bytes{' once unpacked' if packed else ''}; larger files are not read")
    return data


def _walk_folder(folder: Path) -> list[InputFile]:
    found: list[InputFile] = []

    def tell(error: OSError) -> None:
        path = Path(os.fsdecode(error.filename))
        found.append(_name_file(path, path.relative_to(folder).as_posix(), f"folder can't be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent) / name for name in (*names, *folders) if not name.startswith("."))
        found += [_name_file(path, path.relative_to(folder).as_posix(), trouble) for path in paths if (trouble := _find_trouble(path)) is not None]
    return sorted(found, key=lambda file: file.name)


def _find_trouble(path: Path) -> str | None:
    """Why the entry of a folder is not to be opened: empty for files, None for folders, which the walk enters itself."""
    if path.is_dir():
        return "a link to a folder, which is not followed" if path.is_symlink() else None
    return "" if path.is_file() or path.is_symlink() else "no regular file but a pipe, device or socket"


def _name_file(path: Path, name: str, trouble: str = "") -> InputFile:
    """A name in another encoding than the system's comes as halves of surrogate pairs, which no table can hold."""
    return InputFile(path, replace_surrogates(name), trouble)
