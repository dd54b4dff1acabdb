"""Sentences about events: every type and status in both languages, dates as people write them, articles, the nominative, patterns that can't be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import RuleError
from pipeline.summary import SummaryWords, add_summaries, load_summary_words, say_date
from pipeline.summary.nouns import nominative, with_article, with_the
from pipeline.summary.pattern import STATUSES, fill_pattern, parse_pattern
from pipeline.summary.words import LANGUAGES
from pipeline.tables import EntityRow, EventParticipantRow, EventRow, MentionRow, Tables

WORDS = load_summary_words()
ENGLISH, RUSSIAN = (forms.words for forms in WORDS.languages)
ENTITIES = (
    EntityRow("n1", "person", "Olga Brandt", "Olga Brandt", "Ольга Брандт"),
    EntityRow("n2", "person", "Pavel Sorin", "Pavel Sorin", "Павел Сорин"),
    EntityRow("n3", "organization", "Delegation of Lind", "Delegation of Lind", "делегация Линда"),
    *(EntityRow(f"x{i}", "city", f"Town {i}", f"Town {i}", f"Город {i}") for i in range(7)),
)
PLACES = {"Lindhafen": ("Lindhafen", "Линдхафен"), "Ministry of Trade": ("Ministry of Trade", "Министерство торговли")}
EVENT = EventRow("e1", "meeting", "occurred", "2023-05-04", "2023-05-04", "day", "text", "2023-05-04", place="Lindhafen")
WHO, WHOM = (("who", "n1"),), (("who", "n1"), ("whom", "n2"))
MANY = tuple(("who", f"x{i}") for i in range(7))


def summaries(event: EventRow, people: tuple[tuple[str, str], ...] = (), mentions: tuple[MentionRow, ...] = (), words: SummaryWords = WORDS) -> tuple[str, str]:
    names = {entity.entity_id: entity.name for entity in ENTITIES}
    rows = tuple(EventParticipantRow("e1", entity, role, 1, names.get(entity, entity), "person") for role, entity in people)
    (told,) = add_summaries(Tables(events=(event,), event_participants=rows, entities=ENTITIES, mentions=mentions), words, PLACES).events
    return told.summary_en or "", told.summary_ru or ""


def event(event_type: str, status: str = "occurred", what: str = "", **cells: object) -> EventRow:
    return replace(EVENT, event_type=event_type, status=status, what=what, **cells)  # type: ignore[arg-type]


def mention(rule: str, trigger: str, lang: str = "en", what: str = "", document_type: str = "") -> MentionRow:
    slots = (None, None, None, None, None, None, None, None, what, document_type, None, None)
    return MentionRow("m1", "e1", "d", lang, "signing", "occurred", *slots, "", 0, 0, trigger, 0, 0, rule)


SENTENCES = [  # event, participants, English, Russian
    (event("meeting"), WHOM, "Olga Brandt met Pavel Sorin in Lindhafen on 4 May 2023.", "Встреча: Ольга Брандт — Павел Сорин; 4 мая 2023 года; Линдхафен."),
    (
        event("meeting", "planned", "ferry lines", place=None),
        WHOM,
        "Olga Brandt will meet Pavel Sorin on 4 May 2023; topic: ferry lines.",
        "Запланирована встреча: Ольга Брандт — Павел Сорин; 4 мая 2023 года.",
    ),
    (
        event("meeting", "proposed", date_start=None),
        WHOM,
        "It was proposed that Olga Brandt meet Pavel Sorin in Lindhafen.",
        "Предложена встреча: Ольга Брандт — Павел Сорин; Линдхафен.",
    ),
    (event("meeting", "negated", place=None, date_start=None), (), "A meeting did not take place.", "Встреча не состоялась."),
    (event("meeting", place=None), WHO, "Olga Brandt held a meeting on 4 May 2023.", "Встреча: Ольга Брандт; 4 мая 2023 года."),
    (
        event("meeting", place=None, date_start=None),
        (("whom", "n1"), ("whom", "n2"), ("attendee", "n3")),
        "Olga Brandt met Pavel Sorin; also present: the Delegation of Lind.",
        "Встреча: Ольга Брандт — Павел Сорин; также: делегация Линда.",
    ),
    (
        event("call", place=None, what="транзит зерна"),
        WHOM,
        "Olga Brandt spoke with Pavel Sorin by phone or video on 4 May 2023.",
        "Разговор по телефону или видео: Ольга Брандт — Павел Сорин; тема: транзит зерна; 4 мая 2023 года.",
    ),
    (
        event("visit", what="working visit"),
        (("head_of_delegation", "n1"), ("whom", "n2")),
        "Olga Brandt visited Lindhafen, hosted by Pavel Sorin on 4 May 2023 (working visit).",
        "Визит: Ольга Брандт; принимающая сторона: Павел Сорин; 4 мая 2023 года; Линдхафен.",
    ),
    (event("visit", "negated", place=None, date_start=None), WHO, "Olga Brandt did not make a visit.", "Визит не состоялся: Ольга Брандт."),
    (
        event("signing", what="agreement on ferry lines", document_type="agreement", amount=1_250_000.0, currency="EUR"),
        WHOM,
        "Olga Brandt and Pavel Sorin signed an agreement on ferry lines, worth EUR 1,250,000 in Lindhafen on 4 May 2023.",
        "Подписание: Ольга Брандт — Павел Сорин; соглашение «agreement on ferry lines»; 4 мая 2023 года; Линдхафен; сумма: 1\xa0250\xa0000 EUR.",
    ),
    (
        event("signing", "planned", "протокола о намерениях", document_type="protocol", place=None),
        WHOM,
        "Olga Brandt and Pavel Sorin will sign a protocol (“протокол о намерениях”) on 4 May 2023.",
        "Запланировано подписание: Ольга Брандт — Павел Сорин; протокол о намерениях; 4 мая 2023 года.",
    ),
    (
        event("signing", "proposed", place=None, date_start=None, document_type="contract"),
        (),
        "It was proposed that the signing of a contract take place.",
        "Предложено подписание: контракт.",
    ),
    (
        event("award", what="Order of the Anchor", place=None),
        WHOM,
        "Olga Brandt received the Order of the Anchor from Pavel Sorin on 4 May 2023.",
        "Награждение: Ольга Брандт; награда: «Order of the Anchor»; вручающая сторона: Павел Сорин; 4 мая 2023 года.",
    ),
    (
        event("award", "negated", "медалью «За усердие»", place=None, date_start=None),
        (("whom", "n2"),),
        "Pavel Sorin did not present an award (“медаль «За усердие»”).",
        "Награждение не состоялось: медаль «За усердие»; вручающая сторона: Павел Сорин.",
    ),
    (
        event("opening", "planned", "ferry terminal"),
        WHO,
        "Olga Brandt will open a ferry terminal in Lindhafen on 4 May 2023.",
        "Запланировано открытие: «ferry terminal»; участие: Ольга Брандт; 4 мая 2023 года; Линдхафен.",
    ),
    (
        event("opening", "proposed", "паромный терминал", date_start=None),
        (),
        "It was proposed that “паромный терминал” open in Lindhafen.",
        "Предложено открытие: паромный терминал; Линдхафен.",
    ),
    (
        event("conference", what="Forum of Harbours", place="Ministry of Trade"),
        WHO,
        "The Forum of Harbours took place at the Ministry of Trade on 4 May 2023, with Olga Brandt.",
        "Мероприятие: «Forum of Harbours»; участие: Ольга Брандт; 4 мая 2023 года; Министерство торговли.",
    ),
    (
        event("conference", "negated", "форуме «Гавань»", place=None),
        (),
        "The event “форум «Гавань»” did not take place on 4 May 2023.",
        "Мероприятие не состоялось: форум «Гавань»; 4 мая 2023 года.",
    ),
    (
        event("appointment", what="head of the port office", place=None),
        WHOM,
        "Olga Brandt became head of the port office on 4 May 2023, by decision of Pavel Sorin.",
        "Назначение: Ольга Брандт; должность: «head of the port office»; решение: Павел Сорин; 4 мая 2023 года.",
    ),
    (
        event("appointment", "proposed", "главным лоцманом порта", place=None, date_start=None),
        WHO,
        "It was proposed that Olga Brandt take a new office (“главный лоцман порта”).",
        "Предложено назначение: Ольга Брандт; должность: главный лоцман порта.",
    ),
    (
        event("oath", what="oath of office", place=None),
        WHO,
        "Oath: Olga Brandt; an oath of office on 4 May 2023.",
        "Oath: Ольга Брандт; «oath of office»; 4 мая 2023 года.",
    ),
    (
        event("visit", place=None, date_start=None),
        MANY,
        "Town 0, Town 1, Town 2, Town 3 and 3 others made a visit.",
        "Визит: Город 0, Город 1, Город 2, Город 3, ещё 3.",
    ),
]


@pytest.mark.parametrize(
    ("row", "people", "english", "russian"), SENTENCES, ids=lambda value: f"{value.event_type}-{value.status}" if isinstance(value, EventRow) else ""
)
def test_sentences(row: EventRow, people: tuple[tuple[str, str], ...], english: str, russian: str) -> None:
    assert summaries(row, people) == (english, russian)


@pytest.mark.parametrize("forms", WORDS.languages, ids=LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_every_type_can_be_said_of_anybody_and_of_nobody(forms: object, status: str) -> None:
    kinds = {*ENGLISH.patterns, "oath"} - {"leaving", "other"}
    assert len(kinds) == 9
    for kind in kinds:
        for people in ((), WHO, WHOM):
            for said in summaries(event(kind, status, place=None, date_start=None), people):
                assert said.endswith(".") and said[0].isupper() and not set("<>{}[]|") & set(said) and "  " not in said


LEAVING = [("appointment-leave", "resigned"), ("appointment-noun", "отставка"), ("appointment-relieve", "освобождён")]


@pytest.mark.parametrize(("rule", "trigger"), LEAVING)
def test_who_leaves_an_office_is_not_appointed(rule: str, trigger: str) -> None:
    row = event("appointment", what="head of the port office", place=None)
    english, russian = summaries(row, WHO, (mention(rule, trigger),))
    assert english == "Olga Brandt left office on 4 May 2023 (head of the port office)."
    assert russian.startswith("Уход с должности: Ольга Брандт")


def test_words_of_the_verb_fall_away_in_both_languages() -> None:
    english, russian = summaries(event("appointment", what="appointed Chief Pilot", place=None, date_start=None), WHO)
    assert (english, russian) == ("Olga Brandt became Chief Pilot.", "Назначение: Ольга Брандт; должность: «Chief Pilot».")


TITLES = [  # as told, Russian line
    ("исполняющим обязанности главного лоцмана", "исполняющий обязанности главного лоцмана"),
    ("временно исполняющей обязанности мэра", "временно исполняющий обязанности мэра"),
    ("орден «Якорь", "орден Якорь"),
    ("“Grand Anchor", "«Grand Anchor»"),
    ("звания", ""),
]


@pytest.mark.parametrize(("what", "said"), TITLES)
def test_titles_are_told_whole(what: str, said: str) -> None:
    russian = summaries(event("award", what=what, place=None, date_start=None), WHO)[1]
    assert russian == f"Награждение: Ольга Брандт{f'; награда: {said}' if said else ''}."


@pytest.mark.parametrize(("place", "said"), [("Seoul", "Сеул"), ("Lindhafen", "Линдхафен"), ("Haapsalu", "Haapsalu")])
def test_large_cities_have_a_russian_name(place: str, said: str) -> None:
    assert summaries(event("visit", place=place, date_start=None), WHO)[1] == f"Визит: Ольга Брандт; {said}."


def test_a_document_without_a_title_of_its_own() -> None:
    row = event("signing", what="Agreement", document_type="agreement", place=None, date_start=None)
    assert summaries(row, WHOM) == ("Olga Brandt and Pavel Sorin signed an agreement.", "Подписание: Ольга Брандт — Павел Сорин; соглашение.")


def test_a_title_is_told_as_the_language_of_the_sentence_has_it() -> None:
    row = event("signing", what="memorandum on ports", document_type="memorandum", place=None, date_start=None)
    titles = [("en", "memorandum on ports", "memorandum"), ("ru", "акт", "other"), ("ru", "меморандум о портах", "memorandum")]
    told = tuple(mention("signing-verb", "signed", *title) for title in titles)
    assert summaries(row, WHO, told)[1] == "Подписание: Ольга Брандт; меморандум о портах."


def test_what_the_user_has_corrected_is_told_as_corrected() -> None:
    row = event("signing", what="memorandum on lighthouses", document_type="memorandum", place=None, date_start=None)
    told = (
        mention("signing-verb", "signed", "en", "memorandum on ports", "memorandum"),
        mention("signing-verb", "подписан", "ru", "меморандум о портах", "memorandum"),
    )
    assert summaries(row, WHO, told)[1] == "Подписание: Ольга Брандт; меморандум «memorandum on lighthouses»."
    people = (EventParticipantRow("e1", "n1", "who", 1, "Olga K. Brandt", "person"),)
    (corrected,) = add_summaries(Tables(events=(row,), event_participants=people, entities=ENTITIES), WORDS, PLACES).events
    assert (corrected.summary_en or "").startswith("Olga K. Brandt signed")


DATES = [  # first, last, precision, EDTF, source, English, Russian
    ("2023-05-03", "2023-05-05", "range", "", "text", "on 3–5 May 2023", "3–5 мая 2023 года"),
    ("2023-05-30", "2023-06-02", "range", "", "text", "from 30 May to 2 June 2023", "30 мая — 2 июня 2023 года"),
    ("2022-12-30", "2023-01-02", "range", "", "text", "from 30 December 2022 to 2 January 2023", "30 декабря 2022 года — 2 января 2023 года"),
    ("2023-05-01", "2023-05-07", "week", "", "text", "in the week of 1 May 2023", "неделя с 1 мая 2023 года"),
    ("2023-05-01", "2023-05-31", "month", "2023-05", "text", "in May 2023", "май 2023 года"),
    ("2023-05-01", "2023-06-30", "month", "", "text", "from 1 May to 30 June 2023", "1 мая — 30 июня 2023 года"),
    ("2023-05-20", "2023-05-31", "month", "", "text", "on 20–31 May 2023", "20–31 мая 2023 года"),
    ("2023-04-01", "2023-06-30", "quarter", "2023-34", "text", "in the second quarter of 2023", "II квартал 2023 года"),
    ("2023-07-01", "2023-12-31", "half", "2023-41", "text", "in the second half of 2023", "II полугодие 2023 года"),
    ("2022-12-01", "2023-02-28", "season", "2023-24", "text", "in winter 2023", "зима 2022/2023 года"),
    ("2023-06-01", "2023-08-31", "season", "2023-22", "text", "in summer 2023", "лето 2023 года"),
    ("2023-01-01", "2023-12-31", "year", "2023", "text", "in 2023", "2023 год"),
    ("2021-01-01", "2023-12-31", "range", "2021/2023", "text", "in 2021–2023", "2021–2023 годы"),
    ("1990-01-01", "1999-12-31", "decade", "199X", "text", "in the 1990s", "1990-е годы"),
    ("2023-05-03", "2023-05-03", "day", "2023-05-03~", "text", "around 3 May 2023", "около 3 мая 2023 года"),
    ("2023-05-01", "2023-05-31", "month", "2023-05~", "text", "around May 2023", "примерно май 2023 года"),
    ("2023-05-03", "2023-05-03", "day", "2023-05-03", "published", "(reported on 3 May 2023)", "сообщение: 3 мая 2023 года"),
    (None, None, None, None, None, "", ""),
]


@pytest.mark.parametrize(("first", "last", "precision", "edtf", "source", "english", "russian"), DATES)
def test_dates_as_people_write_them(first: str, last: str, precision: str, edtf: str, source: str, english: str, russian: str) -> None:
    assert [say_date(first, last, precision, edtf, source, words) for words in (ENGLISH, RUSSIAN)] == [english, russian]


ARTICLES = [
    ("agreement on ports", "an agreement on ports"),
    ("unilateral pledge", "a unilateral pledge"),
    ("honorary doctorate", "an honorary doctorate"),
    ("next forum", "the next forum"),
    ("city's prize", "the city's prize"),
    ("a state order", "a state order"),
    ("Order of the Anchor", "the Order of the Anchor"),
    ("Lind's Cross", "Lind's Cross"),
    ("joint ferry lines", "joint ferry lines"),
    ("cooperation in trade", "cooperation in trade"),
    ("trade mission of Lind", "a trade mission of Lind"),
    ('exhibition "Our Ships"', 'an exhibition "Our Ships"'),
    ("5 ships", "5 ships"),
    ("XVII Forum", "the XVII Forum"),
    ("More than 20 protocols", "more than 20 protocols"),
]


@pytest.mark.parametrize(("title", "said"), ARTICLES)
def test_articles_of_titles(title: str, said: str) -> None:
    assert ENGLISH.articles is not None
    assert with_article(title, ENGLISH.articles) == said


NAMES = [
    ("Olga Brandt", "Olga Brandt"),
    ("Government of Lind", "the Government of Lind"),
    ("mayor of Lind", "the mayor of Lind"),
    ("Lind delegation", "the Lind delegation"),
    ("entrepreneurs of Lind", "entrepreneurs of Lind"),
    ("Lind's delegation", "Lind's delegation"),
    ("Philippines", "the Philippines"),
    ("Kremlin", "the Kremlin"),
    ("port's management", "the port's management"),
    ("People's Council of Lind", "the People's Council of Lind"),
    ("Lind Executive Committee", "the Lind Executive Committee"),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_articles_of_names(name: str, said: str) -> None:
    assert ENGLISH.articles is not None
    assert with_the(name, ENGLISH.articles) == said


NOMINATIVES = [
    ("рабочим визитом", "рабочий визит"),
    ("выставку картин", "выставка картин"),
    ("второго контракта", "второй контракт"),
    ("медалью «За усердие»", "медаль «За усердие»"),
    ("IX Международной ярмарке", "IX Международная ярмарка"),
    ("Новым председателем", "Новый председатель"),
    ("соглашение о портах", "соглашение о портах"),
    ("десяти таких поездок", "десяти таких поездок"),  # a number rules the case
    ("ордена «Якорь»", "ордена «Якорь»"),  # one in the genitive, or several
    ("Казани конференцию", "Казани конференцию"),  # a name before it
    ("18-го форума", "18-го форума"),
    ("«Якорь»", "«Якорь»"),
]


@pytest.mark.parametrize(("title", "said"), NOMINATIVES)
def test_nominative_where_it_is_sure(title: str, said: str) -> None:
    assert nominative(title, WORDS.morphology) == said


def test_slots_and_optional_parts() -> None:
    pattern = parse_pattern("{who} [did|will do|do|did not do] it< in {place}>")
    assert fill_pattern(pattern, {"who": "Ann"}, "planned") == "Ann will do it"
    assert fill_pattern(pattern, {"who": "Ann", "place": "Lind"}, "negated") == "Ann did not do it in Lind"
    assert pattern.needs == {"who"}


@pytest.mark.parametrize("text", ["{who", "{who} [met|meets]", "a <b", "c] d"])
def test_patterns_that_can_not_be_read(text: str) -> None:
    with pytest.raises(RuleError, match="pattern"):
        parse_pattern(text)
