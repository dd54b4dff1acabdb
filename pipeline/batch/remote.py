"""Inputs and output folders that are no local paths but URLs: copied here, worked on here, and copied back. The one file that meets fsspec."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import UsageError
from pipeline.ledger import NAME

PULLED = "pulled"  # checksum of the ledger that a stage began with
Place = Path | str  # a local path, or a URL


@contextmanager
def bring_here(inputs: Sequence[Place], out: Place) -> Iterator[tuple[list[Path], Path]]:
    """Local paths for inputs and output folder; what is written to a remote folder goes there at the end, the ledger last.

    UsageError for a URL that can't be read. A run that was stopped goes on from what it left here, unless the remote folder has changed since.
    """
    with ExitStack() as stack:
        here = [place if isinstance(place, Path) else _fetch(place, Path(stack.enter_context(tempfile.TemporaryDirectory()))) for place in inputs]
        yield here, out if isinstance(out, Path) else stack.enter_context(_stage(out))


def _open_store(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it."""
    try:
        fs, path = import_module("fsspec").core.url_to_fs(url)
    except ImportError as error:
        raise UsageError(f"{url}: URLs need a further package ({error}); install communique[dask] and what the kind of URL needs") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{url}: can't be opened ({error})") from error
    return fs, path


def _fetch(url: str, scratch: Path) -> Path:
    """A copy of the file or folder below `scratch`, under its own name."""
    fs, path = _open_store(url)
    target = scratch / PurePosixPath(path.rstrip("/")).name
    if fs.isfile(path):
        fs.get_file(path, str(target))
        return target
    if not fs.isdir(path):
        raise UsageError(f"no such file or folder: {url}")
    for found in fs.find(path):
        below = PurePosixPath(found).relative_to(PurePosixPath(path))
        if ".." in below.parts:
            raise UsageError(f"{url}: holds {found!r}, which lies outside of it; remove that object")
        copy = target / below
        copy.parent.mkdir(parents=True, exist_ok=True)
        fs.get_file(found, str(copy))
    target.mkdir(exist_ok=True)
    return target


@contextmanager
def _stage(url: str) -> Iterator[Path]:
    fs, path = _open_store(url)
    path = path.rstrip("/")
    stage = Path(tempfile.gettempdir()) / f"communique-{sha256(url.encode()).hexdigest()[:16]}"
    _begin(stage, fs.cat_file(f"{path}/{NAME}") if fs.isfile(f"{path}/{NAME}") else b"")
    yield stage
    fs.makedirs(path, exist_ok=True)
    (stage / PULLED).unlink()
    for file in sorted(stage.iterdir(), key=lambda file: (file.name == NAME, file.name)):
        fs.put_file(str(file), f"{path}/{file.name}")
    shutil.rmtree(stage)


def _begin(stage: Path, ledger: bytes) -> None:
    """The stage with the remote ledger in it, unless a run that was stopped has left one that began with the same."""
    told = stage / PULLED
    if stage.is_symlink() or (stage.exists() and hasattr(os, "getuid") and stage.stat().st_uid != os.getuid()):
        raise UsageError(f"{stage}: belongs to somebody else; remove it, or name another temporary folder (TMPDIR)")
    if told.is_file() and told.read_text(encoding="ascii") == sha256(ledger).hexdigest():
        return
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    if ledger:
        (stage / NAME).write_bytes(ledger)
    told.write_text(sha256(ledger).hexdigest(), encoding="ascii")
