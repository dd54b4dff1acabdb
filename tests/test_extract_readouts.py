"""English readouts and announcements as a whole: meetings told in one breath, posts that share a verb, who is told of later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.dates import day_of_dateline
from pipeline.merge import MergeWords
from pipeline.merge.headline import headline_end
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

Row = tuple[str, str, set[str]]  # type, status, names of all who take part

MET = ("meeting", "occurred", {"Anna Lind", "Ivo Kos"})
ROWS: list[tuple[str, list[Row]]] = [
    # several meetings told at once, and one meeting of several
    ("Minister Anna Lind held meetings with Mayor Ivo Kos and Rector Marek Novak.", [MET, ("meeting", "occurred", {"Anna Lind", "Marek Novak"})]),
    ("Minister Anna Lind held talks with Mayor Ivo Kos and Rector Marek Novak.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})]),
    (
        "Minister Anna Lind held separate talks with Mayor Ivo Kos and Rector Marek Novak.",
        [MET, ("meeting", "occurred", {"Anna Lind", "Marek Novak"})],
    ),
    ("Minister Anna Lind met separately with Mayor Ivo Kos and Rector Marek Novak.", [MET, ("meeting", "occurred", {"Anna Lind", "Marek Novak"})]),
    ("Minister Anna Lind met individually with Mayor Ivo Kos and Rector Marek Novak.", [MET, ("meeting", "occurred", {"Anna Lind", "Marek Novak"})]),
    ("Minister Anna Lind met with Mayor Ivo Kos and Rector Marek Novak.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})]),
    (
        "Minister Anna Lind spoke separately by phone with Mayor Ivo Kos and Rector Marek Novak.",
        [("call", "occurred", {"Anna Lind", "Ivo Kos"}), ("call", "occurred", {"Anna Lind", "Marek Novak"})],
    ),
    (
        "Minister Anna Lind held calls with Mayor Ivo Kos and Rector Marek Novak.",
        [("call", "occurred", {"Anna Lind", "Ivo Kos"}), ("call", "occurred", {"Anna Lind", "Marek Novak"})],
    ),
    (
        "Meetings between Minister Anna Lind, Mayor Ivo Kos and Rector Marek Novak were held.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})],
    ),
    # posts that share a verb
    (
        "The President announced the appointment of Anna Lind as Minister of Culture and Ivo Kos as Director of the Office of Tourism.",
        [("appointment", "occurred", {"Anna Lind"}), ("appointment", "occurred", {"Ivo Kos"})],
    ),
    (
        "President Marek Novak appointed Anna Lind as Minister of Culture, Ivo Kos as Minister of Health and Peter Holm as Minister of Justice.",
        [("appointment", "occurred", {name, "Marek Novak"}) for name in ("Anna Lind", "Ivo Kos", "Peter Holm")],
    ),
    # an occasion that people do something for, and one that goes on
    ("Minister Anna Lind and Mayor Ivo Kos will continue to support the Danube Forum.", []),
    ("Minister Anna Lind will fund the Danube Forum.", []),
    ("Slovakia will strengthen the Danube Forum.", []),
    ("Slovakia and Hungary will back the Danube Forum.", []),
    ("Minister Anna Lind is taking part in the Danube Forum in Riga. The forum will end on May 19.", [("conference", "occurred", {"Anna Lind"})]),
    ("Minister Anna Lind is taking part in the Danube Forum in Riga. The forum will conclude on May 19.", [("conference", "occurred", {"Anna Lind"})]),
    ("Minister Anna Lind is taking part in the Danube Forum in Riga. The forum will finish on May 19.", [("conference", "occurred", {"Anna Lind"})]),
    ("Minister Anna Lind is taking part in the Danube Forum in Riga. The forum will close on May 19.", [("conference", "occurred", {"Anna Lind"})]),
    ("Minister Anna Lind will take part in the Danube Forum in Riga. The forum will end on May 19.", [("conference", "planned", {"Anna Lind"})]),
    # who led what was told right before
    (
        "The meeting of the Danube Commission was held by Slovakia and Hungary in Riga. The meeting was chaired by Minister Anna Lind.",
        [("conference", "occurred", {"Danube Commission", "Slovakia", "Hungary", "Anna Lind"})],
    ),
    (
        "Minister Anna Lind met with Mayor Ivo Kos. Rector Marek Novak moderated the meeting.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})],
    ),
    # of whom a delegation is made up, and what it did next
    (
        "Governor Oleg Sorokin will visit Slovakia from 3 to 11 June. The delegation will include Mayor Ivo Kos and Rector Marek Novak.",
        [("visit", "planned", {"Oleg Sorokin", "Ivo Kos", "Marek Novak"})],
    ),
    (
        "The delegation of Alta met with Mayor Olga Belova and Consul Hans Weber. They also visited Tomsk.",
        [("meeting", "occurred", {"delegation of Alta", "Olga Belova", "Hans Weber"}), ("visit", "occurred", {"delegation of Alta"})],
    ),
    (
        "Governor Oleg Sorokin and Mayor Olga Belova met with Consul Hans Weber. They also visited Tomsk.",
        [("meeting", "occurred", {"Oleg Sorokin", "Olga Belova", "Hans Weber"}), ("visit", "occurred", {"Oleg Sorokin", "Olga Belova"})],
    ),
    (
        "Governor Oleg Sorokin met with Consul Hans Weber. They also visited Tomsk.",
        [("meeting", "occurred", {"Oleg Sorokin", "Hans Weber"}), ("visit", "occurred", {"Oleg Sorokin", "Hans Weber"})],
    ),
    # people of a body, told by their kind; premises are opened
    ("Minister Anna Lind met with executives of Acme Bank.", [("meeting", "occurred", {"Anna Lind", "executives of Acme Bank"})]),
    ("Minister Anna Lind opened the new premises of the Acme Bank in Riga.", [("opening", "occurred", {"Anna Lind"})]),
]

DAYS = [  # the text, published on 15 March 2023, and the day of the meeting that it tells of
    ("RIGA, March 9 (Acme) -- Minister Anna Lind met with Mayor Ivo Kos here on Wednesday.", "2023-03-08"),
    ("RIGA, March 14 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-14"),
    ("RIGA, March 3 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-15"),
    ("RIGA, March 15 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-15"),
    ("Minister Anna Lind met with Mayor Ivo Kos today. He returned on March 9.", "2023-03-15"),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_the_events_of_a_readout(text: str, rows: list[Row], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    groups = group_mentions(read(text).mentions, merging, headline=headline_end(text))
    found = [(g.mentions[0].event_type, g.mentions[0].status, {p.name for mention in g.mentions for p in mention.participants}) for g in groups]
    assert sorted(found, key=repr) == sorted(rows, key=repr)


def test_meetings_told_apart_have_ids_of_their_own(read: Callable[[str], Analysis]) -> None:
    mentions = read("Minister Anna Lind held meetings with Mayor Ivo Kos and Rector Marek Novak.").mentions
    assert [m.trigger for m in mentions] == ["meetings", "Rector Marek Novak"]
    assert [[(e.slot, e.text) for e in m.evidence] for m in mentions] == [
        [("who", "Minister Anna Lind"), ("whom", "Mayor Ivo Kos")],
        [("who", "Minister Anna Lind"), ("whom", "Rector Marek Novak")],
    ]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_dateline_tells_what_today_was(text: str, day: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert mention.date is not None
    assert mention.date.edtf == day


def test_without_publication_a_dateline_anchors_nothing() -> None:
    assert day_of_dateline((), None) is None
