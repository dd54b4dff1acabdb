"""How alike two words of a name are, within one script and across scripts."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from pipeline.names.transliterate import SoundTable, consonants, fold, is_cyrillic, read_variants


def match_words(a: str, b: str, sounds: SoundTable, *, cross_script: float = 0.6, same_script: float = 0.85) -> str:
    """same (one spelling for the ear), reading (one by another reading), similar (nearly), or different."""
    if fold(a, sounds) == fold(b, sounds):
        return "same"
    across = is_cyrillic(a) != is_cyrillic(b)
    readings_a, readings_b = set(read_variants(a, sounds)), set(read_variants(b, sounds))
    if across and readings_a & readings_b:
        return "reading"
    least = cross_script if across else same_script
    return "similar" if any(_is_near(x, y, sounds, least) for x in readings_a for y in readings_b) else "different"


def _is_near(a: str, b: str, sounds: SoundTable, least: float) -> bool:
    if consonants(a, sounds) != consonants(b, sounds):
        return False
    return bool(OSA.normalized_similarity(a, b) >= least)


def block_keys(word: str, sounds: SoundTable) -> frozenset[str]:
    """Keys of which two spellings of one name share at least one: the consonant classes of its readings."""
    return frozenset(consonants(variant, sounds)[:4] for variant in read_variants(word, sounds))
