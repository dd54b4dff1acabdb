"""CSS selectors of source profiles; the one place that knows cssselect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cssselect import GenericTranslator, SelectorError

from pipeline.sources.markup import Tree, read_line, select

_ATTRIBUTE = re.compile(r"\s+@([\w:-]+)\s*\Z")


def check_selector(selector: str) -> str:
    """The selector itself; ValueError if it is none."""
    translate_selector(selector)
    return selector


def translate_selector(selector: str) -> tuple[str, str]:
    """(XPath, attribute) of `h1.title` or `meta[name=date] @content`; ValueError if the selector is none."""
    attribute = _ATTRIBUTE.search(selector)
    try:
        path = GenericTranslator().css_to_xpath(_ATTRIBUTE.sub("", selector), prefix="descendant-or-self::")
    except SelectorError as error:
        raise ValueError(f"no CSS selector: {error}") from error
    return path, attribute[1] if attribute is not None else ""


def find_elements(tree: Tree, selectors: Iterable[str]) -> list[Tree]:
    """The elements of the first selector that names any, in the order of the page; none within another."""
    for selector in selectors:
        found = select(tree, translate_selector(selector)[0])
        if found:
            return [element for element in found if not any(parent in found for parent in element.iterancestors())]
    return []


def find_values(tree: Tree, selectors: Iterable[str]) -> Iterator[str]:
    """What the elements of each selector show in one line, or hold in the attribute that it names, the first selector's first."""
    for selector in selectors:
        path, attribute = translate_selector(selector)
        values = (" ".join(str(element.get(attribute, "")).split()) if attribute else read_line(element) for element in select(tree, path))
        yield from (value for value in values if value)
