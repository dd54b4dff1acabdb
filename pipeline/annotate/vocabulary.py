"""The Russian dictionary: pymorphy's, through natasha, loaded once for all that ask it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from natasha import MorphVocab
from natasha.morph.vocab import ud_feats, ud_pos
from pymorphy2.analyzer import MorphAnalyzer, Parse
from pymorphy2.tagset import OpencorporaTag

KNOWN = 4_000  # words whose forms are remembered, about 2 kB each: those who ask keep what they made of them


class Form(Parse):  # type: ignore[misc]
    """What a word may be a form of, as natasha tells it: with part of speech and features of Universal Dependencies, which are worked out once for each tag."""

    @property
    def normal(self) -> str:
        """The form that dictionaries have."""
        return self.normal_form  # type: ignore[no-any-return]

    @property
    def pos(self) -> str:
        """The part of speech."""
        return read_tag(self.tag)[0]

    @property
    def feats(self) -> Mapping[str, str]:
        """The features."""
        return read_tag(self.tag)[1]


@lru_cache(KNOWN)
def read_tag(tag: OpencorporaTag) -> tuple[str, Mapping[str, str]]:
    """Part of speech and features of Universal Dependencies."""
    return ud_pos(tag), dict(ud_feats(tag))


class Vocabulary(MorphVocab):  # type: ignore[misc]
    """natasha's, with a smaller memory, and forms that are made in less time."""

    def __init__(self) -> None:
        MorphAnalyzer.__init__(self, result_type=Form)
        self._parse = lru_cache(KNOWN)(MorphVocab.parse.__wrapped__)

    def parse(self, word: str) -> list[Form]:
        """All that the word may be a form of, the likeliest first."""
        return self._parse(self, word)  # type: ignore[no-any-return]

    __call__ = parse

    def get_lexeme(self, form: Form) -> list[Sequence[Any]]:
        """All forms of the word of a form, word and tag first; they are looked through to inflect it, and no more is asked of them."""
        return form.methods_stack[-1][0].get_lexeme(form)  # type: ignore[no-any-return]


@lru_cache(1)
def load_vocabulary() -> Vocabulary:
    """The dictionary; takes half a second the first time."""
    return Vocabulary()
