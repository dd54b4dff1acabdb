"""The SQLite file of an output folder: its documents, their texts, analyses and annotations. Whoever has it open is the only one to write the folder."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from pydantic import TypeAdapter

from pipeline.errors import LedgerError, UsageError
from pipeline.records import Article

NAME = "ledger.sqlite"
VERSION = 2  # of the tables below
LEVEL = 6  # of zlib, for texts
MOST = 500_000_000  # bytes of all annotations: those of about a hundred thousand press releases
TABLES = """
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE documents (doc_id TEXT PRIMARY KEY, article BLOB NOT NULL);
CREATE TABLE analyses (doc_id TEXT PRIMARY KEY, key TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE annotations (doc_id TEXT PRIMARY KEY, key TEXT NOT NULL, data BLOB NOT NULL);
"""

_ARTICLE = TypeAdapter(Article)


class Ledger:
    """An open ledger. Every change is whole or not there at all, whatever happens to the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def change(self) -> Iterator[None]:
        """All changes made inside are one."""
        self._connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def note(self, name: str) -> str:
        """What was noted under `name`, or empty."""
        row = self._connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row is not None else ""

    def write_note(self, name: str, value: str) -> None:
        """Notes `value` under `name` in place of what was there."""
        self._connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def write_text(self, sha256: str, text: str) -> None:
        """Keeps a text by its checksum, once."""
        known = self._connection.execute("SELECT 1 FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        if known is None:
            self._connection.execute("INSERT INTO texts VALUES (?, ?)", (sha256, zlib.compress(text.encode("utf-8"), LEVEL)))

    def read_text(self, sha256: str) -> str:
        """The text of that checksum; LedgerError if there is none."""
        row = self._connection.execute("SELECT data FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise LedgerError(f"{NAME}: the text {sha256} is missing; run with --fresh")
        return zlib.decompress(row[0]).decode("utf-8")

    def read_documents(self) -> tuple[Article, ...]:
        """The documents of the folder as they were read, by id, without their texts."""
        return tuple(_ARTICLE.validate_json(data) for (data,) in self._connection.execute("SELECT article FROM documents ORDER BY doc_id"))

    def replace_documents(self, articles: Iterable[Article]) -> None:
        """Makes `articles` the documents of the folder, and forgets texts, analyses and annotations of all others."""
        wanted = {article.doc_id: _ARTICLE.dump_json(article, exclude_defaults=True) for article in articles}
        held = dict(self._connection.execute("SELECT doc_id, article FROM documents"))
        self._connection.executemany("DELETE FROM documents WHERE doc_id = ?", ((doc_id,) for doc_id in held.keys() - wanted.keys()))
        new = ((doc_id, data) for doc_id, data in wanted.items() if held.get(doc_id) != data)  # most are as they were
        self._connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?)", new)
        for table in ("analyses", "annotations"):
            self._connection.execute(f"DELETE FROM {table} WHERE doc_id NOT IN (SELECT doc_id FROM documents)")
        known = "SELECT json_extract(article, '$.sha256') FROM documents WHERE json_extract(article, '$.sha256') IS NOT NULL"
        self._connection.execute(f"DELETE FROM texts WHERE sha256 NOT IN ({known})")

    def read_keys(self) -> Mapping[str, str]:
        """doc_id to the key of its analysis."""
        return dict(self._connection.execute("SELECT doc_id, key FROM analyses"))

    def read_analyses(self) -> Iterator[tuple[str, bytes]]:
        """doc_id and encoded analysis, by id."""
        yield from self._connection.execute("SELECT doc_id, data FROM analyses ORDER BY doc_id")

    def read_annotation(self, doc_id: str, key: str) -> bytes:
        """The annotation that is kept of a document under that key; empty if there is none."""
        row = self._connection.execute("SELECT data FROM annotations WHERE doc_id = ? AND key = ?", (doc_id, key)).fetchone()
        return bytes(row[0]) if row is not None else b""

    def write_annotations(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keeps doc_id, key and annotation in place of what was kept of these documents, as long as all of them are no larger than `MOST`."""
        held = self._connection.execute("SELECT coalesce(sum(length(data)), 0) FROM annotations").fetchone()[0]
        for doc_id, key, data in rows:
            if held + len(data) <= MOST:
                self._connection.execute("INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)", (doc_id, key, data))
                held += len(data)

    def shrink(self) -> None:
        """Overwrites in the file what was removed, so that no reader of the disk's blocks finds it there."""
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def write_analyses(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keeps doc_id, key and encoded analysis in place of what was kept of these documents."""
        self._connection.executemany("INSERT OR REPLACE INTO analyses VALUES (?, ?, ?)", rows)


@contextmanager
def open_ledger(folder: Path, *, fresh: bool) -> Iterator[Ledger]:
    """The ledger of an output folder (which is made if need be), emptied if `fresh`. Nobody else can open it until it is closed.

    UsageError where another run has it open or where it can't be used, LedgerError where it breaks or the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    try:
        with closing(_connect(path, fresh=fresh)) as connection:
            yield Ledger(connection)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {error}") from error


def _connect(path: Path, *, fresh: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        _lock(connection)
        _prepare(connection, fresh=fresh)
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        raise UsageError(f"{path.parent}: another run is writing this folder; wait until it has ended") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        if not fresh:
            raise UsageError(f"{path}: no ledger of this program ({error}); run with --fresh to make the folder anew") from error
        path.unlink()
        return _connect(path, fresh=False)
    return connection


def _lock(connection: sqlite3.Connection) -> None:
    """Takes the file until the connection is closed or its process ends in whatever way."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection, *, fresh: bool) -> None:
    """An empty or fresh file gets its tables; one of another version is a DatabaseError."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    if names and version == VERSION and not fresh:
        return
    if names and not fresh:
        raise sqlite3.DatabaseError(f"its version is {version}, not {VERSION}")
    drop = "".join(f"DROP TABLE {name};" for name in names)
    connection.executescript(f"BEGIN; {drop} {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
