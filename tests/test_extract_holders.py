"""Who takes part, told together or again: holders of one office in a list, delegations and who leads them, pronouns, trips that go on, reported speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

Told = tuple[str, str, set[str], str]  # type, status, names of all who take part, place

THREE = {"Anna Lind", "Ivo Kos", "Marek Novak"}
DREI = {"Анна Линд", "Иво Кос", "Марек Новак"}
EVENTS: list[tuple[str, list[Told]]] = [
    # one office, told once for all who hold it
    ("The presidents of Chad and Laos, Anna Lind and Ivo Kos, held talks in Riga.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}, "Riga")]),
    ("The presidents of Kyrgyzstan and Chad, Bakyt Sydyk and Ivo Kos, held talks in Riga.", [("meeting", "occurred", {"Bakyt Sydyk", "Ivo Kos"}, "Riga")]),
    ("The ministers of Chad, Laos and Malta – Anna Lind, Ivo Kos and Marek Novak – met in Riga.", [("meeting", "occurred", THREE, "Riga")]),
    ("Governors Anna Lind of Tver, Ivo Kos of Pskov and Marek Novak of Tula met in Riga.", [("meeting", "occurred", THREE, "Riga")]),
    ("Послы Чада, Лаоса и Мальты — Анна Линд, Иво Кос и Марек Новак — встретились в Риге.", [("meeting", "occurred", DREI, "Рига")]),
    ("Мэр Олег Лис встретился с послами Чада, Лаоса и Мальты Анной Линд, Иво Косом и Мареком Новаком.", [("meeting", "occurred", DREI | {"Олег Лис"}, "")]),
    ("В Риге прошли переговоры губернаторов Тверской и Псковской областей Олега Лиса и Марека Новака.",
     [("meeting", "occurred", {"Олег Лис", "Марек Новак"}, "Рига")]),
    ("Ветераны Иван Петров и Олег Лис приехали в Ригу. Им вручили медали.",
     [("visit", "occurred", {"Иван Петров", "Олег Лис"}, "Рига"), ("award", "occurred", {"Иван Петров", "Олег Лис"}, "")]),
    ("Мэр встретился с победителями конкурса Анной Линд и Олегом Лисом.", [("meeting", "occurred", {"мэр", "Анна Линд", "Олег Лис"}, "")]),
    # a delegation of which nothing but its leader is told, and one of a land
    ("A delegation headed by Minister Anna Lind arrived in Riga. The delegation met with Mayor Ivo Kos.",
     [("visit", "occurred", {"Anna Lind"}, "Riga"), ("meeting", "occurred", {"Anna Lind", "Ivo Kos"}, "Riga")]),
    ("Мэр Олег Лис принял представительную делегацию во главе с министром Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("В Ригу прибыла делегация из 12 человек во главе с министром Анной Линд.", [("visit", "occurred", {"Анна Линд"}, "Рига")]),
    ("A delegation of Chad led by Minister Anna Lind visited Riga.", [("visit", "occurred", {"delegation of Chad", "Anna Lind"}, "Riga")]),
    ("MEP Anna Lind met Chief Justice Ivo Kos in Riga.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}, "Riga")]),
    ("Хоким Ферганской области Иван Котов посетил Ригу.", [("visit", "occurred", {"Иван Котов"}, "Рига")]),
    ("В Риге побывал военный атташе Иван Котов.", [("visit", "occurred", {"Иван Котов"}, "Рига")]),
    ("Красный Крест подписал соглашение с Чадом.", [("signing", "occurred", {"Красный Крест", "Чад"}, "")]),
    ("The Red Cross signed an agreement with Chad.", [("signing", "occurred", {"Red Cross", "Chad"}, "")]),
    ("The Thai delegation visited Riga.", [("visit", "occurred", {"Thai delegation"}, "Riga")]),
    ("The Finnish visitors visited Riga on Monday.", [("visit", "occurred", {"Finnish visitors"}, "Riga")]),
    ("A Norwegian technical mission visited Riga on Monday.", [("visit", "occurred", {"Norwegian technical mission"}, "Riga")]),
    ("Мэр Олег Лис принял торговую миссию из Чада во главе с министром Анной Линд.",
     [("meeting", "occurred", {"Олег Лис", "торговая миссия из Чада", "Анна Линд"}, "")]),
    # guests of whose visit nothing was told, and where they go on
    ("A delegation from Chad is in Riga these days. The guests were received by Mayor Ivo Kos.",
     [("meeting", "occurred", {"delegation from Chad", "Ivo Kos"}, "")]),
    ("В Риге находится делегация Чада. В субботу гостей принял мэр Олег Лис, в воскресенье они посетили порт Вентспилс.",
     [("visit", "occurred", {"делегация Чада"}, "Рига"), ("meeting", "occurred", {"Олег Лис", "делегация Чада"}, "Рига")]),
    # a city that holds an occasion is its place; a building visited after talks is not theirs
    ("Vienna hosted talks between Minister Anna Lind and Ambassador Ivo Kos.", [("meeting", "occurred", {"Anna Lind", "Ivo Kos"}, "Vienna")]),
    ("Рига приняла форум «Янтарь», в котором участвовала министр Анна Линд.", [("conference", "occurred", {"Анна Линд"}, "Рига")]),
    ("Мэр Олег Лис и посол Анна Линд обсудили туризм и посетили детский центр.",
     [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, ""), ("visit", "occurred", {"Олег Лис", "Анна Линд"}, "детский центр")]),
    # offices first, names in the next sentence
    ("The mayors of Riga and Vienna met in Tallinn. Ivo Kos and Anna Lind discussed trade.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "Tallinn")]),
    ("Мэры Риги и Вены встретились в Таллине. Иво Кос и Анна Линд обсудили туризм.", [("meeting", "occurred", {"Иво Кос", "Анна Линд"}, "Таллин")]),
    ("Делегации двух парламентов во главе со спикерами Олегом Лисом и Анной Линд провели переговоры в Риге.",
     [("meeting", "occurred", {"Делегация двух парламентов", "Олег Лис", "Анна Линд"}, "Рига")]),
    ("Mayor Ivo Kos (left) and Ambassador Anna Lind signed a memorandum.", [("signing", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("The First Secretary of the Embassy of Chad, Budi Santoso, met with Mayor Ivo Kos.", [("meeting", "occurred", {"Budi Santoso", "Ivo Kos"}, "")]),
    ("President Marek Novak signed a decree naming Ivo Kos ambassador to Chad.", [("appointment", "occurred", {"Marek Novak", "Ivo Kos"}, "")]),
    ("President Marek Novak signed a decree on taxes.", []),
    # a document whose parties were told before, and an office of the land told beside it
    ("Сенат ратифицировал договор о дружбе между Чадом и Лаосом. Договор был подписан летом в Риге.", [("signing", "occurred", {"Чад", "Лаос"}, "Рига")]),
    ("The senate ratified the treaty between Chad and Laos. The treaty was signed in Riga.", [("signing", "occurred", {"Chad", "Laos"}, "Riga")]),
    ("The senate discussed trade between Chad and Laos. The treaty was signed in Riga.", [("signing", "occurred", set(), "Riga")]),
    ("Министр иностранных дел Олег Лис встретился с президентом Чада и министром иностранных дел.",
     [("meeting", "occurred", {"Олег Лис", "президент Чада", "министр иностранных дел Чада"}, "")]),
    # what nobody named will do, by whose order somebody leaves, and what lies ahead
    ("Премьер Олег Лис отметил, что посла Анну Линд наградят орденом.", [("award", "planned", {"Анна Линд"}, "")]),
    ("Министр Олег Лис уволен Верховной Радой по представлению премьера.", [("appointment", "occurred", {"Олег Лис", "Верховная Рада"}, "")]),
    ("Presidents Ivo Kos and Anna Lind will coordinate in advance of the Danube Summit in Vienna.", [("conference", "planned", set(), "Vienna")]),
    # people told by one office before, each somewhere else; nobody by two offices
    ("Мэр Риги Олег Лис и мэр Вены Иво Кос обменялись письмами. Личная встреча мэров запланирована на весну.",
     [("meeting", "planned", {"Олег Лис", "Иво Кос"}, "")]),
    ("Министр экономики Олег Лис написал министру транспорта Иво Косу. Министры провели встречу в Риге.", []),
    ("Мэры Риги и Вены поговорили по телефону. Иво Кос и Анна Линд довольны беседой.", [("call", "occurred", {"Иво Кос", "Анна Линд"}, "")]),
    ("The mayors of Riga and Vienna spoke by telephone. Ivo Kos and Anna Lind agreed on a date.", [("call", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("The presidents of Chad and Laos spoke by telephone. Ivo Kos criticised Anna Lind.",
     [("call", "occurred", {"president of Chad", "president of Laos"}, "")]),
    # a colleague elsewhere, a body that serves an office, a company whose name the tagger takes for a noun
    ("Министр обороны Лаоса Олег Лис провёл переговоры с коллегой из Чада Иво Косом.", [("meeting", "occurred", {"Олег Лис", "Иво Кос"}, "")]),
    ("Министр обороны Лаоса Олег Лис встретился с визави из Чада Иво Косом.", [("meeting", "occurred", {"Олег Лис", "Иво Кос"}, "")]),
    ("The Vienna mayor's office signed an agreement with Kazan Federal University.",
     [("signing", "occurred", {"Vienna mayor's office", "Kazan Federal University"}, "")]),
    ("The governor's press service said Mayor Ivo Kos had met Minister Anna Lind.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("The Ministry of Agriculture of Chad and the Turkish company Agrosan have inked a contract.",
     [("signing", "occurred", {"Ministry of Agriculture of Chad", "Agrosan"}, "")]),
    ("В Ригу прибыла делегация деловых кругов Чада.", [("visit", "occurred", {"делегация деловых кругов Чада"}, "Рига")]),
    ("Yesterday deputies of the Riga city council received a delegation of Chad.",
     [("meeting", "occurred", {"deputies of the Riga city council", "delegation of Chad"}, "")]),
    ("Мэр Олег Лис вручил медаль генконсулу Чада Ивану Петрову. Генконсул поблагодарил мэра.", [("award", "occurred", {"Олег Лис", "Иван Петров"}, "")]),
    # who gathers, and a capital that is told without its name
    ("The ministers of culture of Chad and Laos, Ivo Kos and Anna Lind, will convene in Riga on May 3.",
     [("meeting", "planned", {"Ivo Kos", "Anna Lind"}, "Riga")]),
    ("По приглашению мэра Вены Иво Коса в австрийскую столицу прибыл мэр Риги Олег Лис.", [("visit", "occurred", {"Олег Лис"}, "австрийскую столицу")]),
    ("Посол Анна Линд и мэр Олег Лис встретились в двух столицах.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("The presidents of Chad and Laos, Ivo Kos and Anna Lind, inaugurated a gas interconnector.", [("opening", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    # those who came are received, whoever "they" are
    ("A group of Lao MPs arrived in Riga. They were received by Mayor Ivo Kos.",
     [("visit", "occurred", {"group of Lao MPs"}, "Riga"), ("meeting", "occurred", {"group of Lao MPs", "Ivo Kos"}, "Riga")]),
    ("В Ригу прибыла делегация Лаоса. Их принял мэр Олег Лис.",
     [("visit", "occurred", {"делегация Лаоса"}, "Рига"), ("meeting", "occurred", {"делегация Лаоса", "Олег Лис"}, "Рига")]),
    ("Отправилась первая электричка. На перроне её встречали мэр Олег Лис и посол Анна Линд.", []),
    ("Rector Ivo Kos thanked Consul Anna Lind for the visit.", [("visit", "occurred", {"Anna Lind"}, "")]),
    ("Ректор Олег Лис поблагодарил консула Анну Линд за визит.", [("visit", "occurred", {"Анна Линд"}, "")]),
    # whose a place or body is, told before it, and bodies told by their initials
    ("Georgian Railway and Chad's Alder Express signed two agreements.", [("signing", "occurred", {"Georgian Railway", "Alder Express"}, "")]),
    ("Mayor Ivo Kos visited Turkey's Izmir.", [("visit", "occurred", {"Ivo Kos"}, "Izmir")]),
    ("Mayor Ivo Kos met the head of Tver's Kalininsky district, Anna Lind.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("Псковская ТПП и Томская ТПП заключили соглашение.", [("signing", "occurred", {"Псковская ТПП", "Томская ТПП"}, "")]),
    # who is invited
    ("Ambassador Anna Lind extended an invitation to Mayor Ivo Kos to visit Vienna.", [("visit", "proposed", {"Ivo Kos"}, "Vienna")]),
    ("Ambassador Anna Lind handed Mayor Ivo Kos an invitation to visit Vienna.", [("visit", "proposed", {"Ivo Kos"}, "Vienna")]),
    ("Mayor Ivo Kos received an invitation to visit Vienna.", [("visit", "proposed", {"Ivo Kos"}, "Vienna")]),
    ("Посол Анна Линд передала мэру Олегу Лису приглашение посетить Вену.", [("visit", "proposed", {"Олег Лис"}, "Вена")]),
    # two who did something together, and two between whom something was, whatever the tree says
    ("The presidents of Chad and Serbia, Ivo Kos and Marek Novak, inaugurated a bridge. Both leaders had met one-on-one the day before in Belgrade.",
     [("opening", "occurred", {"Ivo Kos", "Marek Novak"}, ""), ("meeting", "occurred", {"Ivo Kos", "Marek Novak"}, "Belgrade")]),
    ("Переговоры об открытии рейса Уфа — Рига прошли между главой Тверской области Олегом Лисом и мэром Риги Иваном Петровым.",
     [("meeting", "occurred", {"Олег Лис", "Иван Петров"}, "")]),
    # what is led together, who is thanked by somebody who speaks, and a day that is over
    ("Mayors Ivo Kos and Anna Lind will co-chair a business forum in Riga.", [("conference", "planned", {"Ivo Kos", "Anna Lind"}, "Riga")]),
    ("The forum was co-chaired by Mayors Ivo Kos and Anna Lind.", [("conference", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("Speaking at the opening of the new bridge, Minister Anna Lind thanked the Turkish builders.", [("opening", "occurred", {"Anna Lind"}, "")]),
    ("The President of Chad has conferred the Order of Merit on Abdullah Harthy, chairman of the Business Council.",
     [("award", "occurred", {"president of Chad", "Abdullah Harthy"}, "")]),
    # who leaves, who comes, and an office that the next sentence gives to somebody else
    ("Губернатор Псковской области освободил от должности министра культуры Ивана Петрова. Министром стал Олег Лис.",
     [("appointment", "occurred", {"губернатор Псковской области", "Иван Петров"}, ""), ("appointment", "occurred", {"Олег Лис"}, "")]),
    # a document between others
    ("Мэр Олег Лис принял посла Анну Линд. Сегодня подписан меморандум между торговыми палатами.",
     [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, ""), ("signing", "occurred", set(), "")]),
    # a deputy told in one word with whose deputy it is, and names that a dictionary holds as forms of others
    ("Замглавы МИД Чада Олег Лис встретился с замруководителя порта Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("Мэр Олег Лис и вице-мэр Акира Цутия подписали договор.", [("signing", "occurred", {"Олег Лис", "Акира Цутия"}, "")]),
    ("Поездка мэра Олега Лиса в Вену, намеченная на май, не состоится, сообщил пресс-секретарь.", [("visit", "negated", {"Олег Лис"}, "Вена")]),
    # who is meant by "her"
    ("Mayor Ivo Kos handed the keys to Rector Anna Lind and presented her with a medal.", [("award", "occurred", {"Anna Lind", "Ivo Kos"}, "")]),
    ("Minister Anna Lind arrived in Riga. Mayor Ivo Kos received her at the port.",
     [("visit", "occurred", {"Anna Lind"}, "Riga"), ("meeting", "occurred", {"Anna Lind", "Ivo Kos"}, "Riga")]),
    ("Minister Anna Lind arrived in Riga and presented her book.", [("visit", "occurred", {"Anna Lind"}, "Riga")]),
    # a trip that goes on elsewhere, and one told twice
    ("Посол Анна Линд посетила Ригу. Завтра дипломат отправится в Вену.",
     [("visit", "occurred", {"Анна Линд"}, "Рига"), ("visit", "planned", {"Анна Линд"}, "Вена")]),
    ("Ambassador Anna Lind visited Riga. Tomorrow the diplomat will travel to Tallinn.",
     [("visit", "occurred", {"Anna Lind"}, "Riga"), ("visit", "planned", {"Anna Lind"}, "Tallinn")]),
    ("Ambassador Anna Lind will visit Riga. The visit is planned for May 3.", [("visit", "planned", {"Anna Lind"}, "Riga")]),
    # circumstances behind a reporting verb are those of the speaker
    ("Мост построят в мае, сообщил мэр Олег Лис по итогам переговоров с послом Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("«Мост построят в мае», — сказал мэр Олег Лис на встрече с послом Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    # an occasion whose opening somebody attends
    ("Министр Анна Линд приняла участие в открытии форума «Каспий» в Риге.", [("conference", "occurred", {"Анна Линд"}, "Рига")]),
    ("Министр Анна Линд приняла участие в открытии выставки «Каспий» в Риге.", [("opening", "occurred", {"Анна Линд"}, "Рига")]),
    # views that are exchanged, in the call told before as well
    ("Мэр Олег Лис и посол Анна Линд обменялись мнениями о туризме.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("Mayor Ivo Kos spoke by phone with Minister Anna Lind. Ivo Kos and Anna Lind exchanged views on trade.",
     [("call", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    # groups told by their kind, and who acts when talks are over
    ("Rector Anna Lind held a briefing with a bipartisan and bicameral group of Members of Parliament.",
     [("meeting", "occurred", {"Anna Lind", "bipartisan and bicameral group of Members of Parliament"}, "")]),
    ("Mayor Ivo Kos met with city officials, labor unions, and environmental organizations.",
     [("meeting", "occurred", {"Ivo Kos", "city officials", "labor unions", "environmental organizations"}, "")]),
    ("Following a bilateral meeting with President Marek Novak, Vice President Anna Lind announced a grant.",
     [("meeting", "occurred", {"Anna Lind", "Marek Novak"}, "")]),
    ("Following a meeting with President Marek Novak, spokeswoman Anna Lind announced a grant.", [("meeting", "occurred", {"Marek Novak"}, "")]),
    ("Sen. Kern met with members of the Alta Border Sheriff's Coalition.",
     [("meeting", "occurred", {"Kern", "members of the Alta Border Sheriff's Coalition"}, "")]),
    # whom talks are held to hear, whose mother somebody met, bodies that share a noun, entries of a list
    ("Mayor Ivo Kos hosted a discussion to engage with tribal leaders and Rector Anna Lind.",
     [("meeting", "occurred", {"Ivo Kos", "tribal leaders", "Anna Lind"}, "")]),
    ("Mayor Ivo Kos met with Marek Novak's mother, Anna Lind, in Vienna.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "Vienna")]),
    ("Chad signed a memorandum with Arizona State and Purdue Universities.",
     [("signing", "occurred", {"Chad", "Arizona State University", "Purdue University"}, "")]),
    ("Mayor Ivo Kos met with CEOs of Alder Steel and Berga Bank.", [("meeting", "occurred", {"Ivo Kos", "ceo of Alder Steel", "ceo of Berga Bank"}, "")]),
    ("The ministers met with Mayor Ivo Kos on Monday. Participants included:\n\n- Congresswoman Joyce Kern (OH-03), Chair of the River Caucus - Congresswoman "
     "Anna Lind (TX-18)", [("meeting", "occurred", {"Ivo Kos", "Joyce Kern", "Anna Lind"}, "")]),
    ("Mayor Ivo Kos met with Rector Anna Lind. The leaders who took part in today's meeting included:\n\n- Minister Marek Novak\n- Governor Kevin Vey",
     [("meeting", "occurred", {"Ivo Kos", "Anna Lind", "Marek Novak", "Kevin Vey"}, "")]),
    # those behind the place that a sentence opens with, what guests are received for, several with their offices
    ("Today at the White House, Advisor Jake Kern and Secretary Antony Vey hosted Slovak Minister Tzachi Hane for a meeting of the River Group.",
     [("meeting", "occurred", {"Jake Kern", "Antony Vey", "Tzachi Hane"}, "White House")]),
    ("Today, Jennifer Kern, White House Policy Council Director, Julie Chavez Vey, White House Intergovernmental Affairs Director, and Ivo Kos hosted a "
     "discussion with Mayor Anna Lind.", [("meeting", "occurred", {"Jennifer Kern", "Julie Chavez Vey", "Ivo Kos", "Anna Lind"}, "")]),
    ("Jennifer Kern and Assistant to the President, Senior Advisor to the President, and Director of the Office of Public Engagement Stephen Vey hosted "
     "a discussion with Mayor Anna Lind.", [("meeting", "occurred", {"Jennifer Kern", "Stephen Vey", "Anna Lind"}, "")]),
    ("Mayor Ivo Kos met with survivors of domestic violence, local advocates, and law enforcement in Vienna.",
     [("meeting", "occurred", {"Ivo Kos", "survivors of domestic violence", "local advocates", "law enforcement"}, "Vienna")]),
    ("Mayor Ivo Kos met with law enforcement officials in Vienna.", [("meeting", "occurred", {"Ivo Kos", "law enforcement officials"}, "Vienna")]),
    ("Senator Ivo Kos met with Supreme Court Nominee Anna Lind.", [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("President Ivo Kos held a meeting with House Democratic leadership.", [("meeting", "occurred", {"Ivo Kos", "House Democratic leadership"}, "")]),
    ("Mayor Anna Lind was awarded an honorary doctorate by Alder University.", [("award", "occurred", {"Anna Lind", "Alder University"}, "")]),
    # Russian news: whom what is about others means, and names that are told together or cut
    ("Мэр Олег Лис и министр Анна Линд обсудили ситуацию с беженцами на границе Чада с Лаосом.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Мэр Олег Лис и министр Анна Линд обсудили отношения Чада с НАТО.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Мэр Олег Лис встретился с журналистами.", []),
    ("Mayor Ivo Kos met with journalists.", []),
    ("Клиника имени Белова принимает пациентов с гриппом.", []),
    ("The Alder Clinic welcomed patients.", []),
    ("О программе визита и встречах министра Анны Линд в Риге предпочли не говорить.", []),
    ("В Риге открылся форум, в котором участвуют представители стран большой двадцатки.",
     [("conference", "occurred", {"представители стран большой двадцатки"}, "Рига")]),
    ("Мэр Олег Лис встретился с главами Псковской и Тверской народных республик.",
     [("meeting", "occurred", {"Олег Лис", "глава Псковской народной республики", "глава Тверской народной республики"}, "")]),
    ("Мэр Олег Лис принял делегацию Псковской и Тверской областей.", [("meeting", "occurred", {"Олег Лис", "делегация Псковской и Тверской областей"}, "")]),
    ("В Ригу прилетели известные музыканты, среди которых пианист Марек Новак и скрипач из Дании Иво Кос.",
     [("visit", "occurred", {"Иво Кос", "Марек Новак", "известные музыканты"}, "Рига")]),
    ("Мэр Олег Лис вручил ордена армейцам — призёрам Олимпиады.", [("award", "occurred", {"Олег Лис", "армейцы"}, "")]),
    ("Министр Анна Линд получила два рапорта об отставке.", []),
    ("Отставка и назначение прокуроров находятся в ведении сената.", []),
    ("Мэр Олег Лис встретился за круглым столом с послом Анной Линд.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Чад отказался прокомментировать заявления Лаоса с призывом созвать конференцию по туризму в Риге.", [("conference", "proposed", set(), "Рига")]),
    ("Поездка министра Анны Линд по Приморскому краю завершилась.", [("visit", "occurred", {"Анна Линд"}, "Приморский край")]),
    ("Председатель сената и лидер партии «Заря» Олег Лис прибыл в Ригу.", [("visit", "occurred", {"Олег Лис"}, "Рига")]),
    ("В Ригу прибыл глава ведомства и вице-премьер Олег Лис.", [("visit", "occurred", {"Олег Лис"}, "Рига")]),
    ("Мэр Олег Лис встретился с председателями Верховного, Конституционного и Высшего Арбитражного судов.",
     [("meeting", "occurred", {"Олег Лис", "председатели Верховного, Конституционного и Высшего Арбитражного судов"}, "")]),
    ("Анна Линд и Иво Кос подписали соглашение между парламентами Чада и Лаоса.",
     [("signing", "occurred", {"Анна Линд", "Иво Кос", "парламент Лаоса", "парламент Чада"}, "")]),
    ("Мэр Олег Лис наградил орденом Пирогова Анну Линд.", [("award", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Мэр Олег Лис провёл переговоры с коллегами из Чада и Лаоса.", [("meeting", "occurred", {"Олег Лис", "коллеги из Лаоса", "коллеги из Чада"}, "")]),
    ("Мэр Олег Лис встретился со сторонниками «Яблока».", [("meeting", "occurred", {"Олег Лис", "сторонники «Яблока»"}, "")]),
    ("Теперь Рига, где министр Анна Линд провела переговоры с мэром Олегом Лисом.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Вопросы обсуждались в ходе визита в Ригу вице-премьера, министра обороны Олега Лиса.", [("visit", "occurred", {"Олег Лис"}, "Рига")]),
    ("Музыкант Иво Кос говорил о перспективе отставки министра Анны Линд.", []),
    ("Президент назначил Олега Лиса Чрезвычайным и Полномочным послом в Чаде.", [("appointment", "occurred", {"Олег Лис", "президент"}, "")]),
    ("Награда присуждена послу Чада Христофору.", [("award", "occurred", {"Христофор"}, "")]),
    ("Участники вручили награды детям. Церемония в преддверии Дня Победы прошла в Риге.", [("award", "occurred", {"дети"}, "Рига")]),
    ("В Риге состоялось заседание СБ ООН.", [("conference", "occurred", {"СБ ООН"}, "Рига")]),
    ("Мэр Олег Лис провёл переговоры с турецким и китайским коллегами.",
     [("meeting", "occurred", {"Олег Лис", "турецкий коллега", "китайский коллега"}, "")]),
    # names of bodies told together or newly made, partners behind a topic, whose trip it was, what is called for
    ("Мэр Олег Лис встретился с послом Анной Линд и руководителем недавно созданной Портовой службы Иво Косом.",
     [("meeting", "occurred", {"Анна Линд", "Иво Кос", "Олег Лис"}, "")]),
    ("Мэр Олег Лис встретился с руководителями трёх ведущих телеканалов.",
     [("meeting", "occurred", {"Олег Лис", "руководители трёх ведущих телеканалов"}, "")]),
    ("Указом президента орденов удостоены четверо моряков.", [("award", "occurred", {"моряки", "президент"}, "")]),
    ("Министр Анна Линд находится в Риге, где проводит переговоры о сотрудничестве с чешскими коллегами.",
     [("visit", "occurred", {"Анна Линд"}, "Рига"), ("meeting", "occurred", {"Анна Линд", "чешские коллеги"}, "Рига")]),
    ("Чад и Лаос развивали торговлю — премьер Чада Олег Лис с рабочим визитом побывал в Риге.", [("visit", "occurred", {"Олег Лис"}, "Рига")]),
    ("Олег Лис и Иво Кос оценили итоги состоявшейся накануне встречи министров Чада и Лаоса.",
     [("meeting", "occurred", {"министр Лаоса", "министр Чада"}, "")]),
    ("Вопрос обсуждался на заседании бюро Высшего и Генерального совета партии.", [("conference", "occurred", {"Высший и Генеральный совет партии"}, "")]),
    ("Активисты взяли биржу, требуя отставки её директора.", [("appointment", "proposed", {"директор"}, "")]),
    ("В Риге автобус, в котором ехали члены сборной Чада, столкнулся с грузовиком.", []),
    ("О пожаре сообщил президент Татарстана Олег Лис. Президент России побывал в Казани.", [("visit", "occurred", {"президент России"}, "Казань")]),
    # colleagues in any case, who only arrived somewhere, and what graduates get
    ("Соглашение подписали министр Анна Линд и её иранский коллега.", [("signing", "occurred", {"Анна Линд", "иранский коллега"}, "")]),
    ("В аэропорту Риги министра Анну Линд встречали с цветами.", []),
    ("В мэрии Риги приняли делегацию Чада.", [("meeting", "occurred", {"делегация Чада", "мэрия Риги"}, "")]),
    ("Мэр Олег Лис вручил дипломы выпускникам университета.", []),
    ("Мэр Олег Лис вручил дипломы победителям конкурса.", [("award", "occurred", {"Олег Лис", "победители конкурса"}, "")]),
    # a name ends before what is done next, and lands go nowhere
    ("Мэр Олег Лис принял инспекторов Чешского агентства по атомной энергии и восстановил порядок.",
     [("meeting", "occurred", {"Олег Лис", "инспекторы Чешского агентства по атомной энергии"}, "")]),
    ("Чад обошёл Лаос по числу туристов.", []),
    # who only sets out, what is spoken for, what is open to people, who stands for election
    ("Министр Анна Линд отправляется в Ригу на форум «Янтарь».",
     [("visit", "occurred", {"Анна Линд"}, "Рига"), ("conference", "planned", {"Анна Линд"}, "Рига")]),
    ("Министр Анна Линд вылетела на переговоры с мэром Олегом Лисом.", [("meeting", "planned", {"Анна Линд", "Олег Лис"}, "")]),
    ("Министр Анна Линд прибыла на переговоры с мэром Олегом Лисом.", [("meeting", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Лаос — за прямые российско-украинские переговоры.", [("meeting", "proposed", {"Россия", "Украина"}, "")]),
    ("Для школьников в Риге открыт лагерь.", [("opening", "occurred", set(), "Рига")]),
    ("Центр Риги будет открыт для гостей и жителей.", []),
    ("Театр открыл сезон новым балетом.", []),
    ("На съезде Олега Лиса утвердили кандидатом в президенты.", [("conference", "occurred", {"Олег Лис"}, "")]),
    ("На форуме «Янтарь» завершила работу смена «Лидер».", []),
    ("В Риге ожидается прибытие министра Анны Линд, которая наградила Олега Лиса орденом.",
     [("visit", "planned", {"Анна Линд"}, "Рига"), ("award", "occurred", {"Анна Линд", "Олег Лис"}, "Рига")]),
    # bodies of one land, ranks before a name, surnames that are words for bodies, and those who act behind talks of others
    ("The U.S. Department of Energy signed a memorandum with Chad.", [("signing", "occurred", {"U.S. Department of Energy", "Chad"}, "")]),
    ("Mayor Ivo Kos met with the U.S. Department of the Treasury.", [("meeting", "occurred", {"Ivo Kos", "U.S. Department of the Treasury"}, "")]),
    ("Commander Ivo Kos and Vice Commander Col. Peter Kern met with Mayor Anna Lind.", [("meeting", "occurred", {"Ivo Kos", "Peter Kern", "Anna Lind"}, "")]),
    ("Mayor Ivo Kos met with Senior Director for Africa Dana Banks.", [("meeting", "occurred", {"Ivo Kos", "Dana Banks"}, "")]),
    ("Building on the May meeting between President Ivo Kos and Prime Minister Anna Lind, Slovakia and Chad resolved to take new steps.",
     [("meeting", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    ("President Ivo Kos appointed Anna Lind as Senior Adviser and Infrastructure Implementation Coordinator.",
     [("appointment", "occurred", {"Ivo Kos", "Anna Lind"}, "")]),
    # days before people, hosts of visits, those who come along, what somebody does while
    ("Yesterday, senior officials from the White House met with Mayor Ivo Kos.",
     [("meeting", "occurred", {"senior officials from the White House", "Ivo Kos"}, "")]),
    ("King Ivo Kos hosted the first visit by President Anna Lind to Riga.", [("visit", "occurred", {"Anna Lind"}, "Riga")]),
    ("Mayor Ivo Kos will meet with President Anna Lind, who will be joined by Secretary Marek Novak and Minister Tatiana Alder.",
     [("meeting", "planned", {"Ivo Kos", "Anna Lind", "Marek Novak", "Tatiana Alder"}, "")]),
    ("Mayor Ivo Kos will announce a grant while meeting with Rector Anna Lind.", [("meeting", "planned", {"Ivo Kos", "Anna Lind"}, "")]),
    ("Mayor Ivo Kos met with Minister of Foreign Affairs and Expatriates Ayman Vey as part of close consultations between Chad and Laos.",
     [("meeting", "occurred", {"Ivo Kos", "Ayman Vey"}, "")]),
    # a part of what is visited, and an event that is announced
    ("Министр Олег Лис побывал в одной из больниц Пскова.", [("visit", "occurred", {"Олег Лис"}, "больницы Пскова")]),
    ("Министр Олег Лис побывал в кремле Пскова.", [("visit", "occurred", {"Олег Лис"}, "Псков")]),
    ("Министр Олег Лис побывал в одной из книг.", []),
    ("Главное событие дня — министр Олег Лис встретился с мэром Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("На переговорах с Ким Чен Моном Олег Лис обсудил торговлю.", [("meeting", "occurred", {"Ким Чен Мон", "Олег Лис"}, "")]),
    ("Поездка президента Чада по странам Азии началась в Риге.", [("visit", "occurred", {"президент Чада"}, "Рига")]),
    ("Trade was discussed at the Danube Forum.", [("conference", "occurred", set(), "")]),
    # who holds an office is named behind all that it is of
    ("Mayor Olga Belova met with the chairman of the board of Lind JSC, Ivo Kos.", [("meeting", "occurred", {"Olga Belova", "Ivo Kos"}, "")]),
    ("Olga Belova met with the mayor of the town of Alta, Anna Lind, and Ivo Kos.", [("meeting", "occurred", {"Olga Belova", "Anna Lind", "Ivo Kos"}, "")]),
    (
        "Olga Belova met with the ambassador of Norway, Anna Lind, and the head of the office of the port, Ivo Kos.",
        [("meeting", "occurred", {"Olga Belova", "Anna Lind", "Ivo Kos"}, "")],
    ),
    ("Развитие портов обсудили на Дунайском форуме.", [("conference", "occurred", set(), "")]),
    ("Trade was discussed at a forum.", []),
    ("Мэр назначил Олега Лиса зампредом правительства.", [("appointment", "occurred", {"Олег Лис", "мэр"}, "")]),
    # kinds of lands, seats and second titles between an office and a name; names that go on behind a body
    ("Мэр Олег Лис встретился с первым заместителем губернатора аймака Мөнхбатом Доржсурэном.",
     [("meeting", "occurred", {"Олег Лис", "Мөнхбат Доржсурэн"}, "")]),
    ("Мэр Олег Лис встретился с директором филиала банка «Волна» в г. Омске Анной Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("Визит директора банка «Волна» в Омск Анна Линд назвала удачным.", [("visit", "occurred", {"директор банка «Волна»"}, "Омск")]),
    ("Член Коллегии (Министр) по торговле Дунайского союза Анна Линд встретилась с мэром Олегом Лисом.",
     [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("Мэр Олег Лис принял постоянного представителя Тувы при Президенте РФ Анну Линд.", [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, "")]),
    ("Заместитель губернатора провинции Хунань Тань Ю Ли встретился с мэром Олегом Лисом.", [("meeting", "occurred", {"Олег Лис", "Тань Ю Ли"}, "")]),
    ("Договор на сумму 2 млн евро подписали генеральные директора Олег Лис и Марек Новак 11 сентября.",
     [("signing", "occurred", {"Олег Лис", "Марек Новак"}, "")]),
    ("В январе Университет Гаджа Мада и Томский институт дружбы народов заключили соглашение.",
     [("signing", "occurred", {"Университет Гаджа Мада", "Томский институт дружбы народов"}, "")]),
    ("Мэр Олег Лис встретился с группой чешских вулканологов и энергетиков.",
     [("meeting", "occurred", {"Олег Лис", "группа чешских вулканологов и энергетиков"}, "")]),
    # foreign names of three words, bodies with their land, members of unions, who helped, and bare bodies
    ("Мэр Олег Лис принял посла Социалистической Республики Вьетнам Данга Минь Кхоя-Лама.",
     [("meeting", "occurred", {"Олег Лис", "Данг Минь Кхой-Лам"}, "")]),
    ("Чан Куок Хынг встретился с мэром Олегом Лисом.", [("meeting", "occurred", {"Олег Лис", "Чан Куок Хынг"}, "")]),
    ("Под председательством депутата Милли Меджлиса Азербайджанской Республики Анара Искандерова состоялось заседание комиссии по науке.",
     [("conference", "occurred", {"Анар Искандеров"}, "")]),
    ("В Риге состоялось заседание Межпарламентской Ассамблеи государств – участников СНГ.",
     [("conference", "occurred", {"Межпарламентская Ассамблея государств – участников СНГ"}, "Рига")]),
    ("Делегацию приняло Брестское отделение Белорусской торговой палаты при содействии посольства Чада.",
     [("meeting", "occurred", {"Брестское отделение Белорусской торговой палаты"}, "")]),
    ("Соглашение между акиматом и турецким холдингом было подписано в мае.", [("signing", "occurred", {"акимат", "турецкий холдинг"}, "")]),
    ("Договор с лицеем университет подписал в декабре.", [("signing", "occurred", {"лицей", "университет"}, "")]),
    ("Мэр Олег Лис и посол Анна Линд провели переговоры. Предыдущую программу стороны заключили в Риге пять лет назад.",
     [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, ""), ("signing", "occurred", {"Олег Лис", "Анна Линд"}, "Рига")]),
    ("Томский завод «Кабель» заключил контракт с поставщиком «Сахара Электрик».",
     [("signing", "occurred", {"Томский завод «Кабель»", "Сахара Электрик"}, "")]),
    ("Чешский писатель и переводчик Олег Лис награждён орденом за вклад в литературу.", [("award", "occurred", {"Олег Лис"}, "")]),
    # who made something ready, who came along, whole groups that took part, and whom a forum united
    ("В Риге состоялся форум «Сады», организованный хокимиятом области совместно с Министерством сельского хозяйства Узбекистана.",
     [("conference", "occurred", {"хокимият области", "Министерство сельского хозяйства Узбекистана"}, "Рига")]),
    ("Посол Анна Линд посетила Томск. Посла сопровождали советник Марек Новак и секретарь Иво Кос.",
     [("visit", "occurred", {"Анна Линд", "Марек Новак", "Иво Кос"}, "Томск")]),
    ("Посол Анна Линд посетила Томск. Поездку сопровождали дожди и ветер, о которых писал Марек Новак.",
     [("visit", "occurred", {"Анна Линд"}, "Томск")]),
    ("В Риге состоялось заседание ассамблеи СНГ. В нём приняли участие парламентские делегации Чада и Лаоса.",
     [("conference", "occurred", {"ассамблея СНГ", "парламентская делегация Чада", "парламентская делегация Лаоса"}, "Рига")]),
    ("Олег Лис выступил на форуме «Дух пути». В дискуссии участвовали директор Марек Новак и посол Анна Линд.",
     [("conference", "occurred", {"Олег Лис", "Марек Новак", "Анна Линд"}, "")]),
    ("В Риге завершилась выставка «Порт», собравшая 140 компаний из 11 стран.", [("conference", "occurred", {"компании из 11 стран"}, "Рига")]),
    ("В Риге завершилась выставка «Порт», собравшая 140 компаний.", [("conference", "occurred", set(), "Рига")]),
    ("Авиакомпания «Волна» открыла рейсы в Ригу. Самолёт встретили аркой, а ленточку перерезали директор Марек Новак и посол Анна Линд.",
     [("opening", "occurred", {"Авиакомпания «Волна»", "Марек Новак", "Анна Линд"}, "Рига")]),
    ("Мэр Олег Лис проведёт видеоконференцию с участием министров Чада.", [("call", "planned", {"Олег Лис", "министры Чада"}, "")]),
    # givers told first, what the appointed was before, who opens a branch, whose intention it is, whose part in a forum, and cities that signed
    ("Награды вручил премьер-министр Олег Лис. Орденом награждён врач Марек Новак. Медаль вручена Анне Линд.",
     [("award", "occurred", {"Марек Новак", "Олег Лис"}, ""), ("award", "occurred", {"Анна Линд", "Олег Лис"}, "")]),
    ("Ректором назначена профессор Анна Линд, до этого проректор по науке.", [("appointment", "occurred", {"Анна Линд"}, "")]),
    ("Директором порта утверждён Олег Лис, ранее возглавлявший отдел компании «Лотос».", [("appointment", "occurred", {"Олег Лис"}, "")]),
    ("Директором назначена Анна Линд, её заместителями — жители района.", [("appointment", "occurred", {"Анна Линд"}, "")]),
    ("В Риге открылся филиал Университета Осло.", [("opening", "occurred", {"филиал Университета Осло"}, "Рига")]),
    ("В Риге открылся филиал.", [("opening", "occurred", set(), "Рига")]),
    ("Олег Лис сообщил о намерении чешской стороны открыть консульство в Риге.", [("opening", "planned", {"Чехия"}, "Рига")]),
    ("Олег Лис сообщил о намерении открыть консульство в Риге.", [("opening", "planned", {"Олег Лис"}, "Рига")]),
    ("Олег Лис подтвердил участие чешской делегации в форуме «Порт», который пройдёт в Риге.",
     [("conference", "planned", {"чешская делегация"}, "Рига")]),
    ("Олег Лис подтвердил своё участие в форуме «Порт», который пройдёт в Риге.", [("conference", "planned", {"Олег Лис"}, "Рига")]),
    ("Мэр Олег Лис встретился с активом района – врачами, учителями, ветеранами.", [("meeting", "occurred", {"Олег Лис", "актив района"}, "")]),
    ("Форум открыл хоким Самаркандской области Марек Новак. На полях форума хоким области провёл переговоры с послом Анной Линд.",
     [("conference", "occurred", set(), ""), ("meeting", "occurred", {"Марек Новак", "Анна Линд"}, "")]),
    ("Глава Пскова Олег Лис провёл встречу с мэром Таллина Анной Линд. Псков и Таллин дружат давно. Соглашение о дружбе города подписали в 2006 году.",
     [("meeting", "occurred", {"Олег Лис", "Анна Линд"}, ""), ("signing", "occurred", {"Псков", "Таллин"}, "")]),
    ("В Риге прошёл форум по сокращению бедности, организованный правительством Чада и секретариатом Дунайского союза.",
     [("conference", "occurred", {"правительство Чада", "секретариат Дунайского союза"}, "Рига")]),
    # a town told by the first letter of its kind alone
    ("18 октября 2018 года в г.Сиань (КНР) прошёл форум, организованный Томским университетом.",
     [("conference", "occurred", {"Томский университет"}, "Сиань")]),
    ("Мэр Олег Лис посетил Ригу в 2021 г.Посол Анна Линд посетила Таллин в 2022 г.",
     [("visit", "occurred", {"Олег Лис"}, "Рига"), ("visit", "occurred", {"Анна Линд"}, "Таллин")]),
]  # fmt: skip


def in_order(told: Told) -> tuple[str, str, list[str], str]:
    """What events are sorted by."""
    return told[0], told[1], sorted(told[2]), told[3]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_who_takes_part(text: str, events: list[Told], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    found = []
    for group in group_mentions(read(text).mentions, merging):
        first = group.mentions[0]
        people = {p.name for m in group.mentions for p in m.participants}
        found.append((first.event_type, first.status, people, next((m.place for m in group.mentions if m.place), "")))
    assert sorted(found, key=in_order) == sorted(events, key=in_order)


def test_what_opens_keeps_the_whole_name(read: Callable[[str], Analysis]) -> None:
    (mention,) = read("В Риге открыли почётное консульство Республики Мальта.").mentions
    assert mention.what == "почётное консульство Республики Мальта"


def test_the_day_of_what_is_planned_is_not_that_of_what_was_reported(read: Callable[[str], Analysis]) -> None:
    text = "Slovakia will open a consulate in May, Minister Anna Lind said after a meeting with Mayor Ivo Kos."
    found = {m.event_type: (m.status, m.date is not None) for m in read(text).mentions}
    assert found == {"opening": ("planned", True), "meeting": ("occurred", False)}
