"""Which lines are English or Russian, and which are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langdetect import detector_factory
from langdetect.detector_factory import init_factory
from langdetect.lang_detect_exception import LangDetectException

from pipeline.lang import LanguageWords, find_blocks, find_language, judge_language, load_language_words
from pipeline.lang.boilerplate import find_boilerplate, is_boilerplate
from pipeline.lang.detect import detect_language
from pipeline.lang.judge import find_script
from pipeline.records import Article, Block

WORDS = load_language_words()

EN = "The mayor of Tartu received the ambassador and discussed trade with him.\n"
RU = "Мэр Омска принял посла и обсудил с ним развитие торговли и перевозок.\n"
KK = "Қала әкімі елшімен кездесіп, өңірдің экономикасын дамыту мәселелерін талқылады.\n"


LANGUAGES = [
    (EN, "en"),
    (RU, "ru"),
    (KK, "kk"),
    ("Міський голова зустрівся з послом і обговорив співпрацю між двома країнами.", "uk"),
    ("Старшыня гарадскога савета сустрэўся з паслом і абмеркаваў супрацоўніцтва ў гандлі.", "be"),
    ("Кметът на града се срещна с посланика и обсъди с него сътрудничеството в търговията.", "bg"),
    ("Der Bürgermeister der Stadt empfing den Botschafter und sprach mit ihm über den Handel.", "de"),
    ("Le maire de la ville a reçu l'ambassadeur et a parlé avec lui du commerce.", "fr"),
    ("Burmistrz spotkał się z ambasadorem i rozmawiał o handlu oraz o współpracy na granicy.", "pl"),
    ("市長は大使と会談し、両国の貿易について話し合った。今後も協力を続ける。", "ja"),
    ("Губернатор принял участие в открытии форума.", "ru"),
    ("Mayor met Xi.", "en"),
    ("Встреча", "ru"),
    ("GOVERNOR TOURS LAHAINA CIVIC CENTER", "en"),
    ("Mayor Otto von der Heide met guests from Turku at noon.", "en"),
    ("Договор подписан в Омске.", "ru"),
    ("Объект сдан в срок, подъезд к мосту готов.", "ru"),
    ("市长会见大使，双方讨论了贸易和运输问题，并签署了合作协议。", "zh"),
    ("Burgemeester van de stad ontving de ambassadeur en sprak met hem over de handel.", "nl"),
    ("Il sindaco della città ha ricevuto l'ambasciatore e ha parlato con lui del commercio.", "it"),
    ("Baltic Shipyards и Nordic Timber подписали договор.", "ru"),
    ("Baltic Shipyards Holding («Балтверфь») signed a contract with the city of Turku.", "en"),
    ("12 345", "und"),
    ("", "und"),
    (RU + "Tallinn Business Center Holding\n" + RU, "ru"),
    (RU + "Газета «Қазақстан өңірі» сообщила, что посол и мэр подписали протокол о намерениях в присутствии гостей.\n", "ru"),
]


@pytest.mark.parametrize(("text", "lang"), LANGUAGES)
def test_language_of_a_document(text: str, lang: str) -> None:
    assert find_language(text, WORDS) == lang


HINTS = [("Зустріч голови", "uk", "uk"), ("Meeting", "ru", "en"), (RU, "kk", "ru"), (KK, "ru", "kk"), ("Кездесу", "kk", "kk")]


@pytest.mark.parametrize(("text", "hint", "lang"), HINTS)
def test_the_record_decides_only_what_the_text_leaves_open(text: str, hint: str, lang: str) -> None:
    assert find_language(text, WORDS, hint=hint) == lang


def spell(*parts: tuple[str, str]) -> tuple[str, tuple[Block, ...]]:
    """A text of parts, and the blocks that they should make."""
    blocks, start = [], 0
    for text, lang in parts:
        blocks.append(Block(start, start + len(text), lang))
        start += len(text)
    return "".join(text for text, _ in parts), tuple(blocks)


BLOCKS = [
    spell((EN, "en"), (RU, "ru")),
    spell((RU + "\n", "ru"), (KK, "")),
    spell((KK, ""), (RU, "ru"), (KK, "")),
    spell((RU + "Торжественный приём\nГостям показали порт.\n", "ru")),
    spell(("14.03.2023 00:00\n", ""), (RU, "ru")),
    spell(("\n" + EN + "\n", "en"), ("Leave a Reply\n\n0 0\n", "")),
    spell((EN + "Other words of the mayor followed.\n", "en"), (EN, "")),
    spell((RU, "ru"), ("Фото: пресс-служба мэрии\n", ""), ("Гости осмотрели порт и верфь, где строят новые суда.\n", "ru")),
    spell(("\n \n", "")),
    spell(),
]


@pytest.mark.parametrize(("text", "blocks"), BLOCKS)
def test_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    assert find_blocks(text, WORDS) == blocks


@settings(max_examples=60)
@given(st.lists(st.sampled_from([EN, RU, KK, "\n", "Share\n", "Да.\n", "Yes.\n", "大使\n", "1 2", "\r\n", "x"])).map("".join) | st.text())
def test_blocks_cover_the_text_without_gaps(text: str) -> None:
    blocks = find_blocks(text, WORDS)
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)


BOILERPLATE = [
    "0 0",
    "* * *",
    "Leave a Reply",
    "Article Categories:",
    "SHARE",
    "Поделиться:",
    "Читайте также: Мэр открыл мост",
    "Photo: City Hall of Tartu",
    "May 14, 2023",
    "Вторник, 14 марта 2023 г., 10:15",
    "14.03.2023 00:00",
    "Home > News > Events",
    "https://example.org/news/1",
    "press@example.org",
    "#омск #порт",
    "15 просмотров",
    "Contact: Jane Roe, 555-0100.",
]
CONTENT = [
    "On May 14, 2023 the mayor met the ambassador.",
    "14 марта 2023 года мэр принял посла.",
    "Share prices of the port rose after the deal was signed.",
    "The photo exhibition was opened by the consul.",
    "Печать поставили обе стороны.",
    "В марте 2023 года стороны встретились.",
    "(c) the parties shall meet twice a year;",
    "",
]


@pytest.mark.parametrize(("line", "expected"), [*((line, True) for line in BOILERPLATE), *((line, False) for line in CONTENT)])
def test_boilerplate(line: str, expected: bool) -> None:
    assert is_boilerplate(line, WORDS.boilerplate) is expected


def test_only_the_repeat_of_a_long_line_is_skipped() -> None:
    lines = ["Mayor receives the ambassador", "Yes.", "Mayor  receives the ambassador ", "Yes."]
    assert list(find_boilerplate(lines, WORDS.boilerplate)) == [False, False, True, False]


def test_days_that_head_parts_of_a_chronicle_are_kept() -> None:
    lines = ["14 March", "", "The mayor met the consul.", "15 March", "", "The consul left."]
    assert list(find_boilerplate(lines, WORDS.boilerplate)) == [False] * 6
    assert list(find_boilerplate(["14 March", "The mayor met the consul.", "15 March"], WORDS.boilerplate)) == [True, False, True]


JUDGED = [
    (Article("a", EN), "en", "", ""),
    (Article("a", KK), "kk", "skipped", "language kk"),
    (Article("a", KK * 3 + RU), "kk", "", ""),
    (Article("a", "14 марта 2023 года\n"), "ru", "skipped", "nothing but boilerplate"),
    (Article("a", "0 0"), "und", "skipped", "language und"),
    (Article("a", "", lang="ru", status="failed", reason="broken"), "ru", "failed", "broken"),
]


@pytest.mark.parametrize(("article", "lang", "status", "reason"), JUDGED)
def test_documents_without_english_and_russian_are_skipped(article: Article, lang: str, status: str, reason: str) -> None:
    judged, blocks = judge_language(article, WORDS)
    assert (judged.lang, judged.status, judged.reason) == (lang, status, reason)
    assert any(block.lang for block in blocks) == (status == "")


def test_the_model_answers_alike_each_time() -> None:
    text = "Susitikimas su ambasadoriumi vyko rotušėje, kalbėta apie prekybą"
    assert len({find_language(text, load_language_words()) for _ in range(5)}) == 1


@pytest.mark.parametrize("script", ["latin", "cyrillic", "other"])
@pytest.mark.parametrize(
    "text",
    [
        "The council opened two schools.",
        "Der Rat hat zwei Schulen eröffnet, und der Bürgermeister sprach.",
        "Burmistrz otworzył dwie szkoły w środę.",
        "Мэр открыл две школы в среду.",
        "Міський голова відкрив дві школи, що їх чекали.",
        "Кметът откри две училища в сряда.",
        "ο δήμαρχος εγκαινίασε δύο σχολεία",
        "12 345",
    ],
)
def test_languages_that_are_no_candidates_need_no_frequencies(text: str, script: str) -> None:
    candidates = load_language_words().candidates[script]
    init_factory()
    detector = detector_factory._factory.create()
    detector.seed = 0
    detector.set_prior_map(dict.fromkeys(candidates, 1.0))
    detector.append(text)
    try:
        expected = [answer.lang.partition("-")[0] for answer in detector.get_probabilities()][:1]
    except LangDetectException:
        expected = []
    assert detect_language(text, candidates) == "".join(expected)


def test_words_are_values() -> None:
    assert isinstance(WORDS, LanguageWords)
    assert load_language_words().function_words == WORDS.function_words


def test_languages_of_a_word_are_those_whose_lists_hold_it() -> None:
    told = {(lang, word) for lang, words in WORDS.function_words.items() for word in words}
    assert {(lang, word) for word, langs in WORDS.languages.items() for lang in langs} == told


@pytest.mark.parametrize(("line", "script"), [("The mayor", "latin"), ("2021-05-05 ...", ""), ("", ""), ("Мэр OOO", "cyrillic"), ("東京", "other")])
def test_scripts_of_lines(line: str, script: str) -> None:
    assert find_script(line) == script
