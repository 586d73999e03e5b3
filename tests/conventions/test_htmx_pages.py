"""A page that asks for its parts by htmx loads htmx: without it nothing moves, and nobody is told."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR) / "templates"
NAMED = re.compile(r"{% (extends|include) \"([^\"]+)\"")


def sources(name: str, seen: frozenset[str] = frozenset()) -> str:
    """A template with what it extends and includes, as far as they are ours."""
    path = ROOT / name
    if name in seen or not path.exists():
        return ""
    text = path.read_text()
    return text + "".join(sources(part, seen | {name}) for _, part in NAMED.findall(text))


PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in ROOT.glob("**/*.html")
    if "{% extends" in (text := path.read_text()) and "hx-" in text
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_htmx_loads_it(page):
    assert "htmx-2.min.js" in sources(page)


def test_the_walk_finds_pages():
    assert "contribute/papers_copy.html" in PAGES
    assert "hx-headers" in sources("pupils/child_form.html")
    assert "htmx-2.min.js" not in sources("contribute/code.html")
