"""Times the linking of people, bodies and places over growing numbers of invented mentions and fits the exponent of growth.

Example: python benchmarks/identity.py --sizes 10000 100000
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence

from pipeline.names import link_entities, load_identity_words
from pipeline.records import LocalEntity

SIZES = (10_000, 100_000, 1_000_000)
MENTIONS_PER_PERSON = 8
GIVEN = (
    ("Igor", "Игорь"),
    ("Sergei", "Сергей"),
    ("Elena", "Елена"),
    ("Alexander", "Александр"),
    ("Olga", "Ольга"),
    ("Murat", "Мурат"),
    ("Anna", "Анна"),
    ("Pavel", "Павел"),
)
STARTS = (
    ("Ka", "Ка"),
    ("Bo", "Бо"),
    ("Zhu", "Жу"),
    ("Ta", "Та"),
    ("Ne", "Не"),
    ("Shi", "Ши"),
    ("Gu", "Гу"),
    ("Mi", "Ми"),
    ("Ro", "Ро"),
    ("Che", "Че"),
    ("Va", "Ва"),
    ("Su", "Су"),
)
MIDDLES = (
    ("ra", "ра"),
    ("ba", "ба"),
    ("li", "ли"),
    ("go", "го"),
    ("mu", "му"),
    ("de", "де"),
    ("sa", "са"),
    ("ti", "ти"),
    ("no", "но"),
    ("ku", "ку"),
    ("fe", "фе"),
    ("za", "за"),
)
ENDS = (("sov", "сов"), ("nov", "нов"), ("kin", "кин"), ("rev", "рев"), ("dzhi", "джи"), ("lman", "лман"), ("tov", "тов"), ("mirov", "миров"))
OFFICES = (("minister of economy", "министр экономики"), ("mayor", "мэр"), ("ambassador", "посол"), ("governor", "губернатор"), ("rector", "ректор"))
COUNTRIES = (
    ("RU", "Russia", "Россия"),
    ("KZ", "Kazakhstan", "Казахстан"),
    ("IR", "Iran", "Иран"),
    ("BY", "Belarus", "Белоруссия"),
    ("AZ", "Azerbaijan", "Азербайджан"),
)


def invent_entities(size: int, *, seed: int = 1) -> Iterator[LocalEntity]:
    """`size` mentions of invented people, about MENTIONS_PER_PERSON each, half of them in each language, a fifth of them shortened."""
    random_ = random.Random(seed)
    for number in range(size):
        yield _mention(number, random.Random(random_.randrange(max(1, size // MENTIONS_PER_PERSON))), random_)


def _mention(number: int, person: random.Random, telling: random.Random) -> LocalEntity:
    given, parts = person.choice(GIVEN), [person.choice(table) for table in (STARTS, MIDDLES, MIDDLES, ENDS)]
    office, country = person.choice(OFFICES), person.choice(COUNTRIES)
    lang = telling.randrange(2)
    first = telling.choice((given[lang], given[lang], given[lang], given[lang][0] + ".", ""))
    name = f"{first} {''.join(part[lang] for part in parts)}".strip()
    return LocalEntity(f"d{number:08}", "e1", "person", name, ("en", "ru")[lang], (name,), country[0], office[lang], country[1 + lang], 0, 1)


def time_sizes(sizes: Sequence[int]) -> list[tuple[int, float]]:
    """(mentions, seconds of processor time) for each size, printed as they come."""
    words, times = load_identity_words(), []
    for size in sizes:
        entities = list(invent_entities(size))
        start = time.process_time()
        groups = len(set(link_entities(entities, words).values()))
        times.append((size, time.process_time() - start))
        print(f"{size:>9,} mentions  {times[-1][1]:8.2f} s  {groups:>8,} entities", flush=True)
    return times


def fit_exponent(times: Sequence[tuple[int, float]]) -> float:
    """The slope of log time over log size by least squares: 1 is linear, 2 quadratic."""
    xs, ys = [math.log(n) for n, _ in times], [math.log(seconds) for _, seconds in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Reads the options, times, prints the exponent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="numbers of mentions, growing")
    times = time_sizes(parser.parse_args().sizes)
    if len(times) > 1:
        print(f"exponent {fit_exponent(times):.2f}")


if __name__ == "__main__":
    main()
