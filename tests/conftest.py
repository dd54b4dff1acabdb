"""Fixtures that are dear to build, once for the whole run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pipeline.annotate import Models
    from pipeline.flow import Kit
    from pipeline.merge import MergeWords
    from pipeline.records import Analysis

PUBLISHED = "2023-03-15"  # a Wednesday

settings.register_profile("suite", deadline=None, derandomize=True)  # a busy machine fails no test, and every run tries the same
settings.load_profile("suite")


@pytest.fixture(scope="session")
def kit() -> Kit:
    """Models, rules and words, loaded once (about seven seconds); articles without events tell their names and dates too."""
    from pipeline.flow import load_kit
    from pipeline.settings import Settings

    return load_kit(Settings(thorough=True))


@pytest.fixture(scope="session")
def merging() -> MergeWords:
    """The weights and words that events are merged by; no model is needed."""
    from pipeline.merge import load_merge_words
    from pipeline.names import load_identity_words

    return load_merge_words(load_identity_words())


@pytest.fixture(scope="session")
def models(kit: Kit) -> Models:
    """The language models of both languages."""
    return kit.models


@pytest.fixture(scope="session")
def read(kit: Kit) -> Callable[[str], Analysis]:
    """The way from a text, published on Wednesday 15 March 2023, to all that the pipeline finds in it."""
    from pipeline.flow import analyse
    from pipeline.records import Article

    return lambda text: analyse(Article("d", text, published=PUBLISHED), kit)
