"""The way of an article, stage by stage; nothing else puts the stages together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from time import perf_counter

from pipeline.annotate import (
    Doc,
    Models,
    Parsed,
    Sentence,
    analysed_sentences,
    annotator_of,
    build_doc,
    decode_doc,
    encode_doc,
    find_sentences,
    load_models,
    name_sentences,
    parse_sentences,
    see_text,
)
from pipeline.dates import DateWords, day_of_dateline, find_dates, load_date_words
from pipeline.extract import ExtractWords, extract_events, find_namesakes, find_telling, has_draft, load_extract_words, look_first, may_trigger
from pipeline.lang import LanguageWords, add_boilerplate, judge_language, load_language_words
from pipeline.merge import Join, Pair, UserIdentities, fill_bodies, join_parts, load_merge_words, make_cards, merge_events
from pipeline.names import (
    IdentityWords,
    NameWords,
    Officials,
    collect_entities,
    collect_positions,
    find_actors,
    find_actors_with,
    find_holders,
    join_named,
    load_identity_words,
    load_name_words,
    name_entities,
    read_cities,
    resolve_actors,
    with_home,
    with_keys,
)
from pipeline.records import Actor, Analysis, Article, Block, DateMention, EntityMention, EventMention, LocalEntity, PositionFact
from pipeline.review import Verdict, apply_reviews
from pipeline.rules import load_rules
from pipeline.settings import Settings
from pipeline.sources import Profile, load_profiles
from pipeline.summary import SummaryWords, add_summaries
from pipeline.tables import Tables
from pipeline.tables.compose import Collection, compose_tables
from pipeline.text.visible import restore

CLOSER_LOOK = 2  # a look at names pays where at most this part of a text's sentences have a trigger: one half
PLACES = {"country", "region", "city", "organization"}  # where an event can take place


@dataclass(frozen=True, slots=True)
class Kit:
    """Models and knowledge, loaded once for each process."""

    models: Models
    language: LanguageWords
    dates: DateWords
    names: NameWords
    identity: IdentityWords
    extract: ExtractWords
    thorough: bool = False
    prefilter: bool = True
    keep: bool = False  # hand out the annotation of what was annotated
    own_language: Mapping[str, LanguageWords] = field(default_factory=dict)  # by source profile: with the lines that it skips
    officials: Mapping[str, Officials] = field(default_factory=dict)  # by source profile: its region and offices


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of one article so far."""

    article: Article
    blocks: tuple[Block, ...] = ()
    doc: Doc | None = None
    dates: tuple[DateMention, ...] = ()
    actors: tuple[EntityMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    positions: tuple[PositionFact, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    sentences: tuple[Block, ...] = ()  # each with its language
    over: bool = False  # it holds no event: nothing more is to be found
    parsed: Mapping[int, Parsed] = field(default_factory=dict)  # sentences that have trees, but no names yet, by their start
    named: Mapping[int, Sentence] = field(default_factory=dict)  # sentences that have both, by their start


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What takes seconds to load, and depends on no choice of the user but the English model."""

    models: Models
    language: LanguageWords
    dates: DateWords
    names: NameWords
    identity: IdentityWords
    extract: ExtractWords  # with the shipped rules alone


@lru_cache(1)
def load_knowledge(english_model: str) -> Knowledge:
    """Models and words; ModelError or RuleError where something is missing or wrong. A process loads them once, and those forked from it not at all."""
    models, cities, extract = load_models(english_model=english_model), read_cities(), load_extract_words(load_rules())
    return Knowledge(models, load_language_words(), load_date_words(), load_name_words(cities), load_identity_words(cities), extract)


def load_kit(settings: Settings) -> Kit:
    """Everything that the stages need; ModelError or RuleError where something is missing or wrong."""
    known, profiles = load_knowledge(settings.english_model), load_profiles(settings.sources_dir)
    language = known.language
    return Kit(
        models=known.models,
        language=language,
        dates=known.dates,
        names=known.names,
        identity=known.identity,
        extract=known.extract if settings.rules_dir is None else load_extract_words(load_rules(settings.rules_dir)),
        thorough=settings.thorough,
        prefilter=settings.prefilter and not settings.thorough,
        keep=settings.keeps_annotations,
        own_language={profile.name: _with_skipped(language, profile) for profile in profiles},
        officials={profile.name: Officials(profile.officials, profile.region) for profile in profiles},
    )


def _with_skipped(words: LanguageWords, profile: Profile) -> LanguageWords:
    return add_boilerplate(words, lines=profile.skip.lines, starts=profile.skip.starts, patterns=profile.skip.patterns)


def tell_language(work: Work, kit: Kit) -> Work:
    """Which language the article and each of its lines is in; one in neither English nor Russian is skipped."""
    article, blocks = judge_language(work.article, kit.own_language.get(work.article.profile, kit.language))
    return replace(work, article=article, blocks=blocks)


def screen_text(work: Work, kit: Kit) -> Work:
    """Whether a sentence may tell of an event: by its words, its tree and, where it is one of few, the names in it. Where none does, the rest is left alone."""
    if not kit.prefilter or work.doc is not None:
        return work
    text, models, book = work.article.text, kit.models, kit.extract.book
    sentences = find_sentences(text, work.blocks, models)
    work = replace(work, sentences=sentences)
    likely = [s for s in sentences if may_trigger(text[s.start : s.end], book.grammars[s.lang], annotator_of(s.lang, models).possible_lemmas)]
    parsed = {p.sentence.start: p for p in parse_sentences(text, likely, models)}
    telling = find_telling(build_doc(text, [p.sentence for p in parsed.values()]), book) if parsed else []
    if not telling:
        return replace(work, over=True)
    if sum(span.end_char - span.start_char for span in telling) * CLOSER_LOOK > sum(s.end - s.start for s in sentences):
        return replace(work, parsed=parsed)
    named = {s.start: s for s in name_sentences([parsed.pop(span.start_char) for span in telling], models)}
    if not _may_tell(work, build_doc(text, tuple(named.values())), kit):
        return replace(work, over=True)
    return replace(work, parsed=parsed, named=named)


def _may_tell(work: Work, doc: Doc, kit: Kit) -> bool:
    """Whether the sentences of `doc`, all that have a trigger, may tell of an event, whoever is named elsewhere."""
    dates = resolve_dates(replace(work, doc=doc), kit).dates
    namesakes = sorted({frozenset[str](), find_namesakes(work.article.text, analysed_sentences(doc))}, key=len)
    tried: tuple[Actor, ...] | None = None
    for found in find_actors_with(doc, kit.names, namesakes):
        if found == tried:
            continue
        tried = found
        actors = resolve_actors(doc, found, kit.identity, work.article.published)
        entities = collect_entities(doc, work.article.doc_id, actors)
        if has_draft(doc, published=_published(work), actors=actors, entities=entities, dates=dates, words=kit.extract):
            return True
    return False


def annotate_text(work: Work, kit: Kit) -> Work:
    """Words, trees and names of all sentences, if they were not kept; those that were screened are not parsed again."""
    if work.doc is not None:
        return work
    text, models = work.article.text, kit.models
    new = (s for s in work.sentences or find_sentences(text, work.blocks, models) if s.start not in work.parsed and s.start not in work.named)
    named = name_sentences([*work.parsed.values(), *parse_sentences(text, new, models)], models)
    return replace(work, doc=build_doc(text, sorted((*work.named.values(), *named), key=lambda s: s.start)))


def resolve_dates(work: Work, kit: Kit) -> Work:
    """Date expressions as intervals."""
    assert work.doc is not None
    published = _published(work)
    dates = find_dates(work.doc, published=published, words=kit.dates)
    written = day_of_dateline(dates, published)
    return replace(work, dates=dates if written == published else find_dates(work.doc, published=written, words=kit.dates))


def _published(work: Work) -> date | None:
    return date.fromisoformat(work.article.published) if work.article.published else None


def resolve_names(work: Work, kit: Kit) -> Work:
    """People, bodies and places, and which of them are the same."""
    assert work.doc is not None
    officials = kit.officials.get(work.article.profile, Officials(()))
    found = with_home(work.doc, find_actors(work.doc, kit.names), officials.region, kit.names)
    actors = resolve_actors(work.doc, found, kit.identity, work.article.published)
    holders = find_holders(actors, officials, work.article.published, kit.identity)
    actors = join_named(actors, holders)
    doc_id = work.article.doc_id
    entities, positions = collect_entities(work.doc, doc_id, actors), collect_positions(work.doc, doc_id, actors, kit.identity)
    return replace(work, actors=actors, entities=tuple(name_entities(entities, holders, officials.region)), positions=positions)


def extract_mentions(work: Work, kit: Kit) -> Work:
    """Events as single sentences tell them."""
    assert work.doc is not None
    look = look_first(
        work.doc,
        doc_id=work.article.doc_id,
        published=_published(work),
        actors=work.actors,
        entities=work.entities,
        dates=work.dates,
        words=kit.extract,
    )
    return replace(work, mentions=extract_events(look, kit.extract))


Stage = Callable[[Work, Kit], Work]
STAGES: tuple[Stage, ...] = (tell_language, screen_text, annotate_text, resolve_dates, resolve_names, extract_mentions)


def analyse(article: Article, kit: Kit, seconds: Counter[str] | None = None) -> Analysis:
    """All that one article tells; of one that holds no event nothing is told unless the kit is thorough. More of it at `analyse_kept`."""
    return analyse_kept(article, kit, seconds)[0]


def analyse_kept(article: Article, kit: Kit, seconds: Counter[str] | None = None, kept: bytes = b"") -> tuple[Analysis, bytes]:
    """The analysis of an article, and its annotation as bytes where that is new and the kit is to hand it out; `kept` is what it handed out before.

    The time of each stage is added to `seconds`, and that of the annotators' models, which is part of it, under `models`. An article whose way has
    ended (`status` is set) passes unchanged. Stages see the text as readers do; what is told has its place in the text as it came.
    """
    visible = see_text(article.text, kit.models) if not article.status else None
    seen = article if visible is None else replace(article, text=visible.text)
    known = decode_doc(kept, seen.text) if kept else None
    work, before = Work(seen, doc=known), kit.models.seconds
    for stage in STAGES:
        if work.article.status or work.over:
            break
        started = perf_counter()
        work = stage(work, kit)
        if seconds is not None:
            seconds[stage.__name__] += perf_counter() - started  # type: ignore[assignment]
    if seconds is not None:
        seconds["models"] += kit.models.seconds - before  # type: ignore[assignment]
    fresh = encode_doc(work.doc) if kit.keep and work.doc is not None and known is None else b""
    told = replace(work.article, text=article.text)
    if not work.mentions and not kit.thorough:
        return Analysis(told), fresh
    found = Analysis(told, work.mentions, work.entities, work.positions, work.dates)
    analysis = found if visible is None else restore(found, visible)
    return replace(analysis, entities=with_keys(analysis.entities, kit.identity)), fresh


def assemble(
    analyses: Iterable[Analysis],
    *,
    identity: IdentityWords,
    language: str,
    decided: UserIdentities | None = None,
    summary: SummaryWords | None = None,
    reviews: Sequence[Verdict] = (),
    join: Join = join_parts,
    alike: Callable[[], Iterable[Pair]] | None = None,
) -> Tables:
    """The tables of all analyses, sorted by document, whatever order they come in; `decided` is what the user says of who is who, `reviews` of events.

    The events have sentences of their own if there are words to make them of (`summary`). Events are merged across documents where `join` says;
    `alike` gives the documents of nearly the same words, if they are sought elsewhere.
    """
    ordered = tuple(sorted(analyses, key=lambda a: a.article.doc_id))
    analysed = tuple(a for a in ordered if not a.article.status)
    cards = make_cards(analysed, words=identity, language=language, decided=decided)
    analysed = fill_bodies(analysed, {local: card.entity_id for local, card in cards.items()}, identity)
    told = tuple(a for a in analysed if a.mentions)
    events = merge_events(told, cards, load_merge_words(identity), language=language, join=join, alike=alike)
    tables = apply_reviews(compose_tables(Collection(tuple(a.article for a in ordered), analysed, events, cards)), reviews)
    if summary is None:
        return tables
    return add_summaries(tables, summary, {card.name: (card.name_en, card.name_ru) for card in cards.values() if card.entity_type in PLACES})
