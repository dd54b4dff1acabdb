"""Turns the bytes of a file into the text that offsets count in: nothing is normalised, a byte order mark alone is left out."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from pipeline.errors import InputError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CYRILLIC_PAGES = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")
# A declaration is believed where letters do not tell: of all others the bytes know better.
DECLARED_PAGES = frozenset(
    {"shift_jis", "cp932", "euc_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr", "cp949", "cp1250", "iso8859-2", "cp1254", "iso8859-9"}
)
SAMPLE = 200_000  # bytes that the choice of an encoding looks at, from the first one beyond ASCII on
PART = 1_000_000  # bytes decoded at a time
HEAD = 4096  # bytes in which a page declares its encoding

_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_COMMON = re.compile("[оеаинтсрвл]")
_ODD = re.compile(r"(?<=[а-яё])(?:[А-ЯЁ]|[^\w\s!-~«»„“”‘’–—…])|[\u0400-\u040f\u0452-\u045f\u2500-\u259f\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode_bytes(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, windows-1251, KOI8-R, IBM866, MacCyrillic, ISO 8859-5 or windows-1252; InputError for no text."""
    start, encoding = _find_start(data)
    return data[start:].decode(encoding, errors="replace")


def decode_lines(data: bytes, *, longest: int, newline: str) -> Iterator[str]:
    """The lines of that text with their ends, which are those of `io.TextIOWrapper`; of a line of more than `longest` characters the first, one too many.

    The text as a whole would take four bytes a character where one of them is an emoji.
    """
    start, encoding = _find_start(data)
    ends = newline or ("\n", "\r")
    with io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline=newline) as stream:
        stream.buffer.seek(start)
        while line := stream.readline(longest + 1):
            rest = line
            while len(rest) > longest and not rest.endswith(ends):
                rest = stream.readline(longest + 1)
            yield line


def decode_markup(data: bytes) -> str:
    """The text of a page or feed, as `decode_bytes`; what it declares counts only for encodings of other scripts, and only if the bytes agree."""
    declared = _find_declared(data[:HEAD])
    if declared in DECLARED_PAGES and not _is_utf8(data):
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    return decode_bytes(data)


def find_encoding(data: bytes) -> str:
    """The encoding of bytes without a byte order mark, by what their sequences can mean; InputError for binary data."""
    if b"\0" in data[:SAMPLE]:
        return _find_wide(data[:SAMPLE])
    if _is_utf8(data):
        return "utf-8"
    return _find_page(_sample(data))


def replace_surrogates(text: str) -> str:
    """The text with each lone half of a surrogate pair, which no file can hold, as U+FFFD: offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _find_start(data: bytes) -> tuple[int, str]:
    """Where the text begins, and its encoding."""
    return next(((len(mark), encoding) for mark, encoding in MARKS if data.startswith(mark)), None) or (0, find_encoding(data))


def _find_declared(head: bytes) -> str:
    match = _DECLARED.search(head)
    if match is None:
        return ""
    try:
        return codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except LookupError:
        return ""


def _sample(data: bytes) -> bytes:
    """The part that tells the encoding: a page may begin with much ASCII."""
    first = _HIGH.search(data)
    start = max(0, first.start() - 1) if first is not None else 0
    return data[start : start + SAMPLE]


def _find_wide(sample: bytes) -> str:
    zeros = [sample[offset::2].count(0) * 2 / max(1, len(sample)) for offset in (0, 1)]
    # Cyrillic has 4 in its high byte, so that only spaces, digits and punctuation have a zero there
    if max(zeros) > 0.08 and min(zeros) < 0.01:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    raise InputError("binary data: it holds zero bytes and is no UTF-16; allowed are text files")


def _is_utf8(data: bytes) -> bool:
    """True also for UTF-8 with a few broken characters, such as one cut in two at the end of the file."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), PART):
            decoder.decode(data[start : start + PART])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        sample = _sample(data)
        good = sum(len(match) for match in _MULTIBYTE.findall(sample))
        high = sum(len(match) for match in _HIGH.findall(sample))
        return good > 0.9 * high
    return True


def _find_page(sample: bytes) -> str:
    """Letters beyond ASCII that stand alone are accents or typographer's quotes; in runs they are Cyrillic.

    Of short Russian texts (60 letters) charset-normalizer 3.5 takes 8 % of windows-1251 and 20 % of KOI8-R for something else, this none.
    """
    runs = _HIGH.findall(sample)
    if sum(len(run) for run in runs if len(run) > 1) <= 0.5 * sum(map(len, runs)):
        return "cp1252"
    return max(CYRILLIC_PAGES, key=lambda page: _rate_russian(sample.decode(page, errors="replace")))


def _rate_russian(text: str) -> int:
    """High for text read in the right page: common small letters, few capitals and signs within words, no frames."""
    return len(_COMMON.findall(text)) - 5 * len(_ODD.findall(text))
