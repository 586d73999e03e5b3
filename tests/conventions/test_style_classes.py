"""A class that a template names is in the style sheet, so that no page falls out of the face."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
#: Hooks of the scripts, and outer classes that only carry inner ones.
WITHOUT_STYLE = re.compile(r"govuk-js-|govuk-(radios|checkboxes|password-input)$")


def classes_of(source: str) -> set[str]:
    """The product's classes that a template names in full."""
    plain = re.sub(r"{[%{#].*?[%}#]}", " ", source)
    named = {name for value in re.findall(r'class="([^"]*)"', plain) for name in value.split()}
    ours = {name for name in named if name.startswith(("ay-", "govuk-", "moj-"))}
    return {name for name in ours if not name.endswith("-") and not WITHOUT_STYLE.match(name)}


@cache
def known() -> frozenset[str]:
    """The classes of every style sheet: of the pages, and of reports on paper."""
    sheets = "".join(path.read_text() for path in (ROOT / "static").glob("*.css"))
    return frozenset(re.findall(r"\.([A-Za-z][\w-]*)", sheets))


def unknown(source: str) -> set[str]:
    """The classes of a template that no style sheet knows."""
    return classes_of(source) - known()


@pytest.mark.parametrize(
    "template", sorted(ROOT.glob("templates/**/*.html")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_class_of_a_template_has_its_style(template):
    assert unknown(template.read_text()) == set()


def test_every_file_that_the_style_sheet_names_is_there():
    sheet = (ROOT / "static" / "aylsham.css").read_text()
    for address in re.findall(r"url\(\"?([^)\"]+)\"?\)", sheet):
        assert address.startswith("data:") or (ROOT / "static" / address).is_file(), address


def test_an_invented_class_is_found():
    assert unknown('<p class="ay-muted ay-invented {% if x %}ay-more{% endif %}">') == {
        "ay-invented",
        "ay-more",
    }


#: A file for the school's own website: it stands alone, never at an address of ours.
STANDS_ALONE = ROOT / "templates/reports/publications/website.html"


@pytest.mark.parametrize(
    "template", sorted(ROOT.glob("templates/**/*.html")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_template_breaks_the_content_policy(template):
    source = template.read_text()
    assert template == STANDS_ALONE or "<style" not in source
    assert not re.search(r"\sstyle=", source)
    assert not re.search(r"\son[a-z]+=", source)
    assert not re.search(r"<script(?![^>]*(src=|application/json))", source)
    assert not re.search(r'(src|href|action)="(https?:)?//', source)
