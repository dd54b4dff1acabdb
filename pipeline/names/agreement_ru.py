"""Whether the words of a Russian name can stand in the case of the office before them."""

from __future__ import annotations

from pipeline.names.normal import CASES
from pipeline.names.people_ru import is_middle, name_cases
from pipeline.names.view import View


def agrees(view: View, start: int, end: int, cases: frozenset[str]) -> bool:
    """Whether the words can stand in the case of the office before them: not so in "муж актрисы Иван Петров"."""
    told = cases | ({"gent", "accs"} if cases & {"gent", "accs"} else frozenset())
    if any(
        possible and not (possible | _tagged(view, k)) & told and not is_middle(view, start, k) for k in range(start, end) if (possible := name_cases(view, k))
    ):
        return False  # what the dictionary holds as another name ("Хай" as a form of "Хая") may be one that it does not hold
    return _is_tagged_so(view, start, end, told)


def _is_tagged_so(view: View, start: int, end: int, cases: frozenset[str]) -> bool:
    """Whether words that only their capitals make a name stand in one of `cases`."""
    if any(view.units[k].ent == "PER" or view.units[k].initial or view.is_known(k) for k in range(start, end)):
        return True
    told = frozenset(case for k in range(start, end) for case in _tagged(view, k))
    return not told or bool(told & cases)


def _tagged(view: View, i: int) -> frozenset[str]:
    """The cases that the tagger saw, as grammemes of the dictionary."""
    return frozenset(CASES.get(case, "") for case in view.units[i].cases)
