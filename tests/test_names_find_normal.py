"""Russian names come out in the nominative, first name first; surnames without a dictionary entry by their ending."""

from __future__ import annotations

import pytest

from pipeline.annotate import Models, annotate
from pipeline.names import NameWords, find_actors, load_name_words
from pipeline.names.morphology import restore_case
from pipeline.names.normal import surname_nominative
from pipeline.records import Block

SENTENCES = [  # sentence, normal forms of the people in it
    ("Встреча с Иваном Петровым прошла успешно.", ["Иван Петров"]),
    ("Награду вручили Ольге Ершовой и Петру Шевченко.", ["Ольга Ершова", "Пётр Шевченко"]),
    ("Он поздравил Петрова Ивана Сергеевича.", ["Иван Сергеевич Петров"]),
    ("Переговоры с министром Сергеем Викторовичем Климовым.", ["Сергей Викторович Климов"]),
    ("Визит Дмитрия Черных завершён.", ["Дмитрий Черных"]),
    ("Губернатор И. Ю. Лыткин выступил.", ["И.Ю. Лыткин"]),
    ("Памела Харди заявила, что уедет.", ["Памела Харди"]),
    ("Визит Камиллы Харрис прошёл успешно.", ["Камилла Харрис"]),
    ("Министры работали при Юлии Ткаченко и при Евгении Громове.", ["Юлия Ткаченко", "Евгений Громов"]),
    ("Музей посвящён братьям Павлу и Сергею Третьяковым.", ["Павел", "Сергей Третьяков"]),
    ("Письмо Пифагора доказывает это.", ["Пифагор"]),
    ("Это встреча Сергея Лыткина-младшего.", ["Сергей Лыткин-младший"]),
    ("Он принял Олега Белого и Анну Белую.", ["Олег Белый", "Анна Белая"]),
    ("Визит Урсулы фон дер Хаген завершён.", ["Урсула фон дер Хаген"]),
    ("Встреча Владимира Котова и Ким Чен Ына пройдёт.", ["Владимир Котов", "Ким Чен Ын"]),
    ("Он звонил президенту Абдель-Фаттаху ас-Сиси.", ["Абдель-Фаттах ас-Сиси"]),
    ("Пришёл Павел Лисин.", ["Павел Лисин"]),
    ("Встреча с Ма Шэнкунем прошла в порту.", ["Ма Шэнкунь"]),
    ("Губернатор встретился с генеральным консулом Китая Ло Вэньгуем.", ["Ло Вэньгуй"]),
    ("Посол Вьетнама в Сербии Чан Куок Хай посетил верфь.", ["Чан Куок Хай"]),
    ("Мэр беседовал с послом Вьетнама в Сербии Чан Куок Хаем.", ["Чан Куок Хай"]),
    ("Встреча с министром торговли Социалистической Республики Вьетнам Чан Ван Хунгом.", ["Чан Ван Хунг"]),
    ("Пришли губернатор Иван Петров и поверенный в делах Чехии Матей Новак.", ["Иван Петров", "Матей Новак"]),
    ("Мэр вручил медаль архитектору Кэндзи Накамуре.", ["Кэндзи Накамура"]),
    ("Премия вручена губернатором штата Раджендрой Сингхом.", ["Раджендра Сингх"]),
    ("Там же Дж.К. Руто-Мваи принял участие в форуме.", ["Дж.К. Руто-Мваи"]),
    ("Лента перерезана в присутствии Главы КБР Анзора Бекова.", ["Анзор Беков"]),
]
CITIES = [  # text, names of cities in it
    ("Форум открылся в Актобе и Нови-Саде.", ["Актобе", "Нови-Сад"]),
    ("Мэр вернулся из Баня-Луки.", ["Баня-Лука"]),
    ("Форум открылся в Орше, Темиртау и Усть-Каменогорске.", ["Орша", "Темиртау", "Усть-Каменогорск"]),
    ("Делегация посетила город Карловы Вары.", ["Карловы Вары"]),
]
SURNAMES = [  # form, case, gender, nominative
    ("Кошербаевым", "ablt", "m", "Кошербаев"),
    ("Кошербаевой", "ablt", "f", "Кошербаева"),
    ("Ринальдского", "gent", "m", "Ринальдский"),
    ("Кабаевскую", "accs", "f", "Кабаевская"),
    ("Ансипу", "datv", "m", "Ансип"),
    ("Миннине", "loct", "m", "Миннин"),
    ("Раиси", "ablt", "m", "Раиси"),
]


@pytest.fixture(scope="module")
def name_words() -> NameWords:
    return load_name_words()


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_names_come_out_in_the_nominative(text: str, names: list[str], models: Models, name_words: NameWords) -> None:
    doc = annotate(text, (Block(0, len(text), "ru"),), models)
    assert [a.name for a in find_actors(doc, name_words) if a.entity_type == "person" and a.form == "name"] == names


@pytest.mark.parametrize(("text", "names"), CITIES)
def test_cities_come_out_as_the_gazetteer_has_them(text: str, names: list[str], models: Models, name_words: NameWords) -> None:
    doc = annotate(text, (Block(0, len(text), "ru"),), models)
    assert [a.name for a in find_actors(doc, name_words) if a.entity_type == "city"] == names


@pytest.mark.parametrize(("form", "case", "gender", "nominative"), SURNAMES)
def test_unknown_surnames_follow_their_ending(form: str, case: str, gender: str, nominative: str, name_words: NameWords) -> None:
    assert surname_nominative(form, case, gender, name_words.languages["ru"]) == nominative


@pytest.mark.parametrize(
    ("word", "model", "expected"), [("касым-жомарт", "Касым-Жомартом", "Касым-Жомарт"), ("рф", "РФ", "РФ"), ("область", "области", "область")]
)
def test_capitals_are_kept(word: str, model: str, expected: str) -> None:
    assert restore_case(word, model) == expected
