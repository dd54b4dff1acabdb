"""Short releases as a whole: which events they tell, how, and who takes part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.headline import headline_end
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

Row = tuple[str, str, set[str]]  # type, status, names of all who take part

ROWS: list[tuple[str, list[Row]]] = [
    # a signed order has done it; who leads a delegation stands between it and its verb
    ("Governor Ivo Kos has signed an order appointing Anna Lind as acting Minister of Health.", [("appointment", "occurred", {"Anna Lind", "Ivo Kos"})]),
    (
        "At the invitation of the Speaker, a parliamentary delegation of Chad led by Idriss Saleh paid an official visit to Latvia.",
        [("visit", "occurred", {"parliamentary delegation of Chad", "Idriss Saleh"})],
    ),
    # a preposition of a day belongs to no phrase: "signed on"
    (
        "The memorandum between Lund University and Turku University was signed on the 3rd of May.",
        [("signing", "occurred", {"Lund University", "Turku University"})],
    ),
    ("Меморандум между Казанским университетом и компанией «Лумен» подписан 3 мая.", [("signing", "occurred", {"Казанский университет", "компания «Лумен»"})]),
    # whose decree it was, on whose behalf, and with whom among others
    (
        "By decree of President Marek Novak, Anna Lind has been relieved of her duties as Ambassador to Chad.",
        [("appointment", "occurred", {"Anna Lind", "Marek Novak"})],
    ),
    ("Указом президента ректор Ольга Белова назначена послом.", [("appointment", "occurred", {"Ольга Белова", "президент"})]),
    (
        "The agreement was signed on behalf of the Government by Minister Anna Lind and on behalf of the Alta Bank by Director Ivo Kos.",
        [("signing", "occurred", {"Anna Lind", "Ivo Kos"})],
    ),
    ("Minister Anna Lind held a series of meetings, including with Governor Ivo Kos.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("Our city was visited by the Consul General of Chad, Ivo Kos.", [("visit", "occurred", {"Ivo Kos"})]),
    # what somebody is by calling is no part of his name; the group of a body
    ("Businessman Ivo Kos met with Mayor Anna Lind.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"})]),
    ("Mayor Anna Lind met with the Director General of the Alta Hospitals group, Mrs. Rita Kos.", [("meeting", "occurred", {"Anna Lind", "Rita Kos"})]),
    # the only verb of a sentence, which the tagger takes for a participle
    ("In Tomsk, the delegation of Chad conferred with Governor Ivo Kos on trade.", [("meeting", "occurred", {"delegation of Chad", "Ivo Kos"})]),
    # who led, opened and spoke at what was told right before
    (
        "The Danube Forum was opened in Riga. At the opening session, remarks were delivered by Minister Anna Lind and Consul Ivo Kos.",
        [("conference", "occurred", {"Anna Lind", "Ivo Kos"})],
    ),
    (
        "The Danube Forum was held in Riga. Welcome speeches were made by Minister Anna Lind. Consul Ivo Kos spoke about trade.",
        [("conference", "occurred", {"Anna Lind", "Ivo Kos"})],
    ),
    ("The Danube Forum was held in Riga. Minister Anna Lind spoke at the library about trade.", [("conference", "occurred", set())]),
    ("A forum was held in Riga under the auspices of the Ministry of Culture.", [("conference", "occurred", {"Ministry of Culture"})]),
    ("Под эгидой Министерства культуры в Риге прошёл форум.", [("conference", "occurred", {"Министерство культуры"})]),
    ("A school was opened in Riga. Mayor Anna Lind and Consul Ivo Kos unveiled a commemorative plaque.", [("opening", "occurred", {"Anna Lind", "Ivo Kos"})]),
    (
        "Mayor Anna Lind met with Consul Ivo Kos. They unveiled a plaque to the poet.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}), ("opening", "occurred", {"Anna Lind", "Ivo Kos"})],
    ),
    ("A school was opened in Riga. Mayor Anna Lind presided over the ceremony.", [("opening", "occurred", {"Anna Lind"})]),
    # guests: the one from elsewhere of those who met, or those who came
    (
        "President Anna Lind of Latvia and President Ivo Kos of Chad held talks in Riga. The high-ranking guest arrived in Riga on a state visit.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}), ("visit", "occurred", {"Ivo Kos"})],
    ),
    (
        "A delegation of Chad led by Minister Ivo Kos is in Riga on a visit. On Monday they opened a trade house.",
        [("visit", "occurred", {"delegation of Chad", "Ivo Kos"}), ("opening", "occurred", {"delegation of Chad", "Ivo Kos"})],
    ),
    # who accepts a resignation
    ("Prime Minister Anna Lind accepted the resignation of Minister Ivo Kos.", [("appointment", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("Президент Анна Линд приняла отставку министра Ивана Петрова.", [("appointment", "occurred", {"Анна Линд", "Иван Петров"})]),
    # no events: sittings of a government, and what talks are about
    ("Prime Minister Anna Lind is chairing the weekly meeting of Cabinet.", []),
    (
        "The consul held a conversation with Director Anna Lind on the opening of a branch of the bank in Riga.",
        [("meeting", "occurred", {"consul", "Anna Lind"})],
    ),
    # delegations that come to the land which a text is about
    (
        "The consul announced that a mission of the Tula Chamber of Commerce will come to the region in autumn.",
        [("visit", "planned", {"mission of the Tula Chamber of Commerce"})],
    ),
    # who opened what was told before, whose pictures are shown, who holds a session, what is recalled beside a talk
    (
        "A new pumping station started operating in Tomsk. It was launched by Mayor Olga Belova together with Consul Hans Weber.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    ("В Томске открылся новый мост. Его открыли мэр Олег Белов и консул Анна Линд.", [("opening", "occurred", {"Олег Белов", "Анна Линд"})]),
    ("Mayor Olga Belova opened an exhibition of paintings by Ivo Kos.", [("opening", "occurred", {"Olga Belova"})]),
    ("The meeting of the Joint Commission on Trade between Chad and Laos was held in Tomsk.", [("conference", "occurred", {"Chad", "Laos"})]),
    (
        "Mayor Olga Belova received Consul Hans Weber. Belova welcomed the guest and recalled the history of the port.",
        [("meeting", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "Мэр Олег Белов встретился с консулом Анной Линд и напомнил о договоре. На встрече Белов рассказал о порте.",
        [("meeting", "occurred", {"Олег Белов", "Анна Линд"})],
    ),
    (
        "Mayor Anna Lind met with Consul Ivo Kos. Rector Rita Holm and other officials were also present on the occasion.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Rita Holm"})],
    ),
    # a dateline in capitals, a field of an office told in several words, a day from which somebody holds a post
    ("TOMSK: Mayor Olga Belova on Wednesday met with Consul Hans Weber.", [("meeting", "occurred", {"Olga Belova", "Hans Weber"})]),
    (
        "Mayor Olga Belova met the Minister of Water, Climate and Ecological Transition, Ivo Kos.",
        [("meeting", "occurred", {"Olga Belova", "Ivo Kos"})],
    ),
    ("The board has named Anna Lind director with effect from 1 April 2023.", [("appointment", "occurred", {"Anna Lind"})]),
    ("Анна Линд назначена директором с 1 апреля 2023 года.", [("appointment", "occurred", {"Анна Линд"})]),
    # who put something into service, received a courtesy call, or is told by a body with a prefix or in small letters
    ("The Faculty of Medicine put into service a new laboratory.", [("opening", "occurred", {"Faculty of Medicine"})]),
    ("Мэр Ольга Белова ввела новый мост в эксплуатацию.", [("opening", "occurred", {"Ольга Белова"})]),
    ("Mayor Anna Lind hosted a courtesy call by the Ambassador of Chad, Mr. Ivo Kos, on Monday.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos"})]),
    (
        "The Alta Port Company and the Berga Sub-Council of Trade signed an agreement.",
        [("signing", "occurred", {"Alta Port Company", "Berga Sub-Council of Trade"})],
    ),
    (
        "A memorandum was signed between the Chamber of Commerce of Tula and the Danish trade office in Minsk.",
        [("signing", "occurred", {"Chamber of Commerce of Tula", "Danish trade office"})],
    ),
    # the second "by" of a passive, and an office told with its owner
    ("The contract was signed by Rector Anna Lind and by the company's director, Ivo Kos.", [("signing", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("Договор подписан ректором Анной Линд и директором компании Иваном Петровым.", [("signing", "occurred", {"Анна Линд", "Иван Петров"})]),
    ("The ferry line was discussed by videoconference by Mayor Anna Lind and Consul Ivo Kos.", [("call", "occurred", {"Anna Lind", "Ivo Kos"})]),
    # whom an award is given to is told behind what he is, and by whose hands
    ("The town council conferred a medal on the Danish-born historian Anna Lind.", [("award", "occurred", {"Anna Lind"})]),
    ("Minister Anna Lind presented a medal to the oldest member of the choir, the pianist Ivo Kos.", [("award", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("The rector presented a medal to the oldest member of the club, Consul Ivo Kos.", [("award", "occurred", {"rector", "Ivo Kos"})]),
    ("Ivo Kos received the medal from the hands of Mayor Anna Lind.", [("award", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("Иван Петров получил медаль из рук мэра Анны Линд.", [("award", "occurred", {"Анна Линд", "Иван Петров"})]),
    ("Mayor Anna Lind presented the Alta Emblem of Honour to Ivo Kos.", [("award", "occurred", {"Anna Lind", "Ivo Kos"})]),
    ("Ivo Kos was deemed worthy of the Order of Merit by President Anna Lind.", [("award", "occurred", {"Anna Lind", "Ivo Kos"})]),
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
    # who is told among others by an office of his own, and by names that the tagger takes for two
    (
        "At the forum Bond was joined by Harbour Secretary Peter Holm, Dr. Anna Lind, founder and co-chair of the Danube Fund (DF), and Mayor Ivo Kos.",
        [("conference", "occurred", {"Bond", "Peter Holm", "Anna Lind", "Ivo Kos"})],
    ),
    (
        "President Anna Lind met with President Ivo Kos of Chad and President Peter Holm of Gabon to discuss their lands' upcoming elections in May 2023.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm"})],
    ),
    (
        "Мэр Анна Линд встретилась с Иваном Петровым. Анна Линд обсудила с Иваном Петровым выборы в мае 2023 года.",
        [("meeting", "occurred", {"Анна Линд", "Иван Петров"})],
    ),
    # equals are those who were told right before
    (
        "Minister Anna Lind met with the ministers of Chad and Laos. Ms. Lind discussed trade with her counterparts.",
        [("meeting", "occurred", {"Anna Lind", "minister of Chad", "minister of Laos"})],
    ),
    ("* Mayor Olga Belova to host a conference on trade in Riga.", [("conference", "planned", {"Olga Belova"})]),
    # who leads a delegation goes with it; who is ordered to do something; pronouns in what another intends
    (
        "Advisor Anna Lind and Director Ivo Kos led a delegation of port officials to meet with President Peter Holm.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos", "Peter Holm"})],
    ),
    ("The President ordered Secretary Anna Lind to meet with Minister Ivo Kos.", [("meeting", "proposed", {"Anna Lind", "Ivo Kos"})]),
    (
        "Rector Ida Tamm spoke. Governor Oleg Sorokin has announced his intent to appoint her as the next director of the museum.",
        [("appointment", "planned", {"Ida Tamm", "Oleg Sorokin"})],
    ),
    # ranks and forces before names, and full stops of ranks
    (
        "Mayor Olga Belova convened a meeting in Riga with U.S. Navy Adm. John C. Holm and U.S. Air Force Col. Anna Lind.",
        [("meeting", "occurred", {"Olga Belova", "John C. Holm", "Anna Lind"})],
    ),
    # names behind a colon, and a partner behind another noun
    (
        "Mayor Olga Belova met with the five speakers of the islands: Speaker Anna Lind, Speaker Ivo Kos, and Speaker Ida Tamm.",
        [("meeting", "occurred", {"Olga Belova", "Anna Lind", "Ivo Kos", "Ida Tamm"})],
    ),
    (
        "President Anna Lind held a bilateral meeting ahead of a harvest celebration with Prime Minister Ivo Kos at the White House.",
        [("meeting", "occurred", {"Anna Lind", "Ivo Kos"})],
    ),
    # in a list a body stands for nobody whose name is not known
    (
        "Mayor Olga Belova met with traders.\n\nParticipants included:\n\n- Anna Lind, Rector, Port College\n- Qx Zr, deputy for ports, Ministry of Trade",
        [("meeting", "occurred", {"Olga Belova", "traders", "Anna Lind"})],
    ),
    (
        "The Departments of Energy, the Interior, and Transportation hosted a forum in Riga.",
        [("conference", "occurred", {"Department of Energy", "Department of Interior", "Department of Transportation"})],
    ),
    # further offices of whom the sentence named right before
    (
        "Tom Perrin, Senior Advisor to the President & Director of the Office of Ports, Anna Lind, Staff Secretary, and Director of the Office of "
        "Ferries, and Ivo Kos, Senior Advisor to the President, met with Minister Ida Tamm.",
        [("meeting", "occurred", {"Tom Perrin", "Anna Lind", "Ivo Kos", "Ida Tamm"})],
    ),
    (
        "Advisor Peter Holm met with Professor Anna Lind, German Chancellery Chief of Division for Economic, Financial, and Labor Policy, to discuss trade.",
        [("meeting", "occurred", {"Peter Holm", "Anna Lind"})],
    ),
    # one place more
    (
        "Minister Anna Lind will travel to California. Minister Lind and Mayor Ivo Kos will also travel to Ohio.",
        [("visit", "planned", {"Anna Lind"}), ("visit", "planned", {"Anna Lind", "Ivo Kos"})],
    ),
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
    # who did something at a forum took part in it, whatever the tree hangs the forum on
    (
        "Senator Anna Lind first announced the creation of the new Holm Prize at the 2005 Danube Conference.",
        [("conference", "occurred", {"Anna Lind"})],
    ),
    (
        "Next week Mayor Olga Belova will speak about the role that forests play in combatting drought at the Oslo Forum in Norway.",
        [("conference", "planned", {"Olga Belova"})],
    ),
    (
        "As directed by President Marek Novak and President Ivo Kos at the November 2022 Danube Summit, the lines stay open.",
        [("conference", "occurred", {"Marek Novak", "Ivo Kos"})],
    ),
    ("At the Danube Summit in Ruse, Slovakia announced a new ferry.", [("conference", "occurred", {"Slovakia"})]),
    (
        "Mayor Olga Belova today joined with Consul Hans Weber in hosting a major conference on rivers.",
        [("conference", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    ("Senator Anna Lind, Chairman of the Senate Rivers Conference, wrote a letter to Mayor Olga Belova.", []),
    # the next one is another
    (
        "President Marek Novak will host the fourth Danube Summit in Tomsk on March 21. The next Danube Summit will be hosted by Chad.",
        [("conference", "planned", {"Marek Novak"}), ("conference", "planned", {"Chad"})],
    ),
    # who announces a delegation does not go with it
    (
        "President Marek Novak announced the designation of a Presidential Delegation to Tomsk to attend the Northern Expo on July 19, 2023.",
        [("conference", "planned", set())],
    ),
    # a chair of what holds a conference does not hold it
    ("Anna Lind is the honorary chair of SIGRA, which is holding its fourth annual conference in Tomsk.", [("conference", "occurred", set())]),
    # all who act met
    (
        "Senator Anna Lind, along with Mayor Olga Belova, today followed up on a recent meeting with Consul Hans Weber and said that trade grows.",
        [("meeting", "occurred", {"Anna Lind", "Olga Belova", "Hans Weber"})],
    ),
    (
        "Ministers spoke of President Marek Novak's tour following his historic meeting with Consul Hans Weber on Friday.",
        [("meeting", "occurred", {"Marek Novak", "Hans Weber"})],
    ),
    # what is told with a future clause, or behind thanks
    ("During the visit to Tomsk, President Marek Novak will announce a new ferry.", [("visit", "planned", {"Marek Novak"})]),
    ("I would like to thank our hosts for inviting Slovakia to join this summit in Tomsk.", [("conference", "occurred", {"Slovakia"})]),
    ("When Mayor Olga Belova meets with Consul Hans Weber in Tomsk, she will raise trade.", [("meeting", "planned", {"Olga Belova", "Hans Weber"})]),
    # praised for what he did himself
    (
        "President Marek Novak congratulated Minister Anna Lind on her appointment as Prime Minister.",
        [("appointment", "occurred", {"Anna Lind"})],
    ),
    # a body that speaks of itself
    ("Alder Steel announced it will reopen its plant in Tomsk.", [("opening", "planned", {"Alder Steel"})]),
    ("Slovakia plans to work with Hungary to sign a memorandum on ports.", [("signing", "planned", {"Slovakia", "Hungary"})]),
    # the name of a body that is no second person
    (
        "The minister accepted the resignation of Christopher Holm, the Commissioner of Alta Customs and Border Protection.",
        [("appointment", "occurred", {"Christopher Holm", "minister"})],
    ),
    # ships are called as people and lands are
    ("They welcomed the upcoming visit to Chad by the Alder Group, led by HMS Queen Elizabeth.", [("visit", "planned", {"Alder Group"})]),
    ("President Marek Novak spoke today with His Majesty King Abdullah II of Jordan.", [("call", "occurred", {"Marek Novak", "Abdullah II"})]),
    (
        "President Marek Novak spoke with Minister Anna Lind in the face of the storm.",
        [("call", "occurred", {"Marek Novak", "Anna Lind"})],
    ),
    ("The Alta Chamber of Commerce has presented Sen.\nAnna Lind with its Amber Prize.", [("award", "occurred", {"Alta Chamber of Commerce", "Anna Lind"})]),
    (
        "Office of Management and Budget Director Anna Lind met with Senate President Pro Tempore Toni Holm.",
        [("meeting", "occurred", {"Anna Lind", "Toni Holm"})],
    ),
    # who is told with the noun, the office or the verb beside
    ("Mayor Olga Belova joined Minister Hans Weber in Tomsk to tour a port.", [("visit", "occurred", {"Olga Belova", "Hans Weber"})]),
    (
        "Mayor Olga Belova met with the Director of the Center for Medicare and Medicaid Services, Hans Weber, to talk.",
        [("meeting", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "Mayor Olga Belova and Chiraag Veyne, Deputy Assistant to the President for Racial Justice and Equity, met on Monday.",
        [("meeting", "occurred", {"Olga Belova", "Chiraag Veyne"})],
    ),
    ("President Marek Novak's appointment of Hans Weber to lead our efforts shows care.", [("appointment", "occurred", {"Marek Novak", "Hans Weber"})]),
    ("Slovakia pledged its support for Chad's hosting of the 28th session of the Danube Assembly.", [("conference", "planned", {"Chad"})]),
    (
        "Anna Lind hosted a roundtable discussion with Florida water rights advocates.",
        [("meeting", "occurred", {"Anna Lind", "water rights advocates"})],
    ),
    (
        "The Government of Australia and the Government of the United Kingdom of Great Britain and Northern Ireland signed an agreement on May 2, 2022.",
        [("signing", "occurred", {"Government of Australia", "Government of the United Kingdom of Great Britain and Northern Ireland"})],
    ),
    (
        "Mayor Olga Belova met with Prime Minister Sheikh Mohammed bin Abdulrahman bin Jassim Al Thani of Qatar today.",
        [("meeting", "occurred", {"Olga Belova", "Mohammed bin Abdulrahman bin Jassim Al Thani"})],
    ),
    (
        "President Marek Novak and Minister Anna Lind will have the opportunity to discuss trade.",
        [("meeting", "planned", {"Marek Novak", "Anna Lind"})],
    ),
    (
        "Senator Anna Lind today laid out a plan that helps farmers in the valleys at the Coalition of Arid Lands Winter Conference.",
        [("conference", "occurred", {"Anna Lind"})],
    ),
    (
        "Senator Anna Lind also announced today that Hans Weber will become her Chief of Staff and Joan Holm will become her Deputy Chief of Staff.",
        [("appointment", "planned", {"Hans Weber"}), ("appointment", "planned", {"Joan Holm"})],
    ),
    # no event
    ("In his career Hans Weber was nominated for President three times.", []),
    ("Through the Danube Ministers' Meeting and the Officials' Meeting, Chad is deepening its ties with Laos.", []),
    ("Minister Anna Lind met with journalists from the Alder Post on Monday.", []),
    ("Minister Anna Lind sat down with the Alder Post for an interview on Monday.", []),
    ("The Alder Post: Office releases 1 million barrels of gasoline in bid to lower costs [Anna Lind and Ivo Kos, 5/21/24]", []),
    ("I applaud Secretary Anna Lind for the decision to engage Chad through talks if Chad lowers its dues.", []),
    ("Today President Marek Novak signed Rivers Memorandum-16 to strengthen trade.", []),
    ("The delegation urged President Marek Novak to keep the plants of Alta open.", []),
    ("The agency plans to use this power to enter into contracts to buy oil.", []),
    ("Senator Anna Lind led a broad call that year for President Marek Novak to issue an order.", []),
    ("The awards will go to school districts in Berga and in several territories of Chad.", []),
    ("The president took office determined to build. President Marek Novak spoke.", []),
    ("She has built roads since being sworn in as Vice President of Slovakia.", []),
    ('Mayor Olga Belova called former Chairman Hans Weber, who leads the inquiry, a "good and honest man".', []),
    ("The ministry announced the awarding of a $1 million rural grant to the mayors of Alta.", []),
    ("Minister Hans Weber tried to dismiss Rector Anna Lind.", []),
    ("Slovak citizens residing or traveling in Chad should depart at once.", []),
    ("Today, the agency launched a new page for colleges and universities with maps.", []),
    ("Tourists can see the port and visit the Alder Museum.", []),
    ("Anna Lind served in a presidential appointment as Director of the Office on Rivers.", []),
    ("The Order of Rivers is among the awards presented to foreign citizens and Polish residents living abroad.", []),
    ("Slovakia will be welcoming Consul Hans Weber back with open arms.", []),
    ("Families were sitting down to dinner with Mayor Olga Belova.", []),
    ("She received the Council of the Inspectors General and Ports Award. Anna Lind is a lawyer.", []),
    ("The Alder Administration is committed to honoring the land and conducting regular consultation with Slovakia.", []),
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
    # a headline tells in short what stands below it
    (
        "Working visit of the Tajik delegation to Tomsk\n\nA delegation of the Ministry of Transport of Tajikistan led by Deputy Minister Olga Belova was in "
        "Tomsk on a working visit.",
        [("visit", "occurred", {"delegation of the Ministry of Transport of Tajikistan", "Olga Belova"})],
    ),
    (
        "Exhibition of Georgian painter opens\n\nAn exhibition of works of the school was opened in Tomsk on 8 March by Mayor Olga Belova.",
        [("opening", "occurred", {"Olga Belova"})],
    ),
    (
        "Mayor Olga Belova opens a museum\n\nA bridge was opened in Tomsk by Governor Oleg Sorokin.",
        [("opening", "occurred", {"Olga Belova"}), ("opening", "occurred", {"Oleg Sorokin"})],
    ),
    (
        "Ambassador's visit to Tomsk cancelled\n\nConsul Hans Weber visited Tomsk.",
        [("visit", "negated", {"ambassador"}), ("visit", "occurred", {"Hans Weber"})],
    ),
    (
        "Bridge opens in Tomsk on 3 March\n\nA school was opened in Tomsk on 8 March.",
        [("opening", "occurred", set()), ("opening", "occurred", set())],
    ),
    ("Bridge opens in Tomsk.\n\nA school was opened in Tomsk.", [("opening", "occurred", set()), ("opening", "occurred", set())]),
    (
        "Ministers of two countries hold talks\n\nMinister of Trade Olga Belova and Minister of Trade Hans Weber held talks.",
        [("meeting", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    # who came along, who attended by a relative clause, who cut the ribbon, who handed the prize over
    (
        "Minister Olga Belova departed for Vienna on a working visit. Belova is accompanied by MPs Ivo Kos and Anna Lind.",
        [("visit", "occurred", {"Olga Belova", "Ivo Kos", "Anna Lind"})],
    ),
    (
        "Mayor Olga Belova met with Ambassador Otto Reed. The plan was backed by Consul Anna Lind, who attended the meeting.",
        [("meeting", "occurred", {"Olga Belova", "Otto Reed", "Anna Lind"})],
    ),
    (
        "A bridge was opened in Tomsk. The report was written by Anna Lind, who attended the ceremony.",
        [("opening", "occurred", {"Anna Lind"})],
    ),
    ("A trade house was opened in Tomsk. Mayor Olga Belova and Consul Anna Lind cut the ribbon.", [("opening", "occurred", {"Olga Belova", "Anna Lind"})]),
    ("A trade house was opened in Tomsk. The ribbon was cut by Mayor Olga Belova.", [("opening", "occurred", {"Olga Belova"})]),
    (
        "The Alder Fund awarded a prize to Professor Anna Lind. Rector Ivo Kos handed over the diploma.",
        [("award", "occurred", {"Alder Fund", "Anna Lind", "Ivo Kos"})],
    ),
    ("This was announced by Mayor Olga Belova at a meeting with Slovak businessmen.", [("meeting", "occurred", {"Olga Belova", "Slovak businessmen"})]),
    # whoever is nominated is only proposed
    ("On Monday the Government nominated Olga Belova for the position of governor.", [("appointment", "proposed", {"Government", "Olga Belova"})]),
    # lists of those who are put forward, who left the office before them, and of those who are withdrawn
    (
        "NOMINATIONS SENT TO THE SENATE:\n\nAnna Lind, of Ohio, to be a Member of the Board of the Danube Fund for a term expiring May 18, 2030, vice "
        "Otto Reed, term expired.\n\nOlga Belova, of Texas, a Career Member of the Senior Service, Class of Counselor, to be Ambassador to Kenya.\n\n"
        "Hans Weber, of Maine, to be United States Marshal for the District of Maine for the term of four years, vice Ivo Kos, resigned.",
        [
            ("appointment", "proposed", {"Anna Lind"}),
            ("appointment", "proposed", {"Olga Belova"}),
            ("appointment", "proposed", {"Hans Weber"}),
            ("appointment", "occurred", {"Ivo Kos"}),
        ],
    ),
    (
        "WITHDRAWAL SENT TO THE SENATE:\n\nAnna Lind, of Ohio, to be Director of the Mint, vice Otto Reed, which was sent to the Senate on March 3, 2024.",
        [("appointment", "negated", {"Anna Lind"})],
    ),
    ("Anna Lind, of Ohio, to be sure, likes boats.", []),
    ("Mayor Olga Belova asked Anna Lind, of Ohio, to be the director of the port.", []),
    (
        "Anna Lind, of Ohio, to be a Member of the Board of the Danube Fund.\n\nAnna Lind, of Ohio, to be Chair of the Board of the Danube Fund.",
        [("appointment", "proposed", {"Anna Lind"}), ("appointment", "proposed", {"Anna Lind"})],
    ),
    # what somebody is appointed to do, or to which body; who names somebody behind a long office of his own
    ("Mr. Otto Reed of the Danube Fund has been appointed to coordinate relief operations in the valley.", [("appointment", "occurred", {"Otto Reed"})]),
    ("In 2023 Olga Belova was confirmed by the Senate to serve as Minister of Roads.", [("appointment", "occurred", {"Senate", "Olga Belova"})]),
    ("President Marek Novak appointed Olga Belova to serve on the State Board of Roads.", [("appointment", "occurred", {"Marek Novak", "Olga Belova"})]),
    (
        "Anna Lind, Administrator, Danube Agency (DA), Department of Rivers, named Otto Reed as the Coordinating Officer for the valley.",
        [("appointment", "occurred", {"Anna Lind", "Otto Reed"})],
    ),
    ("Olga Belova was named to the national team.", []),
    (
        "Today, President Marek Novak announced Anna Lind as his choice to be the next Director of the Mint.",
        [("appointment", "occurred", {"Marek Novak", "Anna Lind"})],
    ),
    # who brings people together, who is known by the office of a spouse
    ("Mayor Olga Belova convened mayors from Ohio and Texas on Monday.", [("meeting", "occurred", {"Olga Belova", "mayors from Ohio and Texas"})]),
    (
        "First Lady Anna Lind is in Vienna. On Monday, the First Lady will meet with members of the Government of Slovakia.",
        [("meeting", "planned", {"Anna Lind", "members of the Government of Slovakia"})],
    ),
    ("President Marek Novak named Olga Belova as a recipient of the Medal of Labour.", [("award", "occurred", {"Marek Novak", "Olga Belova"})]),
    # a call or meeting of their own of those who met
    (
        "Minister Anna Lind met today with Consul Hans Weber in Tomsk. This meeting, which followed their March 3 phone call, included a discussion of trade.",
        [("meeting", "occurred", {"Anna Lind", "Hans Weber"}), ("call", "occurred", {"Anna Lind", "Hans Weber"})],
    ),
    (
        "Minister Anna Lind met Consul Hans Weber in Tomsk today. They recalled their meeting in Vienna on March 3.",
        [("meeting", "occurred", {"Anna Lind", "Hans Weber"}), ("meeting", "occurred", {"Anna Lind", "Hans Weber"})],
    ),
    ("Minister Anna Lind held a virtual discussion with Consul Hans Weber.", [("call", "occurred", {"Anna Lind", "Hans Weber"})]),
    (
        "Minister Anna Lind spoke today with foreign ministers and other officials from the Danube Group.",
        [("call", "occurred", {"Anna Lind", "foreign ministers", "other officials from the Danube Group"})],
    ),
    ("Minister Anna Lind spoke today with students and residents from the valley.", []),
    ("Minister Anna Lind has spoken with foreign ministers and other officials.", []),
    # several firms that are named; anybody of a kind
    (
        "Several Slovak companies, including GE Vernova, Alder Energy and Danube Bank, signed memorandums with the consulate on ships.",
        [("signing", "occurred", {"Several Slovak companies", "GE Vernova", "Alder Energy", "Danube Bank", "consulate"})],
    ),
    ("The Danube Summit has taken place every three years since 1994 and is the only meeting of all leaders from the valley.", []),
    # names: a legal form makes a body, a field may be taken for a name
    ("The prize was given to JSC Shcheglov Val.", [("award", "occurred", {"JSC Shcheglov Val"})]),
    ("Mayor Olga Belova met with Minister of Roads Rostam Ghasemi Amini.", [("meeting", "occurred", {"Olga Belova", "Rostam Ghasemi Amini"})]),
    # who is told around what they attended
    (
        "A stele was unveiled in Tomsk. Mayor Olga Belova and Consul Hans Weber took part in the ceremony.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "The Danube Forum opened in Ruse. Minister Anna Lind and Mayor Olga Belova addressed the participants.",
        [("conference", "occurred", {"Anna Lind", "Olga Belova"})],
    ),
    (
        "Governor Oleg Sorokin met with Consul Hans Weber. Attended by Minister Anna Lind, the meeting focused on trade.",
        [("meeting", "occurred", {"Oleg Sorokin", "Hans Weber", "Anna Lind"})],
    ),
    (
        "A delegation of the Alder Chamber visited Tomsk. During their stay, the delegates met with Mayor Olga Belova.",
        [("visit", "occurred", {"delegation of the Alder Chamber"}), ("meeting", "occurred", {"delegates", "Olga Belova"})],
    ),
    # what is planned by a relative clause
    (
        "The ministers discussed preparations for the 21st session of the Danube Commission, which is planned to be held in Tomsk in May.",
        [("conference", "planned", set())],
    ),
    ("The fair they wanted to attend has been rescheduled.", []),
    # who stands right before a passive, behind the comma of another phrase
    (
        "By the Decree of the President Marek Novak, Zhanibek Abdirov was appointed Ambassador of Kazakhstan to Hungary.",
        [("appointment", "occurred", {"Zhanibek Abdirov", "Marek Novak"})],
    ),
    ("After the war, Mayor Olga Belova was received by Consul Hans Weber.", [("meeting", "occurred", {"Olga Belova", "Hans Weber"})]),
    # names: a region as a surname, a company by its kind and name, two-word offices, "the two chairmen", "the diplomat"
    ("Mayor Ugur Altay met with Hokim Botir Zaripov.", [("meeting", "occurred", {"Ugur Altay", "Botir Zaripov"})]),
    ("The Danish company Alder Foods opened a plant in Tomsk.", [("opening", "occurred", {"Alder Foods"})]),
    (
        "Mayor Olga Belova met with Chairman Faisal Rawas and Under Secretary of Trade Saleh Masan.",
        [("meeting", "occurred", {"Olga Belova", "Faisal Rawas", "Saleh Masan"})],
    ),
    (
        "Chairman Ivo Kos received Speaker Anna Lind. The two chairmen then held talks.",
        [("meeting", "occurred", {"Ivo Kos", "Anna Lind"})],
    ),
    (
        "Ambassador of Japan Kenji Abe visited Tomsk. The diplomat met with Governor Oleg Sorokin.",
        [("visit", "occurred", {"Kenji Abe"}), ("meeting", "occurred", {"Kenji Abe", "Oleg Sorokin"})],
    ),
    (
        "Посол Японии Кэндзи Абэ посетил Томск. Дипломат встретился с губернатором Олегом Сорокиным.",
        [("visit", "occurred", {"Кэндзи Абэ"}), ("meeting", "occurred", {"Кэндзи Абэ", "Олег Сорокин"})],
    ),
    (
        "Ambassador of Japan Kenji Abe visited Tomsk. The Danish diplomat met with Governor Oleg Sorokin.",
        [("visit", "occurred", {"Kenji Abe"}), ("meeting", "occurred", {"diplomat of Denmark", "Oleg Sorokin"})],
    ),
    # parties told by the office that they hold, counterparts who hold the office of the other one
    (
        "Governor Igor Sedov received Ambassador Batyr Annaev. Following the talks, the ministers of transport of the two sides signed a roadmap.",
        [("meeting", "occurred", {"Igor Sedov", "Batyr Annaev"}), ("signing", "occurred", {"Igor Sedov", "Batyr Annaev"})],
    ),
    (
        "Rector Olga Belova met Rector Ivo Kos. The plans were agreed in the course of a video conference between the deans of the two faculties, Anna "
        "Lind and Hans Weber.",
        [("meeting", "occurred", {"Olga Belova", "Ivo Kos"}), ("call", "occurred", {"Anna Lind", "Hans Weber"})],
    ),
    (
        "Foreign Minister of Armenia Ararat Petrosyan met with his Georgian counterpart Ilia Gelashvili. "
        "A visit of the Georgian minister to Yerevan is planned.",
        [("meeting", "occurred", {"Ararat Petrosyan", "Ilia Gelashvili"}), ("visit", "planned", {"Ilia Gelashvili"})],
    ),
    # talks as the circumstance of what two people agreed
    (
        "During talks in Belgrade on Wednesday, Minister Roman Sklyar and Minister Tomislav Momir agreed on trade.",
        [("meeting", "occurred", {"Roman Sklyar", "Tomislav Momir"})],
    ),
    (
        "Governor Igor Sedov met Consul Hans Weber. During the meeting, Sedov and Deputy Governor Olga Belova spoke of trade.",
        [("meeting", "occurred", {"Igor Sedov", "Hans Weber"})],
    ),
    # what was declined or put off
    ("Minister Olga Belova declined the invitation to visit Tomsk.", [("visit", "negated", {"Olga Belova"})]),
    ("Minister Olga Belova accepted the invitation to visit Tomsk.", [("visit", "planned", {"Olga Belova"})]),
    ("The meeting of Mayor Olga Belova with Consul Hans Weber has been put off.", [("meeting", "negated", {"Olga Belova", "Hans Weber"})]),
    ("The speaker is scheduled to meet with Mayor Olga Belova and Chairman of Parliament Ivo Kos.", [("meeting", "planned", {"Olga Belova", "Ivo Kos"})]),
    ("Mayor Olga Belova met with Speaker of the Seimas Vida Cmil.", [("meeting", "occurred", {"Olga Belova", "Vida Cmil"})]),
    ("Mayor Olga Belova received Permanent Delegate of Chad to UNESCO Ali Reed.", [("meeting", "occurred", {"Olga Belova", "Ali Reed"})]),
    # one side alone makes no talks
    ("Senator Ivo Kos helped negotiate the Rivers Standard.", []),
    ("Thank you for calling the first meeting of the National Rivers Council to order.", []),
    ("Senator Ivo Kos negotiated with Minister Olga Belova.", [("meeting", "occurred", {"Ivo Kos", "Olga Belova"})]),
    # who took part is told without what it was in; who signs behind the talks of others; a document behind the other party
    (
        "A conference on rivers was held in Tomsk. Delegates from Chad and Mayor Olga Belova took part.",
        [("conference", "occurred", {"Delegates from Chad", "Olga Belova"})],
    ),
    (
        "On 2 March Governor Igor Sedov met Consul Hans Weber. Following negotiations, a letter of intent was signed by "
        "Rector Olga Belova and Director Ivo Kos.",
        [("meeting", "occurred", {"Igor Sedov", "Hans Weber"}), ("signing", "occurred", {"Olga Belova", "Ivo Kos"})],
    ),
    ("Minister Olga Belova will sign, with Minister Ivo Kos, a memorandum on trade.", [("signing", "planned", {"Olga Belova", "Ivo Kos"})]),
    ("Minister Olga Belova left for Vienna to attend the Danube Forum.", [("visit", "occurred", {"Olga Belova"}), ("conference", "planned", {"Olga Belova"})]),
    ("Ambassador Otto Reed met Chief of Protocol Elena Ivan.", [("meeting", "occurred", {"Otto Reed", "Elena Ivan"})]),
    (
        f"{'The sea was calm, and the wind was good. ' * 6}Minister Olga Belova is in Vienna on a working visit.",
        [("visit", "occurred", {"Olga Belova"})],
    ),
    (
        "A school was opened in Tomsk. Taking part in the ceremony were Mayor Olga Belova and Consul Hans Weber.",
        [("opening", "occurred", {"Olga Belova", "Hans Weber"})],
    ),
    (
        "Delegations of the Komi Republic and Minsk region held talks.",
        [("meeting", "occurred", {"Delegation of Komi", "Delegation of Minsk region"})],
    ),
]


DAYS = [  # the day of an event that its own sentence does not tell: those who met at one go on
    ("On 2 March Mayor Olga Belova met with Consul Hans Weber. Belova presented Weber with a medal.", "award", "2023-03-02"),
    ("On 2 March Mayor Olga Belova met with Consul Hans Weber. Olga Belova and Hans Weber signed a protocol.", "signing", "2023-03-02"),
    ("On 2 March Mayor Olga Belova met with Consul Hans Weber. Olga Belova and Anna Lind signed a protocol.", "signing", ""),
    ("Mayor Olga Belova met with Consul Hans Weber. The meeting was held in Tomsk on 2 February.", "meeting", "2023-02-02"),
]


@pytest.mark.parametrize(("text", "kind", "day"), DAYS)
def test_the_day_of_what_was_done_at_a_meeting(text: str, kind: str, day: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    (group,) = [g for g in group_mentions(read(text).mentions, merging) if g.mentions[0].event_type == kind]
    assert {m.date.edtf for m in group.mentions if m.date is not None} == ({day} if day else set())


@pytest.mark.parametrize(("text", "end"), [("Mayor opens museum\n\nA museum opened.", 18), ("A museum opened.\n\nIt is new.", 0), ("Mayor opens museum", 0)])
def test_where_a_headline_ends(text: str, end: int) -> None:
    assert headline_end(text) == end


def _in_order(row: Row) -> tuple[str, str, list[str]]:
    return row[0], row[1], sorted(row[2])


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_the_events_of_a_release(text: str, rows: list[Row], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    found = []
    for group in group_mentions(read(text).mentions, merging, headline=headline_end(text)):
        people = {p.name.replace("ё", "е") for mention in group.mentions for p in mention.participants}
        found.append((group.mentions[0].event_type, group.mentions[0].status, people))
    assert sorted(found, key=_in_order) == sorted(rows, key=_in_order)
