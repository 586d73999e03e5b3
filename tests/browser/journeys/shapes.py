"""Which kinds of elements a page has, told from what the server sends.

Two elements are of one kind if they stand alike (in the same element, within the same classes), have
the same class and attributes, and both say something or nothing. What axe-core finds on an element,
what a script does to it, whether the content policy lets it be: it hangs on no more than this. A page
is as wide as its widest table, select and word: they count with their columns and letters.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\d+")
#: Nothing hangs on these, or (an id) each page is asked about them as a whole.
WITHOUT_WEIGHT = {
    *("id", "name", "value", "min", "max", "step", "maxlength", "minlength", "selected", "checked"),
    *("action", "method", "enctype", "novalidate", "accept", "d", "viewbox", "class", "datetime"),
}
#: What is judged, or taken by a script, by its value; others only if they say nothing.
BY_VALUE = {"type", "role", "scope", "tabindex", "autocomplete", "lang", "rel", "data-module"}
#: They name others by their ids, or say something in words.
NOT_BY_VALUE = {
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"),
    *("aria-label", "aria-valuenow", "aria-valuemax", "aria-valuetext"),
}
#: What a browser fetches of its own accord.
FETCHED = {("script", "src"), ("link", "href"), ("img", "src"), ("audio", "src"), ("source", "src")}
#: They are drawn with what they stand in, or not at all.
NOT_DRAWN = {"br", "path", "option", "wbr", "circle", "rect", "line", "g", "polyline"}
#: Longer than this, a word can be wider than what it stands in.
LONG_WORD = re.compile(r"[^\s-]{20,}")
#: So many letters more are worth another look.
LETTERS = 10


def tree_of(page: str) -> HtmlElement:
    return lxml.html.document_fromstring(page)


def shapes_of(tree: HtmlElement) -> frozenset[str]:
    """Every kind of element on a page."""
    return frozenset(_shapes(tree, ""))


def _shapes(element: HtmlElement, above: str) -> Iterator[str]:
    """Of an element and of what stands in it; above are the classes it stands in."""
    if (
        element.tag in NOT_DRAWN
        or element.get("type") == "hidden"
        or not isinstance(element.tag, str)
    ):
        return
    parent = element.getparent()
    stands = "" if parent is None else parent.tag
    here = f"{above} {stands}>{element.tag}.{element.get('class', '')}"
    attributes = sorted(_attributes(element))
    yield f"{here} {attributes} {_says(element)}"
    yield from (f"{here} {size}" for size in _sizes(element))
    within = f"{above}>{element.get('class')}" if element.get("class") else above
    for child in element:
        yield from _shapes(child, within)


def _attributes(element: HtmlElement) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name in WITHOUT_WEIGHT:
            continue
        if (element.tag, name) in FETCHED:
            yield f"{name}={ID.sub('*', value)}"
        elif name in BY_VALUE or (name.startswith("aria-") and name not in NOT_BY_VALUE):
            yield f"{name}={value}"
        else:
            yield name if value.strip() else f"no {name}"


def _says(element: HtmlElement) -> str:
    """Whether it has words of its own, or words in what stands in it, or none."""
    own = [element.text or "", *(child.tail or "" for child in element)]
    if any(map(str.strip, own)):
        return "words"
    return "" if any(map(str.strip, element.itertext())) else "nothing"


def _sizes(element: HtmlElement) -> Iterator[str]:
    """What makes it wide: its columns, its longest choice, its longest word."""
    if element.tag == "table":
        yield f"{max((len(row) for row in element.iter('tr')), default=0)} columns"
    elif element.tag == "select":
        longest = max((len(each.text or "") for each in element.iter("option")), default=0)
        yield f"choice of {longest // LETTERS}"
    elif element.tag not in ("script", "style", "title"):
        own = [element.text or "", *(child.tail or "" for child in element)]
        if words := LONG_WORD.findall(" ".join(own)):
            yield f"word of {max(map(len, words)) // LETTERS}"
