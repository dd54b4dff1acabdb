"""English offices told in relation to others, in lists, and beside capitals that are no name: a sentence in, (name, office, body) of its people out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

CASES: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        "an aide of another office",
        "National Security Advisor to the Vice President Dr. Paul Gorman met today with Foreign Minister Mario Buena of Guatemala.",
        [("Paul Gorman", "national security advisor to the vice president", ""), ("Mario Buena", "foreign minister", "Guatemala")],
    ),
    (
        "an aide told after the name",
        "Sullivan met Henrik Lander, National Security Advisor to the Prime Minister of Sweden.",
        [("Henrik Lander", "national security advisor to the prime minister", "Sweden")],
    ),
    (
        "places and fields that the tagger takes for the beginning of the name",
        "Ambassador Anna Lind met with Vice Governor of Hokkaido Akira Tsuchi on Monday and with Minister of Ecology Yerlan Nysan.",
        [("Anna Lind", "ambassador", ""), ("Akira Tsuchi", "vice governor", "Hokkaido"), ("Yerlan Nysan", "minister of ecology", "")],
    ),
    (
        "initials of two letters and titles",
        "The akim of Osh region Sh. Karimov met the head of the Department of Trade and Industry A. Zh. Lindova and Ambassador Dato' Azlan bin Hashim.",
        [("Sh. Karimov", "akim", "Osh region"), ("A. Zh. Lindova", "head", "Department of Trade and Industry"), ("Azlan bin Hashim", "ambassador", "")],
    ),
    (
        "the head of a delegation told with another office",
        "Speeches were held by the head of the delegation, Deputy Rector Ivo Kos, and Rector Ida Tamm.",
        [("Ivo Kos", "head of the delegation", ""), ("Ivo Kos", "deputy rector", ""), ("Ida Tamm", "rector", "")],
    ),
    (
        "names behind what an office is for",
        "The member of the City Council in charge of schools Jelena Tot met the High Representative of the African Union for the Sahel, Dr. Ben Mansour.",
        [("Jelena Tot", "member", "City Council"), ("Ben Mansour", "high representative", "African Union")],
    ),
    (
        "names behind a body and behind several lands",
        "The state secretary at the Ministry of Culture Anna Lind met the Ambassador of India to Indonesia and Timor-Leste, Smt. Maya Rao.",
        [("Anna Lind", "state secretary", "Ministry of Culture"), ("Maya Rao", "ambassador to Indonesia", "India")],
    ),
    (
        "who only stands beside an office's place",
        "During his talk with the Governor in Riga, Mr. Kos said that Prime Minister Anna Lind met with the minister of agriculture.",
        [("Anna Lind", "prime minister", "")],
    ),
    (
        "towns with their lands",
        "The Mayor of Alta, Norway, Ivo Kos, met Mayor Anna Lind of Fort Alder, New Mexico, and the Deputy Governor of East Java, Mr. Bagus Sastro.",
        [("Ivo Kos", "mayor", "Alta"), ("Anna Lind", "mayor", ""), ("Bagus Sastro", "deputy governor", "East Java")],
    ),
    (
        "capitals between commas behind a minister's field",
        "Remarks were delivered by the Deputy Minister of Foreign Affairs, Nino Kvartskhel, and the Dean of the Faculty of Law, Prof. Ivo Kos.",
        [("Nino Kvartskhel", "deputy minister of foreign affairs", ""), ("Ivo Kos", "dean", "")],
    ),
    (
        "offices listed behind the name",
        "Mr. Ivo Kos, member of the Party Central Committee, Secretary of the provincial Party Committee and Governor of Alta, visited Riga.",
        [("Ivo Kos", "member", "Party Central Committee")],
    ),
    (
        "who holds an office of the city",
        "On Monday the ambassador called on the mayor of the city, Taalaibek Syrdyk.",
        [("Taalaibek Syrdyk", "mayor of the city", "")],
    ),
    ("a name in brackets", "Senator John D. (Jay) Weller IV met with Governor Anna Lind.", [("John D. Weller", "senator", ""), ("Anna Lind", "governor", "")]),
    (
        "an office that names a body",
        "Sen. Kern met with Anna Lind, director of the Houston Mayor's Office.",
        [("Anna Lind", "director", "Houston Mayor's Office")],
    ),
    (
        "two offices, the second behind a body",
        "He met Director of the Office of the Foreign Affairs Commission and Foreign Minister Wang Li in Washington.",
        [("Wang Li", "director", "Office of the Foreign Affairs Commission"), ("Wang Li", "foreign minister", "")],
    ),
    (
        "two offices without a link",
        "Peter Holm met with Danube Union Chairwoman U.S. Representative Anna Lind Novak.",
        [("Anna Lind Novak", "chairwoman", "Danube Union"), ("Anna Lind Novak", "representative", "U.S.")],
    ),
    (
        "two offices after the name",
        "Peter Holm called Ilias Kaya, Spokesman and Chief Adviser to the President of Slovakia.",
        [("Ilias Kaya", "spokesman", "")],
    ),
    (
        "a body behind a comma",
        "Rebecca Lind, President, National Education Association; Randi Holm, CEO, Acme LLC.",
        [("Rebecca Lind", "president", "National Education Association"), ("Randi Holm", "CEO", "Acme LLC")],
    ),
    (
        "names after a group",
        "Jon Miner met today with Members of the Presidency of Bosnia and Herzegovina Anna Kos, Ivo Babic, and Denis Loncar.",
        [
            ("Anna Kos", "member", "Presidency of Bosnia and Herzegovina"),
            ("Ivo Babic", "member", "Presidency of Bosnia and Herzegovina"),
            ("Denis Loncar", "member", "Presidency of Bosnia and Herzegovina"),
        ],
    ),
    (
        "names after a dash",
        "The heads of the towns of Alta and Berga: Anna Lind, Ivo Kos and Marek Novak, met.",
        [("Anna Lind", "head", ""), ("Ivo Kos", "head", ""), ("Marek Novak", "head", "")],
    ),
    (
        "of bodies that offices name",
        "Chairman of the Joint Chiefs of Staff General Peter Holm met Head of the Office of the President of Slovakia Ivo Kos, "
        "Commander-in-Chief of the Armed Forces Marek Novak and Director of the Office of the High Commissioner for Human Rights Anna Lind.",
        [
            ("Peter Holm", "chairman", "Joint Chiefs of Staff"),
            ("Peter Holm", "general", ""),
            ("Ivo Kos", "head", "Office of the President of Slovakia"),
            ("Marek Novak", "commander-in-chief", "Armed Forces"),
            ("Anna Lind", "director", "Office of the High Commissioner for Human Rights"),
        ],
    ),
    (
        "behind the office of a town or land, whatever the tagger takes the name for",
        "The ribbon was cut by the mayor of Osh, Taalai Sydyk, and the Romanian Ambassador, Ion Nastas.",
        [("Taalai Sydyk", "mayor", "Osh"), ("Ion Nastas", "ambassador", "Romania")],
    ),
    (
        "of a body called by a name in quotes",
        'It was signed by head of the public foundation "Ak Niet" Nina Asan and director of the company "Alder Foods" Ivo Kos.',
        [("Nina Asan", "head", "Ak Niet"), ("Ivo Kos", "director", "Alder Foods")],
    ),
    (
        "two offices of who acts",
        "The Chair of the Danube Union, President Ivo Kos, held talks with Anna Lind.",
        [("Ivo Kos", "chair", "Danube Union"), ("Ivo Kos", "president", "")],
    ),
    (
        "names that are offices too",
        "Senator Angus King met Representative Dean Phillips and Congressman Rob Bishop (R-UT). "
        "Minister Amir Khan met King Charles, Dean Anna Lind and Pope Francis.",
        [
            ("Amir Khan", "minister", ""),
            ("Angus King", "senator", ""),
            ("Anna Lind", "dean", ""),
            ("Charles", "king", ""),
            ("Dean Phillips", "representative", ""),
            ("Francis", "pope", ""),
            ("Rob Bishop", "congressman", ""),
        ],
    ),
    (
        "a land behind the office",
        "He met NATO Supreme Allied Commander Europe Gen. Ivo Kos and Mayor Anna Lind.",
        [("Anna Lind", "mayor", ""), ("Ivo Kos", "supreme allied commander Europe", "NATO")],
    ),
    ("no name", "The Ministers Responsible for Trade met Mayor Anna Lind.", [("Anna Lind", "mayor", "")]),
    ("a firm behind an office", "She met the chairman of Acme Bank, Blue Wolf Capital, and others.", []),
    ("a firm behind an office of a town", "She met the mayor of Osh, Blue Wolf Bank, and others.", []),
    (
        "lands that an office sees to",
        "Coordinator for the Middle East and North Africa Peter Holm met with Senior Director for the Western Hemisphere Ana Kos.",
        [("Peter Holm", "coordinator for the Middle East and North Africa", ""), ("Ana Kos", "senior director for the Western Hemisphere", "")],
    ),
    (
        "the short form of a land or body before the office or the name",
        "Peter Holm met with the Republic of Korea (ROK) National Security Advisor Kim Soo and Harbour Commission Chairman (HCC) Ivo Kos.",
        [("Kim Soo", "national security advisor", "Republic of Korea"), ("Ivo Kos", "chairman", "Harbour Commission")],
    ),
    (
        "a deputy of another office",
        "Principal Deputy National Security Advisor Peter Holm met with NSA Ivo Kos.",
        [("Peter Holm", "principal deputy national security advisor", ""), ("Ivo Kos", "NSA", "")],
    ),
    (
        "an office of another one behind a comma",
        "Peter Holm met with Harbour Advisor Ida Tamm, Port Authority Acting Director for Response and Recovery Ivo Kos, and others.",
        [("Ida Tamm", "advisor", ""), ("Ivo Kos", "acting director for response and recovery", "Port Authority")],
    ),
    (
        "the staff of somebody",
        "Chief of Staff to the Vice President Tina Holm met with Mayor Ivo Kos.",
        [("Tina Holm", "chief of staff to the vice president", ""), ("Ivo Kos", "mayor", "")],
    ),
    (
        "parties and states behind names",
        "Senators Anna Lind (D-Ohio), Ivo Kos (R-ME) and Sen. Marek Novak, R-Utah, a member of the Harbour Committee, met with Minister Peter Holm.",
        [("Anna Lind", "senator", ""), ("Ivo Kos", "senator", ""), ("Marek Novak", "senator", ""), ("Peter Holm", "minister", "")],
    ),
    (
        "a field that no list knows",
        "County Director of Special Crafts Mary Tillman met with Mayor Ivo Kos.",
        [("Mary Tillman", "county director of Special Crafts", ""), ("Ivo Kos", "mayor", "")],
    ),
    (
        "two offices, of which the tagger takes the second for a body",
        "Mayor Ivo Kos met with former HUD Secretary and CHF Co-Chair Jack Kenner.",
        [("Ivo Kos", "mayor", ""), ("Jack Kenner", "secretary", "HUD"), ("Jack Kenner", "co-chair", "CHF")],
    ),
    (
        "affairs of lands that no list knows",
        "Assistant Secretary of State for East Asian and Pacific Affairs Daniel Kessel met with Mayor Ivo Kos.",
        [("Daniel Kessel", "assistant secretary of state for East Asian and Pacific Affairs", ""), ("Ivo Kos", "mayor", "")],
    ),
    (
        "members of councils and assemblies",
        "City Auditor Ida Tamm met with Councilmember Anna Lind and Assemblyman Ivo Kos.",
        [("Ida Tamm", "city auditor", ""), ("Anna Lind", "councilmember", ""), ("Ivo Kos", "assemblyman", "")],
    ),
    ("no name but a company", "They thanked the chairman, Blue Wolf Capital Partners.", []),
    (
        "an article in a name",
        "President Abdel Fattah al-Masri met Prime Minister Mostafa el-Feki.",
        [("Abdel Fattah al-Masri", "president", ""), ("Mostafa el-Feki", "prime minister", "")],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_english_offices(why: str, text: str, expected: list[tuple[str, str, str]], read: Callable[[str], Analysis]) -> None:
    found = read(text)
    names = {entity.key: entity.name for entity in found.entities}
    assert sorted((names[fact.key], fact.position, fact.organization) for fact in found.positions) == sorted(expected), why
