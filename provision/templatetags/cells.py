"""Cells of provision: thousands on a page, so they are written without a template each."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from provision.selectors.provision_map import MapCell
from pupils.models import Pupil

register = template.Library()
SCREEN = "ay-tier ay-tier--"


@register.simple_tag
def map_cells(cells: Iterable[MapCell | None], classes: str = SCREEN) -> SafeString:
    """A table cell for each column of a child's line: the tier's letter, or nothing."""
    made = (_cell(cell, classes) if cell else "<td></td>" for cell in cells)
    return mark_safe("".join(made))  # noqa: S308 (each cell is escaped)


@register.simple_tag
def child_names(pupils: Iterable[Pupil]) -> SafeString:
    """The names of children, one after the other."""
    spans = (f'<span class="ay-private">{escape(pupil.full_name)}</span>' for pupil in pupils)
    return mark_safe(", ".join(spans))  # noqa: S308 (each name is escaped)


@lru_cache(maxsize=32)
def _cell(cell: MapCell, classes: str) -> SafeString:
    draft = " ay-tier--draft" if cell.is_draft and classes == SCREEN else ""
    form = '<td><b class="{}{}{}" title="{}">{}</b></td>'
    return format_html(form, classes, cell.letter, draft, cell.words, cell.letter)
