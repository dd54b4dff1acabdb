"""Adds a user's words and rules, kept in a folder of their own, to the shipped ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from pipeline.errors import UsageError
from pipeline.resources import check_endings
from pipeline.rules.schema import CueAdditions, CueFile, Lexicon, LexiconAdditions, Rule, RuleFile, Words

LEXICON, CUES = "lexicon.yml", "status.yml"


def list_own(folder: Path | None) -> tuple[Path, ...]:
    """The YAML files of a user's folder, sorted by name; none for None.

    UsageError where there is no such folder, or nothing in it, or a file that would be read if it had the right ending.
    """
    if folder is None:
        return ()
    check_endings(folder)
    paths = tuple(sorted(folder.glob("*.yml"))) if folder.is_dir() else ()
    if not paths:
        found = "holds no .yml file" if folder.is_dir() else "no such folder"
        raise UsageError(f"{folder}: {found}; give a folder of rule files; `communique rules new --help` shows how to draft one")
    return paths


def hash_own(folder: Path | None) -> str:
    """SHA-256 over names and contents of a user's files, empty for None: tables that were made with other rules differ in it."""
    digest = hashlib.sha256()
    for path in list_own(folder):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest() if folder is not None else ""


def collect_rules(files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """The rules of all files; a later one replaces an earlier one of its name, and what any file turns off is left out."""
    rules: dict[str, Rule] = {}
    off: set[str] = set()
    for file in files:
        off |= {*file.off} - {rule.name for rule in file.rules}
        rules.update((rule.name, rule) for rule in file.rules)
    return tuple(rule for name, rule in rules.items() if name not in off)


def extend_lexicon(lexicon: Lexicon, more: LexiconAdditions) -> Lexicon:
    """The lexicon with the words of both; lists of new names are added."""
    return lexicon.model_copy(
        update={
            "lists": _join(lexicon.lists, more.lists),
            "light_verbs": _join(lexicon.light_verbs, more.light_verbs),
            "document_types": _join(lexicon.document_types, more.document_types),
            "leading": _add(lexicon.leading, more.leading),
            "habitual": _add(lexicon.habitual, more.habitual),
            "background": _add(lexicon.background, more.background),
            "speech": _add(lexicon.speech, more.speech),
        }
    )


def extend_cues(cues: CueFile, more: CueAdditions) -> CueFile:
    """The cues of both; of a word told twice the user's status holds."""
    return CueFile(
        governors=(*cues.governors, *more.governors),
        modifiers=(*cues.modifiers, *more.modifiers),
        auxiliaries=(*cues.auxiliaries, *more.auxiliaries),
        negations=_add(cues.negations, more.negations),
        ahead=cues.ahead,
        hypothetical=_add(cues.hypothetical, more.hypothetical),
    )


def _join(shipped: Mapping[str, Words], own: Mapping[str, Words] | Mapping[Literal["agentive", "occurring"], Words]) -> dict[str, Words]:
    return {**shipped, **{name: _add(shipped.get(name, Words()), words) for name, words in own.items()}}


def _add(shipped: Words, own: Words) -> Words:
    return Words(en=(*shipped.en, *own.en), ru=(*shipped.ru, *own.ru))
