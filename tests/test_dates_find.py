"""Date expressions in annotated sentences of both languages: values, intervals, anchors."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.annotate import Models, annotate
from pipeline.dates import DateWords, find_dates, load_date_words
from pipeline.records import Block, DateMention

PUBLISHED = date(2022, 11, 24)  # a Thursday

EXPLICIT = [
    ("On the eve of May 1, 2022, they met there.", {"the eve of May 1, 2022": "2022-04-30"}),
    ("Накануне 1 марта 2024 года открыли мост.", {"Накануне 1 марта 2024 года": "2024-02-29"}),
    ("The forum opened on September, 15th, 2011.", {"September, 15th, 2011": "2011-09-15"}),
    ("The fair opened on 15 Sept. 2019 in Lund.", {"15 Sept. 2019": "2019-09-15"}),
    ("The offices opened on Monday, 27 June 2016, and in May of 2017.", {"Monday, 27 June 2016": "2016-06-27", "May of 2017": "2017-05"}),
    ("The note of 27.11.2022 00:00 was sent on 11/22/2022.", {"27.11.2022 00:00": "2022-11-27T00:00", "11/22/2022": "2022-11-22"}),
    ("A delegation visited Graz on November 22-24, 2021.", {"November 22": "2021-11-22", "24, 2021": "2021-11-24"}),
    ("The envoys met on 6 and 7 July 2014.", {"6": "2014-07-06", "7 July 2014": "2014-07-07"}),
    ("Trade grew in the third quarter of 2021 and in the second half of 2020.", {"the third quarter of 2021": "2021-Q3", "the second half of 2020": "2020-H2"}),
    ("The bridge was built in the 1990s, at the end of the 19th century.", {"the 1990s": "199", "the end of the 19th century": "18"}),
    ("The council met in the spring of 2018 and in early 2019.", {"the spring of 2018": "2018-SP", "early 2019": "2019"}),
    (
        "The twenty-ninth of February 2020 and May the 3rd, 2019.",
        {"The twenty-ninth of February 2020": "2020-02-29", "May the 3rd, 2019": "2019-05-03"},
    ),
    ("The season 2021/2022 was long.", {"2021/2022": "2021/2022"}),
    ("The city was founded in 490 BC.", {"490 BC": "BC0490"}),
    ("22 ноября 2022 года открылась выставка.", {"22 ноября 2022 года": "2022-11-22"}),
    ("Выставка работала с 3 по 5 сентября 2021 года.", {"3 по 5 сентября 2021 года": "2021-09-03/2021-09-05"}),
    ("Ярмарка прошла 27-28 мая 2014 г. в Твери.", {"27-28 мая 2014 г.": "2014-05-27/2014-05-28"}),
    ("Завод построили в 90-х годах, а цех открыли в 2003 году.", {"90-х годах": "199", "2003 году": "2003"}),
    ("Во втором квартале 2021 года открыли школу.", {"втором квартале 2021 года": "2021-Q2"}),
    ("План на 2021-2023 годы приняли в мае 2020 г.", {"2021-2023 годы": "2021/2023", "мае 2020 г.": "2020-05"}),
    ("Пожар начался в ночь с 7 на 8 марта 2021 года.", {"ночь с 7 на 8 марта 2021 года": "2021-03-08TNI"}),
    ("Двадцать первого мая 2020 года и летом 2018-го.", {"Двадцать первого мая 2020 года": "2020-05-21", "летом 2018-го": "2018-SU"}),
    ("Это было 22.11.21 и 2020-05-03.", {"22.11.21": "2021-11-22", "2020-05-03": "2020-05-03"}),
    ("Дворец возвели в конце XIX века.", {"конце XIX века": "18"}),
    ("The envoys met on 3, 5 and 8 May 2010.", {"3": "2010-05-03", "5": "2010-05-05", "8 May 2010": "2010-05-08"}),
    ("Заседания прошли 2, 4, 6 и 8 июня 2021 года.", {"2": "2021-06-02", "4": "2021-06-04", "6": "2021-06-06", "8 июня 2021 года": "2021-06-08"}),
    ("They met on the 15th and 16th of March 2020.", {"the 15th": "2020-03-15", "16th of March 2020": "2020-03-16"}),
    ("The first Tuesday of June 2021 was cold.", {"The first Tuesday of June 2021": "2021-06-01"}),
    ("Ярмарка пройдёт в последнюю субботу мая 2021 года.", {"последнюю субботу мая 2021 года": "2021-05-29"}),
    (
        "Sales fell in the fiscal third quarter of 2020, and first-quarter 2021 was flat.",
        {"the fiscal third quarter of 2020": "2020-Q3", "first-quarter 2021": "2021-Q1"},
    ),
    ("Q3 2008 was bad, 4Q 2008 was worse.", {"Q3 2008": "2008-Q3", "4Q 2008": "2008-Q4"}),
    ("They left in the sixties and came back in the mid-1990s.", {"the sixties": "196", "the mid-1990s": "199"}),
    ("Завод строили в девяностых и в нулевых.", {"девяностых": "199", "нулевых": "200"}),
    ("В первой половине 2023 года и во второй половине 1950-х.", {"первой половине 2023 года": "2023-H1", "второй половине 1950-х": "195"}),
    ("В 20-х числах мая 2021 года прошла встреча.", {"20-х числах мая 2021 года": "2021-05"}),
    ("Было это 1 июля 56-го года, в 2002-ом году, в двадцатом веке.", {"1 июля 56-го года": "1956-07-01", "2002-ом году": "2002", "двадцатом веке": "19"}),
    ("Дом построен в начале 80-х годов прошлого века.", {"начале 80-х годов прошлого века": "198"}),
    ("Удары нанесли в 2009 и 2013 годах.", {"2009": "2009", "2013 годах": "2013"}),
    ("С 2010 по 2015 годы он жил в Омске.", {"2010": "2010", "2015 годы": "2015"}),
]

RELATIVE = [
    ("Yesterday the mayor met the consul, and today he left.", {"Yesterday": "2022-11-23", "today": "2022-11-24"}),
    ("The ministers met on Thursday.", {"Thursday": "2022-11-24"}),
    ("The ministers met on Friday.", {"Friday": "2022-11-18"}),
    ("The ministers will meet on Friday.", {"Friday": "2022-11-25"}),
    ("They met last May and this Tuesday.", {"last May": "2022-05", "this Tuesday": "2022-11-22"}),
    ("Earlier this year they signed a protocol.", {"Earlier this year": "2022"}),
    ("The delegation will visit Baku on December 5.", {"December 5": "2022-12-05"}),
    ("The delegation visited Baku on December 5.", {"December 5": "2021-12-05"}),
    ("The council met in October and will meet again in February.", {"October": "2022-10", "February": "2023-02"}),
    ("They left two weeks ago, not ten years ago.", {"two weeks ago": "2022-11-10", "ten years ago": "2012"}),
    ("In two days they will meet.", {"two days": "2022-11-26"}),
    ("The talks took place at 10 a.m. on 8 November.", {"10 a.m.": "2022-11-08T10:00", "8 November": "2022-11-08"}),
    ("The rink is open from October to March.", {"October": "2022-10", "March": "2023-03"}),
    ("They met at noon over the weekend.", {"noon": "2022-11-24T12:00", "the weekend": "2022-W46-WE"}),
    ("In late May last year they met, and on Monday of next week they will.", {"late May last year": "2021-05", "Monday of next week": "2022-11-28"}),
    ("On the eve, the mayor met the consul.", {"On the eve": "2022-11-23"}),
    ("On the eve of Victory Day the consul laid flowers.", {"the eve of Victory Day": "2022-05-08"}),
    ("On November 22 last year they met.", {"November 22 last year": "2021-11-22"}),
    ("The session was postponed until the first half of December.", {"the first half of December": "2022-12"}),
    ("The works will last until the end of the year.", {"the end of the year": "2022"}),
    ("Вчера вечером мэр принял посла.", {"Вчера вечером": "2022-11-23TEV"}),
    ("В минувший вторник прошла встреча.", {"минувший вторник": "2022-11-22"}),
    ("В минувшее воскресенье, 6 марта, прошла встреча.", {"минувшее воскресенье": "2022-03-06", "6 марта": "2022-03-06"}),
    ("Накануне 1 марта открыли мост.", {"Накануне 1 марта": "2022-02-28"}),
    ("В канун Нового года мэр принял посла.", {"канун Нового года": "2021-12-31"}),
    ("На Старый Новый год приедет консул.", {"Старый Новый год": "2023-01-14"}),
    ("В сентябре прошлого года прошла встреча.", {"сентябре прошлого года": "2021-09"}),
    ("5 июня прошлого года прошла встреча.", {"5 июня прошлого года": "2021-06-05"}),
    ("В среду на прошлой неделе прошла встреча.", {"среду на прошлой неделе": "2022-11-16"}),
    ("На прошлой неделе они подписали договор.", {"прошлой неделе": "2022-W46"}),
    ("Две недели назад открылась школа.", {"Две недели назад": "2022-11-10"}),
    ("28-го числа делегация посетит Баку.", {"28-го числа": "2022-11-28"}),
    ("Форум пройдёт 5 декабря в 16:00 по МСК.", {"5 декабря в 16:00 по МСК": "2022-12-05T16:00"}),
    ("Форум пройдёт с 22.12 по 24.12 в 10.00.", {"22.12": "2022-12-22", "24.12": "2022-12-24", "10.00": "2022-12-24T10:00"}),
    ("Совещание прошло в 2 часа дня.", {"2 часа дня": "2022-11-24T14:00"}),
    ("Слушания назначены на 1 апреля.", {"1 апреля": "2023-04-01"}),
    ("На выходных прошла ярмарка.", {"выходных": "2022-W46-WE"}),
    ("В понедельник, 21 ноября, мэр принял посла.", {"понедельник, 21 ноября": "2022-11-21"}),
    ("Встреча состоялась 22 ноября с.г. в Омске.", {"22 ноября с.г.": "2022-11-22"}),
    ("Делегация посетит Баку с 28 ноября по 2 декабря.", {"28 ноября": "2022-11-28", "2 декабря": "2022-12-02"}),
    ("Через две недели пройдёт саммит.", {"Через две недели": "2022-12-08"}),
    ("The trial is set to begin on Wednesday.", {"Wednesday": "2022-11-30"}),
    ("Форум откроют в субботу. А утром министр поговорила с капитанами.", {"субботу": "2022-11-26", "утром": "2022-11-24TMO"}),
    ("Yesterday severe winter storms came, as they did in the summer.", {"Yesterday": "2022-11-23", "winter": "XXXX-WI", "the summer": "2022-SU"}),
    ("They agreed to meet on 5 June.", {"5 June": "2023-06-05"}),
    ("They discussed preparations for the summit in July.", {"July": "2023-07"}),
    ("Обсуждали подготовку к саммиту в июле.", {"июле": "2023-07"}),
    ("The offer expires at the end of April.", {"the end of April": "2023-04"}),
    ("He thanked them for hosting the talks in May.", {"May": "2022-05"}),
    ("They managed to meet on 5 June.", {"5 June": "2022-06-05"}),
    ("Стороны договорились провести встречу 5 июня.", {"5 июня": "2023-06-05"}),
    ("The minister would visit Graz on December 14, he said.", {"December 14": "2022-12-14"}),
    ("The fair was held Monday through Wednesday.", {"Monday": "2022-11-21", "Wednesday": "2022-11-23"}),
    ("Late last night they left; early Tuesday they came.", {"Late last night": "2022-11-23TNI", "early Tuesday": "2022-11-22"}),
    ("It showed that October had been bad.", {"October": "2022-10"}),
    ("Profit in the year-ago period was small.", {"the year-ago": "2021"}),
    ("The fair will come later this fall with FY 2022 funds.", {"later this fall": "2022-FA", "FY 2022": "2022"}),
    (
        "It opens 2:00 - 2:45 p.m. and 11:30 - 12:15 p.m.",
        {"2:00": "2022-11-24T14:00", "2:45 p.m.": "2022-11-24T14:45", "11:30": "2022-11-24T11:30", "12:15 p.m.": "2022-11-24T12:15"},
    ),
    ("Со вчерашнего дня порт закрыт, больше месяца назад он открылся.", {"вчерашнего дня": "2022-11-23", "больше месяца назад": "2022-10"}),
    ("С 21 по 24 мая с. г. и 5 июня сего года там гостили.", {"21 по 24 мая с. г.": "2022-05-21/2022-05-24", "5 июня сего года": "2022-06-05"}),
    ("В ночь с пятницы на субботу и в сентябре с.г. было тихо.", {"ночь с пятницы на субботу": "2022-11-19TNI", "сентябре с.г.": "2022-09"}),
    ("The plant was sold three and a half years ago.", {"three and a half years ago": "2019-05"}),
    (
        "Завтра в 10:00, послезавтра и в полдень 3 декабря.",
        {"Завтра": "2022-11-25", "10:00": "2022-11-25T10:00", "послезавтра": "2022-11-26", "полдень": "2022-12-03T12:00", "3 декабря": "2022-12-03"},
    ),
    ("На 17:00 понедельника дорога закрыта.", {"17:00 понедельника": "2022-11-21T17:00"}),
    ("Она приедет во вторник на этой неделе в 10 утра.", {"вторник на этой неделе": "2022-11-22", "10 утра": "2022-11-22T10:00"}),
]

FROM_TEXT = [
    ("The season 2022/23 began on May 8, 2022, at 0930 GMT.", {"2022": "2022", "23": "2023", "May 8, 2022": "2022-05-08", "0930 GMT": "2022-05-08T09:30Z"}),
    (
        "On 5 May 2022 at 6:40 p.m. (GMT +8) and at 10:15 UTC+3.",
        {"5 May 2022": "2022-05-05", "6:40 p.m. (GMT +8)": "2022-05-05T18:40+08", "10:15 UTC+3": "2022-05-05T10:15+03"},
    ),
    ("On 5 May 2022, at 9:45 in the morning, they left.", {"5 May 2022": "2022-05-05", "9:45 in the morning": "2022-05-05T09:45"}),
    ("22 ноября 2021 года прошла встреча. В тот же день подписали договор.", {"22 ноября 2021 года": "2021-11-22", "тот же день": "2021-11-22"}),
    ("In 2019 the sides met in Oslo. In March they signed a deal.", {"2019": "2019", "March": "2019-03"}),
    (
        "On 5 May 2019 they met. The next day they left. Two weeks later they wrote.",
        {"5 May 2019": "2019-05-05", "The next day": "2019-05-06", "Two weeks later": "2019-05-20"},
    ),
    ("On 5 May 2019 they met. The following year they met again.", {"5 May 2019": "2019-05-05", "The following year": "2020"}),
    (
        "They were in Graz on 5-7 May 2019. On the second day of the visit they met. On the final day they left.",
        {"5": "2019-05-05", "7 May 2019": "2019-05-07", "On the second day": "2019-05-06", "On the final day": "2019-05-07"},
    ),
    (
        "Делегация была в Омске 5-7 мая 2019 года. В первый день визита прошла встреча.",
        {"5-7 мая 2019 года": "2019-05-05/2019-05-07", "первый день": "2019-05-05"},
    ),
    (
        "They were in Graz on 5-7 May 2019. On its first day they met. On their final day they left.",
        {"5": "2019-05-05", "7 May 2019": "2019-05-07", "On its first day": "2019-05-05", "On their final day": "2019-05-07"},
    ),
    (
        "Форум шёл 5-7 мая 2019 года. На второй день вузы подписали договор. В финальный день мэр вручил медаль. В первый день после отпуска он ушёл.",
        {"5-7 мая 2019 года": "2019-05-05/2019-05-07", "второй день": "2019-05-06", "финальный день": "2019-05-07"},
    ),
    (
        "5 мая 2019 года был форум. На другой день гости уехали. В указанный день шёл снег. Назавтра он растаял.",
        {"5 мая 2019 года": "2019-05-05", "На другой день": "2019-05-06", "указанный день": "2019-05-06", "Назавтра": "2019-05-07"},
    ),
    (
        "5 мая 2019 года был форум. Тем же вечером открыли центр, а утром все уехали.",
        {"5 мая 2019 года": "2019-05-05", "Тем же вечером": "2019-05-05TEV", "утром": "2019-05-05TMO"},
    ),
    ("On 5 May 2019 they met. In the afternoon they left.", {"5 May 2019": "2019-05-05", "the afternoon": "2019-05-05TAF"}),
    ("5 мая 2019 года был форум. Годом позже прошёл второй.", {"5 мая 2019 года": "2019-05-05", "Годом позже": "2020"}),
    ("Сегодня, 24 июля 2020 года, прошло совещание.", {"Сегодня": "2020-07-24", "24 июля 2020 года": "2020-07-24"}),
]

UNRESOLVED = [
    ("Yesterday the mayor met the consul.", {"Yesterday": "PAST_REF"}),
    ("On 5 May they left.", {"5 May": "XXXX-05-05"}),
    ("The next day they left.", {"The next day": "FUTURE_REF"}),
    ("В этом году откроют школу.", {"этом году": "XXXX"}),
]

LENGTHS = [
    ("The visit lasted three days.", {"three days": ("DURATION", "P3D")}),
    ("It took two and a half years.", {"two and a half years": ("DURATION", "P2.5Y")}),
    ("They met every Tuesday.", {"every Tuesday": ("SET", "XXXX-WXX-2")}),
    ("The annual fair is open.", {"annual": ("SET", "P1Y")}),
    ("Трёхдневный визит завершён.", {"Трёхдневный": ("DURATION", "P3D")}),
    ("Он служил полтора года.", {"полтора года": ("DURATION", "P1.5Y")}),
    ("Срок составил 1 год 6 месяцев.", {"1 год 6 месяцев": ("DURATION", "P1Y6M")}),
    ("Ежегодно там проходит ярмарка.", {"Ежегодно": ("SET", "P1Y")}),
    ("They meet twice a week and make 15 cars a year.", {"twice a week": ("SET", "P1W"), "a year": ("SET", "P1Y")}),
    ("They meet every other month and every four years.", {"every other month": ("SET", "P2M"), "every four years": ("SET", "P4Y")}),
    ("It is closed on Fridays.", {"on Fridays": ("SET", "XXXX-WXX-5")}),
    ("It rained all day and for half an hour more.", {"all day": ("DURATION", "P1D"), "half an hour": ("DURATION", "PT30M")}),
    ("He left days after the vote, within 30 days.", {"days": ("DURATION", "PXD"), "30 days": ("DURATION", "P30D")}),
    ("The week-long fair and the decades-old feud ended.", {"week-long": ("DURATION", "P1W"), "decades-old": ("DURATION", "PXDE")}),
    ("Там шьют две тысячи масок в день, раз в год отдыхают.", {"день": ("SET", "P1D"), "раз в год": ("SET", "P1Y")}),
    ("По пятницам и каждые два года.", {"По пятницам": ("SET", "XXXX-WXX-5"), "каждые два года": ("SET", "P2Y")}),
    ("Огонь бушевал больше недели, за 9 месяцев сгорело много.", {"больше недели": ("DURATION", "P1W"), "9 месяцев": ("DURATION", "P9M")}),
    ("В ближайшие недели решат.", {"ближайшие недели": ("DURATION", "PXW")}),
]

NO_DATES = [
    "They paid $1700 and 12% of the sum, 48 of them.",
    "It may rain, and the troops march on.",
    "The army of 2000 soldiers left.",
    "Call 495-2014 or +7 (495) 123-45-67.",
    "He died at the age of 59.",
    "On a Wednesday in heavy rain they left.",
    "See 50 U.S.C. 1701 for it.",
    "The fall of the tower was told.",
    "Закон № 1520 принят со счётом 3:2.",
    "Поэт Хосе Марта писал.",
    "Построены 1300 новых школ.",
    "Певец умер в возрасте 59 лет.",
    "В предпринимательской среде спорят.",
    "Накануне визита посол молчал.",
    "The Expo-2017 and the Suite '11 were sold.",
    "Выставка «Экспорт-2022» и чемпионат ЕВРО-2024 закрыты.",
    "The index closed at 1987 and the winter Olympics began.",
    "The Christmas sales were good, and the assets that may be sold are few.",
    "Выздоровели 1793 человека, а форвард Виктор Понедельник забил.",
    "A man in his sixties and a century-old house.",
    "On the second day of the visit they met.",
    "Во второй день визита они встретились.",
]


@pytest.fixture(scope="module")
def words() -> DateWords:
    return load_date_words()


def find(text: str, published: date | None, models: Models, words: DateWords) -> tuple[DateMention, ...]:
    lang = "ru" if any("а" <= char <= "я" for char in text) else "en"
    return find_dates(annotate(text, (Block(0, len(text), lang),), models), published=published, words=words)


@pytest.mark.parametrize(("text", "values"), EXPLICIT)
def test_explicit_dates_need_no_anchor(text: str, values: dict[str, str], models: Models, words: DateWords) -> None:
    found = find(text, None, models, words)
    assert {m.text: m.value for m in found} == values
    assert all(m.anchor == "" for m in found)


@pytest.mark.parametrize(("text", "values"), RELATIVE)
def test_relative_dates_count_from_the_day_of_publication(text: str, values: dict[str, str], models: Models, words: DateWords) -> None:
    found = find(text, PUBLISHED, models, words)
    assert {m.text: m.value for m in found} == values
    assert found[0].anchor == "2022-11-24"


@pytest.mark.parametrize(("text", "values"), FROM_TEXT)
@pytest.mark.parametrize("published", [None])
def test_dates_told_before_are_anchors(text: str, values: dict[str, str], published: date | None, models: Models, words: DateWords) -> None:
    assert {m.text: m.value for m in find(text, published, models, words)} == values


def test_the_day_before_a_dated_event(models: Models, words: DateWords) -> None:
    text = "22 ноября 2022 года прошла встреча. Форум откроется 28 ноября. Накануне мэр принял посла."
    mention = find(text, date(2022, 11, 27), models, words)[-1]
    assert (mention.value, mention.anchor, mention.anchor_source) == ("2022-11-21", "2022-11-22", "text")
    assert find("Накануне мэр принял посла.", date(2022, 11, 27), models, words)[0].value == "2022-11-26"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22 ноября прошла встреча. Форум откроется 5 декабря. В тот же день мэр приняла посла.", "2022-11-22"),
        ("The mayor met the envoy on 22 November. The forum will open on 5 December. The same day she opened a museum.", "2022-11-22"),
        ("Форум откроется 5 декабря. В тот же день откроется музей.", "2022-12-05"),
        ("Гости находятся в крае с 20 ноября. Накануне мэр приняла посла.", "2022-11-26"),
        ("Ректоры договорились в декабре провести встречу.", "2022-12"),
    ],
)
def test_the_day_that_is_meant(text: str, value: str, models: Models, words: DateWords) -> None:
    assert find(text, date(2022, 11, 27), models, words)[-1].value == value


NEWS_WITHOUT_DAY = [  # text, and the value of its last date, which no year told in passing may place
    ("The mayor met the envoy on Sunday. The port was founded in February 2014. On December 6 they signed a protocol.", "XXXX-12-06"),
    ("Мост сдадут в следующем году. Порт построен в 2014 году. 6 декабря подписан протокол.", "XXXX-12-06"),
    ("The mayor met the envoy on Sunday. They first met on 3 May 2014. On May 9 they signed a protocol.", "2014-05-09"),
]


@pytest.mark.parametrize(("text", "value"), NEWS_WITHOUT_DAY)
def test_news_without_day_of_publication_is_no_narrative(text: str, value: str, models: Models, words: DateWords) -> None:
    assert find(text, None, models, words)[-1].value == value


@pytest.mark.parametrize(("text", "values"), UNRESOLVED)
def test_without_an_anchor_nothing_is_guessed(text: str, values: dict[str, str], models: Models, words: DateWords) -> None:
    found = find(text, None, models, words)
    assert {m.text: m.value for m in found} == values
    assert all(m.interval is None and m.edtf == "" for m in found)


@pytest.mark.parametrize(("text", "values"), LENGTHS)
def test_lengths_and_what_recurs(text: str, values: dict[str, tuple[str, str]], models: Models, words: DateWords) -> None:
    found = find(text, PUBLISHED, models, words)
    assert {m.text: (m.type, m.value) for m in found} == values
    assert all(m.interval is None for m in found)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str, models: Models, words: DateWords) -> None:
    assert [m.text for m in find(text, PUBLISHED, models, words) if m.type != "DURATION"] == []


def test_roles(models: Models, words: DateWords) -> None:
    found = find("He has led it since 2015; the fair ran from Sept. 30 to Oct. 2, and the plan for 2030 was read.", PUBLISHED, models, words)
    assert [(m.text, m.role) for m in found] == [("2015", "bound"), ("Sept. 30", "start"), ("Oct. 2", "end"), ("2030", "purpose")]
