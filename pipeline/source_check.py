"""Runs source profiles on their saved articles, and tells what was found against what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.lang import LanguageWords, add_boilerplate, load_language_words
from pipeline.lang.blocks import find_lines
from pipeline.names.officials import choose_holder
from pipeline.records import Article
from pipeline.resources import resource_path
from pipeline.sources import Profile, ReadingKit
from pipeline.sources.dateline import load_datelines
from pipeline.sources.profile import Office, Sample
from pipeline.sources.profiles import FOLDER, find_problems, list_profiles, load_profile
from pipeline.sources.reading import read_articles
from pipeline.sources.walk import InputFile


@dataclass(frozen=True, slots=True)
class Checked:
    """One saved article, or the profile itself (`file` is empty): what was found, and what is wrong."""

    profile: str
    file: str
    found: str
    problems: tuple[str, ...] = ()


def check_sources(names: Sequence[str] = (), folder: Path | None = None) -> tuple[Checked, ...]:
    """All profiles of `folder` (of the shipped ones without it), or those named, with their saved articles, in order.

    UsageError for a folder that does not exist.
    """
    paths = [path for path in list_profiles(folder or resource_path(FOLDER)) if not names or path.stem in names]
    missing = [Checked(name, "", "", (f"no profile {name}.yml in {folder or 'the shipped ones'}",)) for name in names if name not in {p.stem for p in paths}]
    broken = {path: problems for path in paths if (problems := tuple(find_problems(path)))}
    kit = ReadingKit(load_datelines(), profiles=tuple(load_profile(path) for path in paths if path not in broken))
    words = load_language_words()
    checked = [item for path in paths for item in (_refuse(path, broken[path]) if path in broken else _check_profile(path, kit, words))]
    return (*missing, *checked)


def _refuse(path: Path, problems: tuple[str, ...]) -> Iterator[Checked]:
    yield Checked(path.stem, "", "", problems)


def _check_profile(path: Path, kit: ReadingKit, words: LanguageWords) -> Iterator[Checked]:
    profile = load_profile(path)
    if not profile.samples:
        yield Checked(profile.name, "", "", ("no saved article; name one under `samples`, so that a change of layout is seen",))
    skipping = add_boilerplate(words, lines=profile.skip.lines, starts=profile.skip.starts, patterns=profile.skip.patterns)
    yield from (_check_sample(profile, sample, path.parent, kit, skipping) for sample in profile.samples)


def _check_sample(profile: Profile, sample: Sample, folder: Path, kit: ReadingKit, words: LanguageWords) -> Checked:
    path = folder / sample.file
    if not path.is_file():
        return Checked(profile.name, sample.file, "", (f"no such file: {path}",))
    [article, *_] = read_articles(InputFile(path, sample.file), kit)
    lines = read_lines(article.text, words)
    day = f"{article.published} ({article.published_source})" if article.published else "no day"
    found = f"{day} | {article.title or 'no title'} | {len(lines)} lines, {len(article.text)} characters"
    held = (f" | {' or '.join((*office.words.en, *office.words.ru))}: {_holder(office, article.published)}" for office in profile.officials)
    return Checked(profile.name, sample.file, "".join((found, *held)), tuple(_compare(profile, sample, article, lines)))


def _holder(office: Office, published: str) -> str:
    holder = choose_holder(office.holders, published)
    return "nobody known" if holder is None else holder.name.en or holder.name.ru


def read_lines(text: str, words: LanguageWords) -> list[str]:
    """The lines of a text that are analysed: neither blank nor skipped."""
    lines = (text[line.start : line.end].strip() for line in find_lines(text, words) if not line.skipped)
    return [line for line in lines if line]


def _compare(profile: Profile, sample: Sample, article: Article, lines: Sequence[str]) -> Iterator[str]:
    if article.status:
        yield f"{article.status}: {article.reason}"
    if article.profile != profile.name:
        yield f"read as {article.profile or 'of no source'}: `know` does not tell it"
    for name in ("title", "published", "author"):
        found, expected = getattr(article, name), getattr(sample, name)
        if expected and found != expected:
            yield f"{name}: found {found!r}, expected {expected!r}"
    first, last = (lines[0], lines[-1]) if lines else ("", "")
    if not first.startswith(sample.begins):
        yield f"begins: found {first[: len(sample.begins) + 20]!r}, expected {sample.begins!r}"
    if not last.endswith(sample.ends):
        yield f"ends: found {last[-len(sample.ends) - 20 :]!r}, expected {sample.ends!r}"
    if sample.lines is not None and len(lines) != sample.lines:
        yield f"lines: found {len(lines)}, expected {sample.lines}"
