"""Lists and companions: several holders of one office, people of a list, those told by name, who goes along, who made what opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

PEOPLE = [  # sentence, type, all who take part
    ("The White House and Department of Energy convened ferry owners on Monday.", "meeting", ["White House", "Department of Energy", "ferry owners"]),
    ("Mayor Anna Lind hosted President Hassan Sheikh Warsame for a meeting on Monday.", "meeting", ["Anna Lind", "Hassan Sheikh Warsame"]),
    (
        "The meeting was convened by Mr. Peter Holm, Coordinator for Rivers and Forest Policy at the Danube Council (DC), and Dr. Olga Belova.",
        "meeting",
        ["Peter Holm", "Olga Belova"],
    ),
    ("О реке говорил президент Марек Новак на Дунайском экономическом форуме.", "conference", ["Марек Новак"]),
    ("Депутаты Словакии собрались в Вене на первый агрофорум.", "conference", ["Депутаты Словакии"]),
    ("В Вене проходит саммит руководителей прокуратур стран «Большой двадцатки».", "conference", ["руководители прокуратур стран «Большой двадцатки»"]),
    ("В Вене прошло совещание министров обороны АСЕАН.", "meeting", ["министры обороны АСЕАН"]),
    ("В Вене состоялось совместное заседание коллегий МИД Чада и Лаоса.", "conference", ["МИД Чада", "МИД Лаоса"]),
    ("Цены обсудили на заседании Совета глав правительств АСЕАН.", "conference", ["Совет глав правительств АСЕАН"]),
    ("В Вене открылся саммит Чад — Лаос.", "conference", ["Чад", "Лаос"]),
    ("В Вене проходит встреча на высшем уровне Чад — АСЕАН.", "meeting", ["Чад", "АСЕАН"]),
    ("В Вене прошла встреча в верхах Чад — Лаос.", "meeting", ["Чад", "Лаос"]),
    ("Рост цен в центре внимания Анны Линд на встрече с ректором Мареком Новаком.", "meeting", ["Анна Линд", "Марек Новак"]),
    ("В Вене прошла встреча глав арабских государств.", "meeting", ["главы арабских государств"]),
    ("По итогам переговоров в Вене президент Марек Новак заявил, что доволен.", "meeting", ["Марек Новак"]),
    ("Об этом сказал министр Марек Новак, который посетил ЮАР.", "visit", ["Марек Новак"]),
    ("Об этом премьер Виктор Дронов заявил во время посещения завода.", "visit", ["Виктор Дронов"]),
    ("Президент Марек Новак побывал на открытии соревнований по гребле.", "visit", ["Марек Новак"]),
    ("President Marek Novak visited the military exercise.", "visit", ["Marek Novak"]),
    ("Governor Olga Belova met with U.S. Department of Housing and Urban Development Secretary Anna Lind.", "meeting", ["Olga Belova", "Anna Lind"]),
    ("The mayor met with three winners of the contest — Anna Lind, Ben Holm and Marek Novak.", "meeting", ["mayor", "Anna Lind", "Ben Holm", "Marek Novak"]),
    ("Губернатор встретился с победителями конкурса: Анной Беловой и Олегом Зиминым.", "meeting", ["губернатор", "Анна Белова", "Олег Зимин"]),
    ("Мэр Олег Зимин наградил победителей конкурса — Анну Белову и Марека Новака.", "award", ["Анна Белова", "Марек Новак", "Олег Зимин"]),
    ("Governor Olga Belova presented medals to five local students last Thursday.", "award", ["five local students", "Olga Belova"]),
    ("Governor Olga Belova met with a delegation of Danish labor leaders.", "meeting", ["Olga Belova", "delegation of Danish labor leaders"]),
    (
        "Governor Olga Belova held a meeting in Springfield, North Dakota, with tribal leaders to settle water rights.",
        "meeting",
        ["Olga Belova", "tribal leaders"],
    ),
    ("Mayor Ivo Kos and other White House officials hosted Governor Olga Belova.", "meeting", ["Ivo Kos", "White House officials", "Olga Belova"]),
    (
        "Governor Olga Belova held a call with Mayor Anna Lind of Tampa, Mayor Ivo Kos of Austin, and Mayor Otto Reed of Boston to prepare for the storm.",
        "call",
        ["Olga Belova", "Anna Lind", "Ivo Kos", "Otto Reed"],
    ),
    (
        "Governor Olga Belova met with Foreign Minister Ivo Kos, Prime Minister Otto Reed, U.S. Ambassador to Iraq Anna Lind, and others.",
        "meeting",
        ["Olga Belova", "Ivo Kos", "Otto Reed", "Anna Lind"],
    ),
    ("Governor Olga Belova met with G20 Leaders in Vienna.", "meeting", ["Olga Belova", "G20 leaders"]),
    ("Governor Olga Belova met with UN Special Envoy for Yemen Otto Reed in Vienna.", "meeting", ["Olga Belova", "Otto Reed"]),
    ("ELM CITY, MO – U.S. Senator Otto Reed visited Springfield today.", "visit", ["Otto Reed"]),
    ("The first Forum, which was also attended by President Novak as well as Chancellor Anna Lind, took place.", "conference", ["Novak", "Anna Lind"]),
    (
        "Ministers Anna Lind of Chad and Ivo Kos of Laos, joined by Ambassador Otto Reed, met with Governor Olga Belova.",
        "meeting",
        ["Anna Lind", "Ivo Kos", "Otto Reed", "Olga Belova"],
    ),
    ("Governor Olga Belova met with a group of Austin residents.", "meeting", ["Olga Belova", "group of Austin residents"]),
    (
        "Participants in the meeting with Mayor Olga Belova included:\n\n- Wanda Heron, Director, Nordic River Council - Otto Reed, Writer, Alder Review",
        "meeting",
        ["Olga Belova", "Wanda Heron", "Otto Reed"],
    ),
    (
        "Mayor Olga Belova held a meeting with fellow mayors, including Graz Mayor Ivo Kos and Mayor Anna Lind.",
        "meeting",
        ["Olga Belova", "fellow mayors", "Ivo Kos", "Anna Lind"],
    ),
    ("Mayor Olga Belova met with leaders from across the Alpine valleys.", "meeting", ["Olga Belova", "leaders from across the Alpine valleys"]),
    ("Mayor Olga Belova met with mayors from Graz and Vienna.", "meeting", ["Olga Belova", "mayors from Graz and Vienna"]),
    (
        "Governor Olga Belova awarded the medal to Colonel Ivo Kos, United States Army, Retired, and Major Otto Reed, U.S. Marine Corps (Retired).",
        "award",
        ["Ivo Kos", "Otto Reed", "Olga Belova"],
    ),
    (
        "The Department of the Treasury and the River Authority of Laos will hold a meeting with Mayor Anna Lind.",
        "meeting",
        ["Department of the Treasury", "River Authority of Laos", "Anna Lind"],
    ),
    (
        "At the Danube Summit on Friday, President Marek Novak and Chancellor Anna Lind announced a plan.",
        "conference",
        ["Marek Novak", "Anna Lind"],
    ),
    ("Governor Olga Belova received the Heron Prize from the Society of Painters.", "award", ["Olga Belova", "Society of Painters"]),
    ("She will then travel to Graz, Austria to meet with Governor Olga Belova.", "meeting", ["Olga Belova"]),
    (
        "Members of the Finnish and Estonian Delegations met with Governor Olga Belova on May 3.",
        "meeting",
        ["Members of the Finnish and Estonian Delegations", "Olga Belova"],
    ),
    (
        "Issues of water supply were discussed by the mayor of Omsk, Anna Lind, and a delegation of the Northern Water Fund.",
        "meeting",
        ["Anna Lind", "delegation of the Northern Water Fund"],
    ),
    ("The seminar, attended by experts from Laos, Nepal and Bhutan, was devoted to glaciers.", "conference", ["experts from Laos, Nepal and Bhutan"]),
    ("Following the talks, the ministers Anna Lind and Ivo Kos signed a protocol on fishing.", "signing", ["Anna Lind", "Ivo Kos"]),
    (
        "The agreement was signed by the co-chairs of the commission, Minister Anna Lind, Ambassador Ivo Kos and Governor Olga Belova.",
        "signing",
        ["Anna Lind", "Ivo Kos", "Olga Belova"],
    ),
    ("Mayor Olga Belova spoke on the phone with the cosmonauts Gleb Yartsev and Nina Maslova.", "call", ["Olga Belova", "Gleb Yartsev", "Nina Maslova"]),
    (
        "The Deputy Chairman of the Duma, Ivan Dronov, and Norway's Ambassador, Kari Lund, opened a bridge in Samara on Friday.",
        "opening",
        ["Ivan Dronov", "Kari Lund"],
    ),
    ("The Governor presented the Order of Courage to firefighter Gleb Yartsev.", "award", ["Gleb Yartsev", "governor"]),
    ("The University of Basel conferred an honorary doctorate on economist Nina Maslova.", "award", ["Nina Maslova", "University of Basel"]),
    ("After the games in the towns, Anna Lind and Ivo Kos signed an agreement.", "signing", ["Anna Lind", "Ivo Kos"]),
    (
        "The dinner, hosted by Governor Olga Belova, was attended by Consul Anna Lind and Rector Ivo Kos.",
        "meeting",
        ["Olga Belova", "Anna Lind", "Ivo Kos"],
    ),
    ("President Ivo Kos congratulated Governor Marek Novak. Kos met him in Vienna on Monday.", "meeting", ["Ivo Kos", "Marek Novak"]),
    ("Alder Foods announced an investment to open a new plant in Samara.", "opening", ["Alder Foods"]),
    ("Governor Olga Belova had the opportunity to meet with Rector Victor Dronov.", "meeting", ["Olga Belova", "Victor Dronov"]),
    ("Trade between Slovakia and Chad has grown since the signing of the agreement on energy in 2007.", "signing", ["Slovakia", "Chad"]),
    ("Senator Olga Belova called for a space summit with the Forestry Committee.", "conference", ["Olga Belova", "Forestry Committee"]),
    (
        "Mayor Olga Belova, Forestry Council Director Ida Tamm, and White River Rescue Plan Coordinator Peter Holm met with Consul Igor Laptev.",
        "meeting",
        ["Olga Belova", "Ida Tamm", "Peter Holm", "Igor Laptev"],
    ),
    (
        "Olga Belova met with President Ivo Kos of the Democratic Republic of the Congo (DRC), President Ida Tamm of Chad, and President Peter Holm of Gabon.",
        "meeting",
        ["Olga Belova", "Ivo Kos", "Ida Tamm", "Peter Holm"],
    ),
    ("Olga Belova was presented with the Golden Award by the National Farmers Union (NFU).", "award", ["Olga Belova", "National Farmers Union"]),
    ("Mayor Olga Belova arrived in Kazan accompanied by Rector Victor Dronov.", "visit", ["Olga Belova", "Victor Dronov"]),
    ("Governor Olga Belova visited the shipyard in the company of Professor Victor Dronov.", "visit", ["Olga Belova", "Victor Dronov"]),
    ("Governor Olga Belova visited the company of Victor Dronov in Samara.", "visit", ["Olga Belova"]),
    (
        "Senators Anna Lind and Ivo Kos, along with Representatives Ida Tamm and Peter Holm, met with Minister Victor Dronov.",
        "meeting",
        ["Anna Lind", "Ivo Kos", "Ida Tamm", "Peter Holm", "Victor Dronov"],
    ),
    ("Minister Anna Lind met with members of the Utah State Senate.", "meeting", ["Anna Lind", "members of the Utah State Senate"]),
    (
        "Senator Anna Lind and Mayor Ivo Kos left. Lind, Kos and Novak met with Mayor Ida Tamm. Marek Novak left.",
        "meeting",
        ["Anna Lind", "Ivo Kos", "Marek Novak", "Ida Tamm"],
    ),
    (
        "Олег Сорокин провёл рабочую встречу с консулом Дании Марком Орловым, в которой также приняли участие ректор Ирина Белова и глава палаты Игорь Лаптев.",
        "meeting",
        ["Олег Сорокин", "Марк Орлов", "Ирина Белова", "Игорь Лаптев"],
    ),
    (
        "В ходе пребывания в столице посол Марек Новак проведёт переговоры с российским коллегой Олегом Сорокиным, другими представителями Словакии.",
        "meeting",
        ["Марек Новак", "Олег Сорокин", "другие представители Словакии"],
    ),
    ("Роль регионов обсудили на съезде РСПП.", "conference", ["РСПП"]),
    ("Марек Новак назначил временно исполняющим обязанности губернатора Тверской области Олега Серова.", "appointment", ["Марек Новак", "Олег Серов"]),
    ("Развитие городов обсудили на форуме в Томске с участием министра Анны Линд.", "conference", ["Анна Линд"]),
    ("Мэр Ольга Белова провела переговоры со своим чешским коллегой.", "meeting", ["Ольга Белова", "чешский коллега"]),
    ("Мэр Ольга Белова встретилась с чешским коллегой Мареком Новаком.", "meeting", ["Ольга Белова", "Марек Новак"]),
    ("Мэр Ольга Белова встретилась в Томске с общественностью.", "meeting", ["Ольга Белова", "общественность"]),
    ("Президент Марек Новак обсудил с министрами поправки в бюджет.", "meeting", ["Марек Новак", "министры"]),
    ("Соглашение о выборах подписали мэрия Томска и 17 партий.", "signing", ["мэрия Томска", "партии"]),
    ("В Томске открылась выставка работ Олега Серова.", "opening", []),
    ("Президент Марек Новак назначил на этот пост генерала Олега Серова.", "appointment", ["Марек Новак", "Олег Серов"]),
    ("Во время визита между прокуратурой Чехии и прокуратурой Словакии было подписано соглашение.", "signing", ["прокуратура Чехии", "прокуратура Словакии"]),
    ("Речь шла о соглашении, подписанном в 2012 году.", "signing", []),
    ("Об этом на заседании Центризбиркома сообщила Анна Линд.", "conference", ["Центризбирком", "Анна Линд"]),
    ("Хоккеистов встретил в Томске мэр Олег Серов.", "meeting", ["Хоккеисты", "Олег Серов"]),
    ("Соглашение, подписанное мэром Ольгой Беловой с Чехией, вступило в силу.", "signing", ["Ольга Белова", "Чехия"]),
    ("Мэр Ольга Белова с послом Игорем Лаптевым посетила завод.", "visit", ["Ольга Белова", "Игорь Лаптев"]),
    ("Мэр Ольга Белова с дочерью посла Игоря Лаптева посетила завод.", "visit", ["Ольга Белова"]),
    ("Как живут студенты из разных стран, мэр Ольга Белова обсудила с ректором Игорем Лаптевым.", "meeting", ["Ольга Белова", "Игорь Лаптев"]),
    (
        "Вместе с мэром Ольгой Беловой в заседании примут участие и её заместители, а также послы Чехии.",
        "conference",
        ["Ольга Белова", "заместители", "послы Чехии"],
    ),
    ("Эксперты и журналисты прибыли в Томск на выставку.", "visit", ["Эксперты", "журналисты"]),
    ("Мэр Ольга Белова встретилась с послом Григорием Карасиным.", "meeting", ["Ольга Белова", "Григорий Карасин"]),
    ("Президент Марек Новак не принял отставку премьера Дании.", "appointment", ["Марек Новак", "премьер Дании"]),
    ("Президент Марек Новак отправил в отставку главу Генштаба.", "appointment", ["Марек Новак", "глава Генштаба"]),
    ("В Томске открылось генеральное консульство Бразилии.", "opening", ["генеральное консульство Бразилии"]),
    ("Мэр Ольга Белова представляет Данию на форуме в Томске.", "conference", ["Ольга Белова"]),
    ("Прошло заседание Совета руководителей музеев стран СНГ.", "conference", ["Совет руководителей музеев стран СНГ"]),
    (
        "Главы энергетических ведомств Дании и Чада подписали соглашение.",
        "signing",
        ["глава энергетического ведомства Дании", "глава энергетического ведомства Чада"],
    ),
    ("Медаль получили сотрудники полиции Томска из рук министра Анны Линд.", "award", ["сотрудники полиции Томска", "Анна Линд"]),
    ("В Риге пройдёт саммит Дании, Чехии и Кубы.", "conference", ["Дания", "Куба", "Чехия"]),
    ("В Томск прибыли делегации Дании, Чехии, Чада.", "visit", ["делегация Дании", "делегация Чехии", "делегация Чада"]),
    ("Анна Линд прибыла в Вену на встречу с канцлером Австрии.", "visit", ["Анна Линд"]),
    ("Накануне Дня города Владимир Дронов встретился с мэром Томска.", "meeting", ["Владимир Дронов", "мэр Томска"]),
    ("Глава МИД Дании Анна Линд в Чаде встретилась с президентом страны и главой МИД.", "meeting", ["Анна Линд", "президент страны", "глава МИД"]),
    ("Кандидат на пост мэра Томска Игорь Лаптев встретился с послом Чада.", "meeting", ["Игорь Лаптев", "посол Чада"]),
    ("Бывший глава города Томска встретился с послом Игорем Лаптевым.", "meeting", ["глава города Томска", "Игорь Лаптев"]),
    ("Премии вручают лучшим родителям.", "award", ["лучшие родители"]),
    ("Прошло заседание Высшего совета.", "conference", ["Высший совет"]),
    ("Министры иностранных дел Словакии и Чада обсудили торговлю.", "meeting", ["министр иностранных дел Словакии", "министр иностранных дел Чада"]),
    (
        "Первые заместители министров транспорта Дании и Чада провели консультации.",
        "meeting",
        ["первый заместитель министра транспорта Дании", "первый заместитель министра транспорта Чада"],
    ),
    ("Состоялись переговоры президентов Северной и Южной Кореи.", "meeting", ["президент Северной Кореи", "президент Южной Кореи"]),
    (
        "Главы правительств Дании, Чехии и Чада обсуждали торговлю.",
        "meeting",
        ["глава правительства Дании", "глава правительства Чехии", "глава правительства Чада"],
    ),
    (
        "Мэр Ольга Белова провела встречу с экспертами, руководителями районов и представителями церкви.",
        "meeting",
        ["Ольга Белова", "эксперты", "руководители районов", "представители церкви"],
    ),
    ("Российский президент и премьер министр Жан Дюпре подписали протокол.", "signing", ["президент", "Жан Дюпре"]),
    ("Переговоры с премьер министром Канады Жаном Дюпре провёл посол Игорь Лаптев.", "meeting", ["Жан Дюпре", "Игорь Лаптев"]),
    ("В апреле в Томск поедут 12 депутатов, среди которых — Анна Линд и Марек Новак.", "visit", ["депутаты", "Анна Линд", "Марек Новак"]),
    ("Мэр Ольга Белова нанесла визит митрополиту Тверскому и Клинскому Феофилу.", "meeting", ["Ольга Белова", "Феофил"]),
    ("Посол Игорь Лаптев встретился с архиепископом Псковским Макарием.", "meeting", ["Игорь Лаптев", "Макарий"]),
    ("Посол Игорь Лаптев встретился с режиссёром и директором театра Олегом Сорокиным.", "meeting", ["Игорь Лаптев", "Олег Сорокин"]),
    ("Председатель Госсовета и Совета министров Кубы Хосе Перес посетил Томск.", "visit", ["Хосе Перес"]),
    ("Вадим Черных провёл встречу с послом Игорем Лаптевым.", "meeting", ["Вадим Черных", "Игорь Лаптев"]),
    ("Тренер клуба «Заря» итальянец Лучано Бьянки покинул свой пост.", "appointment", ["Лучано Бьянки"]),
    ("Министр Анна Линд встретилась с семьями шахтёров.", "meeting", ["Анна Линд", "семьи шахтеров"]),
    ("В поездке президента Марека Новака сопровождает министр Анна Линд.", "visit", ["Марек Новак", "Анна Линд"]),
    ("Губернатор Олег Сорокин прилетел в Вену в сопровождении министра Анны Линд.", "visit", ["Олег Сорокин", "Анна Линд"]),
    ("Губернатор Олег Сорокин вместе с министром Анной Линд открыл школу.", "opening", ["Олег Сорокин", "Анна Линд"]),
    ("Президент Марек Новак принял участие во вручении премии «Прорыв».", "award", ["Марек Новак"]),
    ("Открылась выставка «Барток», подготовленная Институтом культуры Венгрии.", "opening", ["Институт культуры Венгрии"]),
    ("Открылась новая станция — «Липовая роща».", "opening", []),
    ("Торговлю президент Марек Новак обсудил с министром Анной Линд в рамках форума в Томске.", "conference", ["Марек Новак"]),
    ("Прошло заседание совета городов-партнёров, в котором участвовали посол Игорь Лаптев и мэр Ольга Белова.", "conference", ["Игорь Лаптев", "Ольга Белова"]),
    ("Встреча в Кремле призёров олимпиады с мэром Ольгой Беловой завершилась.", "meeting", ["призеры олимпиады", "Ольга Белова"]),
    ("Президент Марек Новак получил просьбу Игоря Лаптева об отставке.", "appointment", ["Игорь Лаптев"]),
    ("Главы ведомств подписали меморандум о туризме.", "signing", ["главы ведомств"]),
    ("Губернатор Олег Сорокин выступил с инициативой провести в Томске Дни леса.", "conference", ["Олег Сорокин"]),
]
PLACES = [  # sentence, type, place
    ("Президент Марек Новак вернулся из Казани, где встретился с послом Игорем Лаптевым.", "meeting", "Казань"),
    ("Посол Игорь Лаптев осмотрел центр «Берег», куда прилетел министр Виктор Дронов.", "visit", "центр «Берег»"),
    ("Из Омска мэр Ольга Белова перелетела в Томск.", "visit", "Томск"),
    ("Slovakia dispatched a delegation of experts to Vienna.", "visit", "Vienna"),
    ("Словакия отправила группу экспертов в Вену.", "visit", "Вена"),
    ("Министр Анна Линд посетила с рабочим визитом Китай.", "visit", "Китай"),
    ("Мэр Ольга Белова встретилась с послом Игорем Лаптевым на базе Омского университета.", "meeting", "Омский университет"),
    ("Переговоры посла Игоря Лаптева и мэра Ольги Беловой прошли в отеле «Заря».", "meeting", "отеле «Заря»"),
    ("Посол Игорь Лаптев встретился с мэром Ольгой Беловой на территории технопарка «Берег».", "meeting", "технопарка «Берег»"),
    ("Посол Игорь Лаптев встретился с мэром Ольгой Беловой в стенах краеведческого музея.", "meeting", "краеведческого музея"),
]
THINGS = [  # sentence, type, what
    (
        "Talks focussed on the Memorandum of Understanding (MoU) signed by Slovakia and Chad in 2007 in the field of energy.",
        "signing",
        "Memorandum of Understanding (MoU)",
    ),
    ("Мэр Ольга Белова и посол Игорь Лаптев подписали «дорожную карту» по туризму.", "signing", "«дорожную карту» по туризму"),
    ("Министр Анна Линд вручила медаль «За верность» хозяйке гостиницы Ольге Беловой.", "award", "медаль «За верность»"),
    ("В Томске открылся туристский форум «Дорогами Волги».", "conference", "туристский форум «Дорогами Волги»"),
    ("Мэр наградил почётным знаком «За заслуги» хореографа Ольгу Белову.", "award", "почётным знаком «За заслуги»"),
    ("Ольга Белова покинула пост директора музея Томска.", "appointment", "пост директора музея Томска"),
    ("В Томске открыли памятник поэту Олегу Сорокину.", "opening", "памятник поэту Олегу Сорокину"),
    ("Состоялся саммит глав государств Балтики.", "conference", "саммит глав государств Балтики"),
    ("Порт и холдинг «Ода» подписали контракт на 4 тысячи тонн зерна.", "signing", "контракт на 4 тысячи тонн зерна"),
    ("Порт и холдинг «Ода» подписали контракт на 4 млн рублей.", "signing", "контракт"),
]
TOGETHER = [  # sentence, those who did it
    ("In Osh, Consul Helen Holm took part in the opening of the hall at the Alisher Library together with Mayor Ivo Kos.", {"Helen Holm", "Ivo Kos"}),
    ("Consul Helen Holm opened the school in Osh along with the rector Anna Lind.", {"Helen Holm", "Anna Lind"}),
    ("The school in Osh was opened by Consul Helen Holm jointly with Mayor Ivo Kos.", {"Helen Holm", "Ivo Kos"}),
    ("Consul Helen Holm opened the school in Osh and said that it would work together with Mayor Ivo Kos.", {"Helen Holm"}),
    ("The medal was awarded to Ivo Kos along with a gift from Anna Lind.", {"Ivo Kos"}),
    (
        "Premier Helen Holm departed today for a trade mission to Vietnam, accompanied by Minister Anna Lind and Mayor Ivo Kos.",
        {"Helen Holm", "Anna Lind", "Ivo Kos"},
    ),
    ('On Saturday Consul Helen Holm will open the exhibition "The Citadel" in Osh together with the photographer Ivo Kos.', {"Helen Holm", "Ivo Kos"}),
    ("The school was put into operation with the participation of Consul Helen Holm, Mayor Ivo Kos and the general public.", {"Helen Holm", "Ivo Kos"}),
    ("Consul Helen Holm proposed to Mayor Ivo Kos to visit Osh in May.", {"Ivo Kos"}),
    ("Консул Хелен Хольм приняла участие в открытии школы в Оше вместе с мэром Иваном Косовым.", {"Хелен Хольм", "Иван Косов"}),
]


@pytest.mark.parametrize(("sentence", "people"), TOGETHER)
def test_who_does_it_too_further_on(sentence: str, people: set[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(sentence).mentions
    assert {p.name for p in mention.participants} == people


DAYS = [  # sentence, type, date_start
    ("С 1 апреля управление культуры возглавит Игорь Лаптев.", "appointment", "2023-04-01"),
    ("Указом от 8 марта послу Игорю Лаптеву присвоено звание почётного гражданина.", "award", "2023-03-08"),
    ("Главное событие ждут в пятницу: мэр Ольга Белова и посол Игорь Лаптев подпишут протокол.", "signing", "2023-03-17"),
    ("В канун Нового года мэр Ольга Белова встретилась с послом Игорем Лаптевым.", "meeting", "2022-12-31"),
]
JOINED = [  # two sentences that tell one event, and all who take part
    (
        "Governor Olga Belova received Ambassador Otto Reed. The meeting was also attended by Consul Anna Lind and Minister Ivo Kos.",
        "meeting",
        {"Olga Belova", "Otto Reed", "Anna Lind", "Ivo Kos"},
    ),
    ("Governor Olga Belova met with Ambassador Otto Reed. Consul Anna Lind was present at the meeting.", "meeting", {"Olga Belova", "Otto Reed", "Anna Lind"}),
    ("Governor Olga Belova met with Ambassador Otto Reed. Consul Anna Lind also took part in the talks.", "meeting", {"Olga Belova", "Otto Reed", "Anna Lind"}),
    (
        "Kazan University and Vienna University signed a memorandum. The document was signed by Rector Otto Reed and Rector Anna Lind.",
        "signing",
        {"Kazan University", "Vienna University", "Otto Reed", "Anna Lind"},
    ),
]
APART = [  # two sentences that tell two events of a kind
    ("Mayor Anna Lind and Mayor Ivo Kos signed an agreement. The agreement was signed by Rector Otto Reed and Minister Olga Belova.", "signing"),
    ("Governor Olga Belova met with Ambassador Otto Reed. Consul Anna Lind attended a meeting with Minister Ivo Kos in Vienna.", "meeting"),
]
NOTHING = [
    "О переговорах в Вене президент Марек Новак не знал.",
    "В Вене состоялось заседание коллегии МИД Чада.",
    "Президентом на пять лет стал нынешний глава совета Игорь Лаптев.",
    "Командировка на орбиту космонавта Игоря Лаптева продлевается.",
    "They launched a violent assault on the people's house.",
    "The Department of Rivers's Operation Heron launched on March 13.",
    "The Office of Rivers, in close consultation with the Alder Fund, released a rule.",
    "The administration of Governor Olga Belova helped reopen schools.",
    "The Board consists of seven members appointed by Governor Olga Belova as directors.",
    "It took a decade, because for too long Congress has failed to act.",
    "The order extends the stay of residents of Laos who arrived in Denmark.",
    "Her honours include a medal, the highest award bestowed by the society.",
    "It is my distinct honor to introduce your host, President Marek Novak.",
    "На этот раз целью нападок стал вице-президент Игорь Лаптев.",
    "В награду им вручили сертификат на поездку в Томск.",
    "На встречах с избирателями говорили о дорогах.",
    "Неделя началась с праздника.",
    "Судья позволила Ольге Беловой встречаться с Игорем Лаптевым по часу в месяц.",
]
STATUSES = [  # sentence, type, status
    ("9:30 AM Senator Olga Belova to meet with students in Boston", "meeting", "planned"),
    ("Investments come ahead of President Marek Novak's trip to Hungary.", "visit", "planned"),
    ("President Marek Novak looks forward to meeting with Mayor Olga Belova.", "meeting", "planned"),
    ("Alder Foods announced an investment to open a new plant in Samara.", "opening", "planned"),
    ("Senator Olga Belova called for a space summit with the Forestry Committee.", "conference", "proposed"),
    ("Olga Belova spoke on a motion calling for the resignation of Minister Victor Dronov.", "appointment", "proposed"),
    ("Дания призывает Чад и Чехию прекратить огонь и сесть за стол переговоров.", "meeting", "proposed"),
    ("Присвоенное Игорю Лаптеву звание — не только награда.", "award", "occurred"),
    ("Встреча мэра Ольги Беловой с послом Игорем Лаптевым отменяется.", "meeting", "negated"),
]


def simple(name: str) -> str:
    return name.replace("ё", "е")


@pytest.mark.parametrize(("sentence", "kind", "people"), PEOPLE)
def test_all_take_part_and_nobody_else(sentence: str, kind: str, people: list[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = [m for m in read(sentence).mentions if m.event_type == kind]
    assert sorted(simple(p.name) for p in mention.participants) == sorted(simple(name) for name in people)


@pytest.mark.parametrize(("sentence", "kind", "place"), PLACES)
def test_place(sentence: str, kind: str, place: str, read: Callable[[str], Analysis]) -> None:
    assert place in [m.place for m in read(sentence).mentions if m.event_type == kind]


@pytest.mark.parametrize(("sentence", "kind", "what"), THINGS)
def test_what(sentence: str, kind: str, what: str, read: Callable[[str], Analysis]) -> None:
    assert [m.what for m in read(sentence).mentions if m.event_type == kind] == [what]


@pytest.mark.parametrize(("sentence", "kind", "day"), DAYS)
def test_day(sentence: str, kind: str, day: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = [m for m in read(sentence).mentions if m.event_type == kind]
    assert mention.date is not None and mention.date.interval is not None and mention.date.interval.first.isoformat() == day


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_event(sentence: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(sentence).mentions] == []


@pytest.mark.parametrize(("sentence", "kind", "status"), STATUSES)
def test_status(sentence: str, kind: str, status: str, read: Callable[[str], Analysis]) -> None:
    assert [m.status for m in read(sentence).mentions if m.event_type == kind] == [status]


def test_a_document_signed_elsewhere_is_not_of_those_who_met(read: Callable[[str], Analysis]) -> None:
    told = read("Мэр Ольга Белова встретилась с послом Игорем Лаптевым. В Варшаве были подписаны соглашения о торговле.")
    assert [[p.name for p in m.participants] for m in told.mentions if m.event_type == "signing"] == [[]]


def test_one_kind_and_one_name_in_quotes_are_one_body(read: Callable[[str], Analysis]) -> None:
    told = read("Ассоциация лесников «Северный бор» открыла приёмную. Ассоциация «Северный бор» открыла школу. Завод «Северный бор» открыл музей.")
    keys = [p.key for m in told.mentions for p in m.participants]
    assert keys[0] == keys[1] != keys[2]


def test_what_was_discussed_after_a_call_was_a_call(read: Callable[[str], Analysis]) -> None:
    told = read("Президент Дании провёл телефонные переговоры с канцлером Австрии. Марек Новак и Анна Линд обсудили торговлю.")
    assert {m.event_type for m in told.mentions} == {"call"}


def test_an_exhibition_that_somebody_opens_is_an_opening_alone(read: Callable[[str], Analysis]) -> None:
    told = read("Governor Olga Belova opened an exhibition of photographs in Tomsk on Friday.")
    assert [m.event_type for m in told.mentions] == ["opening"]


@pytest.mark.parametrize(("text", "kind", "people"), JOINED)
def test_those_told_behind_an_event_took_part_in_it(text: str, kind: str, people: set[str], read: Callable[[str], Analysis]) -> None:
    told = [m for m in read(text).mentions if m.event_type == kind]
    assert len({m.cluster for m in told}) == 1
    assert {p.name for m in told for p in m.participants} == people


@pytest.mark.parametrize(("text", "kind"), APART)
def test_other_people_meet_and_sign_apart(text: str, kind: str, read: Callable[[str], Analysis]) -> None:
    assert len({m.cluster for m in read(text).mentions if m.event_type == kind}) == 2
