"""Fixtures that are dear to build, once for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pipeline.annotate import Models


@pytest.fixture(scope="session")
def models() -> Models:
    """The language models of both languages, loaded once (about five seconds)."""
    from pipeline.annotate import load_models

    return load_models()
