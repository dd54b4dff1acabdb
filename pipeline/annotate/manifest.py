"""Knows which language models the program was measured with, and makes sure that the installed ones are these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import ModelError, RuleError
from pipeline.resources import load_yaml_file

PLACES = (Path(__file__).parents[1] / "models", Path(__file__).parents[2] / "models")  # in a wheel, in a checkout


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of the manifest: a file or folder at `path` in the import package `module`, which the pip package `package` brings."""

    name: str
    package: str
    version: str
    module: str
    path: str
    sha256: str
    licence: str
    purpose: str


def load_manifest(path: Path | None = None) -> tuple[ModelEntry, ...]:
    """The models of the manifest at `path`, by default the program's own; RuleError if it is not well formed, ModelError if it is not there."""
    path = path or _find_manifest()
    try:
        return TypeAdapter(tuple[ModelEntry, ...]).validate_python(load_yaml_file(path))
    except ValidationError as error:
        raise RuleError(f"{path}: {error}") from error


def verify_model(entry: ModelEntry) -> Path:
    """Where the model lies, once its files are found to be those of the manifest; ModelError says what to install if they are not."""
    path = _find_model(entry)
    found = checksum(path)
    if found != entry.sha256:
        raise ModelError(f"model {entry.name} at {path} has sha256 {found}, the manifest wants {entry.sha256}; {_advice(entry)}")
    return path


def checksum(path: Path) -> str:
    """The sha256 over name, size and content of the file `path`, or of all files below the folder `path` in sorted order, as 64 hex digits."""
    total = sha256()
    for name, file in _list_files(path):
        content = file.read_bytes()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _find_manifest() -> Path:
    for place in PLACES:
        if (place / "manifest.yml").is_file():
            return place / "manifest.yml"
    raise ModelError("models/manifest.yml is missing; reinstall communique, its package data are incomplete")


def _find_model(entry: ModelEntry) -> Path:
    spec = find_spec(entry.module)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"model {entry.name} is not installed; {_advice(entry)}")
    path = Path(spec.submodule_search_locations[0]) / entry.path
    if not path.exists():
        raise ModelError(f"model {entry.name} is not at {path}; {_advice(entry)}")
    return path


def _list_files(path: Path) -> Iterator[tuple[str, Path]]:
    if path.is_file():
        yield path.name, path
        return
    files = (file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc")
    yield from sorted((file.relative_to(path).as_posix(), file) for file in files)


def _advice(entry: ModelEntry) -> str:
    return f"run: python -m pip install --force-reinstall --no-deps {entry.package}=={entry.version}"
