"""Chinese names in Palladius' Russian transcription, back in pinyin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.names.transliterate import KEPT, SoundTable

_SIBILANT = re.compile(r"^(?:[jqx]|[zcs](?!h))")
_SOFT = re.compile(r"^(?:цз|ц|с)[ияеюё]")
_UNREAL = re.compile(r"^(?:[bpmf]uo|(?:[dtnlgkhrzcsjqx]|zh|ch|sh)o)$")  # "duo", but "bo"


def to_pinyin(word: str, sounds: SoundTable) -> str:
    """ "Чжэньго" -> "Zhenguo"; empty if the word is not made of Chinese syllables."""
    pinyin = _join(word.lower(), _syllables(sounds))
    return pinyin[:1].upper() + pinyin[1:]


@lru_cache(maxsize=KEPT)
def _syllables(sounds: SoundTable) -> Mapping[str, str]:
    """Russian transcription -> pinyin, of the syllables that Chinese has."""
    return {russian: pinyin for pinyin, russian in sorted(sounds.palladius.items()) if _is_real(pinyin, russian)}


def _is_real(pinyin: str, russian: str) -> bool:
    """j, q, x stand before soft vowels, z, c, s before the others."""
    fits = _SIBILANT.match(pinyin) is None or (pinyin[0] in "jqx") == (_SOFT.match(russian) is not None)
    return fits and _UNREAL.match(pinyin) is None


def _join(rest: str, syllables: Mapping[str, str]) -> str:
    for size in range(len(rest), 0, -1):
        syllable = syllables.get(rest[:size], "")
        tail = _join(rest[size:], syllables) if syllable and size < len(rest) else ""
        if syllable and (tail or size == len(rest)):
            return syllable + tail
    return ""
