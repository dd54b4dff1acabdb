"""What an annotator yields for one sentence, before all sentences of an article become one `Doc`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple


class Token(NamedTuple):
    """One word. `head` is the index of its head in the sentence (its own index for the root)."""

    start: int  # characters of the article
    end: int
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    ent: str = ""  # IOB with label: B-PER, I-ORG, or empty


@dataclass(frozen=True, slots=True)
class Sentence:
    """One analysed sentence: characters of the article, its language, its words."""

    start: int
    end: int
    lang: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A sentence whose names are not yet found, and what its annotator finds them in."""

    sentence: Sentence
    source: Any


class Clock:
    """How long the models of an annotator have been at work, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Counts the time spent inside."""
        started = perf_counter()
        yield
        self.seconds += perf_counter() - started


@dataclass(frozen=True, slots=True)
class CleanText:
    """A sentence as the models shall see it, and where each of its characters stands in the article."""

    text: str
    offsets: Sequence[int]  # one more than characters: the last is the end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the article of the characters `start` to `end` of the clean text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def with_names(sentence: Sentence, names: Iterable[str]) -> Sentence:
    """The sentence with the label of each word, as `Token.ent` tells it."""
    tokens = tuple(token._replace(ent=ent) if ent else token for token, ent in zip(sentence.tokens, names, strict=True))
    return Sentence(sentence.start, sentence.end, sentence.lang, tokens)


RELATIVE = "acl:relcl"
NESTED = {"obl": "obl", "nmod": "obl", "obj": "obj", "advmod": "advmod"}  # what a word that moves below a relative clause's verb is to it
REPORTED = frozenset({"obl", "advmod"})  # what tells when, where or after what something was said
PARTING = frozenset(",—–-:;»")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


_SEEN, _BLANK = re.compile(rf"[^\s{''.join(INVISIBLE)}]"), re.compile(r"\s")
_PIECE = re.compile(rf"(?P<seen>[^\s{''.join(INVISIBLE)}]+)|[\s{''.join(INVISIBLE)}]+")
_UNPLAIN = re.compile(rf"[{''.join(INVISIBLE)}]|[^\S ]|\s\s|^\s")  # what `clean_text` alters


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen: white space, soft hyphens, zero-width characters, or no character at all."""
    return text.isspace() or _SEEN.search(text) is None


def clean_text(text: str, start: int) -> CleanText:
    """`text` (which begins at `start`) with white space runs as one blank and without invisible characters."""
    if _UNPLAIN.search(text) is None:
        return CleanText(text, range(start, start + len(text) + 1))
    parts, offsets = list[str](), list[int]()
    for piece in _PIECE.finditer(text):
        if piece["seen"]:
            parts.append(piece["seen"])
            offsets.extend(range(start + piece.start(), start + piece.end()))
        elif offsets and (blank := _BLANK.search(text, piece.start(), piece.end())) is not None:
            parts.append(" ")
            offsets.append(start + blank.start())
    return CleanText("".join(parts), (*offsets, start + len(text)))


def repair_heads(heads: list[int], deps: list[str]) -> tuple[list[int], list[str]]:
    """Heads (index of the head, own index or -1 for a root) as one tree: the first good root keeps its place, other roots and cycles hang below it."""
    count = len(heads)
    heads = [h if 0 <= h < count else i for i, h in enumerate(heads)]
    root = next((i for i, h in enumerate(heads) if h == i and deps[i] == "root"), next((i for i, h in enumerate(heads) if h == i), 0))
    heads[root] = root
    heads = [root if h == i else h for i, h in enumerate(heads)]
    joined = {root}
    for i in range(count):
        joined |= _cut_cycle(heads, i, root, joined)
    return heads, ["root" if i == root else ("parataxis" if deps[i] == "root" else deps[i]) for i in range(count)]


def nest_in_relatives(heads: list[int], deps: list[str]) -> tuple[list[int], list[str]]:
    """Hangs below the verb of a relative clause what stands within it but hangs before it: "the envoy, who came after taking office in May".

    `heads` is one tree (`repair_heads`); only words that tell a circumstance or object move, and only where the arcs cross.
    """
    heads, deps = list(heads), list(deps)
    below: dict[int, list[int]] = defaultdict(list)
    for i, head in enumerate(heads):
        below[head].append(i)
    for verb in (i for i, dep in enumerate(deps) if dep == RELATIVE):
        inside, above = set(_below(below, verb)), set(_above(heads, verb))
        for i in range(verb + 1, max(inside)):
            if i not in inside and i not in above and heads[i] < verb and heads[i] in above and deps[i] in NESTED:
                below[heads[i]].remove(i)
                below[verb].append(i)
                heads[i], deps[i] = verb, NESTED[deps[i]]
    return heads, deps


def nest_in_reports(heads: list[int], deps: list[str], words: Sequence[str]) -> tuple[list[int], list[str]]:
    """Hangs below a verb that reports what its subject said the circumstances behind that subject: «Дорогу построят, сообщил мэр по итогам переговоров».

    `heads` is one tree. The verb stands behind a comma or dash; what another comma or dash parts from it stays where it is. Nothing before what was said
    hangs below the verb: «Поездка не состоится, сообщил мэр».
    """
    heads = list(heads)
    for verb in (i for i, dep in enumerate(deps) if i and dep == "parataxis" and words[i - 1] in PARTING):
        for i in (i for i in range(min(verb, heads[verb])) if heads[i] == verb):
            heads[i] = heads[verb]
        end = next((i for i in range(verb + 1, len(words)) if words[i] in PARTING), len(words))
        subject = next((i for i in range(verb + 1, end) if heads[i] == verb and deps[i] == "nsubj"), end)
        for i in (i for i in range(subject + 1, end) if heads[i] == heads[verb] and deps[i] in REPORTED):
            heads[i] = verb
    return heads, deps


def _below(children: Mapping[int, Sequence[int]], top: int) -> Iterator[int]:
    """A word and all that hangs from it."""
    waiting = [top]
    while waiting:
        i = waiting.pop()
        yield i
        waiting.extend(child for child in children.get(i, ()) if child != i)


def _above(heads: Sequence[int], i: int) -> Iterator[int]:
    """The heads above a word, up to the root."""
    while heads[i] != i:
        i = heads[i]
        yield i


def _cut_cycle(heads: list[int], start: int, root: int, joined: Container[int]) -> set[int]:
    """Hangs the last word of a walk that would come back to itself below the root; the words of the walk. `joined` are words known to hang below the root."""
    seen, i = {start}, start
    while i not in joined:
        if heads[i] in seen:
            heads[i] = root
            break
        i = heads[i]
        seen.add(i)
    return seen
