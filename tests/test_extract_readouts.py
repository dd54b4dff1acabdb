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
    *[
        (f"President Marek Novak {verb} Anna Lind {office}.", [("appointment", "occurred", {"Anna Lind", "Marek Novak"})])
        for verb in ("appointed", "has named")
        for office in ("trade representative in Laos", "ambassador to Chad", "Minister of Culture")
    ],
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
    (
        "Minister Anna Lind met with Mayor Ivo Kos. They were joined by Rector Marek Novak and Consul Hans Weber.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak", "Hans Weber"})],
    ),
    (
        "Minister Anna Lind visited Riga. She met with Mayor Ivo Kos. She was joined by Rector Marek Novak.",
        [("visit", "occurred", {"Anna Lind", "Marek Novak"}), MET],
    ),
    ("Minister Anna Lind praised the law. She was joined by Rector Marek Novak.", []),
    # the visitor is not who speaks to him; several ministries told at once; people of a town of a land
    ('"You went to Riga last year," Mayor Ivo Kos told Minister Anna Lind.', []),
    ('"I went to Riga last year," Mayor Ivo Kos told Minister Anna Lind.', [("visit", "occurred", {"Ivo Kos"})]),
    (
        "The agreement was signed by the Departments of State, Energy and Commerce.",
        [("signing", "occurred", {"Department of State", "Department of Energy", "Department of Commerce"})],
    ),
    (
        "Mayor Ivo Kos welcomed a delegation from the Finnish city of Turku. The delegation consisted of Rector Anna Lind and Consul Hans Weber.",
        [("meeting", "occurred", {"Ivo Kos", "delegation from the Finnish city of Turku", "Anna Lind", "Hans Weber"})],
    ),
    # as many holders of an office as are told
    (
        "Prime Minister Anna Lind and Prime Minister Ivo Kos arrived in Riga at the invitation of Prime Minister Peter Holm. "
        "The three prime ministers signed a joint declaration.",
        [("visit", "occurred", {"Anna Lind", "Ivo Kos"}), ("signing", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm"})],
    ),
    # guests who came with the head of their delegation; several of one office in two words; what was agreed to lie ahead
    (
        "Speaker Anna Lind met with a delegation led by Rector Ivo Kos on Monday. On the same day the guests were received by Mayor Peter Holm.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}), ("meeting", "occurred", {"Peter Holm", "Ivo Kos"})],
    ),
    (
        "Minister Anna Lind met with the attorneys general of Chad and Laos, Ivo Kos and Peter Holm.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm"})],
    ),
    ("It was agreed that Minister Anna Lind would visit Riga.", [("visit", "planned", {"Anna Lind"})]),
    # who receives those who met holds a meeting of his own
    (
        "Minister Anna Lind and Mayor Ivo Kos held talks. The ministers were received by President Marek Novak.",
        [MET, ("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})],
    ),
    # the holders of one office of several lands are named below
    (
        "A meeting of the mayors of Chad and Laos took place in Riga. It was attended by Mayor Ivo Kos of Chad and Mayor Peter Holm of Laos.",
        [("meeting", "occurred", {"Ivo Kos", "Peter Holm"})],
    ),
    (
        "A meeting of the ministers of Chad and Laos took place in Riga. The meeting was attended by Mayor Ivo Kos of Chad and Rector Anna Lind.",
        [("meeting", "occurred", {"minister of Chad", "minister of Laos", "Ivo Kos", "Anna Lind"})],
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
    # the members of a group are named: behind it, or as many who open the next sentence
    (
        "Minister Anna Lind met with three Danish officials on Monday. Deputy Minister Ivo Kos, Mayor Peter Holm and Rector Marek Novak thanked her.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm", "Marek Novak"})],
    ),
    (
        "Minister Anna Lind met with 2 Danish officials on Monday. Mayor Peter Holm and Rector Marek Novak thanked her.",
        [("meeting", "occurred", {"Anna Lind", "Peter Holm", "Marek Novak"})],
    ),
    (
        "Minister Anna Lind met with three Danish officials on Monday. Mayor Peter Holm and Rector Marek Novak praised them.",
        [("meeting", "occurred", {"Anna Lind", "Danish officials"})],
    ),
    (
        "Minister Anna Lind met with Danish officials on Monday. Mayor Peter Holm and Rector Marek Novak praised them.",
        [("meeting", "occurred", {"Anna Lind", "Danish officials"})],
    ),
    (
        "Minister Anna Lind met with three Danish officials: Deputy Minister Ivo Kos, Mayor Peter Holm and Rector Marek Novak.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm", "Marek Novak"})],
    ),
    (
        "Minister Anna Lind is holding bilateral meetings with her counterparts from Chad, Laos and Peru: Ivo Kos, Peter Holm and Marek Novak.",
        [("meeting", "occurred", {"Anna Lind", name}) for name in ("Ivo Kos", "Peter Holm", "Marek Novak")],
    ),
    # holders of an office who were named before, and did nothing yet
    (
        "Senators Mark Reed and Tim Kos praised the law. Last month the senators met with Director Peter Holm.",
        [("meeting", "occurred", {"Mark Reed", "Tim Kos", "Peter Holm"})],
    ),
    ("Senator Mark Reed praised the law. Last month the senators met with Director Peter Holm.", [("meeting", "occurred", {"Peter Holm"})]),
    # who saw a document signed; a call told by its way
    (
        "Chad and Laos signed an agreement. The signing was witnessed by Minister Anna Lind.",
        [("signing", "occurred", {"Chad", "Laos", "Anna Lind"})],
    ),
    (
        "Minister Anna Lind held consultations via video conference with Mayor Ivo Kos and Rector Marek Novak on Monday.",
        [("call", "occurred", {"Anna Lind", "Ivo Kos", "Marek Novak"})],
    ),
    ("Minister Anna Lind held talks with Mayor Ivo Kos via video conference.", [("call", "occurred", {"Anna Lind", "Ivo Kos"})]),
    (
        "Minister Anna Lind held talks with Mayor Ivo Kos after a video conference with Rector Marek Novak.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}), ("call", "occurred", {"Anna Lind", "Marek Novak"})],
    ),
    # a name that the tagger takes for a body, told with "Ms" elsewhere
    (
        "Ms Molefe is a judge. Botho Molefe was sworn in as Permanent Secretary by President Marek Novak.",
        [("appointment", "occurred", {"Molefe", "Marek Novak"})],
    ),
    # people of a body, told by their kind; premises are opened
    ("Minister Anna Lind met with executives of Acme Bank.", [("meeting", "occurred", {"Anna Lind", "executives of Acme Bank"})]),
    ("Minister Anna Lind opened the new premises of the Acme Bank in Riga.", [("opening", "occurred", {"Anna Lind"})]),
]

AT = "Minister Anna Lind and Mayor Ivo Kos signed a protocol at"
PLACES = [  # what hangs on the verb comes before what stands anywhere
    ('A signing ceremony for the contract "Renovation of a school in Nookat district" was held at the Embassy of Japan on May 10.', "Embassy of Japan"),
    *[(f"{AT} {noun} at the Embassy of Japan.", "Embassy of Japan") for noun in ("a ceremony", "an event", "a reception")],
    (f"{AT} a ceremony of the Embassy of Japan.", ""),
]

DAYS = [  # the text, published on 15 March 2023, and the day of the meeting that it tells of
    ("RIGA, March 9 (Acme) -- Minister Anna Lind met with Mayor Ivo Kos here on Wednesday.", "2023-03-08"),
    ("RIGA, March 14 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-14"),
    ("RIGA, March 3 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-15"),
    ("RIGA, March 15 - Minister Anna Lind met with Mayor Ivo Kos today.", "2023-03-15"),
    ("Minister Anna Lind met with Mayor Ivo Kos today. He returned on March 9.", "2023-03-15"),
]


def _in_order(row: Row) -> tuple[str, str, list[str]]:
    return row[0], row[1], sorted(row[2])


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_the_events_of_a_readout(text: str, rows: list[Row], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    groups = group_mentions(read(text).mentions, merging, headline=headline_end(text))
    found = [(g.mentions[0].event_type, g.mentions[0].status, {p.name for mention in g.mentions for p in mention.participants}) for g in groups]
    assert sorted(found, key=_in_order) == sorted(rows, key=_in_order)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_an_event(text: str, place: str, read: Callable[[str], Analysis]) -> None:
    assert {mention.place for mention in read(text).mentions} == {place}


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
