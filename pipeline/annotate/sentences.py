"""Splits blocks of text into sentences before any parser sees them, so that the annotation of one sentence never depends on another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from razdel import sentenize

from pipeline.annotate.tokens import is_blank
from pipeline.records import Block
from pipeline.resources import load_yaml

TITLE_REACH = 9  # characters of the break between a title and its name
BEGINNINGS = frozenset({"The", "He", "She", "It", "They", "We", "In", "On", "At", "This", "A", "An", "His", "Her"})
MAX_SENTENCE = 3000  # characters; longer runs without an end (tables, lists) are cut at white space

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TITLE = re.compile(r"\b([A-Z][a-z]+)\.[ \t]*\r?\n[ \t]*(?=[A-Z][a-z])")
_CAPITALS = "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())  # "Ö", "Š", "İ"
_BREAK = re.compile(rf"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]*\s*[A-ZА-ЯЁ0-9{_CAPITALS}])|[!?…][\"”»]?(?=\s)")
_INITIALS = re.compile(r"(?P<before>[А-ЯЁ][а-яё]+)\s(?:[А-ЯЁ]\.\s?){1,2}\s?(?P<after>[А-ЯЁ][а-яё]+)")
_DAY = re.compile(
    r"(?:(?:[ВвСс]о?|[Дд]о) )?(?:\d{1,2}(?:(?: ?[-–] ?| по | и )\d{1,2})? )?[а-яё]+ (?:[стн]\. ?г\.|\d{4} г\.)"
)  # «5 мая с. г.»: no sentence of its own
_DATELINE = re.compile(r"\s*[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,2}(?:, [A-Z][a-z]+)?:(?=\s+(?:The\s)?[A-Z][a-z]+\s[A-Za-z])")  # "LAHORE: Mayor Anna Lind met"
_GLUED = re.compile(r"(?<=[a-zа-яё0-9)”»])[.!?](?=[A-ZА-ЯЁ“«][a-zа-яё])|(?<=[а-яё]{4})[.!?](?=[АВИКОСУЯ] [а-яё]|[—–]\s)")  # "прокуратуры.В мероприятии"


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words that do not end a sentence although a full stop follows them."""

    abbreviations: frozenset[str]  # lower-case, without the last full stop
    before_number: frozenset[str]
    initials: frozenset[str]  # two letters that stand for a given name, as one Cyrillic letter does
    titles: frozenset[str]  # those that stand before a name, which may be on the next line
    glued: frozenset[str]  # Russian words, without the full stop, that a name may follow without a space: «в г.Омске»
    surname: re.Pattern[str]  # Russian surnames by their endings, in any case


def load_sentence_words() -> SentenceWords:
    """The abbreviations of `resources/annotate/sentences.yml`."""
    data = load_yaml("annotate/sentences.yml")
    assert isinstance(data, dict)
    surname = re.compile(rf"[А-ЯЁ][а-яё]*(?:{'|'.join(data['surname_endings'])})")
    told = {name: frozenset(data[name]) for name in ("abbreviations", "before_number", "initials", "titles", "glued")}
    return SentenceWords(**told, surname=surname)


def split_sentences(text: str, block: Block, *, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """Character spans of the sentences of a block, without white space around them; a line break ends a sentence, but not between "Sen." and a name."""
    split = _split_russian if block.lang == "ru" else _split_english
    for first, last in _lines(text, block, words):
        for start, end in split(text[first:last], words):
            yield from _cut_long(text, *_trim(text, first + start, first + end))


def _lines(text: str, block: Block, words: SentenceWords) -> Iterator[tuple[int, int]]:
    """The lines of a block; those of which the first ends with an English title go together."""
    inside = [m.end() for m in _TITLE.finditer(text, block.start, block.end) if m[1].lower() in words.titles] if block.lang == "en" else []
    begin = -1
    for line in _LINE.finditer(text, block.start, block.end):
        begin = line.start() if begin < 0 else begin
        if not any(line.end() < end <= line.end() + TITLE_REACH for end in inside):
            yield begin, line.end()
            begin = -1
    if begin >= 0:
        yield begin, block.end


def _split_russian(line: str, words: SentenceWords) -> Iterator[tuple[int, int]]:
    start = -1
    for piece in sentenize(line):
        start = piece.start if start < 0 else start
        if _DAY.fullmatch(line, start, piece.stop):
            continue
        glued = (m for m in _GLUED.finditer(line, start, piece.stop) if not _is_before_name(line, m.start(), words))
        cuts = {m.end() for m in glued} | set(_after_initials(line, start, piece.stop, words))
        yield from _split_at(line, start, piece.stop, sorted(cuts))
        start = -1
    if start >= 0:
        yield start, len(line)


def _is_before_name(line: str, stop: int, words: SentenceWords) -> bool:
    """Whether the full stop belongs to a short word before a name, «в г.Омске», and is not that of a year: «в 2021 г.Мэр»."""
    word = _word_before(line, stop)
    return word.lower() in words.glued and not line[: stop - len(word)].rstrip()[-1:].isdigit()


def _after_initials(line: str, start: int, end: int, words: SentenceWords) -> Iterator[int]:
    """Ends of sentences such as "... с Ивановым И.Ю. Стороны ...", which look like initials before a surname."""
    for match in _INITIALS.finditer(line, start, end):
        if words.surname.fullmatch(match["before"]) and not words.surname.fullmatch(match["after"]):
            yield match.start("after")


def _split_english(line: str, words: SentenceWords) -> Iterator[tuple[int, int]]:
    ends = {m.end() for m in _BREAK.finditer(line) if not _is_abbreviation(line, m, words)}
    dateline = _DATELINE.match(line)
    cuts = ends | {m.end() for m in _GLUED.finditer(line)} | ({dateline.end()} if dateline is not None else set())
    yield from _split_at(line, 0, len(line), sorted(cuts))


def _split_at(line: str, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    for cut in cuts:
        if start < cut < end:
            yield start, cut
            start = cut
    yield start, end


def _is_abbreviation(line: str, match: re.Match[str], words: SentenceWords) -> bool:
    """Whether the full stop at `match` belongs to the word before it: "Mr.", "U.S.", "G."."""
    if match.group() not in {".", ".)"}:
        return False
    word = _word_before(line, match.start())
    if match.group() == ".)":  # "Maj. Gen. (ret.) Ivo Kos"
        return line[max(0, match.start() - len(word) - 1) : match.start()] == f"({word}" and word.lower() in words.abbreviations
    following = line[match.end() :].lstrip()
    if len(word) == 1 and word.isupper() or word in words.initials and not _begins_sentence(following):
        return True
    if not word:
        return False
    if word.lower() in words.before_number:
        return following[:1].isdigit()
    return word.lower() in words.abbreviations or _is_dotted(word, following)


def _word_before(line: str, end: int) -> str:
    """Letters, digits, underscores and full stops that end at `end`: read backwards, as a line may be a long paragraph."""
    start = end
    while start > 0 and (line[start - 1].isalnum() or line[start - 1] in "._"):
        start -= 1
    return line[start:end]


def _is_dotted(word: str, following: str) -> bool:
    """ "U.S. Department", but not "in the U.S. He": a pronoun or article begins a sentence."""
    if not re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return False
    return not _begins_sentence(following)


def _begins_sentence(following: str) -> bool:
    """Whether the word that follows a full stop is a pronoun, an article or a preposition with a capital letter."""
    return following.split(" ", 1)[0].rstrip(",") in BEGINNINGS


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        yield _trim(text, start, cut)
        start, _ = _trim(text, cut, end)
    if end > start:
        yield start, end
