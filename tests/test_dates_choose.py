"""Which expression of a sentence dates an event."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.annotate import Models, analysed_sentences, annotate
from pipeline.dates import choose_date, find_dates, load_date_words
from pipeline.records import Block

CHOSEN = [
    ("On 5 May the mayor met the consul in Graz.", "met", "2022-05-05"),
    ("The mayor met the consul on 5 May and signed a protocol on 7 May.", "met", "2022-05-05"),
    ("The mayor met the consul on 5 May and signed a protocol on 7 May.", "signed", "2022-05-07"),
    ("The forum, held in Graz on May 5, 2019, was a success.", "forum", "2019-05-05"),
    ("The meeting took place yesterday in Graz.", "meeting", "2022-11-23"),
    ("A delegation visited Graz on 6 and 7 July.", "visited", "2022-07-06/2022-07-07"),
    ("A delegation visited Graz from September 30 to October 2.", "visited", "2022-09-30/2022-10-02"),
    ("Relations grew since the signing of the memorandum in October 2007.", "signing", "2007-10"),
    ("5 мая губернатор встретился с послом.", "встретился", "2022-05-05"),
    ("Встреча состоялась 5 мая в Омске.", "Встреча", "2022-05-05"),
    ("Делегация посетила Омск с 28 октября по 2 ноября.", "посетила", "2022-10-28/2022-11-02"),
    ("В мае 2019 года стороны подписали соглашение.", "подписали", "2019-05"),
    ("Договор, подписанный 5 мая 2019 года, вступил в силу 7 июня.", "подписанный", "2019-05-05"),
    ("GRAZ, September 22 - The fair was held in Lund on September 20-21.", "fair", "2022-09-20/2022-09-21"),
    ("ОМСК, 8 декабря 2021 г. Министр и посол провели переговоры в Омске 7 декабря.", "переговоры", "2021-12-07"),
    ("On May 5 - the day of the fair - the mayor met the consul.", "met", "2022-05-05"),
    ("Глава, назначенный в 2019 году, встретился с послом во вторник.", "встретился", "2022-11-22"),
    ("The mayor met on 7 May the consul who had arrived in Graz on 5 May.", "met", "2022-05-07"),
    ("Омскую область сегодня с рабочим визитом посетил посол Вьетнама в России.", "посетил", "2022-11-24"),
    ("The meeting, which was postponed from May 5 to May 7, took place in Graz.", "meeting", "2022-05-07"),
    ("Following the visit to Porvoo at the end of January by the minister, the mayor is also visiting Porvoo.", "visit", "2022-01"),
    ("OPENING A BRIDGE: Today the mayor met the consul.", "met", "2022-11-24"),
    ("Он примет участие в выставке, которая пройдёт в мае.", "выставке", "2023-05"),
]

NOT_CHOSEN = [
    ("The mayor praised the memorandum signed in 2007 and met the consul.", "met"),
    ("The mayor met the consul at 10:30.", "met"),
    ("The sides signed a programme for 2012-2014.", "signed"),
    ("The ministry said on Monday that the sides had signed a deal.", "signed"),
    ("The mayor has met the consul often since 2015.", "met"),
    ("The sides signed a deal that will last three years.", "signed"),
    ("Стороны подписали программу на 2023 год.", "подписали"),
    ("Мэр встретился с послом, который прибыл в Омск в 2020 году.", "встретился"),
    ("GRAZ, Austria, Nov. 22, 2022 (ANA) - The mayor met the consul.", "met"),
    ("Омск, 22 ноября - Мэр принял посла.", "принял"),
    ("Утром мэр принял посла.", "принял"),
    ("In the afternoon the mayor met the consul.", "met"),
    ("По итогам 2021 года стороны подписали соглашение.", "подписали"),
    ("За девять месяцев 2021 года подписано 15 соглашений.", "подписано"),
    ("The mayor met the consul who had arrived in Graz on 5 May.", "met"),
    ("Мэры участвовали в саммите, зимой у них были переговоры в Кремле.", "саммите"),
    ("Мэр принял посла, впервые посетившего Омск после назначения на должность в ноябре 2021 года.", "посетившего"),
]


def choose(text: str, trigger: str, models: Models) -> str | None:
    lang = "ru" if any("а" <= char <= "я" for char in text) else "en"
    doc = annotate(text, (Block(0, len(text), lang),), models)
    dates = find_dates(doc, published=date(2022, 11, 24), words=load_date_words())
    token = next(token for token in doc if token.text == trigger)
    chosen = choose_date(doc, token.i, analysed_sentences(doc)[0], dates)
    assert chosen is None or chosen.text == text[chosen.start : chosen.end]
    return None if chosen is None else chosen.edtf


@pytest.mark.parametrize(("text", "trigger", "edtf"), CHOSEN)
def test_the_date_told_with_the_event(text: str, trigger: str, edtf: str, models: Models) -> None:
    assert choose(text, trigger, models) == edtf


@pytest.mark.parametrize(("text", "trigger"), NOT_CHOSEN)
def test_dates_of_something_else(text: str, trigger: str, models: Models) -> None:
    assert choose(text, trigger, models) is None
