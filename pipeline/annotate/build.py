"""Puts annotated sentences together as one `Doc` whose text is the article's, character by character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.annotate.doc import Doc, Span, Token, hang
from pipeline.annotate.tokens import Sentence


def build_doc(text: str, sentences: Sequence[Sentence]) -> Doc:
    """A `Doc` with `doc.text == text`; `doc.sentences` are the analysed sentences, labelled with their language."""
    doc, position = Doc(text), 0
    for sentence in sentences:
        doc.add_gap(position, sentence.start)
        first = len(doc)
        _add_sentence(doc, sentence)
        if len(doc) > first:
            doc.sentences.append(Span(doc, first, len(doc), sentence.lang))
        position = sentence.end
    doc.add_gap(position, len(text))
    return doc


def _add_sentence(doc: Doc, sentence: Sentence) -> None:
    """Adds the words of a sentence as one tree; signs between them that were not analysed hang below what stands before."""
    text, position, name = doc.text, sentence.start, ""
    words: list[Token] = []
    between: list[Token] = []
    for told in sentence.tokens:
        if words and told.start == position + 1 and text[position] == " ":
            words[-1].whitespace_ = " "
        elif position < told.start and (signs := _add_between(doc, words, position, told.start)):
            between, name = between + signs, ""
        label = told.ent[2:]
        iob = "O" if not label else "I" if told.ent[0] == "I" and label == name else "B"  # what goes on with no name of its label begins one
        word, name = text[told.start : told.end], label
        token = Token(doc, len(doc), told.start, word, told.pos, told.lemma or word.lower(), told.morph, told.dep, iob, label)
        doc.add(token)
        words.append(token)
        position = told.end
    between.extend(_add_between(doc, words, position, sentence.end))
    heads = [(token, words[told.head]) for token, told in zip(words, sentence.tokens, strict=True)]
    if between:
        heads = sorted((*heads, *((token, doc[token.i - 1]) for token in between)), key=lambda pair: pair[0].i)
    hang(heads)


def _add_between(doc: Doc, words: Sequence[Token], start: int, end: int) -> list[Token]:
    """Adds the characters between two words, or before the first or behind the last one; the tokens that hang below a word."""
    if not words:
        doc.add_gap(start, end)
        return []
    between = list(doc.runs(doc.take_blank(start, end), end, len(doc)))
    for token in between:
        doc.add(token)
    return between


def analysed_sentences(doc: Doc) -> list[Span]:
    """The sentences that were annotated, in order; `label_` is their language, en or ru."""
    return list(doc.sentences)


def words(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that rules may see: all but white space."""
    return [token for token in tokens if token.pos_ != "SPACE"]


def feature(token: Token, name: str) -> str:
    """The value of a morphological feature ("Case" of «губернатором»: "Ins"), empty where the word has none."""
    values = token.morph.get(name)
    return values[0] if values else ""
