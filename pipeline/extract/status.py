"""Decides whether an event is told as fact, plan, proposal, or as not having happened, and by which word."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.nominees import is_done, is_taken_back
from pipeline.extract.outer import invitation_beside
from pipeline.extract.predicate import Predicate, aim_before, first_conjunct, is_aim
from pipeline.extract.shared import before_future, sharing
from pipeline.extract.view import DASHES, View, case_of, is_finite, is_verb, plain, preposition_of

OCCURRED = ("occurred", "")
STEPS = 4
INVERTING = frozenset({"neither", "nor"})
THINGS = frozenset({"nsubj:pass", "obj"})
EXAMPLES = frozenset({"as", "like", "including"})
WITHIN = frozenset({"during", "at", "through", "via", "на"})


def find_status(view: View, predicate: Predicate) -> tuple[str, str]:
    """The status and its cue (empty for the plain telling of a fact)."""
    cues = (_negation, _refusal, _own_form, _modifier, _ahead, _governor, _clause)
    return next((found for cue in cues if (found := cue(view, predicate)) is not None), OCCURRED)


def _clause(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """What lies ahead, as the clause does that a noun is a circumstance of: "during the visit, she will open", «будут обсуждаться на заседании»."""
    noun = predicate.trigger.head
    above = noun.head.head if noun.dep_ == "nmod" and noun.head.dep_ == "obj" else noun.head  # "will announce a plan at the forum"
    within = predicate.kind == "noun" and noun.dep_ in {"obl", "nmod"} and preposition_of(view, noun) in WITHIN and is_verb(above)
    verb = predicate.verb
    if verb is not None and view.lang == "en" and any(plain(c.text) == "while" for c in verb.children if c.dep_ in {"mark", "advmod"}):
        within, above = feature(verb, "Aspect") == "Prog", verb.head  # "will announce a plan while meeting with students"
    form = _form(view, above) if within else None
    return form if form is not None and form[0] == "planned" else None


def _carriers(predicate: Predicate) -> Iterator[Token]:
    yield predicate.trigger.head
    if predicate.light is not None:
        yield predicate.light


def _negation(view: View, predicate: Predicate) -> tuple[str, str] | None:
    for token in (*_carriers(predicate), *_managing(view, predicate)):
        for child in token.children:
            negated = child.dep_ in {"advmod", "det", "cc", "preconj"} and view.lemma(child) in view.grammar.cues.negations
            if negated and not _is_not_only(view, child):
                return "negated", child.text
    return _negated_thing(view, predicate.trigger.head) or _inverted(view, predicate)


def _negated_thing(view: View, verb: Token) -> tuple[str, str] | None:
    """What is not signed, opened or given: "no agreement was signed", "the sides signed no document"."""
    things = [c for c in verb.children if c.dep_ in THINGS] if is_verb(verb) and view.lang == "en" else []
    words = (c for thing in things for c in thing.children if c.dep_ == "det" and view.lemma(c) in view.grammar.cues.negations)
    return next((("negated", c.text) for c in words), None)


def _inverted(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """ "Nor was the agreement signed": the verb of an English sentence that opens so."""
    first, opens = view.tokens[0], view.lemmas[0] in INVERTING and len(view.tokens) > 1 and view.tokens[1].pos_ in {"AUX", "VERB"}
    return ("negated", first.text) if opens and first.head in {predicate.trigger.head, *predicate.trigger.head.ancestors} else None


def _is_not_only(view: View, particle: Token) -> bool:
    """«Не только», "not only": it happened, and more."""
    k = view.position[particle.i] + 1
    return k < len(view.lemmas) and view.lemmas[k] in {"только", "only"}


def _managing(view: View, predicate: Predicate) -> Iterator[Token]:
    """The verb that tells whether an infinitive was achieved: «провести форум не удалось»."""
    verb = predicate.verb
    if verb is not None and feature(verb, "VerbForm") == "Inf" and view.lemma(verb.head) in view.grammar.lists["managing"]:
        yield verb.head


def _refusal(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """What is called off has been planned before: "postponed the planned visit"."""
    return found if (found := _governor(view, predicate)) is not None and found[0] == "negated" else None


def _ahead(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """What something else comes before: «накануне визита»."""
    cases = [c for c in predicate.trigger.head.children if c.dep_ in {"case", "mark"} and c.pos_ != "SCONJ"]
    cases += [c for case in cases for c in case.children if c.dep_ == "fixed"]  # «в преддверии визита»
    cases += [c.nbor(-1) for c in cases if view.lang == "en" and c.i > view.tokens[0].i]  # "ahead of the visit"
    cases = [
        c for c in cases if view.lang == "en" or c.i == view.tokens[0].i or not is_verb(c.nbor(-1)) or feature(c.nbor(-1), "VerbForm") == "Fin"
    ]  # «состоявшейся накануне встречи»
    return next((("planned", c.text) for c in cases if view.lemma(c) in view.grammar.cues.ahead), None)


def _own_form(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """Future tense, modal auxiliaries, "is to be signed"."""
    verb = predicate.verb
    if verb is None:
        return None
    if view.lemma(verb) in view.grammar.lists["proposing"]:
        return "proposed", verb.text
    awaited = predicate.trigger.rule.type == "visit" and view.lemma(verb) in view.grammar.lists["awaiting"]
    if predicate.kind == "verb" and (awaited or _is_due(view, predicate)):
        return "planned", verb.text  # «министра ждут в Томске»
    if predicate.kind == "verb" and verb.pos_ == "AUX" and "listed" in predicate.trigger.rule.needs:  # "Anna Lind, of Ohio, to be Governor of the Port"
        return "negated" if is_taken_back(view) else "proposed", verb.text
    if predicate.light is None and view.lemma(verb) in view.grammar.lists["refusing"]:
        return "negated", verb.text
    planned = _cue_status(view, verb) if predicate.light is not None else ""  # «запланирована встреча»
    if predicate.light is not None and _sets_out(view, predicate, verb):
        return "planned", verb.text
    return (planned, verb.text) if planned else _form(view, verb)


def _is_due(view: View, predicate: Predicate) -> bool:
    """Whether a trigger of several words tells of what is to come: "is due in Vienna"."""
    k = view.position[predicate.trigger.start]
    return view.lemmas[k : k + 2] == ["be", "due"]


def _sets_out(view: View, predicate: Predicate, verb: Token) -> bool:
    """Whether somebody only leaves for an occasion: «вылетел в Вену на форум», «отправился на переговоры»."""
    occasion = predicate.trigger.rule.type in {"conference", "meeting"} and is_aim(view, predicate.trigger.head)
    return view.lang == "ru" and occasion and view.lemma(verb) in view.grammar.lists["departing"]


def _form(view: View, verb: Token) -> tuple[str, str] | None:
    for child in verb.children:
        status = view.grammar.cues.auxiliaries.get(plain(child.text))
        if status is not None and (child.dep_ == "aux" or child.pos_ == "AUX"):
            return status, child.text
        if child.dep_ in {"aux", "aux:pass", "cop"} and feature(child, "Tense") == "Fut":
            return "planned", child.text
    if (first := sharing(view, verb)).i != verb.i:
        return _form(view, first)
    if feature(verb, "VerbForm") == "Fin" and any(plain(c.text) == "чтобы" and c.dep_ == "mark" for c in verb.children):
        return "proposed", "чтобы"  # «потребовали, чтобы министр ушёл в отставку»
    if feature(verb, "Tense") == "Fut" and feature(verb, "VerbForm") != "Conv":
        return "planned", verb.text
    if is_reported_future(view, verb):
        return "planned", "would"
    return before_future(view, verb) or _destined(view, verb)


def is_reported_future(view: View, verb: Token) -> bool:
    """ "Confirmed that he would visit", "it was agreed that he would": what was said to lie ahead."""
    would = any(plain(c.text) in {"would", "’d"} and c.dep_ == "aux" for c in verb.children)
    above = view.lemma(verb.head)
    return would and verb.dep_ == "ccomp" and (above in view.grammar.speech or view.grammar.cues.governors.get(above) == "planned")


def _destined(view: View, verb: Token) -> tuple[str, str] | None:
    """English "is to be awarded", "an agreement to be signed"."""
    marker = next((c for c in verb.children if plain(c.text) == "to" and c.dep_ in {"aux", "mark"}), None)
    if marker is None:
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < marker.i), None)
    if subject is not None and (verb.head.i == verb.i or verb.head.pos_ == "PUNCT" or _opens_line(view, subject)):
        return "planned", marker.text  # a headline: "President to appoint ambassador", "The Herald: Alder Steel to open plant"
    if verb.dep_ in {"acl", "acl:relcl"} and verb.head.head.i == verb.head.i and not any(is_finite(t) for t in view.tokens):
        return "planned", marker.text  # "9:30 AM Minister Lind to meet with students"
    if verb.dep_ in {"acl", "acl:relcl"} and verb.head.i == marker.i - 1 and _opens_line(view, verb.head):
        return "planned", marker.text  # the same, where the tree hangs all on the name
    if verb.head.lemma_ == "be" and verb.dep_ in {"xcomp", "acl", "ccomp"}:
        return "planned", marker.text
    if verb.dep_ == "advcl" and verb.i > verb.head.i and view.lemma(verb.head) in view.grammar.lists["departing"]:
        return "planned", marker.text  # "left for Vienna to attend the forum"
    return ("planned", marker.text) if verb.dep_ == "acl" and any(c.dep_ == "aux:pass" for c in verb.children) else None


def _opens_line(view: View, subject: Token) -> bool:
    """Whether the subject stands right behind a colon, as in a headline that is quoted."""
    k = view.position.get(subject.left_edge.i, 0)
    return k > 0 and view.tokens[k - 1].text == ":"


def _modifier(view: View, predicate: Predicate) -> tuple[str, str] | None:
    for token in _carriers(predicate):
        for child in token.children:
            status = view.grammar.cues.modifiers.get(view.lemma(child))
            told = child.dep_ == "advmod" and is_finite(token) and feature(token, "Tense") == "Past"  # «вскоре приехал»
            if status is None or told or child.dep_ not in {"amod", "advmod", "acl", "obl:npmod", "compound"}:
                continue
            if child.dep_ != "acl" or predicate.light is None:  # «намеченный на май визит», not «визит, намеченный на май, состоялся»
                return status, child.text
    return None


def _governor(view: View, predicate: Predicate) -> tuple[str, str] | None:
    """A cue above the event: "plans to visit", "the postponed meeting", «готов подписать»; never across a finite clause or a circumstance."""
    token = predicate.verb or predicate.trigger.head
    if feature(token, "VerbForm") == "Inf" and token.dep_ in {"csubj", "xcomp"} and view.lemma(token.head) in view.grammar.lists["obligations"]:
        return "proposed", token.head.text  # «переговоры нужно провести в Вене»
    if (aim := aim_before(view, token) or invitation_beside(view, token)) is not None:
        return _cue_status(view, aim), aim.text
    joined = token.dep_ == "conj" and (feature(token, "VerbForm") == "Inf" or not is_verb(token))
    if joined and (
        view.lang == "ru" or (is_verb(token) and all(c.dep_ not in {"aux", "nsubj"} for c in token.children))
    ):  # «призвал прекратить огонь и сесть за стол переговоров», «потребовали роспуска парламента и отставки мэра»
        token = first_conjunct(token)
    for _ in range(STEPS):
        above, from_verb = token.head, is_verb(token) or view.lemma(token) in view.grammar.lists["chances"]
        status = (_cue_status(view, above) if above.i != token.i else "") or _advocated(view, token) or _is_obliged(view, token)
        if not (_goes_up(token) or _is_refused(view, token, status) or _is_suggested(token, status) or _is_aim(view, token, status) or _advocated(view, token)):
            return None
        if not is_verb(token) and (feature(token, "Animacy") == "Anim" or view.lemma(token) in view.grammar.lists["attendees"]):
            return None  # «одна из участниц встречи предложила»
        if view.lemma(above) in view.grammar.lists["commenting"]:
            return None  # «отказался комментировать встречу»
        token = above
        if status:
            return _unless_denied(view, token, status), token.text
        if (form := _form(view, token) if is_verb(token) and from_verb else None) is not None:
            return form
    return None


def _is_obliged(view: View, noun: Token) -> str:
    """«Переговоры нужно провести в Вене»: what has to be held is proposed; empty for all else."""
    obliged = noun.dep_ == "nsubj" and view.lemma(noun.head) in view.grammar.lists["obligations"]
    return "proposed" if obliged and any(c.dep_ == "csubj" for c in noun.head.children) else ""


def _advocated(view: View, token: Token) -> str:
    """«Выступили за отставку министра»: what is spoken for is proposed; empty for all else."""
    spoken_for = view.lang == "ru" and preposition_of(view, token) == "за" and case_of(view, token) in {"Acc", ""}
    if spoken_for and any(c.text.lower() == "за" and view.position[c.i] and view.tokens[view.position[c.i] - 1].text in DASHES for c in token.children):
        return "proposed"  # «Чад — за переговоры»
    advocates = token.dep_ in {"obl", "nmod"} and view.lemma(token.head) in view.grammar.lists["advocating"]
    return "proposed" if spoken_for and advocates else ""


def _unless_denied(view: View, governor: Token, status: str) -> str:
    """What nobody plans does not happen: «не планирует проводить переговоры»."""
    if status == "proposed" and governor.dep_ in {"obj", "obl", "nsubj:pass"} and _cue_status(view, governor.head) == "negated":
        return "negated"  # "declined the invitation to visit"
    if status == "proposed" and governor.dep_ == "obj" and view.lemma(governor.head) in view.grammar.lists["accepting"]:
        return "planned"
    if status == "proposed" and view.lang == "en" and is_done(view, governor):
        return OCCURRED[0]
    denied = view.lang == "ru" and any(c.dep_ == "advmod" and view.lemma(c) in view.grammar.cues.negations for c in governor.children)
    return "negated" if denied and status == "planned" else status


def _cue_status(view: View, token: Token) -> str:
    """The status that a governor sets, with its particle: "call off"."""
    governors = view.grammar.cues.governors
    if plain(token.text) == "going":  # "is going to visit", not "went to visit"
        return "planned"
    particle = next((plain(c.text) for c in token.children if c.dep_ == "compound:prt" or plain(c.text) == "forward"), "")
    return governors.get(f"{view.lemma(token)} {particle}") or governors.get(view.lemma(token), "") if particle else governors.get(view.lemma(token), "")


def _is_refused(view: View, token: Token, status: str) -> bool:
    """«От подписания отказались»: what is refused stands with a preposition."""
    if is_verb(token):
        return status == "negated" and any(plain(c.text) == "from" for c in token.children)  # "refrained from signing"
    return status == "negated" and token.dep_ in {"obl", "nmod"} and preposition_of(view, token) in {"от", "from"}


def _is_aim(view: View, token: Token, status: str) -> bool:
    """«Договорились о встрече», «ходатайствует о награждении», «пригласил на форум»: what is planned or proposed stands with a preposition of aims."""
    return status in {"planned", "proposed"} and is_aim(view, token)


def _is_suggested(token: Token, status: str) -> bool:
    """ "Suggested that they hold a forum": a finite clause below a proposal."""
    said = any(plain(c.text) == "that" and c.dep_ in {"mark", "iobj"} for c in token.children) and plain(token.text) == token.lemma_
    recommended = said and token.dep_ in {"acl", "acl:relcl"}  # "the recommendation that she receive"
    return status == "proposed" and is_verb(token) and (token.dep_ == "ccomp" or recommended)


def _goes_up(token: Token) -> bool:
    """Whether a word is what its head plans, offers or cancels."""
    if token.head.i == token.i:
        return False
    if is_verb(token):
        purpose = token.dep_ == "advcl" and any(plain(c.text) == "чтобы" for c in token.children)  # «отложил отъезд, чтобы принять посла»
        return (
            not purpose
            and token.dep_ in {"xcomp", "acl", "acl:relcl", "ccomp", "csubj", "obj", "nmod", "csubj:pass", "nsubj", "obl", "advcl"}
            and feature(token, "VerbForm") != "Fin"
            and _is_infinitive(token)
        )
    if any(child.dep_ == "case" and plain(child.text) in EXAMPLES for child in token.children):
        return False  # "initiatives such as the forum"
    has_preposition = any(child.dep_ == "case" for child in token.children)
    return token.dep_ in {"obj", "nsubj", "nsubj:pass", "xcomp"} or (token.dep_ in {"nmod", "obl"} and (not has_preposition or not is_verb(token.head)))


def _is_infinitive(token: Token) -> bool:
    if any(c.dep_ == "aux:pass" and feature(c, "VerbForm") == "Inf" for c in token.children):
        return True  # «должен быть принят»
    if feature(token, "VerbForm") in {"Inf", "Ger", ""} or any(plain(c.text) == "to" for c in token.children):
        return True
    return feature(token, "Aspect") == "Prog" and token.dep_ != "advcl"
