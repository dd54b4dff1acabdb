"""Short releases as a whole: which events they tell, how, and who takes part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

Row = tuple[str, str, set[str]]  # type, status, names of all who take part

ROWS: list[tuple[str, list[Row]]] = [
    # who attended an opening, in a sentence of its own
    (
        "A consulate was opened in Tomsk. The ceremony was attended by Mayor Olga Belova and Consul Hans Weber.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "A bridge was opened in Tomsk. Present at the opening ceremony were Mayor Olga Belova and Consul Hans Weber.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "A museum was opened in Tomsk. Among the guests at the opening were Mayor Olga Belova and Consul Hans Weber.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "В Томске открыли мост. На открытии присутствовали мэр Ольга Белова и консул Ханс Вебер.",
        [("opening", "occurred", {"Ольга Белова", "Ханс Вебер"})],
    ),
    (
        "Governor Oleg Sorokin met with Consul Hans Weber. Deputy Mayor Olga Belova was also present.",
        [("meeting", "occurred", {"Oleg Sorokin", "Hans Weber", "Olga Belova"})],
    ),
    # with whose participation something was held
    (
        "A meeting on ferries was held in Tomsk with the participation of Mayor Olga Belova and Consul Hans Weber.",
        [("meeting", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "The Danube Forum was held in Ruse with the participation of delegations from Chad, Laos, and Sudan.",
        [("conference", "occurred", {"delegation from Chad", "delegation from Laos", "delegation from Sudan"})],
    ),
    ("The Northern Forum was held in Tomsk in attendance of Mayor Olga Belova.", [("conference", "occurred", set())]),
    # nobody but the host of a welcome is known: no meeting
    ("Mayor Olga Belova welcomed the participants.", []),
    ("Minister Abdi Reed joined the ministers of six countries on a video call.", [("call", "occurred", {"Abdi Reed"})]),
    # those who sign for regions that a headline tells of
    (
        "Agreement signed between Alta Region and Berga Region\n\nGovernor of Alta Region Oleg Sorokin and Governor of Berga Region Olga Belova "
        "signed an agreement on trade.",
        [("signing", "occurred", {"Alta Region", "Berga Region", "Oleg Sorokin", "Olga Belova"})],
    ),
    # a headline tells the office, the text its holder
    (
        "Deputy Foreign Minister's phone call\n\nDeputy Foreign Minister Ivan Gromov spoke by phone with Vice Minister of Foreign Affairs of Japan Kenji Abe.",
        [("call", "occurred", {"Ivan Gromov", "Kenji Abe"})],
    ),
    # who opens a sentence's main clause behind a participle
    (
        "Opening the Danube Forum, Akim of Alta Region Nurlan Abdirov noted the importance of rivers.",
        [("conference", "occurred", {"Nurlan Abdirov"})],
    ),
    # several lead a session; the pronoun behind "with" is not the subject
    (
        "The meeting of the Intergovernmental Commission on Trade was held in Tomsk under the chairmanship of Minister Olga Belova and Minister Hans Weber.",
        [("conference", "occurred", {"Intergovernmental Commission on Trade", "Olga Belova", "Hans Weber"})],
    ),
    (
        "Governor Oleg Sorokin met Consul Hans Weber and co-chaired with him the second session of the Danube Commission.",
        [("meeting", "occurred", {"Oleg Sorokin", "Hans Weber"}), ("conference", "occurred", {"Oleg Sorokin", "Hans Weber"})],
    ),
    # nothing was signed
    ("No agreement was signed by Chad and Laos.", [("signing", "negated", {"Chad", "Laos"})]),
    ("Neither was the agreement signed by Chad and Laos.", [("signing", "negated", {"Chad", "Laos"})]),
    ("Chad and Laos signed no documents.", [("signing", "negated", {"Chad", "Laos"})]),
    ("Chad and Laos signed the agreement. No minister spoke.", [("signing", "occurred", {"Chad", "Laos"})]),
    # names: a town's name as a given name, a body named by its members, bodies of several lands
    (
        "Foreign Minister of Armenia Ararat Petrosyan had a telephone conversation with Minister of Culture of Slovakia Florence Novak.",
        [("call", "occurred", {"Ararat Petrosyan", "Florence Novak"})],
    ),
    (
        "The Mayor of Plovdiv Stoyan Iliev received Deputy Chairman of the Cabinet of Ministers of Turkmenistan Batyr Annaev.",
        [("meeting", "occurred", {"Stoyan Iliev", "Batyr Annaev"})],
    ),
    ("The governments of Chad and Laos signed an agreement.", [("signing", "occurred", {"government of Chad", "government of Laos"})]),
    (
        "The Ministries of Culture of Chad and Laos signed a protocol.",
        [("signing", "occurred", {"Ministry of Culture of Chad", "Ministry of Culture of Laos"})],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_the_events_of_a_release(text: str, rows: list[Row], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    found = []
    for group in group_mentions(read(text).mentions, merging):
        people = {p.name.replace("ё", "е") for mention in group.mentions for p in mention.participants}
        found.append((group.mentions[0].event_type, group.mentions[0].status, people))
    assert sorted(found, key=repr) == sorted(rows, key=repr)
