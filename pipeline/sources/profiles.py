"""Source profiles: read from YAML, found for a document, asked for what they know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import RuleError, UsageError
from pipeline.resources import check_endings, find_line, list_resources, load_yaml_file
from pipeline.resources.faults import describe_faults
from pipeline.sources.address import find_host
from pipeline.sources.profile import Profile
from pipeline.sources.record import Record
from pipeline.text.patterns import compile_pattern

FOLDER = "sources/profiles"
START = 3000  # characters of a text in which its first lines are looked at


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a document before it is read as one of its source."""

    path: str = ""
    url: str = ""
    source: str = ""
    content: str = ""  # markup of a page, else text


def load_profiles(folder: Path | None = None) -> tuple[Profile, ...]:
    """The profiles of `folder`, then the shipped ones that it does not replace, each sorted by name; RuleError names file and line of a fault."""
    own = [load_profile(path) for path in list_profiles(folder)] if folder is not None else []
    names = {profile.name for profile in own}
    return (*own, *(profile for path in list_resources(FOLDER) if (profile := load_profile(path)).name not in names))


def list_profiles(folder: Path) -> list[Path]:
    """The profile files of a folder; UsageError if there is no such folder, or a file in it that would be one if it had the right ending."""
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}; give one that holds source profiles (*.yml); `communique source new NAME SAMPLE...` drafts one")
    check_endings(folder)
    return sorted(folder.glob("*.yml"))


def load_profile(path: Path) -> Profile:
    """The profile of a file; RuleError with file, line and what is allowed if it is not well formed."""
    problems = tuple(find_problems(path))
    if problems:
        raise RuleError("; ".join(problems))
    return Profile.model_validate(load_yaml_file(path))


def check_profiles(folder: Path | None = None) -> tuple[str, ...]:
    """One line for each fault of the shipped profiles, and of those in `folder` if one is given; empty if all is well."""
    own = list_profiles(folder) if folder is not None else []
    return tuple(problem for path in (*list_resources(FOLDER), *own) for problem in find_problems(path))


def find_problems(path: Path) -> Iterator[str]:
    """One line for each fault of a profile file."""
    try:
        profile = Profile.model_validate(load_yaml_file(path))
    except ValidationError as error:
        yield from describe_faults(path, error, Profile)
    except RuleError as error:
        yield str(error)
    else:
        if profile.name != path.stem:
            yield f"{path}, line {find_line(path, ('name',))}: name: {profile.name!r} is not what the file is called; allowed is {path.stem!r}"


def find_profile(profiles: Iterable[Profile], clues: Clues) -> Profile | None:
    """The first profile that knows the document, those first that know its address or record, then by its path, then by marks."""
    every = tuple(profiles)
    host = find_host(clues.url)
    for knows in (_knows_origin, _knows_path, _knows_marks):
        found = next((profile for profile in every if knows(profile, clues, host)), None)
        if found is not None:
            return found
    return None


def _knows_origin(profile: Profile, clues: Clues, host: str) -> bool:
    hosts = tuple(name.casefold() for name in profile.know.hosts)
    return clues.source in {*profile.know.names, profile.title} - {""} or any(host == name or host.endswith(f".{name}") for name in hosts)


def _knows_path(profile: Profile, clues: Clues, host: str) -> bool:
    return any(fnmatchcase(clues.path, pattern) for pattern in profile.know.paths)


def _knows_marks(profile: Profile, clues: Clues, host: str) -> bool:
    return any(compile_pattern(mark).search(clues.content) for mark in profile.know.marks)


def choose_profile(record: Record, path: str, profiles: Iterable[Profile]) -> Profile | None:
    """The profile that the record was read with, else the one that knows it."""
    if record.profile:
        return next((profile for profile in profiles if profile.name == record.profile), None)
    return find_profile(profiles, Clues(path, record.url, record.source, record.text[:START]))


def apply_profile(record: Record, profile: Profile | None) -> Record:
    """The record with what the profile knows of its text, and its exact texts exchanged; what the record itself tells takes precedence."""
    if profile is None:
        return record
    title = record.title or next(find_in_lines(record.text, profile.lines.title), "")
    author = record.author or next(find_in_lines(record.text, profile.lines.author), "")
    return replace(
        record,
        title=profile.lookups.title.get(title, title),
        author=profile.lookups.author.get(author, author),
        published=profile.lookups.published.get(record.published, record.published),
        source=record.source or profile.title,
        lang=record.lang or profile.language,
        profile=profile.name,
    )


def find_in_lines(text: str, patterns: Iterable[str]) -> Iterator[str]:
    """What the patterns find in the first lines of a text: of each its first group, else the whole."""
    matches = (compile_pattern(pattern, lines=True).search(text[:START]) for pattern in patterns)
    yield from (" ".join(((match[1] or "") if match.re.groups else match[0]).split()) for match in matches if match is not None)
