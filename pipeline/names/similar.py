"""How alike two words of a name are, within one script and across scripts."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.names.transliterate import KEPT, SoundTable, consonants, fold, is_cyrillic, read_variants


@lru_cache(maxsize=KEPT)
def match_words(a: str, b: str, sounds: SoundTable, *, cross_script: float = 0.6, same_script: float = 0.85) -> str:
    """same (one spelling for the ear), reading (one by another reading), similar (nearly), or different."""
    if fold(a, sounds) == fold(b, sounds):
        return "same"
    across = is_cyrillic(a) != is_cyrillic(b)
    if across and not set(read_variants(a, sounds)).isdisjoint(read_variants(b, sounds)):
        return "reading"
    least = cross_script if across else same_script
    return "similar" if _is_near(fold(a, sounds), fold(b, sounds), sounds, least) else "different"


def _is_near(a: str, b: str, sounds: SoundTable, least: float) -> bool:
    if consonants(a, sounds) != consonants(b, sounds):
        return False
    return bool(OSA.normalized_similarity(a, b) >= least)


@lru_cache(maxsize=KEPT)
def block_keys(word: str, sounds: SoundTable) -> frozenset[str]:
    """Keys of which two spellings of one name share at least one: the consonant classes of its readings."""
    return frozenset(consonants(variant, sounds) for variant in read_variants(word, sounds))
