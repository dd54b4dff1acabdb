"""What speaks against joining two groups of people, and middle initials that are only misprinted there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import Reason, compare_people, score_of
from pipeline.names.identity_group import Group

Against = Mapping[tuple[int, int], tuple[Reason, ...]]


def find_against(a: Iterable[int], b: Sequence[int], entries: Sequence[Group], words: IdentityWords) -> Against:
    """Pairs of entries of two groups (numbers in `entries`) that contradict each other: that score less than half of what links."""
    told = {(x, y): compare_people(entries[x].people[0], entries[y].people[0], words) for x in a for y in b}
    return {pair: reasons for pair, reasons in told.items() if score_of(reasons) < words.weights.link / 2}


def find_misprints(against: Against, entries: Sequence[Group], words: IdentityWords) -> frozenset[int]:
    """The entries of a middle initial that hardly any article tells beside those that contradict it, of the same office (`misprint` in the weights): one
    "Mayor Anna O. Lind" among many "Mayor Anna R. Lind". Empty where anything else contradicts, or the contradiction must be believed."""
    if not all(_is_initial_alone(reasons) and not _patronymics(pair, entries) for pair, reasons in against.items()):
        return frozenset()
    few, many = sorted((frozenset(pair[side] for pair in against) for side in (0, 1)), key=lambda side: _articles(side, entries))
    backed = {n for pair, reasons in against.items() if any(r.feature == "office" and r.grade == "same" for r in reasons) for n in pair}
    return few if few <= backed and _articles(few, entries) <= words.weights.misprint * _articles(many, entries) else frozenset()


def _is_initial_alone(reasons: Iterable[Reason]) -> bool:
    """Whether the patronymic or middle initial is all that decides against one person."""
    return {reason.feature for reason in reasons if reason.weight <= -1} == {"patronymic"}


def _patronymics(pair: Iterable[int], entries: Sequence[Group]) -> bool:
    return any(entries[n].people[0].name.patronymic for n in pair)


def _articles(numbers: Iterable[int], entries: Sequence[Group]) -> int:
    """How many articles tell the entries."""
    return sum(len(entries[n].entities) for n in numbers)
