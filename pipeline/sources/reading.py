"""The first stage: files and folders in, articles out. What can't be read becomes an article that says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.bounds import bound_memory, bound_time, find_most
from pipeline.errors import InputError
from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.sources.dateline import find_dateline
from pipeline.sources.decode import replace_surrogates
from pipeline.sources.identity import assign_ids, hash_text
from pipeline.sources.kit import ReadingKit, load_reading_kit
from pipeline.sources.profile import Profile
from pipeline.sources.profiles import apply_profile, choose_profile, find_in_lines
from pipeline.sources.published import parse_published
from pipeline.sources.readers import READERS, Reader, find_limit
from pipeline.sources.record import Record
from pipeline.sources.walk import InputFile, find_files, read_file
from pipeline.text.letters import SHORT, tell_letters

LONGEST = 300  # characters of a reason
LETTERS = {
    "capitals": "all in capitals: names and events are recognised less well",
    "small": "without a capital: names and events are recognised less well",
}
MIXED = 0.05  # of the words: as many hold digits among their letters only where they were misread ("O1ga", "Бел0ва")

_MIXED = re.compile(r"[^\W\d_]\d{1,2}[^\W\d_]{2}")


def read_inputs(inputs: Sequence[Path], kit: ReadingKit | None = None, *, take: Callable[[Article], Article] = lambda article: article) -> Iterator[Article]:
    """Every document of the inputs, each with an id of its own; a document that can't be read has a `status` and a `reason`.

    No document stops the reading. `take` gets each document as it is read and gives back what is to be held of it until all are: it may put the
    text aside. UsageError for an input that does not exist.
    """
    kit = kit or load_reading_kit(Settings())
    yield from assign_ids(take(article) for file in find_files(inputs) for article in read_articles(file, kit))


def read_articles(file: InputFile, kit: ReadingKit) -> Iterator[Article]:
    """The documents of one file, with the ids they ask for."""
    reader = READERS.get(file.suffix)
    if file.trouble or reader is None:
        reason = file.trouble or f"format {file.suffix or 'without suffix'} is not read"
        yield Article(doc_id=file.name, text="", path=file.name, status="skipped", reason=reason)
        return
    records, count, most = _read_records(reader, file, kit), 0, find_most(kit.limits.megabytes)
    while (article := _read_next(records, file, kit, most)) is not None:
        count += 1
        yield article
    if not count:
        yield Article(doc_id=file.stem, text="", path=file.name, status="skipped", reason="holds no document")


def _read_records(reader: Reader, file: InputFile, kit: ReadingKit) -> Iterator[Record]:
    yield from reader(read_file(file, find_limit(file.suffix, kit.limits)), kit, file.name)


def _read_next(records: Iterator[Record], file: InputFile, kit: ReadingKit, most: int | None) -> Article | None:
    """The next document of a file; what goes wrong with one record spoils no other."""
    record = Record()
    try:
        with bound_time(kit.limits.seconds, "to read"), bound_memory(most):
            following = next(records, None)
            if following is None:
                return None
            record = following
            return build_article(record, file, kit)
    except InputError as error:
        reason = str(error)
    except MemoryError:
        reason = f"takes more than {kit.limits.megabytes} MB of memory to read"
    except Exception as error:  # libraries raise whatever foreign formats drive them to; one document must never stop a run
        reason = f"can't be read: {type(error).__name__}: {error}"
    return Article(doc_id=_claim_id(record, file), text="", path=file.name, title=record.title, url=record.url, status="failed", reason=shorten(reason))


def shorten(reason: str) -> str:
    """A reason as one line, however much of the document an error quotes."""
    line = " ".join(replace_surrogates(reason).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _claim_id(record: Record, file: InputFile) -> str:
    return record.doc_id or (f"{file.stem}#{record.number}" if record.number else file.stem)


def build_article(record: Record, file: InputFile, kit: ReadingKit) -> Article:
    """The article of a record: its id, its day of publication and where that was told, and why it is not to be analysed if so."""
    length = len(record.text)
    if length > kit.limits.characters:
        record = replace(record, text="", failure=f"{length} characters; at most {kit.limits.characters} are read")
    profile = choose_profile(record, file.name, kit.profiles)
    record = apply_profile(record, profile)
    published, source, note = _find_published(record, profile, kit)
    status, reason = _judge(record)
    return Article(
        doc_id=_claim_id(record, file),
        text=record.text,
        path=file.name,
        title=record.title,
        author=record.author,
        url=record.url,
        source=record.source,
        profile=record.profile,
        published=published,
        published_source=source,
        lang=record.lang,
        sha256="" if status == "failed" else hash_text(record.text),
        status=status,
        reason=shorten(reason or "; ".join(filter(None, (note, _note_letters(record.text))))),
        n_chars=length if record.failure else 0,
    )


def _find_published(record: Record, profile: Profile | None, kit: ReadingKit) -> tuple[str, str, str]:
    """The ISO day, where it was told, and a note on a date that was not understood: the record's, the profile's, the page's, the dateline's."""
    zone = profile.time_zone if profile is not None else None
    told = parse_published(record.published, zone)
    if told and record.published_source != "page":
        return told, record.published_source or "record", ""
    own = _find_in_text(record.text, profile, kit) if profile is not None else ""
    if own or told:
        return parse_published(own, zone) or told, "source" if own else "page", ""
    note = f"published {record.published!r} is no date" if record.published else ""
    found = find_dateline(record.text, kit.datelines)
    return found, "dateline" if found else "", note


def _note_letters(text: str) -> str:
    """What makes names and events hard to recognise in a text, if something does: documents.csv tells it of documents that are read all the same."""
    if told := tell_letters(text):
        return LETTERS[told]
    if len(text) < SHORT:
        return ""
    mixed = len(_MIXED.findall(text))
    return f"{mixed} words with digits among their letters: the text seems badly scanned" if mixed >= MIXED * len(text.split()) else ""


def _find_in_text(text: str, profile: Profile, kit: ReadingKit) -> str:
    days = (kit.read_date(profile.lookups.published.get(value, value)) for value in find_in_lines(text, profile.lines.published))
    return next((day for day in days if day), "")


def _judge(record: Record) -> tuple[str, str]:
    if record.failure:
        return "failed", record.failure
    return ("", "") if record.text.strip() else ("skipped", "empty text")
