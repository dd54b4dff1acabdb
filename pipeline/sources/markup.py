"""The one place that knows lxml: decoded markup to a tree, selections from it, and a tree to the text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TypeAlias

from lxml import etree, html

from pipeline.errors import InputError
from pipeline.settings import Limits

UNSEEN = ("script", "style", "noscript", "template", "textarea")  # others may be left open and hold the article
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "item",
        "lb",
        "li",
        "list",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "quote",
        "row",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "head",
    ]
)
MIN_LINKS = 3  # a list of links has so many
LINKED = 0.8  # share of its letters that are links

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"""<[A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_VALUE = re.compile(r""""[^"]*"|'[^']*'""")
_NAME = re.compile(r"[^\s/=]+")

Tree: TypeAlias = html.HtmlElement


def parse_markup(text: str, limits: Limits) -> Tree:
    """The tree of a page; InputError if it holds no element, or more or deeper ones than a page of people does."""
    _check_tags(text, limits)
    source = _CONTROL.sub(" ", _DECLARATION.sub("", text)).encode("utf-8", errors="replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree: Tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"no page: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(f"elements stand more than {limits.depth} deep in each other: no page that people read")
    _check_size(tree, limits)
    return tree


def select(tree: Tree, path: str) -> list[Tree]:
    """The elements that an XPath names, in the order of the page."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, html.HtmlElement)]


def select_values(tree: Tree, path: str) -> list[str]:
    """The attributes or strings that an XPath names, in the order of the page, without white space around them; empty ones left out."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [value for item in found if (value := clean_line(str(item)))]


def clean_line(text: str) -> str:
    """The text with single spaces, as a browser shows it."""
    return _SPACE.sub(" ", text).strip()


def read_line(element: Tree) -> str:
    """All that stands in an element, in one line."""
    return clean_line(" ".join(element.itertext()))


def write_lines(element: Tree) -> Iterator[str]:
    """The text of an element as lines: one for each block or what stands between line breaks, white space as a browser shows it."""
    line: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in BLOCKS:
            if joined := clean_line("".join(line)):
                yield joined
            line.clear()
        line.append((node.text if event == "start" else node.tail if node is not element else None) or "")
        if node.tag == "cell" and event == "end":
            line.append(" ")
    if joined := clean_line("".join(line)):
        yield joined


def write_markup(tree: Tree) -> str:
    """The markup of a tree."""
    return str(html.tostring(tree, encoding="unicode"))


def without_lines(tree: Tree, pattern: re.Pattern[str]) -> Tree:
    """A copy of the tree without footers, and without the text of elements in which `pattern` is found."""
    copied: Tree = deepcopy(tree)
    for footer in select(copied, "//footer"):
        footer.drop_tree()
    for element in copied.iter(etree.Element):
        element.text, element.tail = (None if text and pattern.search(text) else text for text in (element.text, element.tail))
    return copied


def drop_unseen(tree: Tree) -> None:
    """Takes out what a browser does not show as text."""
    for element in select(tree, "|".join(f"//{name}" for name in UNSEEN)):
        element.drop_tree()


def drop_furniture(tree: Tree) -> None:
    """Takes out lists of links; tables that only lay out the page become plain blocks."""
    for table in select(tree, "//table"):
        _flatten_layout(table)
    for block in select(tree, "//ul|//ol|//dl|//div|//section|//aside|//table|//nav"):
        if block.getparent() is not None and _is_link_list(block):
            block.drop_tree()


def _flatten_layout(table: Tree) -> None:
    """A table with tables or with blocks in a third of its cells holds no data: pages before 2012 are built so."""
    cells = select(table, ".//td|.//th")
    blocks = sum(1 for cell in cells if cell.find(".//p") is not None or cell.find(".//div") is not None or cell.find(".//br") is not None)
    if table.find(".//table") is None and 3 * blocks < len(cells):
        return
    for part in table.iter("tr", "tbody", "thead", "tfoot", "td", "th"):
        if next(part.iterancestors("table"), None) is table:
            part.tag = "div"
    table.tag = "div"


def _is_link_list(block: Tree) -> bool:
    links = [link for link in block.iter("a") if link.get("href")]
    if len(links) < MIN_LINKS or block.find(".//h1") is not None:
        return False
    linked = sum(len(read_line(link)) for link in links)
    return linked >= LINKED * len(read_line(block))


def _check_tags(text: str, limits: Limits) -> None:
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > limits.attributes and (count := len(_NAME.findall(_VALUE.sub(" = ", tag[0])))) > limits.attributes:
            raise InputError(f"an element with {count} attributes; at most {limits.attributes} are read")


def _check_size(tree: Tree, limits: Limits) -> None:
    elements = deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    if deepest > limits.depth:
        raise InputError(f"elements stand {deepest} deep in each other; at most {limits.depth} are read")
    if elements > limits.elements:
        raise InputError(f"{elements} elements; at most {limits.elements} are read")
