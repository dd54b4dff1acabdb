"""When and where an event was, and what it was about, as told away from its verb: by the occasion it was part of, or in another sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

MEDAL, MEDAL_RU = "Mayor Olga Belova presented the Medal of Merit to Igor Laptev", "мэр Ольга Белова вручила медаль «За заслуги» Игорю Лаптеву"
SIGNED, SIGNED_RU = "Mayor Olga Belova and Consul Igor Laptev signed a protocol", "Мэр Ольга Белова и консул Игорь Лаптев подписали протокол"

MET, MET_RU = "Mayor Olga Belova met with Consul Igor Laptev.", "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым."

TOLD = [  # text, published on 15 March 2023; type of one event in it, its day, its place
    # the occasion was held then and there
    (f"At a ceremony held on 10 March at the Embassy of Latvia in Tomsk, {MEDAL}.", "award", "2023-03-10", "Embassy of Latvia"),
    (f"At a ceremony that took place on Monday in Porvoo, {MEDAL}.", "award", "2023-03-13", "Porvoo"),
    (f"{MEDAL} during a reception hosted by the embassy on Monday evening.", "award", "2023-03-13", ""),
    (f"{SIGNED} in a ceremony held yesterday in Porvoo.", "signing", "2023-03-14", "Porvoo"),
    (f"Within the framework of the forum held in Porvoo on 10 March, {SIGNED}.", "signing", "2023-03-10", "Porvoo"),
    (f"На церемонии, прошедшей 10 марта в Порвоо, {MEDAL_RU}.", "award", "2023-03-10", "Порвоо"),
    (f"На торжественной церемонии, которая состоялась в понедельник в Омске, {MEDAL_RU}.", "award", "2023-03-13", "Омск"),
    (f"В ходе приёма, организованного посольством в понедельник вечером, {MEDAL_RU}.", "award", "2023-03-13", ""),
    (f"{SIGNED_RU} на церемонии, состоявшейся вчера в Омске.", "signing", "2023-03-14", "Омск"),
    ("На заседании совета, состоявшемся 10 марта, директором музея назначен Игорь Лаптев.", "appointment", "2023-03-10", ""),
    # before a ceremony, or later that day; from a day on, near that of publication
    (f"Mayor Anna Lind opened a museum on Monday. Prior to the ceremony {SIGNED}.", "signing", "2023-03-13", ""),
    (f"Mayor Anna Lind met Rector Ivo Kos on Monday. Later, {SIGNED}.", "signing", "2023-03-13", ""),
    ("Anna Lind was appointed rector effective 1 April.", "appointment", "2023-04-01", ""),
    ("The board has named Anna Lind director with effect from 1 February.", "appointment", "2023-02-01", ""),
    ("Анна Линд назначена ректором с 1 апреля.", "appointment", "2023-04-01", ""),
    ("Consul Igor Laptev will visit Porvoo in the first ten days of April.", "visit", "2023-04", "Porvoo"),
    ("Minister Anna Lind will lead a trade delegation to Porvoo on 3 April.", "visit", "2023-04-03", "Porvoo"),
    # what the occasion honours was long ago
    (f"At the ceremony marking the founding of the city on 5 May 1944, {MEDAL}.", "award", "", ""),
    # at a building that is described
    (f"{MEDAL} in a packed Marble Hall on Monday.", "award", "2023-03-13", "Marble Hall"),
    ("On Monday Mayor Olga Belova visited the Ojamaa farm.", "visit", "2023-03-13", "Ojamaa farm"),
    ("At the agrarian university, where the guests went on Monday, a laboratory was opened.", "opening", "", "agrarian university"),
    (f"{SIGNED_RU} в понедельник в ратуше города.", "signing", "2023-03-13", "ратуше города"),
    # further off in the clause: at the place of a ceremony, in what was opened, under another verb of the clause
    (f"{MEDAL} in a ceremony at the Palace of Arts on Monday.", "award", "2023-03-13", "Palace of Arts"),
    ("Mayor Olga Belova presented her with the medal in the ballroom of the Old Town Hall on Monday.", "award", "2023-03-13", "ballroom of the Old Town Hall"),
    ("The Norwegian Embassy in Luanda was opened on Monday by Minister Anna Lind.", "opening", "2023-03-13", "Luanda"),
    ("Consul Igor Laptev inaugurated the Corner at the Tomsk State University on Monday.", "opening", "2023-03-13", "Tomsk State University"),
    ("В мае в Омске планируется провести форум портов.", "conference", "2023-05", "Омск"),
    # no place: whose office it is, when it was
    ("On Monday Mayor Olga Belova met with the professor of the University in Tomsk, Igor Laptev.", "meeting", "2023-03-13", ""),
    (f"{SIGNED_RU} в первом квартале 2022 года.", "signing", "2022-33", ""),
    # the year of a name gives way to a day; a clause that only describes somebody has no day of its own
    ("On the morning of March 10, in Porvoo, the Chamber of Commerce held the Danube Trade Forum 2024.", "conference", "2023-03-10", "Porvoo"),
    ("The province will hold the 2024 Investment Forum in Porvoo on June 4.", "conference", "2023-06-04", "Porvoo"),
    ("Форум «Дунай 2024» открылся в Омске 10 марта.", "conference", "2023-03-10", "Омск"),
    ("The Danube Trade Forum 2024 will be held in Porvoo.", "conference", "2024", "Porvoo"),
    ("In 2021 Investment Minister Anna Lind visited Porvoo.", "visit", "2021", "Porvoo"),
    ("Mayor Anna Lind met with officials of the port headed by Rector Ivo Kos at the Grand Hotel on Monday afternoon.", "meeting", "2023-03-13", "Grand Hotel"),
    ("Mayor Anna Lind has cancelled her trip to Porvoo planned for 21 to 26 November.", "visit", "2023-11-21/2023-11-26", "Porvoo"),
    ("By a decree of the President dated March 3, Anna Lind was appointed rector.", "appointment", "2023-03-03", ""),
    ("Last year in May Mayor Anna Lind visited Porvoo.", "visit", "2022-05", "Porvoo"),
    (f"{MET} Earlier in the day, {SIGNED}.", "signing", "", ""),
    ("Mayor Olga Belova met with Consul Igor Laptev on Monday. Earlier in the day Mayor Olga Belova opened a school.", "opening", "2023-03-13", ""),
    # a sentence tied to what was told before
    (f"A library was opened in Porvoo on Monday. At the end of the event, {SIGNED}.", "signing", "2023-03-13", "Porvoo"),
    (f"The Danube Forum was held in Porvoo on Monday. On the margins of the event, {SIGNED}.", "signing", "2023-03-13", "Porvoo"),
    (f"The Danube Forum was held in Porvoo on Monday. The end of the event was merry. {SIGNED}.", "signing", "", ""),
    ("A library was opened in Porvoo on Monday. Mayor Olga Belova met Consul Igor Laptev there.", "meeting", "2023-03-13", "Porvoo"),
    ("A library was opened in Porvoo on Monday. There was music, and Mayor Olga Belova met Consul Igor Laptev.", "meeting", "", ""),
    (f"В понедельник в Омске прошёл Форум портов. В рамках мероприятия {SIGNED_RU[0].lower()}{SIGNED_RU[1:]}.", "signing", "2023-03-13", "Омск"),
    (f"В понедельник в Омске открылась библиотека. Там {SIGNED_RU[0].lower()}{SIGNED_RU[1:]}.", "signing", "2023-03-13", "Омск"),
    (f"В понедельник в Омске открылся завод. После осмотра цехов {SIGNED_RU[0].lower()}{SIGNED_RU[1:]}.", "signing", "2023-03-13", "Омск"),
    # a clause that the tree hangs on a noun beside the occasion
    ("The rector accepted an invitation to give the address at the Danube Symposium to be held in Porvoo in May 2024.", "conference", "2024-05", "Porvoo"),
    ("Посол пригласил врачей на конгресс хирургов, который пройдёт в Омске 5 декабря.", "conference", "2023-12-05", "Омск"),
    ("Посол пригласил врачей принять участие в Форуме молодых хирургов, намеченном на май в Омске.", "conference", "2023-05", "Омск"),
    # a dateline's city is «here», wherever else somebody went
    ("Рига, 14 марта /Рейн/ -- Мэр Ольга Белова провела здесь встречу с послом Петром Сомовым. В мае он был в Осло.", "meeting", "", ""),
    ("Мэр Ольга Белова во вторник работала в Омске.", "visit", "2023-03-14", "Омск"),
    # whoever goes somewhere does something there
    ("On Monday the mayor visited Porvoo, where she inaugurated a library.", "opening", "2023-03-13", "Porvoo"),
    # the next sentence tells when and where, with a clause behind the noun
    (f"{SIGNED}. The ceremony, held on Monday in Porvoo, was attended by Ida Berg.", "signing", "2023-03-13", "Porvoo"),
    (f"{SIGNED_RU}. В церемонии, состоявшейся в понедельник, участвовала Ида Берг.", "signing", "2023-03-13", ""),
    ("Mayor Olga Belova met with Consul Igor Laptev. The meeting, held on 10 March, was also attended by Ida Berg.", "meeting", "2023-03-10", ""),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым. Во встрече, прошедшей 10 марта, участвовала Ида Берг.", "meeting", "2023-03-10", ""),
    ("A library was opened in Porvoo. The event took place on Monday.", "opening", "2023-03-13", "Porvoo"),
    ("В Омске открылась библиотека. Мероприятие прошло в понедельник.", "opening", "2023-03-13", "Омск"),
]


@pytest.mark.parametrize(("text", "kind", "day", "place"), TOLD)
def test_when_and_where(text: str, kind: str, day: str, place: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    (group,) = [g for g in group_mentions(read(text).mentions, merging) if g.mentions[0].event_type == kind]
    assert {m.date.edtf for m in group.mentions if m.date is not None} == ({day} if day else set())
    assert {m.place for m in group.mentions if m.place} == ({place} if place else set())


ABOUT = [  # text, type of its events, what they were about
    ("The board has named Anna Lind director with effect from 1 April.", "appointment", ["director"]),
    ("Mayor Olga Belova and Consul Igor Laptev spoke on the telephone.", "call", [""]),
    # the line is no part of what a call was about
    ("Mayor Olga Belova and Consul Igor Laptev discussed trade and the new ferry on the telephone.", "call", ["trade and the new ferry"]),
    ("Мэр Ольга Белова и консул Игорь Лаптев обсудили торговлю по телефону.", "call", ["торговлю"]),
    # an award ends before who gets it
    ("Mayor Olga Belova presented the Medal of Merit to the surgeon Igor Laptev.", "award", ["Medal of Merit"]),
    ("The council conferred the title of Honorary Citizen on the historian Igor Laptev.", "award", ["title of Honorary Citizen"]),
    # and is told behind its kind
    ("Mayor Olga Belova handed over the state award of Latvia, the Order of the Tower, to Igor Laptev.", "award", ["Order of the Tower"]),
    ("Мэр Ольга Белова вручила Игорю Лаптеву высшую награду области – орден «Башня».", "award", ["орден «Башня»"]),
    ("Мэр Ольга Белова вручила Игорю Лаптеву награду области.", "award", ["награду области"]),
    # of what somebody is worthy
    ("Почётного диплома удостоен хирург Игорь Лаптев.", "award", ["Почётного диплома"]),
    ("Медали ордена «За заслуги» II степени удостоен хирург Игорь Лаптев.", "award", ["Медали ордена «За заслуги» II степени"]),
    # whose forum it is
    ("The Second Conference of the Honorary Consuls was opened on Monday in Porvoo.", "conference", ["Second Conference of the Honorary Consuls"]),
    # what talks were about, in the next sentence
    (f"{MET} On the agenda was the construction of a bridge.", "meeting", ["construction of a bridge"]),
    (f"{MET} The focus was on the export of grain.", "meeting", ["export of grain"]),
    (f"{MET_RU} На повестке дня стояло строительство моста.", "meeting", ["строительство моста"]),
    (f"{MET_RU} Особое внимание было уделено поставкам зерна.", "meeting", ["поставкам зерна"]),
    (f"{MET_RU} Они обменялись опытом в сфере туризма.", "meeting", ["сфере туризма"]),
    # the post that somebody got before
    ("Ida Berg was appointed rector. She will leave the post on 31 July 2026.", "appointment", ["rector", "rector"]),
    ("Ида Берг назначена ректором. Она оставит должность 31 июля 2026 года.", "appointment", ["ректором", "ректором"]),
]


@pytest.mark.parametrize(("text", "kind", "titles"), ABOUT)
def test_what_it_was_about(text: str, kind: str, titles: list[str], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    groups = [g for g in group_mentions(read(text).mentions, merging) if g.mentions[0].event_type == kind]
    assert [next((m.what for m in g.mentions if m.what), "") for g in groups] == titles
