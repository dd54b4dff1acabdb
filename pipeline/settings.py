"""What a user may choose about a run: built once by the command line, handed down as an argument, read from nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOCAL = "local"  # a Dask cluster of this machine's own


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may hold, so that a broken or hostile one fails alone and soon."""

    unpacked: int = 300_000_000  # bytes of a file of records (JSON lines, CSV) once unpacked
    page: int = 20_000_000  # bytes of one text, web page or feed, and of the markup of a DOCX, once unpacked
    document: int = 100_000_000  # bytes of a PDF or DOCX, which may hold pictures
    record: int = 20_000_000  # characters of one line of JSON, and of one line of a CSV file
    characters: int = 200_000  # of a text that is analysed: more than a press conference of four hours
    seconds: float = 8.0  # of processor time that reading one document may take
    megabytes: int = 600  # memory that reading one file may take
    depth: int = 1000  # elements of a page that stand in each other
    elements: int = 30_000  # of a page; what finds the article in it takes time with their square
    attributes: int = 10_000  # of one element; the parser takes time with their square
    sheets: int = 1000  # pages of a PDF


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run."""

    language: str = "en"  # script of names in the tables: en or ru
    workers: int = 0  # processes that analyse; 0: this one does, and no document is bounded in memory
    thorough: bool = False  # tell names, offices and dates also of articles that hold no event
    prefilter: bool = True  # leave an article as soon as it is known to hold no event; the tables are the same without it
    fresh: bool = False  # start over: forget what the output folder holds
    sync: bool = False  # remove documents that are no longer in the input
    english_model: str = "en_core_web_md"  # the name of an installed spaCy model, or the path of its folder
    limits: Limits = Limits()
    rules_dir: Path | None = None  # a folder of further rules, read after the built-in ones
    identities: Path | None = None  # the user's decisions on who is who; None: identities.yml of the output folder, if there is one
    wikidata: Path | None = None  # a table of Wikidata ids; None: wikidata.csv of the output folder, if there is one
    sources_dir: Path | None = None  # a folder of further source profiles; they take precedence over the built-in ones
    patience: float = 20.0  # seconds of processor time that analysing one document may take
    megabytes: int = 600  # memory that a worker may take besides its models
    dask: str = ""  # the address of a Dask scheduler, or LOCAL: its workers analyse and merge in place of processes here

    @property
    def keeps_annotations(self) -> bool:
        """Whether annotations are kept: of use to who has rules of their own, and runs again when these have changed."""
        return self.rules_dir is not None
