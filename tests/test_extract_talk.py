"""What is only talked about gives no row, and "I" in a quotation is whoever says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

TALK = [
    "By entering into a compact with Hungary, Slovakia will also be able to fight fires.",
    "Subject to the conclusion of the trade agreement with Hungary, Slovakia will lower tariffs.",
    "After the war, leaders of Slovakia and Hungary came together with a shared vision of peace.",
    "During National Forest Week, agencies come together to plant trees.",
    "The guards answered the nation's call, said Slovakia.",
    "Both sides should stand down from mass demonstrations.",
    "The new director will be appointed by the council.",
    "Speaker Anna Lind and Senator Peter Holm will convene the Senate on Thursday.",
    "Olga Belova praised the commitment of the region to open a terminal.",
    "On a family trip to Kazan in 2022, Mayor Emma Lind stayed in the car.",
    "Во время семейной поездки в Казань мэр Эмма Линд осталась в машине.",
    "The press asked who will sign the agreement with Kazan.",
    "Журналисты выясняли, кто поедет на переговоры в Стамбул.",
    "If Mayor Olga Belova meets Consul Igor Laptev, trade will grow.",
    "When will Mayor Olga Belova meet Consul Igor Laptev?",
    "The secretary shall meet with the director of the agency.",
    "We met with Mayor Olga Belova.",
    "I met with Mayor Olga Belova and signed the agreement with the city of Porvoo.",
    "The council supports holding listening sessions on farm prices.",
    "Council members met with farmers.",
    "Olga Belova praised the promise of the region to open a terminal.",
    "The act allows the Port Authority to enter into a contract with Hungary.",
    "The Port Authority grew over the years, and so did the town around it; its ships now carry grain, timber and passengers to the islands and back, and its "
    "workshops mend whatever the winter storms have broken. Medals are awarded to brave members of the port guard.",
    "The Port Authority grew over the years, and so did the town around it; its ships now carry grain, timber and passengers to the islands and back, and its "
    "workshops mend whatever the winter storms have broken. Somebody looked back on welcoming union leaders.",
    "The Forestry Committee of Slovakia will meet on Monday.",
    "Olga Belova is proud to introduce the president of Slovakia, Marek Novak.",
    "President Marek Novak signed a memorandum on wages.",
    "The masters went on to sign the declaration of the guild.",
    "The office decides in consultation with the Ministry of Economy.",
    "The act has helped farmers, reopening schools and keeping shops in business.",
    "Olga Belova retired from the navy in 2001.",
    "The committee and the port had a frank dialogue on Monday.",
    "It was a day like many at the United States Congress in May.",
    "It is my honour to introduce Deputy Minister Olga Belova.",
    "The fund gave money to help schools reopen in Samara.",
    "Colonel Victor Dronov gave the famous order to his soldiers.",
    "It keeps a promise that President Olga Belova and President Ivo Kos made during the April 2023 State Visit.",
    "The Port Authority grew over the years, and so did the town around it; its ships now carry grain, timber and passengers to the islands and back, and its "
    "workshops mend whatever the winter storms have broken. To date, Mayor Olga Belova has held nearly 150 meetings.",
    "Before assuming office as mayor, Olga Belova was a teacher.",
    "Prior to her appointment as rector, Olga Belova served as director of the port.",
    "Olga Belova has received numerous awards for her work.",
    "The Forestry Bill now awaits conference with the House version.",
    "Olga Belova urged all nations to join the Chemical Weapons Convention.",
    "The elections led to a transitional national assembly on March 3.",
    "Mayor Olga Belova often consulted with Rector Anna Lind during the reform.",
    "The bill helps by allowing the Secretary of Health to use the power of the program to negotiate directly with Slovakia for lower prices.",
    "Mayor Olga Belova has logged enough miles in Hungary to travel to Vienna six times.",
    "Mayor Olga Belova visited her parents in Vienna.",
    "Victor Dronov came to Hungary at age 11.",
    "I wish Consul Igor Laptev could be here to receive the medal that he won.",
    "Mayor Olga Belova talks with Tomsk radio reporters.",
    "Rector Anna Lind said so when meeting the press with Minister Igor Laptev.",
    "They are working with employers, schools and other community organizations to meet people where they are.",
    "Slovakia is working together with the countries of the region as partners to meet our shared challenges.",
    "Мэр Ольга Белова навестила своих родителей в Вене.",
    "Mayor Olga Belova has held two briefings with Rector Victor Dronov and asked many questions.",
    "Nearly thirty years later, Victor Dronov was elected president of the union.",
    "The Ministry of Commerce launched the Million Women plan, which brings women into the trade, doubling women's representation in the office.",
    "Mayor Olga Belova travels to the border region regularly to meet with officials there.",
    "Victor Dronov was awarded an executive certificate by the School of Government at Alder University.",
    "Mayor Olga Belova made a trip to visit family in Vienna.",
    "Victor Dronov first came to Hungary in 1988 to study biology.",
    "President Marek Novak announced the appointment of seven distinguished clinicians to the board.",
    "The mayor stressed the importance of concluding the negotiations between Slovakia and Hungary.",
    "I had the honor of meeting with Mayor Olga Belova.",
    "The office shall be headed by a director selected by the Secretary of State.",
    "Mayor Olga Belova has made a visit to every one of the cities of Hungary.",
    "President Marek Novak signed an order directing his staff to consult with Slovakia.",
    "With trade negotiations set to begin in the next few weeks, Mayor Olga Belova and Rector Victor Dronov are calling upon the president to help.",
    "Chad and Laos opened their airports to flights from Hungary.",
    "The bill would give all regions the option to sign agreements with the Secretary of Education.",
    "Mayor Olga Belova is free to visit Hungary.",
    "The Danube Summit is the only meeting of all leaders from the countries of the region.",
    "Senator Olga Belova announced the arrival of the new brigade in Riga.",
    "Если мэр Ольга Белова встретится с консулом Игорем Лаптевым, торговля вырастет.",
    "Когда мэр Ольга Белова встретится с консулом Игорем Лаптевым?",
    "Скрывшийся банкир Игорь Лаптев, возможно, находится в Вене.",
    "Журналист Игорь Лаптев не раз был в командировке в Словакии.",
    "Мэр Ольга Белова неоднократно встречалась с консулом Игорем Лаптевым.",
    "В Конгрессе США собрались представители бизнеса и науки.",
    "Заседание по иску Анны Линд к Игорю Лаптеву перенесено на 27 октября.",
    "В ближайшие дни Марек Новак подпишет ряд поручений по итогам совещания.",
    "Ещё до начала встречи игроки и тренеры говорили, что устали.",
    "За несколько часов до начала визита президент Словакии дал интервью.",
    "В рамках регулярных встреч губернатора с журналистами вышел новый выпуск программы.",
    "Здесь налаживают мирную жизнь, открывают предприятия.",
    "Некоторые театры уже открылись.",
    "В порту прошла встреча с ветеранами.",
    "На стадионе «Волна» чешские футболисты встречаются со сборной Словакии.",
    "Сервис готов, и теперь можно быстро заключить договор о рыбалке.",
    "The Silver Oar is the highest prize of the league and the medal is awarded to sailors who serve their town.",
    "On 9 October 1825, six Danish families arrived in New York in search of work.",
    "NOW, THEREFORE, I, OLGA BELOVA, do hereby proclaim July 21 through July 27 as Danube Forest Week.",
    "The unions reached an agreement that reopens the ports of Chad.",
    "- Port Authority - Ministry of Trade - Northern Conference of Mayors - Ministry of Culture",
    "Olga Belova was known for the schools she opened.",
    "The advisors scripted the mayor's conversations with lawmakers, officials, and donors.",
    "Olga Belova acts during any period in which the Director of the Port, Ivo Kos, has resigned.",
    "The fund pays service members medically retired for a disability.",
    "Olga Belova flew single-engine planes over New Guinea.",
    "It falls within the Forest Week that is held annually in Riga.",
    "The port will continue to consult with the farming and fishing communities.",
    "The town calls attention to them during Danube Forest Week, which it also observes this month.",
    "Соглашений, подписанных на форуме, стало больше.",
    "Мэр Ольга Белова оформила карту банка с консулом Игорем Лаптевым.",
    "Депутаты сократили срок назначения губернаторов.",
    "Ограничения против банков утвердил премьер Чехии.",
    "Мэр города Ольга Белова сделала первые назначения.",
    "Он доказал в суде, что его уволили незаконно.",
    "Военные каждый день открывают склады для беженцев.",
    "На торжества в Омск начали приезжать семьи участников похода.",
]
SPEAKERS = [
    ('"I met with Consul Igor Laptev," said Mayor Olga Belova.', {"Olga Belova", "Igor Laptev"}),
    ('"We enjoyed meeting with Consul Igor Laptev," Mayor Olga Belova said.', {"Olga Belova", "Igor Laptev"}),
    ("Mayor Olga Belova asked to meet with Consul Igor Laptev.", {"Olga Belova", "Igor Laptev"}),
]


@pytest.mark.parametrize("text", TALK)
def test_talk_gives_no_row(text: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(text).mentions] == []


@pytest.mark.parametrize(("text", "people"), SPEAKERS)
def test_who_speaks_takes_part(text: str, people: set[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert {p.name for p in mention.participants} == people
