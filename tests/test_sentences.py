"""Where sentences end, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.sentences import MAX_SENTENCE, load_sentence_words, split_sentences
from pipeline.annotate.tokens import is_blank
from pipeline.records import Block

WORDS = load_sentence_words()

ENGLISH = [  # `|` marks where a new sentence begins
    "Talks were held. |The sides signed a protocol.",
    "Mr. Laptev met Dr. Belova. |They spoke.",
    "H.E. Igor Laptev was there. |He left.",
    "J. R. Holm and A. Lind met.",
    "The U.S. Department of Energy replied. |It agreed.",
    "Akim Sh. Karimov met A. Zh. Lindova, Engr. Ivo Kos and Smt. Maya Rao. |They spoke.",
    "She thanked Mr. Yu. |He left.",
    "He lives in the U.S. |He works there.",
    "Talks ended at 5 p.m. on Monday.",
    "Order No. 5 was signed. |No. |It was not.",
    "On Feb. 3 the sides met.",
    "Caspian Lines Ltd. signed a contract with Amber Corp. in Riga.",
    "“We agreed.” |The minister left.",
    "«We agreed.» |The minister left.",
    'He said: "Yes!" |They shook hands.',
    "Growth was 2.5 percent. |Trade rose by 3.1 percent.",
    "The forum closed.|The guests left.",
    "Is it true? |Yes! |It is.",
    "A headline without a stop\n|The first sentence.",
    "Today Sen.\nAnna Lind and Rep.\r\nHans Weber met. |They spoke.",
    "They live in the U.S.\n|Anna Lind met them with the Gov.\n\n|Hans Weber left.",
    "They met Maj. Gen. (ret.) Ivo Kos. |He left.",
    "It closed (in May.) |Then it opened.",
    "One\r\n|Two\r\n\r\n|Three",
    "Trade grew… |Exports fell.",
    "See communique.example.org for details.",
    "ALTA CITY: |Mayor Anna Lind met the consul.",
    "PARTICIPANTS: anna",
]
RUSSIAN = [
    "Прошли переговоры. |Стороны подписали протокол.",
    "Мэр встретился с Ивановым И.Ю. |Стороны обсудили торговлю.",
    "Мэр принял Лаптеву О. В. |Беседа была краткой.",
    "С речью выступил И.Ю. Лаптев.",
    "Выступили И. Ю. Лаптев и О. В. Белова. |Затем прошёл обед.",
    "Товарооборот вырос на 2,5 млн. долларов.",
    "В 2021 г. открыт завод. |Он работает.",
    "5 мая с. г. Генеральный консул встретился с мэром. |Они пили чай.",
    "В мае с. г. Губернатор посетил Казань.",
    "С 21 по 24 мая с. г. Делегация посетила Казань.",
    "Встреча прошла 5 мая с. г. |Стороны подписали договор.",
    "5 мая с. г.",
    "Встреча прошла в г. Казани на ул. Баумана, д. 5.",
    "Приехали гости, т.е. делегация Словакии.",
    "«Мы договорились.» |Так сказал мэр.",
    "Форум закрылся.|Гости уехали.|В зале остался ректор.|— Мы рады, — сказал он.",
    "Выступил Лаптев И.В присутствии мэра.",
    "Правда ли это? |Да! |Это так.",
    "Заголовок без точки\n|Первое предложение.",
    "Завод выпускает станки, приборы и др. продукцию.",
    "Торговля растёт… |Экспорт падает.",
]


def spans(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, Block(0, len(text), lang), words=WORDS)]


@pytest.mark.parametrize(("marked", "lang"), [*((text, "en") for text in ENGLISH), *((text, "ru") for text in RUSSIAN)])
def test_sentences(marked: str, lang: str) -> None:
    assert spans(marked.replace("|", ""), lang) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("lang", ["en", "ru"])
@given(text=st.text(alphabet=st.sampled_from(list('AbЯю.!?…»"( \n\r\t\u00a0\u00ad1')), max_size=80), start=st.integers(0, 20))
def test_spans_are_in_order_and_leave_only_blanks(text: str, start: int, lang: str) -> None:
    start = min(start, len(text))
    found = list(split_sentences(text, Block(start, len(text), lang), words=WORDS))
    edges = [start, *(edge for span in found for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[a:b] and not is_blank(text[a]) and not is_blank(text[b - 1]) for a, b in found)
    assert is_blank("".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)))


@pytest.mark.parametrize("text", ["word " * 2000, "w" * 7000, "a b. " * 2000])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_runs_without_end_are_cut(text: str, lang: str) -> None:
    found = spans(text, lang)
    assert max(len(piece) for piece in found) <= MAX_SENTENCE
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
