"""What somebody is appointed to do, where no office is told, or only behind a verb: "appointed to coordinate the works", "confirmed to serve as director"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token
from pipeline.extract.functions import arguments_of
from pipeline.extract.predicate import Argument
from pipeline.extract.view import View, is_finite

REACH = 14  # words between the verb and what somebody is appointed to do
SERVING = frozenset({"serve", "act", "be"})
BODY = {"as": "as", "attribute": "as", "on": "to", "in": "to", "with": "to"}  # "to serve on the board": to the board


def find_duties(view: View, verb: Token) -> Iterator[Argument]:
    """The verb behind "to" that tells what for an English verb appoints somebody, else the office or body in which that is to serve."""
    duty = _duty(view, verb)
    if duty is None:
        return
    if view.lemma(duty) not in SERVING:
        yield Argument(duty, frozenset({"to"}), "duty")
        return
    for argument in arguments_of(view, duty, found="duty"):
        function = next((BODY[f] for f in BODY if f in argument.functions), "")
        if function:
            yield Argument(argument.token, frozenset({function}), "duty")


def _duty(view: View, verb: Token) -> Token | None:
    """The first verb behind "to" behind a verb, with no clause of its own between, if that is a duty."""
    k = view.position[verb.i]
    for i in range(k + 1, min(k + REACH, len(view.tokens))):
        token = view.tokens[i]
        if view.tokens[i - 1].text == "to" and token.pos_ in {"VERB", "AUX"}:
            return token if view.lemma(token) in view.grammar.lists["duties"] else None
        if is_finite(token):
            return None
    return None
