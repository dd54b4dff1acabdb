"""Times the merging of growing numbers of invented mentions, with the memory taken, and fits the exponent of growth.

Every document tells of one event in two sentences and of another in one; every event is told by about three documents of both languages. People meet
again and again, and a third of the tellings has no day. Each size is measured in a process of its own.

Example: python benchmarks/merge.py --sizes 10000 100000
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from multiprocessing import get_context

from pipeline.merge import Card, Local, load_merge_words, merge_events
from pipeline.names import load_identity_words
from pipeline.records import Analysis, Article, DateMention, EventMention, Interval, LocalEntity, Participant

SIZES = (10_000, 100_000, 1_000_000)
TOLD = 3  # mentions of a document
KINDS = ("meeting", "visit", "signing", "call", "award", "opening")
SUBJECTS = (("rail freight", "железнодорожных перевозках"), ("tourism", "туризме"), ("fishery", "рыболовстве"), ("higher education", "высшем образовании"))
PEOPLE = 8  # mentions for each of the people there are
EVENTS = 9  # mentions for each event
DAYS = 3650
FIRST = date(2010, 1, 1)
LANGUAGES = ("en", "ru")


def invent_analyses(size: int, *, seed: int = 1) -> tuple[list[Analysis], dict[Local, Card]]:
    """Documents with `size` mentions in all, and the cards of the people they name."""
    random_ = random.Random(seed)
    cards: dict[Local, Card] = {}
    analyses = [_invent_analysis(number, size, random_, cards) for number in range(size // TOLD)]
    return analyses, cards


def _invent_analysis(number: int, size: int, random_: random.Random, cards: dict[Local, Card]) -> Analysis:
    doc_id, lang = f"d{number:08}", random_.choice(LANGUAGES)
    main, aside = (random_.randrange(max(1, size // EVENTS)) for _ in range(2))
    told = [_invent_mention(doc_id, lang, event, place, size, random_) for place, event in enumerate((main, main, aside))]
    day = _day(main) + timedelta(days=random_.randrange(3))
    people = {p.key for mention in told for p in mention.participants}
    for key in people:
        cards[doc_id, key] = Card(f"n{key}", "person", key, key, key, (key,), "RU", (doc_id,))
    entities = tuple(LocalEntity(doc_id, key, "person", key, lang, (key,), "RU", "", "", 0, 1) for key in sorted(people))
    text = " ".join(mention.sentence for mention in told)
    return Analysis(Article(doc_id, text, lang=lang, published=day.isoformat(), source=f"source {number % 50}"), tuple(told), entities)


def _invent_mention(doc_id: str, lang: str, event: int, place: int, size: int, random_: random.Random) -> EventMention:
    facts = random.Random(event)
    names = [f"person {facts.randrange(max(4, size // PEOPLE))}" for _ in range(2)]
    kind, subject = facts.choice(KINDS), facts.choice(SUBJECTS)[LANGUAGES.index(lang)]
    words = " ".join(f"w{random_.randrange(5000)}" for _ in range(10))
    sentence, start = f"{names[0]} and {names[1]} {words}", 200 * place
    sides = tuple(
        Participant(role, n, name, name, start, start + 9, name, "person", "", "", "RU", "name", lang)
        for n, (role, name) in enumerate(zip(("who", "whom"), names, strict=True), 1)
    )
    return EventMention(
        *(doc_id, lang, kind, f"{kind}-verb", "occurred", "", sentence, start, start + len(sentence), "met", start + 5, start + 8, sides),
        date=_tell_date(_day(event)) if random_.random() > 1 / 3 else None,
        date_source="text",
        what=f"agreement on {subject}" if kind in {"signing", "opening"} else "",
        document_type="agreement" if kind == "signing" else "",
        confidence=0.8,
    )


def _day(event: int) -> date:
    return FIRST + timedelta(days=random.Random(-event).randrange(DAYS))


def _tell_date(day: date) -> DateMention:
    return DateMention(0, 1, day.isoformat(), "DATE", day.isoformat(), Interval(day, day + timedelta(days=1)), "day", day.isoformat())


def measure_size(size: int) -> tuple[int, float, float, int, float]:
    """Mentions merged, seconds by the clock and of the processor, events, and megabytes that merging took on top of its input."""
    words = load_merge_words(load_identity_words())
    analyses, cards = invent_analyses(size)
    before, clock, start = _memory(), time.perf_counter(), time.process_time()
    events = merge_events(analyses, cards, words)
    return sum(len(event.told) for event in events), time.perf_counter() - clock, time.process_time() - start, len(events), _memory() - before


def _memory() -> float:
    """The most memory that this process has had, in MB (kilobytes are counted on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_all(sizes: Sequence[int]) -> Iterator[tuple[int, float]]:
    """(mentions, seconds of the processor) for each size, printed as they come: a busy machine changes these little."""
    for size in sizes:
        with get_context("spawn").Pool(1) as pool:
            mentions, clock, seconds, events, memory = pool.apply(measure_size, (size,))
        print(f"{mentions:>9,} mentions  {seconds:8.2f} s of the processor, {clock:8.2f} s in all  {memory:8,.0f} MB  {events:>8,} events", flush=True)
        yield mentions, seconds


def fit_exponent(times: Sequence[tuple[int, float]]) -> float:
    """The slope of log time over log size by least squares: 1 is linear, 2 quadratic."""
    xs, ys = [math.log(n) for n, _ in times], [math.log(seconds) for _, seconds in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Reads the options, measures, prints the exponent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="numbers of mentions, growing")
    times = list(measure_all(parser.parse_args().sizes))
    if len(times) > 1:
        print(f"exponent {fit_exponent(times):.2f}")


if __name__ == "__main__":
    main()
