"""spaCy's `Doc` of either language: the same words, trees, names and sentences, there and back, for what spaCy has to look at them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy import displacy
from spacy.matcher import Matcher
from spacy.tokens import DocBin

from pipeline.annotate import Doc, Models, Span, analysed_sentences, annotate, as_spacy, decode_doc, encode_doc, from_spacy, make_doc, make_vocab
from pipeline.annotate.keep import DIGEST
from pipeline.records import Block

EN = "Mayor Olga Belova met with Consul Igor Laptev in Kazan."
RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани."

TEXTS = [  # blocks of text, each with its language
    [(EN, "en")],
    [(RU, "ru")],
    [(f"{EN} They planted a tree.", "en"), (f"{RU} Гости посадили дерево.", "ru")],
    [(RU.replace(" с ", " с\u00a0").replace("встретилась", "встре\u00adтилась"), "ru"), (EN.replace(" met ", "\tmet\t").replace("Igor ", "Igor\u00a0"), "en")],
    [(f"\ufeff{EN}\r\n{EN}", "en"), ("Ciao a tutti!", "it"), (f"  {RU}  {RU}", "ru")],
    [("🎉 " + EN.replace("Belova", "Bel\u00adova").replace("Kazan", "Ka\u200bzan"), "en")],
    [("", "en")],
    [(" \n\t ", "ru")],
]
CROSSING = make_doc(
    "abcde", heads=[3, 3, 0, 3, 2], deps=["nsubj", "obj", "acl", "root", "obj"], ents=["", "B-PER", "I-PER", "B-PER", "B-LOC"], morphs=["_"] * 5
)


def read(blocks: list[tuple[str, str]], models: Models) -> Doc:
    """The blocks one below the other, annotated."""
    told, places, start = "\n\n".join(text for text, _ in blocks), [], 0
    for text, lang in blocks:
        places.append(Block(start, start + len(text), lang))
        start += len(text) + 2
    return annotate(told, tuple(places), models)


def described(doc: Doc) -> tuple[object, ...]:
    """All that a light `Doc` tells of its text."""
    tokens = [
        (t.i, t.idx, t.text, t.whitespace_, t.pos_, t.lemma_, str(t.morph), dict(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_, [c.i for c in t.children])
        for t in doc
    ]
    return doc.text, tokens, [(span.start, span.end, span.label_) for span in analysed_sentences(doc)]


@pytest.mark.parametrize("blocks", TEXTS)
def test_spacy_tells_the_same(blocks: list[tuple[str, str]], models: Models) -> None:
    doc = read(blocks, models)
    made = as_spacy(doc, make_vocab())
    assert made.text == doc.text
    for name in ("i", "idx", "text", "whitespace_", "pos_", "lemma_", "dep_", "ent_type_", "ent_iob_"):
        assert [getattr(token, name) for token in made] == [getattr(token, name) for token in doc], name
    assert [token.morph.to_dict() for token in made] == [{name: ",".join(values) for name, values in token.morph.items()} for token in doc]
    assert [token.head.i for token in made] == [token.head.i for token in doc]
    assert [(s.start_char, s.end_char, s.label_) for s in made.spans["sentences"]] == [(s.start_char, s.end_char, s.label_) for s in doc.sentences]
    assert {s.label_ for s in made.spans["sentences"]} == {lang for text, lang in blocks if text.strip() and lang != "it"}
    assert all(len([t for t in span if t.head == t]) == 1 and all(t.head in span for t in span) for span in made.spans["sentences"])


@pytest.mark.parametrize("blocks", TEXTS)
def test_there_and_back(blocks: list[tuple[str, str]], models: Models) -> None:
    doc = read(blocks, models)
    assert described(from_spacy(as_spacy(doc, make_vocab()))) == described(doc)
    kept = decode_doc(encode_doc(doc), doc.text)
    assert kept is not None
    assert described(kept) == described(doc)


def test_trees_whose_arcs_cross_come_back() -> None:
    assert described(from_spacy(as_spacy(CROSSING, make_vocab()))) == described(CROSSING)


@given(words=st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4), st.booleans()), max_size=6))
def test_any_words_come_back(words: list[tuple[str, bool]]) -> None:
    doc = make_doc([word for word, _ in words], spaces=[space for _, space in words])
    doc.sentences = [Span(doc, 0, len(doc), "en")] if words else []
    kept = decode_doc(encode_doc(doc), doc.text)
    assert kept is not None
    assert described(kept) == described(doc)


def test_what_is_kept_is_read_by_spacy(models: Models) -> None:
    doc = read(TEXTS[2], models)
    (made,) = DocBin().from_bytes(encode_doc(doc)[DIGEST:]).get_docs(make_vocab())
    assert described(from_spacy(made)) == described(doc)


@pytest.mark.parametrize("place", [0, DIGEST - 1, DIGEST, DIGEST + 40, -1])
def test_an_altered_byte_is_seen(place: int, models: Models) -> None:
    doc = read(TEXTS[1], models)
    data = bytearray(encode_doc(doc))
    data[place] ^= 1
    assert decode_doc(bytes(data), doc.text) is None


MATCHED = [  # pattern of words, what it finds in both sentences
    ([{"LOWER": "mayor"}], ["Mayor"]),
    ([{"LOWER": "мэр"}, {"POS": "PROPN", "OP": "+"}], ["Мэр Ольга", "Мэр Ольга Белова"]),
    ([{"LEMMA": "meet"}, {"LOWER": "with"}], ["met with"]),
    ([{"LEMMA": "встретиться"}, {"LOWER": "с"}], ["встретилась с"]),
    ([{"LEMMA": "консул", "MORPH": {"IS_SUPERSET": ["Case=Ins"]}}], ["консулом"]),
    ([{"ENT_TYPE": "LOC"}, {"IS_PUNCT": True}], ["Kazan.", "Казани."]),
    ([{"SHAPE": "Xxx"}], ["Мэр"]),
    ([{"IS_TITLE": True, "DEP": "nsubj"}], ["Belova", "Мэр"]),
]


@pytest.mark.parametrize(("pattern", "found"), MATCHED)
def test_a_matcher_serves_both_languages(pattern: list[dict[str, object]], found: list[str], models: Models) -> None:
    made = as_spacy(read([(EN, "en"), (RU, "ru")], models), make_vocab())
    matcher = Matcher(made.vocab)
    matcher.add("found", [pattern])
    assert [span.text for span in matcher(made, as_spans=True)] == found


def test_displacy_draws_a_russian_tree(models: Models) -> None:
    drawn = displacy.render(as_spacy(read([(RU, "ru")], models), make_vocab()), style="dep", jupyter=False)
    assert drawn.count('class="displacy-arrow"') == 9  # of eleven tokens the root hangs nowhere, and displaCy writes the full stop with the word before
    assert all(word in drawn for word in (">Мэр<", ">встретилась<", ">nsubj<", ">PROPN<"))


def test_displacy_marks_russian_names(models: Models) -> None:
    drawn = displacy.render(as_spacy(read([(RU, "ru")], models), make_vocab()), style="ent", jupyter=False)
    assert all(name in drawn for name in ("Ольга Белова", "Игорем Лаптевым", "Казани"))
    assert drawn.count("<mark") == 3
