"""Gives a signing of nobody named the parties told before: "The senate ratified the treaty between A and B. It was signed here"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.coordination import lands_between
from pipeline.extract.draft import Draft, Sources
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.view import View
from pipeline.records import EntityMention, Evidence

REACH = 2  # sentences between a document told with its parties and its signing


def with_parties_before(views: Sequence[View], number: int, drafts: Iterable[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts of sentence `number`, signings with the parties of a document of the same kind told shortly before."""
    for draft in drafts:
        alone = draft.mention.event_type == "signing" and not draft.mention.participants and not draft.partner and not draft.open_parties
        yield _with_parties(views, number, draft, sources) if alone else draft


def _with_parties(views: Sequence[View], number: int, draft: Draft, sources: Sources) -> Draft:
    kinds = _documents(views[number])
    for view in reversed(views[max(0, number - REACH) : number]):
        parties = [m for m in lands_between(view) if m.key in sources.entities]
        if len(parties) > 1 and any(lemma in kinds for lemma in _above(view, parties[0])):
            fillers = [Filler(m, "whom" if k else "who", "between (sentence before)") for k, m in enumerate(parties)]
            people = tuple(replace(p, start=-1, end=-1, resolved_by="context") for p in make_participants(view, fillers, sources.entities))
            evidence = tuple(Evidence(p.role, "party of the document told before", p.text) for p in people)
            return replace(draft, mention=replace(draft.mention, participants=people, evidence=(*draft.mention.evidence, *evidence)))
    return draft


def _documents(view: View) -> frozenset[str]:
    return frozenset(lemma for lemma in view.lemmas if lemma in view.grammar.lists["documents"])


def _above(view: View, party: EntityMention) -> Iterator[str]:
    """The lemmas of the words that a party hangs below."""
    return (view.lemma(token) for token in view.doc[party.actor.root].ancestors)
