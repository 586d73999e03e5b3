"""Cells of provision: thousands on a page, so they are written without a template each."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import zip_longest

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from provision.selectors.provision_map import MapCell, MapColumn
from pupils.models import Pupil

register = template.Library()
SCREEN = "ay-tier ay-tier--"


@register.simple_tag
def map_cells(
    cells: Iterable[MapCell | None], columns: Iterable[MapColumn] = (), classes: str = SCREEN
) -> SafeString:
    """A table cell for each column of a child's line: the tier's letter, or nothing.

    With its columns a letter names its provision too: on a phone the line is a list.
    """
    pairs = zip_longest(cells, columns)
    made = (_cell(cell, classes, _name(column)) if cell else "<td></td>" for cell, column in pairs)
    return mark_safe("".join(made))  # noqa: S308 (each cell is escaped)


@register.simple_tag
def child_names(pupils: Iterable[Pupil]) -> SafeString:
    """The names of children, one after the other."""
    spans = (f'<span class="ay-private">{escape(pupil.full_name)}</span>' for pupil in pupils)
    return mark_safe(", ".join(spans))  # noqa: S308 (each name is escaped)


def _name(column: MapColumn | None) -> str:
    return column.provision.name if column else ""


@lru_cache(maxsize=512)
def _cell(cell: MapCell, classes: str, name: str) -> SafeString:
    draft = " ay-tier--draft" if cell.is_draft and classes == SCREEN else ""
    label = format_html(' data-label="{}"', name) if name else ""
    form = '<td{}><b class="{}{}{}" title="{}">{}</b></td>'
    return format_html(form, label, classes, cell.letter, draft, cell.words, cell.letter)
