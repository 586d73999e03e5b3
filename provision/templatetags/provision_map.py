"""Cells of the provision map: thousands on a page, so they are written without a template each."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from provision.selectors.provision_map import MapCell

register = template.Library()
SCREEN = "ay-tier ay-tier--"


@register.simple_tag
def map_cells(cells: Iterable[MapCell | None], classes: str = SCREEN) -> SafeString:
    """A table cell for each column of a child's line: the tier's letter, or nothing."""
    made = (_cell(cell, classes) if cell else "<td></td>" for cell in cells)
    return mark_safe("".join(made))  # noqa: S308 (each cell is escaped)


@lru_cache(maxsize=32)
def _cell(cell: MapCell, classes: str) -> SafeString:
    draft = " ay-tier--draft" if cell.is_draft and classes == SCREEN else ""
    form = '<td><b class="{}{}{}" title="{}">{}</b></td>'
    return format_html(form, classes, cell.letter, draft, cell.words, cell.letter)
