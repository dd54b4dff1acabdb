"""Finds the files below the inputs of a run."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.errors import InputError, UsageError
from pipeline.sources.decode import replace_surrogates


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file and its name below the input, with `/` between folders."""

    path: Path
    name: str

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
    """Each file once, folders in sorted order, without hidden files; UsageError for an input that does not exist."""
    seen: set[Path] = set()
    check_inputs(inputs)
    for path in inputs:
        for file in _walk_folder(path) if path.is_dir() else (_name_file(path, path.name),):
            if file.path.resolve() not in seen:
                seen.add(file.path.resolve())
                yield file


def read_file(file: InputFile, largest: int) -> bytes:
    """The bytes of the file, unpacked; InputError if it can't be read or holds more than `largest` bytes."""
    try:
        with gzip.open(file.path) if file.name.endswith(".gz") else file.path.open("rb") as stream:
            data = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"can't be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > largest:
        raise InputError(f"more than {largest} bytes{' once unpacked' if file.name.endswith('.gz') else ''}; larger files are not read")
    return data


def _walk_folder(folder: Path) -> list[InputFile]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent) / name for name in names if not name.startswith("."))
        found += [_name_file(path, path.relative_to(folder).as_posix()) for path in paths if path.is_file() or path.is_symlink()]
    return sorted(found, key=lambda file: file.name)


def _name_file(path: Path, name: str) -> InputFile:
    """A name in another encoding than the system's comes as halves of surrogate pairs, which no table can hold."""
    return InputFile(path, replace_surrogates(name))
