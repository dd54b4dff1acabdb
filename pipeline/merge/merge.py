"""From the analyses of all documents to the events of the real world."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.merge.across import Join, Joined, Link, join_parts, join_tellings
from pipeline.merge.cards import Card, Local
from pipeline.merge.choose import Told
from pipeline.merge.event import MergedEvent, NamedPlace, make_event
from pipeline.merge.headline import headline_end
from pipeline.merge.ids import mention_id
from pipeline.merge.kin import Kin, Pair, find_kin
from pipeline.merge.likely import with_likely_date, with_likely_place
from pipeline.merge.telling import describe_document, make_telling
from pipeline.merge.within import Group, group_mentions
from pipeline.merge.words import MergeWords, format_reasons
from pipeline.records import Analysis, Article

Found = Mapping[str, tuple[Group, Article]]  # mention_id of a group's first mention


def merge_events(
    analyses: Sequence[Analysis],
    cards: Mapping[Local, Card],
    words: MergeWords,
    *,
    language: str = "",
    join: Join = join_parts,
    alike: Callable[[], Iterable[Pair]] | None = None,
) -> tuple[MergedEvent, ...]:
    """One `MergedEvent` for each event of the real world, sorted by id: mentions joined within each document, then across documents, where `join` says.

    `language` is that of the tables; titles told in it are preferred. `alike` gives the articles of nearly the same words, if they are sought elsewhere.
    """
    kin = find_kin(analyses, cards, alike)
    found = dict(_group_all(analyses, words))
    documents = {a.article.doc_id: describe_document(a.article, kin) for a in analyses}
    tellings = [make_telling(key, group, documents[a.doc_id], cards, length=len(a.text)) for key, (group, a) in found.items()]
    events = (_make_event(joined, found, cards, kin, language) for joined in join_tellings(tellings, words, join))
    return tuple(sorted(events, key=lambda event: event.event_id))


def _group_all(analyses: Sequence[Analysis], words: MergeWords) -> Iterator[tuple[str, tuple[Group, Article]]]:
    for analysis in analyses:
        for group in group_mentions(analysis.mentions, words, headline=headline_end(analysis.article.text)):
            yield mention_id(group.mentions[0]), (group, analysis.article)


def _make_event(joined: Joined, found: Found, cards: Mapping[Local, Card], kin: Kin, language: str) -> MergedEvent:
    groups = [found[telling.key] for telling in joined.tellings]

    def place_of(told: Told) -> NamedPlace:
        card = cards.get((told.mention.doc_id, told.mention.place_key))
        return (card.name, card.entity_type) if card is not None else (told.mention.place, "")

    return make_event(
        with_likely_place(with_likely_date([(mention, article) for group, article in groups for mention in group.mentions])),
        [reason for group, _ in groups for reason in _explain_group(group)] + [_explain_link(link) for link in joined.links],
        tellings=joined.tellings,
        place_of=place_of,
        text_of=kin.text_of,
        language=language,
    )


def _explain_group(group: Group) -> Iterator[str]:
    for fit in group.fits:
        yield f"{mention_id(fit.first)} = {mention_id(fit.second)} (one document): {format_reasons(fit.reasons)}"


def _explain_link(link: Link) -> str:
    return f"{link.first} = {link.second}: {format_reasons(link.reasons)}"
