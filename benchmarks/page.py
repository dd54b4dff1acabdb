"""Times the report's page with fifty thousand invented events in a headless Chromium: to open it, to filter, to search, to sort, to open an event.

The page is opened from disk. Open time is from navigation until the table answers; the others are from the act until the next frame after the table has
been drawn, as the browser's own clock has it, and beside it the processor time of the page's process, which on a busy machine tells more; the median of
several. Needs Playwright (requirements-dev.in) and /usr/bin/chromium.

Example: python benchmarks/page.py --events 50000
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.report import write_report
from pipeline.tables import DocumentRow, EntityRow, EventParticipantRow, EventRow, MentionRow, ParticipantRow, Tables
from pipeline.tables.schema import load_schema
from pipeline.tables.write import format_table

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
GIVEN = (("Anna", "Анна"), ("Marek", "Марек"), ("Olga", "Ольга"), ("Pavel", "Павел"), ("Timur", "Тимур"), ("Vera", "Вера"), ("Igor", "Игорь"))
SYLLABLES = (("Ka", "Ка"), ("ro", "ро"), ("li", "ли"), ("men", "мен"), ("dar", "дар"), ("sto", "сто"), ("vin", "вин"), ("bel", "бел"), ("tur", "тур"))
CITIES = 200
KINDS = ("meeting", "call", "visit", "signing", "award", "opening", "conference", "appointment")
STATUSES = ("occurred",) * 8 + ("planned", "proposed", "negated")
TOPICS = ("trade and transport", "сотрудничество в области культуры", "memorandum on twinning", "соглашение о перевозках", "higher education", "энергетика")
COUNTRIES = ("RU", "KZ", "GE", "FI", "DE", "RS", "VN", "CN", "UZ", "AM")
FIRST = date(2010, 1, 1)
REPEATS = 9
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
CHANGE = (
    "const control = document.getElementById('f-{field}'); control.value = control.value ? '' : '{value}';"
    "control.dispatchEvent(new Event('{event}', {{bubbles: true}}))"
)
CHOICES = {"filter by type": ("event_type", "=signing"), "filter by country": ("country", "=KZ"), "filter by days": ("from", "2018-03-01")}
SEARCHED = CHANGE.format(field="search", value="ольга пере", event="input")
ACTS = {name: CHANGE.format(field=field, value=value, event="change") for name, (field, value) in CHOICES.items()}
ACTS |= {"search (with 90 ms of waiting for more letters)": f"{SEARCHED}; await new Promise((done) => setTimeout(done, 90))"}
ACTS |= {"sort": "document.querySelector('#grid thead th.c-what').click()"}
OPEN = "location.hash = 'event/e000000000064'; while (!document.querySelector('#view-event .mention')) await new Promise(requestAnimationFrame)"


def invent_tables(size: int, *, seed: int = 1) -> Tables:
    """Tables of `size` events with their mentions, participants, documents and texts; the same for the same seed."""
    random_ = random.Random(seed)
    people = [_invent_person(number, random_) for number in range(max(4, size // 8))]
    cities = [_invent_name(f"c{number:05}", "city", _invent_word(random_), random_) for number in range(CITIES)]
    documents = [_invent_document(number) for number in range(max(2, size // 3))]
    told = [_invent_event(number, people, cities, documents, random_) for number in range(size)]
    return Tables(
        events=tuple(event for event, _, _ in told),
        mentions=tuple(mention for _, mentions, _ in told for mention in mentions),
        participants=tuple(row for event, mentions, parts in told for mention in mentions for row in _participants(mention, parts)),
        event_participants=tuple(part for _, _, parts in told for part in parts),
        entities=(*people, *cities),
        documents=tuple(documents),
    )


def write_folder(folder: Path, tables: Tables) -> None:
    """The tables as CSV files, without texts and workbook."""
    for table in load_schema().tables:
        (folder / f"{table.name}.csv").write_bytes(format_table(getattr(tables, table.name), table))


def _invent_word(random_: random.Random) -> tuple[str, str]:
    parts = random_.sample(SYLLABLES, 3)
    return "".join(part for part, _ in parts).capitalize(), "".join(part for _, part in parts).capitalize()


def _invent_person(number: int, random_: random.Random) -> EntityRow:
    given, family = random_.choice(GIVEN), _invent_word(random_)
    return _invent_name(f"n{number:05}", "person", (f"{given[0]} {family[0]}", f"{given[1]} {family[1]}"), random_)


def _invent_name(entity_id: str, kind: str, names: tuple[str, str], random_: random.Random) -> EntityRow:
    return EntityRow(entity_id, kind, names[0], names[0], names[1], country=random_.choice(COUNTRIES), n_documents=1, n_events=1)


def _invent_document(number: int) -> DocumentRow:
    lang = ("en", "ru")[number % 2]
    title, url = f"Release {number}", f"https://port.example/{number}"
    published = (FIRST + timedelta(days=number % 4000)).isoformat()
    return DocumentRow(f"d{number:06}", f"{number}.txt", f"source {number % 60}.example", url, title, lang, published, "record", "", 400, "ok", None, 1)


def _invent_event(
    number: int, people: list[EntityRow], cities: list[EntityRow], documents: list[DocumentRow], random_: random.Random
) -> tuple[EventRow, list[MentionRow], list[EventParticipantRow]]:
    kind, city = random_.choice(KINDS), random_.choice(cities)
    those = [people[int(random_.random() ** 2 * len(people))] for _ in range(2 + number % 2)]
    chosen = list({person.entity_id: person for person in those}.values())
    told = random_.sample(documents, 1 + number % 2)
    day = (FIRST + timedelta(days=random_.randrange(4000))).isoformat() if number % 9 else None
    dates = (day, day, "day" if day else None, "text" if day else None, day)
    sentence = f"{chosen[0].name} met {chosen[-1].name_ru} in {city.name} on a day of spring to talk about {random_.choice(TOPICS)}, and signed paper {number}."
    event = EventRow(
        *(f"e{number:012x}", kind, random_.choice(STATUSES), *dates),
        participants=tuple(person.name for person in chosen),
        place=city.name,
        country=city.country,
        what=random_.choice(TOPICS) if number % 3 else None,
        languages=tuple(sorted({document.lang or "" for document in told})),
        n_mentions=len(told),
        n_documents=len(told),
        n_sources=len(told),
        sources=tuple(sorted({document.source or "" for document in told})),
        confidence=round(random_.uniform(0.3, 1), 3),
        quote=sentence,
        doc_ids=tuple(document.doc_id for document in told),
    )
    mentions = [_invent_mention(event, document, order, sentence) for order, document in enumerate(told)]
    parts = [EventParticipantRow(event.event_id, row.entity_id, "whom" if side else "who", side + 1, row.name, "person") for side, row in enumerate(chosen)]
    return event, mentions, parts


def _invent_mention(event: EventRow, document: DocumentRow, order: int, sentence: str) -> MentionRow:
    at = sentence.index(" met ") + 1
    dates = (event.date_start, event.date_end, event.date_precision, event.date_source, None)
    return MentionRow(
        *(f"m{order}{event.event_id[2:]}", event.event_id, document.doc_id, document.lang or "", event.event_type, event.status, None, *dates),
        *(event.place, event.country, event.what, None, None, None, sentence, 0, len(sentence), "met", at, at + 3, "meeting-verb"),
    )


def _participants(mention: MentionRow, parts: list[EventParticipantRow]) -> Iterator[ParticipantRow]:
    for part in parts:
        start = mention.sentence.find(part.name)
        words = (part.name, start, start + len(part.name)) if start >= 0 else (None, None, None)
        yield ParticipantRow(
            part.event_id, mention.mention_id, mention.doc_id, part.entity_id, part.role, part.side, *words, part.name, "person", resolved_by="name"
        )


class Clock:
    """Wall time, and the processor time of the browser's page processes, in milliseconds."""

    def __init__(self, browser: Browser) -> None:
        self.session = browser.new_browser_cdp_session()

    def read(self) -> tuple[float, float]:
        """The two so far."""
        processes = self.session.send("SystemInfo.getProcessInfo")["processInfo"]
        return time.perf_counter() * 1000, sum(process["cpuTime"] for process in processes if process["type"] == "renderer") * 1000


def time_page(browser: Browser, page: Page, address: str) -> Iterator[tuple[str, float, float]]:
    """What was done, how many milliseconds it took, and how much processor time."""
    clock = Clock(browser)
    start = clock.read()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    page.wait_for_selector("#grid tbody tr[data-event]")
    yield "open", *_spent(start, clock)
    page.wait_for_timeout(1500)
    for name, act in (*ACTS.items(), ("open an event", OPEN)):
        spent = [_time_act(page, act, clock) for _ in range(1 if act == OPEN else REPEATS)]
        yield f"{name}, first", *spent[0]
        if spent[1:]:
            yield f"{name}, median of the others", *(statistics.median(column) for column in zip(*spent[1:], strict=True))


def _time_act(page: Page, act: str, clock: Clock) -> tuple[float, float]:
    page.wait_for_timeout(600)  # the chart of the act before has been drawn
    _, start = clock.read()
    wall = page.evaluate(f"async () => {{ const start = performance.now(); {act}; await {FRAME}; return performance.now() - start; }}")
    return float(wall), clock.read()[1] - start


def _spent(start: tuple[float, float], clock: Clock) -> tuple[float, float]:
    wall, processor = clock.read()
    return wall - start[0], processor - start[1]


def main() -> None:
    """Prints the size of the file and a line for each act."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=50_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_folder(folder, invent_tables(args.events))
        start = time.process_time()
        report = write_report(folder)
        print(f"{args.events} events: written in {time.process_time() - start:.1f} s of processor time, {report.stat().st_size / 1e6:.1f} MB")
        with sync_playwright() as playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS)) as browser:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.on("pageerror", lambda error: print("error:", error))
            for name, wall, processor in time_page(browser, page, report.as_uri()):
                print(f"{name}: {wall:.0f} ms ({processor:.0f} ms of processor time)")


if __name__ == "__main__":
    main()
