"""Who acts around the noun of an event, and so takes part in it: "during the visit X signed", "at the summit X and Y announced"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.annotate import Token
from pipeline.extract.arguments import acting_subject
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status
from pipeline.extract.view import View, is_verb, plain, preposition_of
from pipeline.records import EntityMention, LocalEntity, Participant

BEHIND = frozenset({"following", "after", "upon"})  # before talks, what is told happened when they were over
EXAMPLES = frozenset({"including", "like", "as"})  # prepositions of what is one of several
OTHERS = frozenset({"его", "ее", "их"})  # who acts would be told by "свой"
CLIMB = 8  # words between a forum and what somebody did there
DESCRIBING = frozenset({"acl", "acl:relcl", "advcl"})


def find_acting(view: View, candidate: Candidate, entities: Mapping[str, LocalEntity]) -> tuple[Participant, ...]:
    """Who acts in the clause in which a noun is a circumstance, and so took part: "during the visit X signed"."""
    rule, head = candidate.trigger.rule, candidate.trigger.head
    if rule.trigger.pos != "noun" or candidate.predicate.light is not None:
        holding = _whose_occasion(view, head) if rule.joins and rule.trigger.pos == "verb" else []
        return make_participants(view, [Filler(m, "who", "whose occasion") for m in holding if m.key in entities], entities)
    attended = is_verb(head.head) and preposition_of(view, head) in view.grammar.lists["attending"]
    beside = view.lang == "ru" and view.lemma(head.head) in view.grammar.lists["margins"] and is_verb(head.head.head)  # «в рамках форума»
    if any(view.lemma(t) in view.grammar.lists["thwarting"] for t in (head.head, head.head.head) if t.i != head.i):
        return ()  # «националисты сорвали фестиваль»
    if rule.mutual and view.lang == "en" and preposition_of(view, head) in BEHIND:
        owners = [Filler(m, "who", "whose talks") for m in _owner(view, candidate) or _acts_after(view, candidate) if m.key in entities]
        return make_participants(view, owners, entities)  # "following the talks X and Y signed": who signs need not have talked
    done = _done_there(view, head) if rule.type == "conference" else None
    if rule.type == "conference" and not (attended or beside or done is not None):
        hosts = [Filler(m, "who", "whose forum") for m in _whose_forum(view, head) if m.key in entities]
        return make_participants(view, hosts, entities)  # nobody of "on the margins of the forum X met Y"
    if rule.type == "visit" and EXAMPLES & {preposition_of(view, head), preposition_of(view, head.head) if head.dep_ == "appos" else ""}:
        return ()  # "reviewed many events, including the visit of the ship"
    made = view.lang == "ru" and rule.type == "appointment" and head.dep_ == "obj" and view.lemma(head) not in view.grammar.lists["own_acts"]
    if made or _is_apart(view, candidate):  # «сделал первые назначения»
        return ()
    if _is_of_others(view, candidate) or (rule.type == "visit" and _is_awaited(view, head)):
        return ()
    acting = acting_subject(view, candidate.trigger, done) or _before_talks(view, head)
    theirs = any(c.dep_ == "nmod:poss" and c.text == "their" for c in head.children)
    if rule.type == "visit" and view.lang == "en" and theirs and len(acting) == 1 and not any(m.actor.plural for t in acting for m in view.mentions_at(t)):
        return ()  # "the mayor asked about the ships upon their arrival"
    if rule.type == "visit" and view.lang == "en" and any(c.dep_ == "conj" for token in acting for c in token.children):
        return ()  # "during the visit the two presidents agreed": one of them was at home
    mentions = [m for token in acting for m in view.mentions_at(token) if m.key in entities] or [m for m in _owner(view, candidate) if m.key in entities]
    several = rule.mutual or (view.lang == "en" and rule.type == "conference")  # "at the summit Anna Lind and Marek Novak announced"
    taken = mentions if several else mentions[:1]
    return make_participants(view, [Filler(m, "who" if m is taken[0] else "whom", "acts in the clause") for m in taken], entities)


def _whose_occasion(view: View, verb: Token) -> list[EntityMention]:
    """Who by name does the noun that a participle describes: «мэр Анна Линд провела совещание, посвящённое дорогам»."""
    above = verb.head.head if verb.dep_ in {"acl", "acl:relcl"} and is_verb(verb.head.head) else None
    doing = (m for c in (above.children if above is not None else ()) if c.dep_ == "nsubj" for m in view.mentions_at(c))
    return [m for m in doing if m.actor.entity_type == "person" and m.actor.form == "name"]


def _before_talks(view: View, noun: Token) -> tuple[Token, ...]:
    """Who stands right before Russian talks where no verb tells anything: «рост цен в центре внимания Анны Линд на встрече с ректором»."""
    verbless = view.lang == "ru" and preposition_of(view, noun) == "на" and not any(is_verb(t) for t in view.tokens)
    first = min((c.i for c in noun.children if c.dep_ == "case"), default=noun.i)
    told = (m for m in view.actors if verbless and m.actor.end == first and m.actor.entity_type == "person")
    return tuple(view.doc[m.actor.root] for m in told)


def _acts_after(view: View, candidate: Candidate) -> list[EntityMention]:
    """Who alone acts after English talks of which only the other side is told: "following a meeting with the mayor, Minister Lind announced"."""
    told = {f.mention.key for f in candidate.fillers}
    sides = {f.mention.key for f in candidate.fillers if f.clause.startswith("with")}
    acting = [m for token in acting_subject(view, candidate.trigger, None) for m in view.mentions_at(token)]
    alone = len(told) == 1 and told == sides and len(acting) == 1 and acting[0].key not in told
    speaks = alone and any(view.lemma(t) in view.grammar.lists["spokespeople"] for t in view.doc[acting[0].actor.start : acting[0].actor.end])
    return acting if alone and acting[0].actor.entity_type == "person" and not speaks else []


def _owner(view: View, candidate: Candidate) -> list[EntityMention]:
    """Whose talks they are, by a possessive: "the minister's tour, following her meeting with the mayor"."""
    own = any(c.dep_ == "nmod:poss" and c.text in {"his", "her"} for c in candidate.trigger.head.children)
    if view.lang != "en" or not own or candidate.trigger.rule.type not in {"meeting", "call"}:
        return []
    first = next((m for m in view.actors if m.actor.entity_type == "person"), None)
    told = first is not None and first.actor.end <= candidate.trigger.head.i and first.actor.form in {"name", "position"}
    return [first] if told and first is not None and all(f.mention.key != first.key for f in candidate.fillers) else []


def _whose_forum(view: View, noun: Token) -> list[EntityMention]:
    """Who acts in the main clause, after a forum of his own: "following his Farmers' Summit, the mayor vowed", «после своего форума мэр сказал»."""
    own = any(c.dep_ in {"nmod:poss", "det"} and plain(c.text) in {"his", "her"} or view.lemma(c) == "свой" for c in noun.children)
    root = next((t for t in view.tokens if t.dep_ == "root"), None)
    if not own or root is None or noun.i > root.i:
        return []
    acting = (m for c in root.children if c.dep_ == "nsubj" for m in view.mentions_at(c))
    return [m for m in acting if m.actor.entity_type == "person" and m.actor.form in {"name", "position"} and m.actor.start > noun.i][:1]


def _done_there(view: View, noun: Token) -> Token | None:
    """What somebody did at an English forum that the tree hangs on something else: "announced a prize at the forum", "will be the speaker at the forum"."""
    whole = noun.head if noun.dep_ == "nmod" and noun.head.pos_ == "PROPN" else noun  # "at a Center for Rivers conference"
    attending = view.grammar.lists["attending"]
    if view.lang != "en" or attending.isdisjoint({preposition_of(view, noun), preposition_of(view, whole)}):
        return None
    token = noun
    for _ in range(CLIMB):
        if token.head.i == token.i or token.dep_ in {"nsubj", "nsubj:pass"}:
            return None
        token = token.head
        lemma = view.lemma(token)
        if is_verb(token) and token.i == noun.head.i and token.dep_ not in DESCRIBING:
            return None  # "spoke at the forum": told by the tree
        if (lemma in view.grammar.lists["performing"] and is_verb(token)) or (lemma in view.grammar.lists["performers"] and _is_told_of(token)):
            return token
        if is_verb(token) and token.dep_ not in DESCRIBING:
            return None
    return None


def _is_told_of(noun: Token) -> bool:
    """Whether a noun is what somebody is told to be: "will be the keynote speaker"."""
    return any(c.dep_ == "cop" for c in noun.children) or noun.head.lemma_ == "be"


def _is_of_others(view: View, candidate: Candidate) -> bool:
    """Whether who acts is not meant: «активисты потребовали отставки мэра», «о назначении сообщила пресс-секретарь»."""
    kind, head = candidate.trigger.rule.type, candidate.trigger.head
    if kind == "appointment" and (_is_announced(view, head) or _is_submitted(view, head)):
        return True
    if kind == "visit" and view.lang == "en" and _is_of_another(head) and _is_announced(view, head):
        return True  # "announced the arrival of the brigade"
    if view.lang == "ru" and kind in {"appointment", "visit"} and any(plain(c.text) in OTHERS and c.dep_ in {"det", "nmod"} for c in head.children):
        return True  # «после её отставки он работал в порту»
    return view.lang == "ru" and kind == "appointment" and find_status(view, candidate.predicate)[0] == "proposed"


def _is_submitted(view: View, noun: Token) -> bool:
    """Whether somebody only gets the paper in which others ask to leave: «министр получил рапорт об отставке»."""
    lists = view.grammar.lists
    return view.lemma(noun.head) in lists["petitions"] and view.lemma(noun.head.head) in lists["granting"]


def _is_of_another(noun: Token) -> bool:
    """Whether an English noun is told to be of or by somebody: "announced the arrival of the brigade"."""
    return any(c.dep_ == "nmod" and any(g.dep_ == "case" and g.text.lower() in {"of", "by"} for g in c.children) for c in noun.children)


def _is_apart(view: View, candidate: Candidate) -> bool:
    """Whether English talks are those of others: "with talks set to begin, they called on", "building on the talks between A and B, their lands agreed"."""
    absolute = preposition_of(view, candidate.trigger.head) == "with"
    told = sum(f.clause.startswith("between") for f in candidate.fillers) > 1
    return view.lang == "en" and candidate.trigger.rule.mutual and (absolute or told)


def _is_announced(view: View, noun: Token) -> bool:
    """Whether somebody speaks of what happens to others: «о назначении сообщила пресс-секретарь»; who speaks of a resignation may well resign."""
    if noun.dep_ == "obj" and view.lang == "en" and view.lemma(noun.head) in view.grammar.speech:
        return view.lemma(noun) not in view.grammar.lists["own_acts"]  # "announced the appointment of five judges"
    spoken = noun.dep_ in {"obl", "nmod"} and preposition_of(view, noun) in {"о", "об", "of", "about"}
    return spoken and view.lemma(noun) not in view.grammar.lists["own_acts"]


def _is_awaited(view: View, noun: Token) -> bool:
    """Whether something happened before a visit, which may be that of somebody else: «до начала визита»."""
    return "до" in {preposition_of(view, noun), preposition_of(view, noun.head)}
