"""What the readers of files hand on: one document with whatever its file tells of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One document of a file. `failure` tells why it can't be read, `number` counts from 1 in files that hold several (0: a file of one)."""

    text: str = ""
    number: int = 0
    doc_id: str = ""
    published: str = ""
    published_source: str = ""  # where `published` was told, if not in a field of the record: source, page
    title: str = ""
    author: str = ""
    url: str = ""
    source: str = ""
    lang: str = ""
    profile: str = ""  # name of the source profile that it was read with
    failure: str = ""
