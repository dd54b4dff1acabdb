"""Replaces files at one blow: whoever reads one sees the old content or the new one, never a part."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

KEPT = "kept-"  # names of what stood in the folder before


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """A new path in the same folder to write to; it takes the place of `path` at the end, or vanishes if something went wrong."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def replace_files(folder: Path) -> Iterator[Callable[[str], Path]]:
    """A function from the name of a file of the folder to a new path to write to. At the end all of them are on the disk and take their places.

    Where something goes wrong before the last of them has, all are what they were. Drafts that a killed process left are swept away, so only one may
    write a folder at a time.
    """
    for left in folder.glob(".draft-*"):
        _remove(left)
    place = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder))
    try:
        yield lambda name: place / name
        drafts = sorted(place.iterdir())
        for draft in drafts:
            draft.chmod(0o644)
            _flush(draft)
        with _put_back(folder, place, [draft.name for draft in drafts]):
            for draft in drafts:
                draft.replace(folder / draft.name)
        _flush(folder)
    finally:
        _remove(place)


@contextmanager
def _put_back(folder: Path, place: Path, names: Sequence[str]) -> Iterator[None]:
    """If what is done inside fails, the files of these names are those that they were before."""
    kept = {name: place / f"{KEPT}{name}" for name in names}
    for name in names:
        if (folder / name).exists():
            _keep(folder / name, kept[name])
    try:
        yield
    except BaseException:
        for name, copy in kept.items():
            if copy.exists():
                copy.replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _keep(path: Path, copy: Path) -> None:
    """A second name for a file; a copy where the file system knows no second names."""
    try:
        os.link(path, copy)
    except OSError:
        shutil.copy2(path, copy)


def _flush(path: Path) -> None:
    """Waits until the content of a file or folder is on the disk, so that it outlives a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
