"""Annotation: the `Doc` is the text, character by character, every sentence is one tree, and no sentence depends on its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from razdel import tokenize
from spacy.pipeline import AttributeRuler, EntityRecognizer
from thinc.api import NumpyOps

from pipeline.annotate import Doc, analysed_sentences, annotate, english, feature, make_doc, words
from pipeline.annotate.build import build_doc
from pipeline.annotate.names import NameFinder, is_plain
from pipeline.annotate.products import Matrix, multiply, multiply_blocks, multiply_placed, place_words
from pipeline.annotate.ruler import RuleMemory
from pipeline.annotate.russian import tell_tense
from pipeline.annotate.tokens import Sentence, Token, clean_text, nest_in_relatives, nest_in_reports, repair_heads
from pipeline.annotate.window import Memory, SentenceVectors, SteadyOps, find_vectors
from pipeline.records import Block

if TYPE_CHECKING:
    from pipeline.annotate import Models, Span

EN = "Mayor Olga Belova met with Consul Igor Laptev in Kazan."
RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани."

TEXTS = [  # text, language, words that rules see
    (EN, "en", 11),
    (RU, "ru", 11),
    (EN.replace(" ", "\u00a0"), "en", 11),
    (RU.replace(" с ", " с\u00a0"), "ru", 11),
    (RU.replace(" ", "  "), "ru", 11),
    (EN.replace(" met ", "\tmet\t"), "en", 11),
    (EN.replace("Belova", "Bel\u00adova"), "en", 11),
    (RU.replace("встретилась", "встре\u00adтилась"), "ru", 11),
    (EN.replace("Kazan", "Ka\u200bzan"), "en", 11),
    (f"\r\n{RU}\r\n\r\n", "ru", 11),
    (f"{EN}\r\n{EN}\n", "en", 22),
    (f"\ufeff{EN}", "en", 11),
    ("🎉 " + EN, "en", 12),
    ("", "en", 0),
    ("   \n\t ", "ru", 0),
    ("\u00ad\u200b", "ru", 0),
    ("…", "ru", 1),
]

SCRAPS = st.sampled_from(
    [*"aZяЁ.!?«»\"()-—,;:…'’1 \t\n\r\u00a0\u00ad\u200b\u2028\u0301\ufeff🎉", "Mr. ", "т.е. ", "И.Ю. Белов", "met with ", "встретился с ", "U.S. ", "2,5 млн "]
)
HEADS = st.integers(1, 12).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(-2, n + 1), min_size=n, max_size=n),
        st.lists(st.sampled_from(["root", "nsubj", "obj", "nmod", "obl", "parataxis", "acl:relcl"]), min_size=n, max_size=n),
    )
)

REPAIRED = [  # heads, relations, heads of one tree, relations
    ([0], ["root"], [0], ["root"]),
    ([1, 1], ["nsubj", "root"], [1, 1], ["nsubj", "root"]),
    ([0, 1], ["root", "root"], [0, 0], ["root", "parataxis"]),
    ([-1, 0], ["root", "obj"], [0, 0], ["root", "obj"]),
    ([1, 0, 2], ["obj", "obj", "root"], [1, 2, 2], ["obj", "obj", "root"]),
    ([1, 2, 0], ["obj", "obj", "obj"], [0, 2, 0], ["root", "obj", "obj"]),
    ([9, 0], ["root", "obj"], [0, 0], ["root", "obj"]),
]
CLEAN = [  # as told, as the models see it, offsets
    ("a b", "a b", (10, 11, 12, 13)),
    ("a  b", "a b", (10, 11, 13, 14)),
    ("a\u00a0b", "a b", (10, 11, 12, 13)),
    ("a\u00adb", "ab", (10, 12, 13)),
    ("\na", "a", (11, 12)),
]
FEATURES = [("губернатором", "Case", "Ins"), ("встретился", "Tense", "Past"), ("встретился", "Person", ""), ("Казани", "Case", "Loc")]


def read(text: str, lang: str, models: Models) -> Doc:
    return annotate(text, (Block(0, len(text), lang),), models)


def names_of(doc: Doc) -> set[tuple[str, str]]:
    """The names with their labels."""
    begins = [token.i for token in doc if token.ent_iob_ == "B"]
    ends = [next((token.i for token in doc[i + 1 :] if token.ent_iob_ != "I"), len(doc)) for i in begins]
    return {(doc[start:end].text, doc[start].ent_type_) for start, end in zip(begins, ends, strict=True)}


def shape(span: Span) -> list[tuple[object, ...]]:
    """What rules see of a sentence, without its place in the text."""
    return [(t.text, t.lemma_, t.pos_, t.dep_, t.head.i - span.start, str(t.morph), t.ent_type_, t.ent_iob_) for t in span]


@pytest.mark.parametrize(("text", "lang", "count"), TEXTS)
def test_the_doc_is_the_text(text: str, lang: str, count: int, models: Models) -> None:
    doc = read(text, lang, models)
    assert doc.text == text
    assert sum(len(words(span)) for span in analysed_sentences(doc)) == count


@pytest.mark.parametrize("lang", ["en", "ru"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(scraps=st.lists(SCRAPS, max_size=25))
def test_any_text_is_kept_in_one_tree_a_sentence(lang: str, scraps: list[str], models: Models) -> None:
    text = "".join(scraps)
    doc = read(text, lang, models)
    assert doc.text == text
    for span in analysed_sentences(doc):
        roots = [token for token in span if token.head.i == token.i]
        assert len(roots) == 1
        assert all(span.start <= token.head.i < span.end for token in span)
        assert (span.text, span.label_) == (span.text.strip(), lang)


@given(text=st.text(max_size=80), cuts=st.lists(st.integers(0, 80), max_size=6))
def test_any_offsets_make_a_doc_of_the_text(text: str, cuts: list[int], models: Models) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut <= len(text))})
    tokens = tuple(Token(a, b, "x", "X", "", 0, "dep") for a, b in zip(edges, edges[1:], strict=False) if not text[a:b].isspace())
    sentences = [Sentence(tokens[0].start, tokens[-1].end, "en", tokens)] if tokens else []
    assert build_doc(text, sentences).text == text


APART = ["Intro", " ", "text.", "\n\n", "Anna", "met", "Ivo", ".", "More", "  ", "words"]


@pytest.mark.parametrize("asked", [[], [0], [-1], [9, 2], [4, 3, 8], [7]])
def test_what_was_not_analysed_is_split_whenever_somebody_asks(asked: list[int]) -> None:
    tokens = tuple(Token(start, end, "", "X", "", 1, "dep") for start, end in [(13, 17), (18, 21), (22, 25), (25, 26)])
    doc = build_doc("Intro text.\n\nAnna met Ivo. More  words", [Sentence(13, 26, "en", tokens)])
    assert (len(doc), [doc[i].text for i in asked]) == (len(APART), [APART[i] for i in asked])
    assert [(token.i, token.text) for token in doc] == list(enumerate(APART))
    assert "".join(token.text + token.whitespace_ for token in doc) == doc.text
    assert [token.text for token in doc if token.pos_ == "SPACE"] == [" ", "\n\n", "  "]
    assert [token.text for token in doc if token.head is not token] == ["Anna", "Ivo", "."]


@pytest.mark.parametrize(("heads", "deps", "repaired", "relations"), REPAIRED)
def test_repair(heads: list[int], deps: list[str], repaired: list[int], relations: list[str]) -> None:
    assert repair_heads(heads, deps) == (repaired, relations)


PARTICIPLE = "Aspect=Perf|Gender=Masc|Number=Sing|Tense=Past|Variant=Short|VerbForm=Part|Voice=Pass"
PAST = "Aspect={}|Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act"


@pytest.mark.parametrize(
    ("word", "aspect", "tense"),
    [("обменяется", "Perf", "Fut"), ("наградят", "Perf", "Fut"), ("обменивается", "Imp", "Pres"), ("обменялся", "Perf", "Past"), ("вырос", "Perf", "Past")],
)
def test_the_ending_of_a_verb_tells_that_it_is_no_past_form(word: str, aspect: str, tense: str) -> None:
    told = tell_tense(word, PAST.format(aspect))
    assert f"Tense={tense}" in told
    assert ("Gender=" in told) == (tense == "Past")
    assert tell_tense("принят", PARTICIPLE) == PARTICIPLE


NESTED = [  # heads, deps, heads and deps once nested
    # 0 met, 1 envoy, 2 who, 3 came, 4 after taking, 5 office, 6 in May
    (
        [0, 0, 3, 1, 0, 4, 3],
        ["root", "obl", "nsubj", "acl:relcl", "obl", "nmod", "obl"],
        [0, 0, 3, 1, 3, 4, 3],
        ["root", "obl", "nsubj", "acl:relcl", "obl", "nmod", "obl"],
    ),
    # what the clause itself hangs from, behind the clause, and no circumstance: these stay
    ([0, 3, 1, 0, 1], ["root", "acl:relcl", "obj", "obl", "obl"], [0, 3, 1, 0, 1], ["root", "acl:relcl", "obj", "obl", "obl"]),
    ([0, 0, 3, 1, 0], ["root", "obl", "nsubj", "acl:relcl", "obl"], [0, 0, 3, 1, 0], ["root", "obl", "nsubj", "acl:relcl", "obl"]),
    ([0, 0, 3, 1, 0, 3], ["root", "obl", "nsubj", "acl:relcl", "conj", "obl"], [0, 0, 3, 1, 0, 3], ["root", "obl", "nsubj", "acl:relcl", "conj", "obl"]),
]


@pytest.mark.parametrize(("heads", "deps", "nested", "relations"), NESTED)
def test_what_stands_within_a_relative_clause_hangs_below_its_verb(heads: list[int], deps: list[str], nested: list[int], relations: list[str]) -> None:
    assert nest_in_relatives(heads, deps) == (nested, relations)


REPORTED = [  # words, heads, dependencies, heads once what the reporter did hangs below the report
    ("Мост построят , сообщил мэр по итогам", [1, 1, 3, 1, 3, 6, 1], ["obj", "root", "punct", "parataxis", "nsubj", "case", "obl"], [1, 1, 3, 1, 3, 6, 3]),
    ("Мост построят , сообщил мэр , в мае", [1, 1, 3, 1, 3, 7, 7, 1], ["obj", "root", "punct", "parataxis", "nsubj", "punct", "case", "obl"], None),
    ("Мост построят сообщил мэр по итогам", [1, 1, 1, 2, 5, 1], ["obj", "root", "parataxis", "nsubj", "case", "obl"], None),
    ("Мост построят , сообщили по итогам", [1, 1, 3, 1, 5, 1], ["obj", "root", "punct", "parataxis", "case", "obl"], None),
]


@pytest.mark.parametrize(("words", "heads", "deps", "nested"), REPORTED)
def test_circumstances_behind_a_report_hang_below_its_verb(words: str, heads: list[int], deps: list[str], nested: list[int] | None) -> None:
    assert nest_in_reports(heads, deps, words.split()) == (nested or heads, deps)


@given(HEADS)
def test_any_heads_become_one_tree(drawn: tuple[list[int], list[str]]) -> None:
    heads, deps = nest_in_relatives(*repair_heads(*drawn))
    heads, deps = nest_in_reports(heads, deps, (["word", ","] * len(heads))[: len(heads)])
    roots = [i for i, head in enumerate(heads) if head == i]
    assert [i for i, dep in enumerate(deps) if dep == "root"] == roots
    assert len(roots) == 1
    for i in range(len(heads)):
        seen: set[int] = set()
        while heads[i] != i:
            assert i not in seen
            seen.add(i)
            i = heads[i]


@pytest.mark.parametrize(("text", "clean", "offsets"), CLEAN)
def test_models_see_plain_blanks(text: str, clean: str, offsets: tuple[int, ...]) -> None:
    found = clean_text(text, 10)
    assert (found.text, tuple(found.offsets)) == (clean, offsets)


JOINT_VERBS = [
    ("Anna Lind co-chaired the forum.", [("co-chaired", "chair")]),
    ("They will co-host it.", [("co-host", "host")]),
    ("She co-chairs the board.", [("co-chairs", "chair")]),
    ("The co-chairs met.", []),
]


@pytest.mark.parametrize(("text", "verbs"), JOINT_VERBS)
def test_verbs_of_what_is_done_together_are_one_word(text: str, verbs: list[tuple[str, str]], models: Models) -> None:
    assert [(t.text, t.lemma_) for t in read(text, "en", models) if "co-" in t.text and t.pos_ == "VERB"] == verbs


@given(st.text(max_size=60))
def test_clean_characters_know_where_they_stand(text: str) -> None:
    clean = clean_text(text, 0)
    assert all(text[offset] == char or (text[offset].isspace() and char == " ") for char, offset in zip(clean.text, clean.offsets, strict=False))
    assert list(clean.offsets[:-1]) == sorted(set(clean.offsets[:-1]))


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        (EN, "The two discussed rail links, said Mr. Laptev.", "en"),
        (RU, "Стороны обсудили перевозки, сообщил И.Ю. Лаптев.", "ru"),
        (EN, "On 3 May 2021 a consulate opened.", "en"),
    ],
)
def test_a_sentence_is_read_the_same_alone_and_among_others(first: str, second: str, lang: str, models: Models) -> None:
    alone = [shape(analysed_sentences(read(text, lang, models))[0]) for text in (first, second)]
    for text in (f"{first} {second}", f"{first}\n\n{second}", f"{first} {second} " + " ".join([first] * 40)):
        assert [shape(span) for span in analysed_sentences(read(text, lang, models))[:2]] == alone


def test_languages_take_turns(models: Models) -> None:
    text = f"{EN}\n{RU}\nҚысқа сөз.\n{EN}"
    ends = [i + 1 for i, char in enumerate(text) if char == "\n"] + [len(text)]
    blocks = [Block(start, end, lang) for start, end, lang in zip([0, *ends], ends, ["en", "ru", "", "en"], strict=False)]
    sentences = analysed_sentences(annotate(text, blocks, models))
    assert [(span.label_, span.text) for span in sentences] == [("en", EN), ("ru", RU), ("en", EN)]


@pytest.mark.parametrize(("word", "name", "value"), FEATURES)
def test_feature(word: str, name: str, value: str, models: Models) -> None:
    doc = read("Мэр встретился с губернатором в Казани.", "ru", models)
    assert feature(next(token for token in doc if token.text == word), name) == value


@pytest.mark.parametrize(("text", "lang", "entity", "label"), [(EN, "en", "Olga Belova", "PER"), (EN, "en", "Kazan", "LOC"), (RU, "ru", "Казани", "LOC")])
def test_entities_share_labels(text: str, lang: str, entity: str, label: str, models: Models) -> None:
    assert (entity, label) in names_of(read(text, lang, models))


RULED = [
    "Aren't they gonna sign it? Let's go, y'all; c'mon.",
    "There is hope, but he ain't done: he had gotta do it himself.",
    "It has been said that I, who got the order, would've been there once.",
]


@pytest.mark.parametrize("text", RULED)
def test_remembered_rules_match_as_the_ruler_does(text: str, models: Models) -> None:
    nlp = models.english.nlp
    memory = nlp.get_pipe("attribute_ruler").match  # type: ignore[attr-defined]
    assert isinstance(memory, RuleMemory)
    ruler = AttributeRuler(nlp.vocab)
    ruler.add_patterns(nlp.get_pipe("attribute_ruler").patterns)  # type: ignore[attr-defined]
    doc = nlp(text)
    assert memory(doc) == memory(doc) == ruler.match(doc)


CROWD = [
    "On Tuesday, 3 May, Governor Olga Belova of Turin County met with José da Silva, head of the Bank of Porvoo, at the Grand Hotel Lumen.",
    "Yes.",
    "The U.S. State Department, Gazprom-Neft and 12 others signed; Mr. O'Neill (Ford) didn't.",
    "Kazan",
    "In Vienna the Kazakh-Finnish working group of 2019-2021 heard Ambassador Anna-Liisa Karro, Dr. Peter Holm Jr. and the mayor.",
    "  ",
]
SCHAR = [
    "Во вторник, 3 мая, губернатор Ольга Белова встретилась в Казани с главой ООО «Порт Лумен» Ж. да Силвой.",
    "Да.",
    "МИД РФ, «Газпром-сбыт» и ещё 12 компаний подписали меморандум; А.Б. Онилов отказался.",
    "Казань",
    "Рабочая группа 2019-2021 гг. заслушала посла Анну-Лийсу Карро и мэра Выборга Петра Холма, приехавших из Вены.",
]


@pytest.mark.parametrize("product", [multiply, multiply_blocks])
def test_a_row_of_a_product_is_the_same_wherever_it_stands(product: Callable[[Matrix, Matrix], Matrix]) -> None:
    rows, weights = (np.random.default_rng(1).standard_normal(shape).astype(np.float32) for shape in ((130, 288), (288, 96)))
    (alone,) = product(rows[:1], weights)
    np.testing.assert_allclose(alone, rows[0] @ weights, atol=1e-4)
    for count in (1, 2, 9, 15, 16, 25, 64, 129):
        for place in (0, count // 2, count - 1):
            told = np.concatenate([rows[1 : place + 1], rows[:1], rows[place + 1 : count]])
            assert np.array_equal(product(told, weights)[place], alone), (count, place)


@pytest.mark.parametrize("lengths", [[1], [3, 1, 40], [12, 11, 13, 24], [7] * 300])
def test_a_word_is_the_same_whatever_sentences_stand_beside_its_own(lengths: list[int]) -> None:
    words, weights = (np.random.default_rng(1).standard_normal(shape).astype(np.float32) for shape in ((40, 96), (96, 288)))
    for pad in (1, 4):
        places, count = place_words(lengths, pad)
        rows = np.zeros((count, 96), np.float32)
        rows[places] = np.concatenate([words[:length] for length in lengths])
        found, ends = multiply_placed(rows, weights)[places], np.cumsum(lengths)
        np.testing.assert_allclose(found, rows[places] @ weights, atol=1e-4)
        gaps = np.diff(places)[ends[:-1] - 1] - 1
        assert places[0] >= pad and count - places[-1] > pad and (gaps >= pad).all()
        for end, length in zip(ends, lengths, strict=True):
            alone, size = place_words([length], pad)
            single = np.zeros((size, 96), np.float32)
            single[alone] = words[:length]
            assert np.array_equal(multiply_placed(single, weights)[alone], found[end - length : end])


@pytest.mark.parametrize("turned", [{}, {"trans2": True}, {"trans1": True}])
@pytest.mark.parametrize("count", [0, 5, 40])
def test_products_in_layers_are_those_of_thinc(turned: dict[str, bool], count: int) -> None:
    left, right = (np.random.default_rng(1).standard_normal(shape).astype(np.float32) for shape in ((count, 96), (96, 24)))
    left, right = left.T if "trans1" in turned else left, np.ascontiguousarray(right.T) if "trans2" in turned else right
    left, steady = np.ascontiguousarray(left), SteadyOps()
    expected = NumpyOps().gemm(left, right, **turned)
    np.testing.assert_allclose(steady.gemm(left, right, **turned), expected, atol=1e-4)
    found = np.ones_like(expected)
    assert steady.gemm(left, right, out=found, **turned) is found
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_vectors_are_those_of_the_model_and_do_not_depend_on_others(models: Models) -> None:
    nlp = models.english.nlp
    docs = [nlp.make_doc(text) for text in CROWD]
    own = find_vectors(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    assert own is not None
    vectors = SentenceVectors(own, nlp.vocab)
    for doc, rows, model_rows in zip(docs, vectors(docs), own.predict(docs), strict=True):
        np.testing.assert_allclose(rows, model_rows, atol=1e-5)
        assert np.array_equal(vectors([doc])[0], rows)


def test_names_are_those_of_the_recogniser(models: Models) -> None:
    nlp = models.english.nlp
    recogniser = nlp.get_pipe("ner")
    assert is_plain(recogniser)
    assert isinstance(recogniser, EntityRecognizer)
    docs = list(nlp.pipe(CROWD, disable=["ner"]))
    found = list(NameFinder(recogniser)(docs))
    told = [[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "" for t in doc] for doc in recogniser.pipe(docs)]
    assert found == told
    assert {"B-PERSON", "I-PERSON", "B-GPE", "I-ORG"} <= {tag for tags in found for tag in tags}


def test_russian_words_are_read_as_natasha_reads_them(models: Models) -> None:
    embedding = NewsEmbedding()
    tagger, parser, recogniser = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    parsed = list(models.russian.parse("\n".join(SCHAR), spans_of(SCHAR)))
    named = list(models.russian.name(parsed))
    for text, sentence in zip(SCHAR, named, strict=True):
        words = [piece.text for piece in tokenize(text)]
        tags, tree = tagger(words).tokens, parser(words).tokens
        heads, deps = nest_in_relatives(*repair_heads([int(t.head_id) - 1 for t in tree], [t.rel for t in tree]))
        assert [(t.pos, t.morph, t.head, t.dep) for t in sentence.tokens] == [
            (tag.pos, "|".join(f"{key}={value}" for key, value in sorted(tag.feats.items())), head, dep)
            for tag, head, dep in zip(tags, heads, deps, strict=True)
        ]
        offset = sentence.start
        spans = {(span.start, span.type) for span in recogniser(text).spans}
        assert {(t.start - offset, t.ent[2:]) for t in sentence.tokens if t.ent.startswith("B-")} == spans


@pytest.mark.parametrize("room", [2, 100])
def test_lemmas_are_remembered_as_they_were_found(room: int, models: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "KNOWN", room)
    find = models.english.nlp.get_pipe("lemmatizer").rule_lemmatize  # type: ignore[attr-defined]
    look_up = english.remember_lemmas(find)
    for doc in models.english.nlp.pipe(["She left the leaves on the left.", "He leaves; it was left to the meeting.", "They met meeting them."]):
        assert [list(look_up(token)) for token in doc] == [list(find(token)) for token in doc]


@pytest.mark.parametrize("room", [1, 3, 10])
def test_rows_are_remembered_as_they_were_made(room: int) -> None:
    memory, told = Memory(room, 2), ["a", "b", "a", "c", "d", "e", "a"]

    def make(names: list[str], places: list[int]) -> Matrix:
        return np.array([[ord(names[k]), 1] for k in places], np.float32)

    for names in (told, told[:2], told[2:], ["b"]):
        assert np.array_equal(memory.look_up(names, partial(make, names)), make(names, list(range(len(names)))))


def spans_of(texts: list[str]) -> list[tuple[int, int]]:
    """Where each text stands, one on a line."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    return [(end - len(text) - 1, end - 1) for end, text in zip(ends, texts, strict=True)]


CROSSING = [3, 3, 0, 3, 2]  # heads of "a b c d e": c hangs below a, across d


def test_columns_make_a_doc() -> None:
    doc = make_doc(["a", "b", "."], spaces=[True, False, False], ents=["B-PER", "I-PER", ""], morphs=["Case=Acc,Nom|Number=Sing", "_", ""])
    assert (doc.text, [token.idx for token in doc]) == ("a b.", [0, 2, 3])
    assert [(token.ent_iob_, token.ent_type_) for token in doc] == [("B", "PER"), ("I", "PER"), ("O", "")]
    assert (doc[0].morph.get("Case"), [str(token.morph) for token in doc]) == (["Acc", "Nom"], ["Case=Acc,Nom|Number=Sing", "", ""])


@pytest.mark.parametrize(("place", "below"), [(0, [0, 2, 4]), (1, [1]), (2, [2, 4]), (3, [0, 2, 4, 1, 3])])
def test_trees_whose_arcs_cross(place: int, below: list[int]) -> None:
    doc = make_doc("abcde", heads=CROSSING)
    assert [token.i for token in doc[place].subtree] == below
    assert doc[place].left_edge.i == min(below)
    assert {token.i for token in doc if doc[place].is_ancestor(token)} == {*below} - {place}


@pytest.mark.parametrize(("start", "end", "root"), [(0, 5, 3), (0, 3, 0), (1, 3, 1), (2, 5, 3), (4, 5, 4)])
def test_root_of_a_span(start: int, end: int, root: int) -> None:
    assert make_doc("abcde", heads=CROSSING)[start:end].root.i == root


@pytest.mark.parametrize(("start", "end", "text"), [(0, 2, "a b"), (3, 5, "d e"), (2, 2, ""), (3, 1, ""), (5, 9, "")])
def test_text_of_a_span(start: int, end: int, text: str) -> None:
    assert make_doc("abcde")[start:end].text == text


@pytest.mark.parametrize(("place", "distance"), [(0, -1), (4, 1)])
def test_no_neighbour_outside_the_document(place: int, distance: int) -> None:
    doc = make_doc("abcde")
    assert doc[place].nbor(-distance) is doc[place - distance]
    with pytest.raises(IndexError):
        doc[place].nbor(distance)


def test_a_verb_that_the_models_do_not_know_is_read_as_another(models: Models) -> None:
    doc = annotate("Мэр и посол завизировали договор.", (Block(0, 33, "ru"),), models)
    (word,) = [t for t in doc if t.text == "завизировали"]
    assert (word.pos_, feature(word, "Number"), word.lemma_) == ("VERB", "Plur", "завизировать")
